/** The sample, written into an open workbook through office.js. That it is the sample workbook is told in test/app. */
import { fillSample } from '../../../src/app/sample/fill';
import { sampleDeals, sampleFigures, type SampleSheet } from '../../../src/app/sample/operations';
import { analyze, gridOf, plainSheet, type Analysis, type Book, type Sheet } from '../../../src/engine/index';
import { excelSheets } from '../../../src/workbook/excel/sheets';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { openPage } from '../page';
import { emptyBook } from './emptyBook';

function analysed(book: Book): Analysis {
  const outcome = analyze(book, { draws: 0 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.analysis;
}

function sheetOf({ about, rows }: SampleSheet): Sheet {
  return {
    ...plainSheet(about.sheet, gridOf(rows)),
    format: (row, column) => (row === 0 ? null : about.formats[column]) ?? 'General',
  };
}

describe('the sample in an open workbook', () => {
  it('reads as it was written, gets free names, and leaves the other sheet alone', async () => {
    emptyBook(await openPage({ requirementSets: { ExcelApi: '1.20' } }));
    const workbook = excelWorkbook({ userStarted: true });
    const first = await fillSample(workbook, excelSheets);
    expect(first).toEqual({ deals: 'Deal ledger', figures: 'Company figures' });
    const sheets = [sheetOf(sampleDeals), sheetOf(sampleFigures)];
    const written = analysed({ name: '', sheets, tables: [], date1904: false, notes: [] });
    const analysis = analysed(await workbook.read());
    expect(analysis.input).toMatchObject({ table: 'Deals', digest: written.input.digest });
    expect(analysis.circularity).toEqual(written.circularity);
    expect(analysis.score).toEqual(written.score);

    const again = await fillSample(workbook, excelSheets);
    expect(again).toEqual({ deals: 'Deal ledger 2', figures: 'Company figures 2' });
    const book = await workbook.read();
    expect(book.sheets[0].grid.rows).toBe(0);
    expect(book.tables.map(({ name }) => name).sort()).toEqual([
      'Deals',
      'Deals_2',
      'Financials',
      'Financials_2',
    ]);
    expect(book.sheets[1].format?.(1, 1)).toBe('yyyy-mm-dd');
  });
});
