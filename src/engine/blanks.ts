/**
 * Empty cells that arrive as 0.
 *
 * Excel on the web hands over an empty cell as null, Excel on a desktop in some versions as 0, and an answer must not
 * depend on which. Two things tell: a row of nothing but blanks and zeros is an empty row; and where a range holds no
 * blank at all but zeros stand in a column of text, the host writes 0 for blank, and then every 0 of the range is one.
 * (A 0 that was typed moves no money either. What cannot be told apart: a typed probability of 0 on such a host.)
 */
import type { Cell } from './book';

/** The same rows where nothing is to change. O(cells). */
export function withoutZeroBlanks(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  if (writesZeroForBlank(rows)) return rows.map((row) => row.map((cell) => (cell === 0 ? null : cell)));
  const isEmpty = (row: readonly Cell[]) => row.every((cell) => cell === null || cell === 0);
  if (!rows.some((row) => row.includes(0) && isEmpty(row))) return rows;
  return rows.map((row) => (isEmpty(row) ? row.map(() => null) : row));
}

function writesZeroForBlank(rows: readonly (readonly Cell[])[]): boolean {
  const columns = rows[0]?.length ?? 0;
  const texts = new Int32Array(columns);
  const numbers = new Int32Array(columns);
  const zeros = new Int32Array(columns);
  for (const row of rows) {
    for (let column = 0; column < columns; column++) {
      const cell = row[column] ?? null;
      if (cell === null) return false;
      if (typeof cell === 'string') texts[column]++;
      else if (cell === 0) zeros[column]++;
      else if (typeof cell === 'number') numbers[column]++;
    }
  }
  // The heading is a text in every column, so that one text says nothing.
  return zeros.some((count, column) => count > 0 && texts[column] > 1 && texts[column] > numbers[column]);
}
