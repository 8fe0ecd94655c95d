/** What a column holds, from a sample of its rows: the check on what its heading says. */
import type { Sheet } from '../book';
import { parseAmount } from './amountText';
import { classOfCell } from './kinds';
import { isDateFormat } from './dates';
import { parsePeriod } from './period';
import { isBlank } from './text';

/** Shares of the non-empty sampled cells, 0..1. */
export interface Profile {
  readonly filled: number;
  readonly sampled: number;
  readonly text: number;
  readonly number: number;
  /** Text that parses as an amount or as a placeholder for one. */
  readonly moneyText: number;
  readonly date: number;
  readonly classLetter: number;
  readonly averageLength: number;
}

const SAMPLE = 100;

/** Rows to look at: the first fifty and fifty more spread over the rest, ascending. O(1). */
export function sampleRows(top: number, bottom: number): number[] {
  const count = bottom - top + 1;
  if (count <= SAMPLE) return Array.from({ length: Math.max(count, 0) }, (_, i) => top + i);
  const rows: number[] = [];
  for (let i = 0; i < SAMPLE / 2; i++) rows.push(top + i);
  const step = (count - SAMPLE / 2) / (SAMPLE / 2);
  for (let i = 0; i < SAMPLE / 2; i++) rows.push(top + SAMPLE / 2 + Math.floor(i * step));
  return rows;
}

export function profileOf(sheet: Sheet, column: number, rows: readonly number[]): Profile {
  let filled = 0;
  let text = 0;
  let number = 0;
  let money = 0;
  let date = 0;
  let letters = 0;
  let length = 0;
  for (const row of rows) {
    const cell = sheet.grid.at(row, column);
    if (isBlank(cell) || cell === null) continue;
    filled++;
    if (typeof cell === 'number') {
      number++;
      if (sheet.format !== null && isDateFormat(sheet.format(row, column))) date++;
    } else if (typeof cell === 'string') {
      text++;
      length += Math.min(cell.length, 200);
      if (classOfCell(cell) >= 0 && cell.trim().length === 1) letters++;
      if (parsePeriod(cell) !== null) date++;
      if (
        cell.length <= 60 &&
        (parseAmount(cell, 'dot').kind !== 'unreadable' || parseAmount(cell, 'comma').kind !== 'unreadable')
      )
        money++;
    }
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled,
    sampled: rows.length,
    text: share(text),
    number: share(number),
    moneyText: share(money),
    date: share(date),
    classLetter: share(letters),
    averageLength: text === 0 ? 0 : length / text,
  };
}
