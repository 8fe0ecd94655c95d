/** The amount column, read once: what each cell is, before currency and scale are decided. */
import type { Sheet } from '../book';
import { isCellError } from '../book';
import type { AmountText } from './amountText';
import { numbersIn, parseAmount } from './amountText';
import { currencyOfFormat } from './currency';
import { isDateFormat } from './dates';
import { mergedRuns } from './mergedRuns';
import type { StyleDecision } from './numberStyle';
import { styleOf } from './numberStyle';
import { LONGEST_TEXT } from './text';

/** What a cell is. */
export const EMPTY = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const ERROR = 3;
export const DATE = 4;
export const OTHER = 5;
/** Below the first cell of a merged amount: the amount belongs to the first row. */
export const MERGED = 6;

export interface AmountScan {
  readonly column: number;
  /** One of the kinds above, per row. */
  readonly state: Uint8Array;
  /** The number of a number cell; 0 elsewhere. */
  readonly value: Float64Array;
  /** Index into texts/parsed of a text cell, or of the error text; -1 elsewhere. */
  readonly textId: Int32Array;
  readonly texts: readonly string[];
  readonly parsed: readonly AmountText[];
  /** Per text: 1 where it is money (an amount or a rate). */
  readonly isMoney: Uint8Array;
  /** Per text: its own power of ten, -1 none. */
  readonly exponent: Int8Array;
  /** Per text: its digits as a number, unsigned and without its power of ten. */
  readonly digits: Float64Array;
  readonly style: StyleDecision;
  /** Currency that the number format of a number cell shows: index into formatCurrencies, -1 none. */
  readonly formatCurrency: Int8Array;
  readonly formatCurrencies: readonly string[];
  /** A number format scales what is shown ('#,##0,,'): first row where that is so, -1 nowhere. */
  readonly scaledFormatRow: number;
}

/** O(rows); every distinct text is parsed once, with the decimal sign of the whole column. */
export function scanAmounts(sheet: Sheet, column: number, top: number, count: number): AmountScan {
  const state = new Uint8Array(count);
  const value = new Float64Array(count);
  const textId = new Int32Array(count).fill(-1);
  const formatCurrency = new Int8Array(count).fill(-1);
  const formatCurrencies: string[] = [];
  const texts: string[] = [];
  const known = new Map<string, number>();
  const formats = new Map<string, { date: boolean; currency: number; scaled: boolean }>();
  let scaledFormatRow = -1;
  const grid = sheet.grid;
  const format = sheet.format;
  const idOf = (text: string): number => {
    let id = known.get(text);
    if (id === undefined) {
      id = texts.length;
      known.set(text, id);
      texts.push(text);
    }
    return id;
  };
  for (let i = 0; i < count; i++) {
    const cell = grid.at(top + i, column);
    if (cell === null) continue;
    if (typeof cell === 'number') {
      state[i] = Number.isFinite(cell) ? NUMBER : OTHER;
      value[i] = cell;
      if (format === null) continue;
      const code = format(top + i, column);
      let facts = formats.get(code);
      if (facts === undefined) {
        const currency = currencyOfFormat(code);
        if (currency !== null && !formatCurrencies.includes(currency)) formatCurrencies.push(currency);
        facts = {
          date: isDateFormat(code),
          currency: currency === null ? -1 : formatCurrencies.indexOf(currency),
          scaled: /[0#],+(?:[^0#,]|$)/.test(code.slice(0, LONGEST_TEXT)),
        };
        formats.set(code, facts);
      }
      if (facts.date) state[i] = DATE;
      formatCurrency[i] = facts.currency;
      if (facts.scaled && scaledFormatRow < 0) scaledFormatRow = top + i;
    } else if (typeof cell === 'string') {
      if (cell.trim() === '') continue;
      state[i] = TEXT;
      textId[i] = idOf(cell);
    } else if (isCellError(cell)) {
      state[i] = ERROR;
      textId[i] = idOf(cell.error);
    } else state[i] = OTHER;
  }
  for (const { from, to } of mergedRuns(sheet, column, top, count)) {
    for (let i = from; i <= to; i++) if (state[i] === EMPTY) state[i] = MERGED;
  }
  const style = styleOf(numberRuns(texts));
  const parsed = texts.map((text) => parseAmount(text, style.style));
  const isMoney = new Uint8Array(parsed.length);
  const exponent = new Int8Array(parsed.length).fill(-1);
  const digits = new Float64Array(parsed.length);
  for (let id = 0; id < parsed.length; id++) {
    const { kind } = parsed[id];
    exponent[id] = parsed[id].exponent;
    if (kind !== 'amount' && kind !== 'rate') continue;
    isMoney[id] = 1;
    digits[id] = Number(parsed[id].digits);
  }
  return {
    column,
    state,
    value,
    textId,
    texts,
    parsed,
    isMoney,
    exponent,
    digits,
    style,
    formatCurrency,
    formatCurrencies,
    scaledFormatRow,
  };
}

function* numberRuns(texts: readonly string[]): Generator<string> {
  for (const text of texts) for (const run of numbersIn(text)) yield run;
}

/** The amount of a row in single units as far as the cell itself tells, for comparing with running sums; NaN when none. */
export function roughValue(scan: AmountScan, i: number): number {
  if (scan.state[i] === NUMBER) return scan.value[i];
  const id = scan.textId[i];
  if (scan.state[i] !== TEXT || scan.isMoney[id] === 0) return NaN;
  const size = scan.digits[id] * 10 ** Math.max(scan.exponent[id], 0);
  return scan.parsed[id].negative ? -size : size;
}
