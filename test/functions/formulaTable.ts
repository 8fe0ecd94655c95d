/** The table of formulas and answers in test/fixtures/functions/formulas.json, with its books. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFile, projectRoot } from '../../scripts/docs/caseFiles';
import { gridOf, plainSheet, type Book, type Cell } from '../../src/engine/index';

/** A number, a text, a published figure with its rounding, or one of several. */
export type Expected =
  | number
  | string
  | { readonly about: number; readonly within: number }
  | { readonly oneOf: readonly number[] };

export interface FormulaCase {
  readonly book: string;
  readonly formula: string;
  readonly arguments: readonly string[];
  readonly answer?: Expected | readonly (readonly Expected[])[];
  readonly error?: '#VALUE!' | '#N/A';
  readonly message?: string | null;
  readonly source?: string;
}

interface StoredSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly table?: string;
}

type StoredBook = { readonly file: string } | { readonly sheets: readonly StoredSheet[] };

const stored = JSON.parse(
  readFileSync(join(projectRoot, 'test', 'fixtures', 'functions', 'formulas.json'), 'utf8'),
) as { books: Record<string, StoredBook>; formulas: FormulaCase[] };

export const formulaCases: readonly FormulaCase[] = stored.formulas;

/** Path of the book's file in the project; null for a book of plain cells. */
export function fileOf(name: string): string | null {
  const book = stored.books[name];
  return 'file' in book ? book.file : null;
}

const opened = new Map<string, Promise<Book>>();

export function bookOf(name: string): Promise<Book> {
  const known = opened.get(name) ?? open(name, stored.books[name]);
  opened.set(name, known);
  return known;
}

async function open(name: string, book: StoredBook): Promise<Book> {
  if ('file' in book) return openFile(...book.file.split('/'));
  return {
    name,
    sheets: book.sheets.map((sheet) => plainSheet(sheet.name, gridOf(sheet.rows))),
    tables: book.sheets.flatMap(({ table, rows }, sheet) =>
      table === undefined
        ? []
        : [
            {
              name: table,
              sheet,
              area: { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 },
              headingRows: 1,
              totalsRows: 0,
            },
          ],
    ),
    date1904: false,
    notes: [],
  };
}

/** Whether an answer is what the table expects; numbers to 12 digits, because sums of doubles may differ in the last. */
export function isExpected(value: unknown, expected: Expected): boolean {
  if (typeof expected === 'string') return value === expected;
  if (typeof value !== 'number') return false;
  if (typeof expected === 'number') return isClose(value, expected);
  if ('oneOf' in expected) return expected.oneOf.some((one) => isClose(value, one));
  return Math.abs(value - expected.about) <= expected.within;
}

function isClose(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}
