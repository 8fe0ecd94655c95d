/**
 * How much goes into one request to Excel and into its answer, and how large a value is in one.
 *
 * Excel on the web refuses more than 5 MB, and a request that takes long freezes the window of the user: a fifth of it.
 */
export const mostCells = 100_000;
export const mostBytes = 1_000_000;
/** Ranges in one request: each has a path, and an object on both sides. */
export const mostRanges = 500;

/** What office.js says to reach a range and set one property of it. Measured: 420 to 700 bytes. */
export const rangeBytes = 1_000;

/** What office.js adds per cell when it writes a range in pieces of 1,500 cells: commas, brackets, paths. */
const cellOverhead = 4;

/**
 * Bytes of a value in a request, at most. The JSON of a request travels as a string in JSON, so that a quote is four
 * bytes, a control character or half a surrogate pair seven. O(length).
 */
export function valueBytes(value: string | number | boolean): number {
  if (typeof value === 'boolean') return 5 + cellOverhead;
  if (typeof value === 'number') return String(value).length + cellOverhead;
  let bytes = 4 + cellOverhead;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    if (code < 0x80) bytes += code < 0x20 || code === 0x22 || code === 0x5c ? 7 : 1;
    else if (code < 0x800) bytes += 2;
    else bytes += code >= 0xd800 && code <= 0xdfff ? 7 : 3;
  }
  return bytes;
}
