import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openBytes, refusalOf, valuesOf } from '../../oracles/openBytes';

const fixture = (name: string): Uint8Array =>
  readFileSync(path.join(__dirname, '../../fixtures/workbooks', name));

describe('a workbook that LibreOffice made', () => {
  it('from a text file equals that text file, dates being numbers that are shown as dates', async () => {
    const text = (await openBytes(fixture('deals.csv'), 'deals.csv')).sheets[0];
    const sheet = (await openBytes(fixture('deals.xlsx'), 'deals.xlsx')).sheets[0];
    const expected = valuesOf(text.grid).map((row, index) =>
      row.map((cell, column) =>
        index > 0 && column === 7 ? Date.parse(String(cell)) / 86_400_000 + 25_569 : cell,
      ),
    );
    expect(sheet.name).toBe(text.name);
    expect(valuesOf(sheet.grid)).toEqual(expected);
    expect(valuesOf(sheet.grid)[3]).toContain('두 줄\n둘째 줄');
    expect(sheet.format?.(1, 7)).toBe('yyyy\\-mm\\-dd');
  });

  it('keeps formulas, errors, merges, filters and what is hidden', async () => {
    const book = await openBytes(fixture('features.xlsx'), 'features.xlsx');
    expect(book.sheets.map(({ name }) => name)).toEqual(['Deals', 'Hidden & low']);
    const [deals] = book.sheets;
    expect(valuesOf(deals.grid)).toEqual([
      ['Ledger of deals', null, null, null, null],
      [null, null, null, null, null],
      ['from', 'to', 'amount', 'date', 'share'],
      ['A', 'B', 100.25, 45922, 0.125],
      ['B', 'C', 50, 45936, { error: '#DIV/0!' }],
      [true, 'A-B', 150.25, '', null],
    ]);
    const formulas = [0, 1, 2, 3, 4].map((column) => deals.isFormula?.(5, column));
    expect(formulas).toEqual([false, true, true, true, false]);
    expect(deals.format?.(3, 4)).toBe('0.0%');
    expect(deals.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(deals.hiddenColumns).toEqual([1]);
    expect(deals.filter).toEqual({ area: { top: 2, left: 0, bottom: 4, right: 4 }, hiddenRows: [4] });
    expect(deals.hiddenRows).toEqual([5]);
    expect(book.tables.map(({ sheet, headingRows }) => [sheet, headingRows])).toEqual([[0, 1]]);
  });

  it.each([
    ['features.xls', 'old-xls'],
    ['features.ods', 'open-document'],
  ])('of another kind, %s, is refused by its kind', async (name, code) => {
    expect((await refusalOf(openBytes(fixture(name), name))).code).toBe(code);
  });
});
