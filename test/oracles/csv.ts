/** A tiny CSV reader for tests (RFC 4180: quotes, doubled quotes, line breaks in quotes), and books made of its rows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book, Cell, Sheet } from '../../src/engine/book';
import { gridOf, plainSheet } from '../../src/engine/book';

export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let inQuotes = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inQuotes) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') {
        field += '"';
        at++;
      } else inQuotes = false;
    } else if (char === '"') inQuotes = true;
    else if (char === ',') {
      row.push(field);
      field = '';
    } else if (char === '\n') {
      row.push(field.replace(/\r$/, ''));
      rows.push(row);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** As a spreadsheet would take the fields over: numbers as numbers, nothing as an empty cell. */
export function cellsOf(rows: readonly (readonly string[])[]): Cell[][] {
  return rows.map((row) =>
    row.map((field) => (field === '' ? null : /^-?\d+(?:\.\d+)?$/.test(field) ? Number(field) : field)),
  );
}

export function dataCells(file: string): Cell[][] {
  return cellsOf(csvRows(readFileSync(join(__dirname, '../../data', file), 'utf8')));
}

/** A book with one sheet of these cells. `more` overrides parts of the sheet. */
export function bookOf(
  cells: readonly (readonly Cell[])[],
  more: Partial<Sheet> = {},
  top = 0,
  left = 0,
): Book {
  return {
    name: 'book.xlsx',
    sheets: [{ ...plainSheet('Deals', gridOf(cells, top, left)), ...more }],
    tables: [],
    date1904: false,
    notes: [],
  };
}
