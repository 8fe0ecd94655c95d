/** Reading cells into a ledger, for the tests of this room. */
import type { Book, Cell, Sheet } from '../../../src/engine/book';
import type { ReadOptions, Refusal } from '../../../src/engine/ledger/read';
import { readLedger } from '../../../src/engine/ledger/read';
import type { Ledger, RowIssue } from '../../../src/engine/ledger/types';
import { inEnglish } from '../../../src/engine/sentence';
import { bookOf } from '../../oracles/csv';

export function readBook(book: Book, options: ReadOptions = {}): Ledger {
  const outcome = readLedger(book, whole(book), options);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}: ${inEnglish(outcome.refusal.message)}`);
  expect(outcome.ledger.deals + outcome.ledger.leftOut).toBe(outcome.ledger.dataRows);
  return outcome.ledger;
}

export function read(
  cells: readonly (readonly Cell[])[],
  options: ReadOptions = {},
  more: Partial<Sheet> = {},
): Ledger {
  return readBook(bookOf(cells, more), options);
}

export function refusal(
  cells: readonly (readonly Cell[])[],
  options: ReadOptions = {},
  more: Partial<Sheet> = {},
): Omit<Refusal, 'message'> & { message: string } {
  const book = bookOf(cells, more);
  const outcome = readLedger(book, whole(book), options);
  if (outcome.ok) throw new Error('not refused');
  return { ...outcome.refusal, message: inEnglish(outcome.refusal.message) };
}

export function whole(book: Book): {
  sheet: number;
  area: { top: number; left: number; bottom: number; right: number };
  table: null;
} {
  const { top, left, rows, columns } = book.sheets[0].grid;
  return { sheet: 0, area: { top, left, bottom: top + rows - 1, right: left + columns - 1 }, table: null };
}

/** Face amounts in the sheet's unit. */
export function amounts(ledger: Ledger): number[] {
  return Array.from(ledger.amount, (amount) => amount / 10 ** ledger.money.decimals);
}

export function gross(ledger: Ledger): number {
  return ledger.amount.reduce((sum, amount) => sum + amount, 0) / 10 ** ledger.money.decimals;
}

export function codes(ledger: { issues: readonly { code: string }[] }): string[] {
  return ledger.issues.map((issue) => issue.code);
}

/** What is said about rows, in English. */
export function messages(issues: readonly RowIssue[]): string[] {
  return issues.map((issue) => inEnglish(issue.message));
}

/** 'A>B' of each deal. */
export function pairs(ledger: Ledger): string[] {
  return Array.from(ledger.from, (from, i) => `${ledger.parties[from]}>${ledger.parties[ledger.to[i]]}`);
}

export function day(iso: string): number {
  return Date.parse(iso) / 86_400_000;
}
