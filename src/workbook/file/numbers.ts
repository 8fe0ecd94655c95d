/** Numbers straight from bytes: no string is made for a cell that holds a plain number. */

import { asciiText } from './ascii';

const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** More digits than a double holds: the text says something that the number would not. */
const SURE_DIGITS = 15;

/**
 * The value of bytes[from, to) where they are a number as JSON writes it (-3.5, 1e3, 0.5; not 007, +1, .5 or 1,250);
 * NaN where they are not. With `exact`, also NaN for more than 15 significant digits.
 *
 * Up to 15 digits the mantissa and the power of ten are exact doubles, so that one division rounds correctly
 * (Clinger 1990); the rest goes through the platform's own parser. Linear in the bytes.
 */
export function plainNumber(bytes: Uint8Array, from: number, to: number, exact: boolean): number {
  let at = from;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  if (at >= to) return NaN;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let byte = bytes[at];
  if (byte === 0x30) {
    at++;
  } else {
    const first = at;
    while (at < to && (byte = bytes[at] - 0x30) >= 0 && byte <= 9) {
      mantissa = mantissa * 10 + byte;
      at++;
    }
    digits = at - first;
    if (digits === 0) return NaN;
  }
  if (at < to && bytes[at] === 0x2e) {
    const first = ++at;
    while (at < to && (byte = bytes[at] - 0x30) >= 0 && byte <= 9) {
      mantissa = mantissa * 10 + byte;
      if (mantissa > 0) digits++;
      at++;
    }
    decimals = at - first;
    if (decimals === 0) return NaN;
  }
  if (at === to && digits <= SURE_DIGITS && decimals <= 22) {
    const value = mantissa / powers[decimals];
    return negative && value !== 0 ? -value : value;
  }
  if (exact && digits > SURE_DIGITS) return NaN;
  if (at < to && !isExponent(bytes, at, to)) return NaN;
  const value = Number(asciiText(bytes, from, to));
  return Number.isFinite(value) ? value : NaN;
}

function isExponent(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  if (bytes[at] !== 0x65 && bytes[at] !== 0x45) return false;
  at++;
  if (at < to && (bytes[at] === 0x2b || bytes[at] === 0x2d)) at++;
  if (at >= to) return false;
  for (; at < to; at++) if (bytes[at] < 0x30 || bytes[at] > 0x39) return false;
  return true;
}

/** A whole number >= 0 of decimal digits; -1 for anything else, or beyond 2^31. */
export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (from >= to || to - from > 10) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value <= 0x7fffffff ? value : -1;
}
