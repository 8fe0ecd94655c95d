import { isCellError } from '../../../src/engine/index';
import type { OpenEmpty } from '../workbookPort';
import { after, area, cellsAt, formatsAt, formulasAt, sheetOf, write } from './working';

const strangers = [
  '=1+1',
  '=',
  '+1',
  '-1',
  '@x',
  "'quoted",
  "'",
  "''two",
  '007',
  '1/2',
  '12%',
  '1,234.5',
  '1E5',
  '2024-03-01',
  'March 5',
  'TRUE',
  'false',
  '#N/A',
  '#REF!',
  '$5',
  '=cmd|calc!A1',
  ' leading and trailing ',
  'two\nlines',
  'tab\there',
  '"quotes" and \\backslashes\\',
  '🦉 emoji 👩‍🔬',
  '순환 고리',
  'é and é',
  '<b>&amp;</b>',
  '_x000D_',
  'Nvidia',
  'several plain words',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'null',
];

export function cellLaws(open: OpenEmpty): void {
  describe('cells', () => {
    it('read gives what was written: numbers, texts, booleans and nothing', async () => {
      const rows = [
        [12.5, 'Nvidia', true],
        [-0.1, null, false],
        [1e300, 0, 123_456_789_012_345],
      ];
      const book = await after(open, [write('Sheet1', 'B2:D4', rows)]);
      expect(cellsAt(book, 'Sheet1', 'B2:D4')).toEqual(rows);
      const { grid } = sheetOf(book, 'Sheet1');
      expect(grid).toMatchObject({ top: 1, left: 1, rows: 3, columns: 3 });
      expect(grid.at(0, 0)).toBeNull();
    });

    it.each(strangers)('text stays text: %j', async (text) => {
      const book = await after(open, [write('Sheet1', 'A1:A2', [[text], [1]])]);
      expect(cellsAt(book, 'Sheet1', 'A1')).toEqual([[text]]);
      expect(formulasAt(book, 'Sheet1', 'A1')).toEqual([[false]]);
      expect(formatsAt(book, 'Sheet1', 'A1:A2')).toEqual([['General'], ['General']]);
    });

    it('text stays text beside a formula too', async () => {
      const texts = strangers.map((text) => [text, { formula: '=A1' }]);
      const address = `A1:B${texts.length}`;
      const book = await after(open, [write('Sheet1', address, texts)]);
      expect(cellsAt(book, 'Sheet1', `A1:A${texts.length}`)).toEqual(strangers.map((text) => [text]));
      expect(formulasAt(book, 'Sheet1', address)).toEqual(strangers.map(() => [false, true]));
    });

    it('text stays text in cells of text format and of date format', async () => {
      const book = await after(open, [
        { kind: 'number-formats', sheet: 'Sheet1', area: area('A1:B1'), formats: [['@', 'yyyy-mm-dd']] },
        write('Sheet1', 'A1:B1', [["'007", '2024-03-01']]),
      ]);
      expect(cellsAt(book, 'Sheet1', 'A1:B1')).toEqual([["'007", '2024-03-01']]);
      expect(formatsAt(book, 'Sheet1', 'A1:B1')).toEqual([['@', 'yyyy-mm-dd']]);
    });

    it('a text of 32,767 characters is whole, and one more is refused before anything is written', async () => {
      const longest = '=x'.repeat(16_383) + '=';
      const book = await after(open, [write('Sheet1', 'A1', [[longest]])]);
      expect(cellsAt(book, 'Sheet1', 'A1')).toEqual([[longest]]);
      const { port } = await open();
      await expect(port.apply([write('Sheet1', 'A1', [[`${longest}x`]])])).rejects.toMatchObject({
        why: 'other',
        message:
          'A text has 32768 characters, and 32767 fit in Sheet1!A1 (writing to Sheet1!A1). Nothing was changed.',
      });
    });

    it('dates are serial numbers with a format', async () => {
      const book = await after(open, [
        write('Sheet1', 'A1:A2', [[45_352], [45_352.75]]),
        {
          kind: 'number-formats',
          sheet: 'Sheet1',
          area: area('A1:A2'),
          formats: [['yyyy-mm-dd'], ['m/d/yy h:mm']],
        },
      ]);
      expect(cellsAt(book, 'Sheet1', 'A1:A2')).toEqual([[45_352], [45_352.75]]);
      expect(formatsAt(book, 'Sheet1', 'A1:A2')).toEqual([['yyyy-mm-dd'], ['m/d/yy h:mm']]);
      expect(book.date1904).toBe(false);
    });

    it('null empties a cell and keeps its format, and so does an empty text', async () => {
      const book = await after(
        open,
        [
          write('Sheet1', 'A1:C2', [
            ['x', 1, 2],
            [3, 4, 5],
          ]),
          {
            kind: 'number-formats',
            sheet: 'Sheet1',
            area: area('B1:C1'),
            formats: [['0.00%', 'yyyy-mm-dd']],
          },
        ],
        [write('Sheet1', 'B1:C1', [[null, '']])],
      );
      expect(cellsAt(book, 'Sheet1', 'A1:C2')).toEqual([
        ['x', null, null],
        [3, 4, 5],
      ]);
      expect(formatsAt(book, 'Sheet1', 'A1:C1')).toEqual([['General', '0.00%', 'yyyy-mm-dd']]);
    });

    it('a formula is one, and what is written over it is not', async () => {
      const first = [
        write('Sheet1', 'A1:B2', [
          [1, { formula: '=A1' }],
          [2, { formula: '=A2' }],
        ]),
      ];
      const book = await after(open, first, [write('Sheet1', 'B2', [['=A2']])]);
      expect(formulasAt(book, 'Sheet1', 'A1:B2')).toEqual([
        [false, true],
        [false, false],
      ]);
      expect(cellsAt(book, 'Sheet1', 'B2')).toEqual([['=A2']]);
    });

    it('a formula without a result is an error and no text', async () => {
      const book = await after(open, [write('Sheet1', 'A1', [[{ formula: '=NO.SUCH.FUNCTION()' }]])]);
      const [[cell]] = cellsAt(book, 'Sheet1', 'A1');
      expect(isCellError(cell)).toBe(true);
      expect(formulasAt(book, 'Sheet1', 'A1')).toEqual([[true]]);
    });

    it('cells that are not named stay as they are', async () => {
      const book = await after(
        open,
        [write('Sheet1', 'A1:C1', [['a', '=b', 3]])],
        [write('Sheet1', 'B2', [['x']])],
      );
      expect(cellsAt(book, 'Sheet1', 'A1:C2')).toEqual([
        ['a', '=b', 3],
        [null, 'x', null],
      ]);
    });

    it('the far corner of a sheet is a cell like any other', async () => {
      const book = await after(open, [write('Sheet1', 'XFD1048576', [['corner']])]);
      expect(cellsAt(book, 'Sheet1', 'XFD1048576')).toEqual([['corner']]);
    });
  });
}
