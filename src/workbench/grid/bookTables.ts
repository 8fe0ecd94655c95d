/** Tables of a book as its formulas see them, before the book is on the desk. */
import type { Book, Cell, Table } from '../../engine/index';
import type { TablesOfCell } from './formulaText';
import { engineColumn } from './tableReference';
import { referenceText, type NamedTable, type Title } from './tableText';

/** For the formula of one cell; `sheet` is an index into the sheets of the book. */
export function tablesOfBook(book: Book): (sheet: number, row: number, column: number) => TablesOfCell {
  const named = new Map(book.tables.map((table) => [table.name.toLowerCase(), namedTable(book, table)]));
  return (sheet, row, column) => ({
    own: () => book.tables.find((table) => table.sheet === sheet && isIn(table, row, column))?.name ?? null,
    text: (name, reference) => {
      const table = named.get(name.toLowerCase());
      return table === undefined ? null : referenceText(table, reference);
    },
  });
}

function isIn({ area }: Table, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

function namedTable(book: Book, table: Table): NamedTable {
  const { name: sheet, grid } = book.sheets[table.sheet];
  const { top, left, right } = table.area;
  const titles = new Map<string, Title>();
  for (let column = left; column <= right; column += 1) {
    const offset = column - left;
    const heading = table.headingRows > 0 ? textOf(grid.at(top, column)) : '';
    const title = engineColumn(heading === '' ? `Column${offset + 1}` : heading);
    titles.set(title.toLowerCase(), { title, offset });
  }
  return {
    name: table.name,
    sheet,
    area: table.area,
    hasHeading: table.headingRows > 0,
    hasTotals: table.totalsRows > 0,
    titles,
  };
}

function textOf(cell: Cell): string {
  return cell === null || typeof cell === 'object' ? '' : String(cell);
}
