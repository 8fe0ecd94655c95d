import type { Operation } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';
import { after, area, cellsAt, refusalOf, write } from './working';

const rows = [
  ['Payer', 'Payee', 'Amount (bn)'],
  ['Nvidia', 'OpenAI', 30],
  ['OpenAI', 'Oracle', 300],
];
const deals = write('Sheet1', 'B2:D4', rows);
const table = (name: string, address = 'B2:D4', sheet = 'Sheet1'): Operation => ({
  kind: 'add-table',
  sheet,
  area: area(address),
  name,
});

export function tableLaws(open: OpenEmpty): void {
  describe('tables', () => {
    it.each(['Deals', '__proto__', 'constructor', 'toString', '거래', 'Deals_2026.v1'])(
      'a table can be called %j',
      async (name) => {
        const book = await after(open, [deals, table(name)]);
        expect(book.tables).toEqual([{ name, sheet: 0, area: area('B2:D4'), headingRows: 1, totalsRows: 0 }]);
        expect(cellsAt(book, 'Sheet1', 'B2:D4')).toEqual(rows);
      },
    );

    it('two tables lie side by side, and each knows its sheet', async () => {
      const book = await after(open, [
        deals,
        table('Deals'),
        { kind: 'add-sheet', sheet: 'Other' },
        write('Other', 'A1:C3', rows),
        table('More', 'A1:C3', 'Other'),
      ]);
      expect(book.tables.map(({ name, sheet }) => [name, book.sheets[sheet].name])).toEqual([
        ['Deals', 'Sheet1'],
        ['More', 'Other'],
      ]);
    });

    it('a deleted table leaves its cells, and its name and place are free again', async () => {
      const book = await after(open, [deals, table('Deals')], [{ kind: 'delete-table', name: 'DEALS' }]);
      expect(book.tables).toEqual([]);
      expect(cellsAt(book, 'Sheet1', 'B2:D4')).toEqual(rows);
      const again = await after(
        open,
        [deals, table('Deals')],
        [{ kind: 'delete-table', name: 'Deals' }, table('Deals', 'B2:C4')],
      );
      expect(again.tables.map(({ area: at }) => at)).toEqual([area('B2:C4')]);
    });

    it('a deleted sheet takes its tables along', async () => {
      const book = await after(open, [
        { kind: 'add-sheet', sheet: 'Other' },
        write('Other', 'B2:D4', rows),
        table('Deals', 'B2:D4', 'Other'),
        { kind: 'delete-sheet', sheet: 'Other' },
        deals,
        table('Deals'),
      ]);
      expect(book.tables.map(({ name, sheet }) => [name, sheet])).toEqual([['Deals', 0]]);
    });

    it.each([
      ['taken', table('deals', 'F2:G4'), 'There is a table "Deals" already'],
      ['taken', table('More', 'D4:E6'), 'The table "More" would overlap the table "Deals"'],
      ['other', table('A1', 'F2:G4'), 'The table name "A1" is the name of a cell'],
      ['other', table('R1C1', 'F2:G4'), 'The table name "R1C1" is the name of a cell'],
      ['other', table('two words', 'F2:G4'), 'The table name "two words" is not a letter'],
      ['other', table('Short', 'F2:G2'), 'The table "Short" has no row below its heading'],
      ['missing', { kind: 'delete-table', name: 'More' }, 'There is no table "More"'],
      ['missing', table('More', 'A1:B2', 'Nowhere'), 'There is no sheet "Nowhere"'],
    ] as const)('refused as %s: %j', async (why, operation, sentence) => {
      const { port } = await open();
      await port.apply([deals, table('Deals')]);
      const refusal = await refusalOf(port.apply([operation]));
      expect(refusal.why).toBe(why);
      expect(refusal.message).toContain(sentence);
    });
  });
}
