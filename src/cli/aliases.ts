/** --aliases FILE: two columns, a spelling and the name to use for it, with or without a heading. */
import type { Book, Cell } from '../engine/index';
import { cellAddress } from '../engine/index';
import { visible } from '../report/visible';
import { UsageError } from './usage';

const headings = new Set(['spelling', 'alias', 'from', 'as written', 'variant', '표기', '별칭']);

/** Spelling -> name, from the first sheet of the book. Throws UsageError on a row that is not two names. */
export function aliasesOf(book: Book): ReadonlyMap<string, string> {
  const sheet = book.sheets[0];
  const aliases = new Map<string, string>();
  if (sheet === undefined) return aliases;
  const { grid } = sheet;
  for (let row = grid.top; row < grid.top + grid.rows; row++) {
    const spelling = text(grid.at(row, grid.left));
    const name = text(grid.at(row, grid.left + 1));
    if (spelling === '' && name === '') continue;
    if (row === grid.top && headings.has(spelling.toLowerCase())) continue;
    const cell = cellAddress(sheet.name, row, grid.left);
    if (spelling === '' || name === '')
      throw new UsageError(
        `--aliases takes two columns, a spelling and its name; one is blank (${visible(cell)}).`,
      );
    const other = aliases.get(spelling);
    if (other !== undefined && other !== name)
      throw new UsageError(
        `--aliases gives "${visible(spelling)}" two names, "${visible(other)}" and "${visible(name)}" (${visible(cell)}).`,
      );
    aliases.set(spelling, name);
  }
  return aliases;
}

function text(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
}
