/**
 * The alias table of a workbook: which spellings are one party. A table (or a sheet) called "Aliases" with two columns, the
 * spelling and the name to use; its first row is a heading. Nothing is ever merged that the table does not name.
 */
import type { Book, Cell } from '../book';

export function readAliases(book: Book): Map<string, string> {
  const aliases = new Map<string, string>();
  const table = book.tables.find((entry) => isAliases(entry.name));
  const sheet =
    table === undefined ? book.sheets.find((entry) => isAliases(entry.name)) : book.sheets[table.sheet];
  if (sheet === undefined) return aliases;
  const top = table === undefined ? sheet.grid.top : table.area.top;
  const bottom = table === undefined ? top + sheet.grid.rows - 1 : table.area.bottom;
  const left = table === undefined ? sheet.grid.left : table.area.left;
  for (let row = top + 1; row <= bottom; row++) {
    const spelling = textOf(sheet.grid.at(row, left));
    const name = textOf(sheet.grid.at(row, left + 1));
    if (spelling !== '' && name !== '') aliases.set(spelling, name);
  }
  return aliases;
}

function isAliases(name: string): boolean {
  return ['aliases', 'alias', '별칭'].includes(name.trim().toLowerCase());
}

/** Account numbers are names too (sides.ts). */
function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? String(cell) : '';
}
