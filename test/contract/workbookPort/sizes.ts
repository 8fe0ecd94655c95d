import { areaAddress, type Cell } from '../../../src/engine/index';
import type { OpenEmpty } from '../workbookPort';
import { after, cellsAt, write } from './working';

const rowsOf = (
  rows: number,
  columns: number,
  cell: (row: number, column: number) => Exclude<Cell, object>,
) =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)));
const address = (rows: number, columns: number): string =>
  areaAddress('', { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });

export function sizeLaws(open: OpenEmpty): void {
  describe('sizes', () => {
    it.each([
      ['more than 100,000 cells', 15_000, 8, (row: number, column: number) => row * 8 + column],
      ['a column of 120,000', 120_000, 1, (row: number) => (row % 3 === 0 ? `=deal ${row}` : row)],
      ['the widest row', 2, 16_384, (row: number, column: number) => `${row}/${column}`],
      ['1 MB of texts in a column', 40, 1, (row: number) => `${row}`.padEnd(32_767, '"x\\')],
      [
        'wide rows of the longest texts',
        2,
        60,
        (row: number, column: number) => `=${row}`.padEnd(32_767, `${column}é`),
      ],
      ['small cells, then large ones', 3_000, 2, (row: number) => (row < 2_950 ? row : 'x'.repeat(32_767))],
    ])('%s', async (_, rows, columns, cell) => {
      const cells = rowsOf(rows, columns, cell);
      const book = await after(open, [write('Sheet1', address(rows, columns), cells)]);
      expect(book.sheets[0].grid).toMatchObject({ rows, columns });
      const read = cellsAt(book, 'Sheet1', address(rows, columns));
      // toEqual would print megabytes.
      const differs = read.findIndex((row, at) => row.some((value, column) => value !== cells[at][column]));
      expect(differs).toBe(-1);
    });

    it('a plan of a thousand small changes', async () => {
      const plan = Array.from({ length: 1_000 }, (_, row) => write('Sheet1', `B${row + 1}`, [[row]]));
      const book = await after(open, plan);
      expect(cellsAt(book, 'Sheet1', 'B1:B1000')).toEqual(plan.map((_, row) => [row]));
    });
  });
}
