import type { CellLook, SheetLayout } from '../../../src/workbook/looks';
import type { Operation } from '../../../src/workbook/port';
import { sealed } from '../../../src/workbook/seal';
import type { OpenEmpty } from '../workbookPort';
import { area, cellsAt, formatsAt, write } from './working';

const look = (address: string, given: CellLook, sheet = 'Sheet1'): Operation => ({
  kind: 'look',
  sheet,
  area: area(address),
  look: given,
});

const layout: SheetLayout = {
  columns: [6, 30],
  rows: [{ row: 0, height: 40 }],
  merges: [area('A1:B1')],
  gridlines: false,
  page: { landscape: true, area: area('A1:B6'), footer: '&P of &N', breaks: [3] },
};

const laidOut = (given: SheetLayout): Operation => ({ kind: 'layout', sheet: 'Sheet1', layout: given });

export function lookLaws(open: OpenEmpty): void {
  describe('looks', () => {
    it('are seen on every cell of the area and on no other', async () => {
      const { port, others } = await open();
      const plain = await others.look('Sheet1', 0, 0);
      const given = {
        bold: true,
        italic: true,
        size: 14,
        color: '0B6E69',
        fill: 'EEF4F3',
        align: 'right',
        vertical: 'center',
        wrap: true,
        indent: 2,
        above: 'AAAAAA',
        below: '999999',
      } as const;
      await port.apply([write('Sheet1', 'B2', [['x']]), look('B2:C3', given)]);
      expect(await others.look('Sheet1', 1, 1)).toEqual(given);
      expect(await others.look('Sheet1', 2, 2)).toMatchObject({
        bold: true,
        fill: 'EEF4F3',
        below: '999999',
      });
      expect(await others.look('Sheet1', 0, 0)).toEqual(plain);
      expect(await others.look('Sheet1', 4, 1)).toEqual(plain);
    });

    it('keep what they do not speak of, the number format too', async () => {
      const { port, others, reopen } = await open();
      await port.apply([
        write('Sheet1', 'A1', [[0.5]]),
        { kind: 'number-formats', sheet: 'Sheet1', area: area('A1'), formats: [['0.00%']] },
        look('A1', { bold: true, fill: 'EEF4F3', align: 'center', wrap: true, size: 9 }),
      ]);
      await port.apply([look('A1', { color: '0B6E69', italic: true }), look('A1', { bold: false })]);
      expect(await others.look('Sheet1', 0, 0)).toMatchObject({
        bold: false,
        italic: true,
        size: 9,
        color: '0B6E69',
        fill: 'EEF4F3',
        align: 'center',
        wrap: true,
      });
      const book = await (await reopen()).read();
      expect(cellsAt(book, 'Sheet1', 'A1')).toEqual([[0.5]]);
      expect(formatsAt(book, 'Sheet1', 'A1')).toEqual([['0.00%']]);
    });
  });

  describe('a layout', () => {
    it('is seen: widths, heights, merged cells and the page', async () => {
      const { port, others, reopen } = await open();
      await port.apply([
        write('Sheet1', 'A1:B2', [
          ['Title', null],
          [1, 2],
        ]),
        laidOut(layout),
      ]);
      expect(await others.layout('Sheet1')).toEqual({
        widths: [42, 210, null],
        heights: [40, null, null],
        gridlines: false,
        merges: [area('A1:B1')],
        landscape: true,
        isOnePageWide: true,
        printed: area('A1:B6'),
        footer: '&P of &N',
        breaks: [3],
      });
      expect(cellsAt(await (await reopen()).read(), 'Sheet1', 'A1:B2')).toEqual([
        ['Title', null],
        [1, 2],
      ]);
    });

    it('takes the place of the one that the sheet had', async () => {
      const { port, others } = await open();
      await port.apply([write('Sheet1', 'A1', [['Title']]), laidOut(layout)]);
      const next: SheetLayout = {
        columns: [10],
        rows: [],
        merges: [area('A2:A3')],
        gridlines: true,
        page: { landscape: false, area: area('A1:A3'), footer: '', breaks: [] },
      };
      await port.apply([laidOut(next)]);
      expect(await others.layout('Sheet1')).toMatchObject({
        widths: [70, null, null],
        gridlines: true,
        merges: [area('A2:A3')],
        landscape: false,
        printed: area('A1:A3'),
        footer: '',
        breaks: [],
      });
    });
  });

  describe('a sheet that is cleared', () => {
    it('has no cells, looks, rules or layout, and is still the sheet that formulas mean', async () => {
      const { port, others, reopen } = await open();
      const text = sealed('kept', '1.0');
      const plain = await others.look('Sheet1', 0, 0);
      await port.apply([
        { kind: 'add-sheet', sheet: 'Other' },
        write('Other', 'A1:B1', [[{ formula: '=Sheet1!A1' }, 'beside']]),
        write('Sheet1', 'A1:B2', [
          ['Title', 1],
          [{ formula: '=B1' }, 2],
        ]),
        look('A1:B2', { bold: true, fill: 'EEF4F3' }),
        laidOut(layout),
        { kind: 'highlight', sheet: 'Sheet1', areas: [area('A1')], fill: 'D6ECEA' },
        { kind: 'add-comment', sheet: 'Sheet1', row: 5, column: 0, text },
      ]);
      await port.apply([{ kind: 'clear-sheet', sheet: 'Sheet1' }, write('Sheet1', 'A1', [['again']])]);
      const book = await (await reopen()).read(undefined, { marks: true });
      expect(cellsAt(book, 'Sheet1', 'A1:B2')).toEqual([
        ['again', null],
        [null, null],
      ]);
      expect(cellsAt(book, 'Other', 'B1')).toEqual([['beside']]);
      expect(await others.look('Sheet1', 0, 0)).toEqual(plain);
      expect(await others.rules('Sheet1')).toEqual([]);
      expect(await others.layout('Sheet1')).toMatchObject({
        widths: [null, null, null],
        merges: [],
        gridlines: true,
      });
      expect(book.marks?.sheets[0].comments).toMatchObject([{ row: 5, column: 0, text }]);
    });

    it('must not hold a table', async () => {
      const { port } = await open();
      await port.apply([
        write('Sheet1', 'A1:A2', [['Payer'], ['Nvidia']]),
        { kind: 'add-table', sheet: 'Sheet1', area: area('A1:A2'), name: 'Deals' },
      ]);
      await expect(port.apply([{ kind: 'clear-sheet', sheet: 'Sheet1' }])).rejects.toThrow(
        'The sheet "Sheet1" holds the table "Deals"',
      );
    });
  });
}
