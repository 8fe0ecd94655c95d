import type { Operation } from '../../../src/workbook/port';
import { sealed } from '../../../src/workbook/seal';
import type { OpenEmpty } from '../workbookPort';
import { area, cellsAt, refusalOf, write } from './working';

const sheet = 'Sheet1';
const onSheet: readonly Operation[] = [
  { kind: 'look', sheet, area: area('A1'), look: { bold: true } },
  {
    kind: 'layout',
    sheet,
    layout: {
      columns: [9],
      rows: [],
      merges: [],
      gridlines: true,
      page: { landscape: false, area: area('A1'), footer: '', breaks: [] },
    },
  },
  { kind: 'clear-sheet', sheet },
  { kind: 'add-comment', sheet, row: 0, column: 0, text: sealed('of ours', '1.0') },
  { kind: 'highlight', sheet, areas: [area('A1')], fill: 'D6ECEA' },
];

export function protectionLaws(open: OpenEmpty): void {
  describe('protection', () => {
    it.each(onSheet)('a protected sheet refuses the whole plan: $kind', async (operation) => {
      const { port, others, reopen } = await open();
      await port.apply([{ kind: 'add-sheet', sheet: 'Free' }, write(sheet, 'A1', [['kept']])]);
      await others.protect(sheet);
      const refusal = await refusalOf((await reopen()).apply([write('Free', 'A1', [[1]]), operation]));
      expect(refusal.why).toBe('locked');
      expect(refusal.message).toMatch(/The sheet "Sheet1" is protected .*Nothing was changed\.$/);
      const book = await (await reopen()).read(undefined, { marks: true });
      expect(cellsAt(book, 'Free', 'A1')).toEqual([[null]]);
      expect(cellsAt(book, sheet, 'A1')).toEqual([['kept']]);
      expect(book.marks).toMatchObject({
        structureIsProtected: false,
        sheets: [
          { sheet, isProtected: true, comments: [], highlights: [] },
          { sheet: 'Free', isProtected: false },
        ],
      });
    });

    it('a protected structure lets no sheet come, and is said', async () => {
      const { port, others, reopen } = await open();
      await port.apply([write(sheet, 'A1', [['kept']])]);
      await others.protectStructure();
      const now = await reopen();
      const refusal = await refusalOf(
        now.apply([write(sheet, 'A1', [['lost']]), { kind: 'add-sheet', sheet: 'Report' }]),
      );
      expect(refusal.why).toBe('locked');
      const book = await (await reopen()).read(undefined, { marks: true });
      expect(cellsAt(book, sheet, 'A1')).toEqual([['kept']]);
      expect(book.marks?.structureIsProtected).toBe(true);
    });
  });
}
