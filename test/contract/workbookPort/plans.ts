import type { Operation } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';
import { after, area, cellsAt, everything, refusalOf, write } from './working';

const add = (sheet: string): Operation => ({ kind: 'add-sheet', sheet });

/** Plans whose last operation cannot be. */
const impossible: readonly (readonly [string, Operation])[] = [
  ['an unknown sheet', write('Nowhere', 'A1', [[1]])],
  ['a taken name', add('sheet1')],
  ['rows of another width', write('Sheet1', 'A1:B2', [[1, 2], [3]])],
  ['too few rows', write('Sheet1', 'A1:B2', [[1, 2]])],
  [
    'formats of another shape',
    { kind: 'number-formats', sheet: 'Sheet1', area: area('A1:B1'), formats: [['0']] },
  ],
  ['a number that is none', write('Sheet1', 'A1', [[Number.NaN]])],
  ['a formula without "="', write('Sheet1', 'A1', [[{ formula: 'SUM(A1)' }]])],
  ['a formula that is too long', write('Sheet1', 'A1', [[{ formula: `=${'1+'.repeat(4_100)}1` }]])],
  [
    'cells beyond the sheet',
    {
      kind: 'write',
      sheet: 'Sheet1',
      area: { top: 1_048_576, left: 0, bottom: 1_048_576, right: 0 },
      cells: [[1]],
    },
  ],
  [
    'an area upside down',
    { kind: 'write', sheet: 'Sheet1', area: { top: 2, left: 0, bottom: 1, right: 0 }, cells: [] },
  ],
  ['an unknown table', { kind: 'delete-table', name: 'Nothing' }],
  ['the deleting of every sheet', { kind: 'delete-sheet', sheet: 'Sheet1' }],
];

export function planLaws(open: OpenEmpty): void {
  describe('plans', () => {
    it('operations are carried out in their order', async () => {
      const book = await after(open, [
        add('A'),
        write('A', 'A1', [[1]]),
        write('A', 'A1:A2', [[2], [2]]),
        { kind: 'rename-sheet', sheet: 'A', to: 'B' },
        add('A'),
        write('A', 'A1', [['new']]),
        write('B', 'A2', [[3]]),
        { kind: 'rename-sheet', sheet: 'Sheet1', to: 'C' },
        { kind: 'delete-sheet', sheet: 'C' },
        add('Sheet1'),
      ]);
      expect(book.sheets.map(({ name }) => name)).toEqual(['B', 'A', 'Sheet1']);
      expect(cellsAt(book, 'B', 'A1:A2')).toEqual([[2], [3]]);
      expect(cellsAt(book, 'A', 'A1')).toEqual([['new']]);
    });

    it('names can be swapped', async () => {
      const book = await after(
        open,
        [add('Two'), write('Sheet1', 'A1', [[1]]), write('Two', 'A1', [[2]])],
        [
          { kind: 'rename-sheet', sheet: 'Sheet1', to: 'swap' },
          { kind: 'rename-sheet', sheet: 'Two', to: 'Sheet1' },
          { kind: 'rename-sheet', sheet: 'swap', to: 'Two' },
          write('Two', 'A2', [['was Sheet1']]),
        ],
      );
      expect(book.sheets.map(({ name }) => name)).toEqual(['Two', 'Sheet1']);
      expect(cellsAt(book, 'Two', 'A1:A2')).toEqual([[1], ['was Sheet1']]);
    });

    it('an empty plan changes nothing', async () => {
      const book = await after(open, [write('Sheet1', 'A1', [[1]])], []);
      expect(cellsAt(book, 'Sheet1', 'A1')).toEqual([[1]]);
    });

    it.each(impossible)('%s is refused, and nothing of the plan is done', async (_, operation) => {
      const { port, reopen } = await open();
      await port.apply([
        write('Sheet1', 'A1:B2', [
          ['kept', 1],
          ['=kept', { formula: '=A1' }],
        ]),
      ]);
      const before = everything(await (await reopen()).read());
      const again = await reopen();
      const refusal = await refusalOf(
        again.apply([
          add('Added'),
          write('Sheet1', 'A1', [['gone']]),
          { kind: 'delete-sheet', sheet: 'Added' },
          operation,
        ]),
      );
      expect(refusal.message).toMatch(/^[A-Z"].* \(change 4 of 4, .*\)\. Nothing was changed\.$/s);
      expect(everything(await (await reopen()).read())).toEqual(before);
    });
  });
}
