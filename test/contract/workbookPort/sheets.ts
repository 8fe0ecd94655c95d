import type { Operation } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';
import { after, cellsAt, refusalOf, write } from './working';

const add = (sheet: string): Operation => ({ kind: 'add-sheet', sheet });
const rename = (sheet: string, to: string): Operation => ({ kind: 'rename-sheet', sheet, to });

const oddNames = [
  "Bob's deals",
  'AI deals 2026',
  'A1',
  'R1C1',
  '거래',
  '🦉',
  '__proto__',
  'constructor',
  'toString',
  'a!b',
  '"quoted"',
  '=1+1',
  '<&>',
  'x'.repeat(31),
];

export function sheetLaws(open: OpenEmpty): void {
  describe('sheets', () => {
    it.each(oddNames)('a sheet can be called %j, written to, renamed and deleted', async (name) => {
      const { port, reopen } = await open();
      await port.apply([add(name), write(name, 'B2', [[name]])]);
      const book = await (await reopen()).read();
      expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', name]);
      expect(cellsAt(book, name, 'B2')).toEqual([[name]]);
      const again = await reopen();
      await again.apply([rename(name, 'Other'), rename('Other', name), rename('Sheet1', 'First')]);
      await again.apply([write(name, 'B3', [[3]]), { kind: 'delete-sheet', sheet: 'First' }]);
      const left = await (await reopen()).read([name]);
      expect(left.sheets.map((sheet) => sheet.name)).toEqual([name]);
      expect(cellsAt(left, name, 'B2:B3')).toEqual([[name], [3]]);
    });

    it('names are found without regard to case, and kept as they are', async () => {
      const book = await after(open, [add('Deals')], [write('DEALS', 'A1', [[1]])]);
      expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Deals']);
      expect(cellsAt(book, 'Deals', 'A1')).toEqual([[1]]);
    });

    it('a name can change in case only', async () => {
      const book = await after(open, [rename('Sheet1', 'SHEET1'), write('sheet1', 'A1', [[1]])]);
      expect(book.sheets.map((sheet) => sheet.name)).toEqual(['SHEET1']);
    });

    it('read gives the sheets that are named and no others, in the order of the workbook', async () => {
      const { port, reopen } = await open();
      await port.apply([add('One'), add('Two'), write('Two', 'A1', [[2]])]);
      const book = await (await reopen()).read(['two', 'Sheet1']);
      expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Two']);
    });

    it('an unknown sheet is refused with its name in quotes, for reading and for writing', async () => {
      const { port } = await open();
      const read = await refusalOf(port.read(['Deals']));
      expect(read.why).toBe('missing');
      expect(read.message).toContain('There is no sheet "Deals"');
      const written = await refusalOf(port.apply([write('Deals', 'A1', [[1]])]));
      expect(written.why).toBe('missing');
      expect(written.message).toBe('There is no sheet "Deals" (writing to Deals!A1). Nothing was changed.');
    });

    it.each([
      ['taken', add('SHEET1'), 'There is a sheet "Sheet1" already'],
      ['other', add(''), 'The sheet name "" is empty'],
      ['other', add('a/b'), 'The sheet name "a/b" has one of the characters \\ / ? * [ ] :'],
      ['other', add("'x"), 'The sheet name "\'x" begins or ends with an apostrophe'],
      ['other', add('x'.repeat(32)), `The sheet name "${'x'.repeat(32)}" is longer than 31 characters`],
      ['other', rename('Sheet1', 'a:b'), 'The sheet name "a:b" has one of the characters \\ / ? * [ ] :'],
      ['other', { kind: 'delete-sheet', sheet: 'Sheet1' }, '"Sheet1" is the last visible sheet'],
    ] as const)('refused as %s: %j', async (why, operation, sentence) => {
      const { port } = await open();
      const refusal = await refusalOf(port.apply([operation]));
      expect(refusal.why).toBe(why);
      expect(refusal.message).toContain(sentence);
    });
  });
}
