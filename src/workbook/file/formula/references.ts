/** Words of a formula that are cells, rows or columns: A1, $B$2, the A of A:C, the $1 of $1:3. */
import { columnLetters } from '../../../engine/index';
import type { Token } from './tokens';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** A row or a column that a reference names; `fixed` with a $ before it. */
interface Line {
  readonly at: number;
  readonly fixed: boolean;
}

export interface CellWord {
  /** null in the rows of 1:3. */
  readonly column: Line | null;
  /** null in the columns of A:C. */
  readonly row: Line | null;
}

const cell = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const columnOnly = /^(\$?)([A-Za-z]{1,3})$/;
const rowOnly = /^(\$?)([1-9]\d{0,6})$/;

/** What tokens[index] refers to; null when it is a function, a name, a sheet or a number. */
export function cellWord(tokens: readonly Token[], index: number): CellWord | null {
  const { kind, text } = tokens[index];
  if (kind !== 'word' && kind !== 'number') return null;
  const next = tokens[index + 1]?.text ?? '';
  if (next === '(' || next === '!' || next.startsWith('[')) return null;
  const match = cell.exec(text);
  if (match !== null) return within(columnOf(match[2], match[1]), rowOf(match[4], match[3]));
  const before = tokens[index - 1]?.text;
  if (before !== ':' && next !== ':') return null;
  const pattern = columnOnly.test(text) ? columnOnly : rowOnly;
  const partner = tokens[next === ':' ? index + 2 : index - 2]?.text ?? '';
  const line = pattern.exec(text);
  if (line === null || !pattern.test(partner)) return null;
  return pattern === columnOnly
    ? within(columnOf(line[2], line[1]), null)
    : within(null, rowOf(line[2], line[1]));
}

export function cellWordText({ column, row }: CellWord): string {
  const letters = column === null ? '' : `${column.fixed ? '$' : ''}${columnLetters(column.at)}`;
  return row === null ? letters : `${letters}${row.fixed ? '$' : ''}${row.at + 1}`;
}

/** A word such as ABC1048577 is a name. */
function within(column: Line | null, row: Line | null): CellWord | null {
  return (column?.at ?? 0) > LAST_COLUMN || (row?.at ?? 0) > LAST_ROW ? null : { column, row };
}

function columnOf(letters: string, dollar: string): Line {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { at: column - 1, fixed: dollar !== '' };
}

function rowOf(digits: string, dollar: string): Line {
  return { at: Number(digits) - 1, fixed: dollar !== '' };
}
