/** What of a workbook is read besides the values of cells, and what is not asked for. */
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import type { Snapshot } from '../../../src/workbook/port';
import { area, refusalOf, write } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';
import { emptyBook } from './emptyBook';
import { tap } from './tap';

describe('reading the workbook in Excel', () => {
  let page: OpenPage;
  let sheet = '';
  const workbook = excelWorkbook();

  beforeAll(async () => {
    page = await openPage({ requirementSets: { ExcelApi: '1.20' } });
  });

  beforeEach(() => {
    sheet = emptyBook(page);
  });

  const inSheet = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
    Excel.run(async (context) => {
      work(context.workbook.worksheets.getItem(sheet));
      await context.sync();
    });
  const first = async (): Promise<Snapshot['sheets'][number]> => (await workbook.read()).sheets[0];

  it('an empty workbook has sheets without cells', async () => {
    const book = await workbook.read();
    expect(book.name).toBe('Book1.xlsx');
    expect(book.sheets[0].grid).toMatchObject({ rows: 0, columns: 0 });
    expect(book.sheets[0].grid.at(0, 0)).toBeNull();
    expect(book.sheets[0].format?.(0, 0)).toBe('General');
  });

  it('formulas give their results, errors are errors, and texts that look like them are texts', async () => {
    page.model.registerFunction('TEXT.OF', () => Promise.resolve({ value: '=A1' }));
    page.model.registerFunction('NOTHING', () => Promise.resolve({ value: '' }));
    page.model.write(sheet, area('A1:F1'), [
      ['=TEXT.OF()', '=NOTHING()', '=NO.SUCH()', '#N/A', "'#N/A", "'=1"],
    ]);
    await page.model.settled();
    const { grid, isFormula } = await first();
    const columns = [0, 1, 2, 3, 4, 5];
    expect(columns.map((column) => grid.at(0, column))).toEqual([
      '=A1',
      '',
      { error: '#NAME?' },
      { error: '#N/A' },
      '#N/A',
      '=1',
    ]);
    expect(columns.map((column) => isFormula?.(0, column))).toEqual([true, true, true, false, false, false]);
  });

  it('hidden rows and columns of the used part are found, all of them or some', async () => {
    page.model.write(
      sheet,
      area('B2:D6'),
      Array.from({ length: 5 }, () => [1, 2, 3]),
    );
    await inSheet((of) => {
      of.getRange('3:4').rowHidden = true;
      of.getRange('90:99').rowHidden = true;
      of.getRange('C:C').columnHidden = true;
    });
    expect(await first()).toMatchObject({ hiddenRows: [2, 3], hiddenColumns: [2], filter: null });
    await inSheet((of) => {
      of.getRange('1:9').rowHidden = true;
      of.getRange('B:D').columnHidden = true;
    });
    expect(await first()).toMatchObject({ hiddenRows: [1, 2, 3, 4, 5], hiddenColumns: [1, 2, 3] });
  });

  it('rows that a filter hides are told from those hidden by hand', async () => {
    page.model.write(
      sheet,
      area('A1:A9'),
      Array.from({ length: 9 }, (_, row) => [row]),
    );
    await inSheet((of) => {
      of.getRange('3:3').rowHidden = true;
      of.getRange('8:8').rowHidden = true;
      of.autoFilter.apply('A1:A5');
    });
    const filter = { area: area('A1:A5'), hiddenRows: [] };
    expect(await first()).toMatchObject({ hiddenRows: [2, 7], filter });
    await inSheet((of) => of.autoFilter.apply('A1:A5', 0, { filterOn: 'Values', values: ['1'] }));
    expect(await first()).toMatchObject({ hiddenRows: [7], filter: { ...filter, hiddenRows: [2] } });
  });

  it('hidden rows are found in every band of a long sheet', async () => {
    page.model.write(sheet, area('A1'), [[1]]);
    page.model.write(sheet, area('A70000'), [[2]]);
    await inSheet((of) => {
      of.getRange('20000:20001').rowHidden = true;
      of.getRange('40001:60000').rowHidden = true;
      of.getRange('69999:80000').rowHidden = true;
    });
    const { hiddenRows } = await first();
    expect([hiddenRows.length, hiddenRows[0], hiddenRows[1], hiddenRows[2], hiddenRows.at(-1)]).toEqual([
      20_004, 19_999, 20_000, 40_000, 69_999,
    ]);
  });

  it('sheets that are hidden say so', async () => {
    await inSheet((of) => {
      of.context.workbook.worksheets.add('Second').visibility = 'VeryHidden';
      of.context.workbook.worksheets.add('Third').visibility = 'Hidden';
    });
    const { sheets } = await workbook.read();
    expect(sheets.map(({ visibility }) => visibility)).toEqual(['visible', 'veryHidden', 'hidden']);
  });

  it('a column that is formatted to its end is not read to its end', async () => {
    page.model.write(sheet, area('A1:A2'), [['Amount'], [5]]);
    page.model.setNumberFormats(sheet, area('A1048576'), [['0.00']]);
    const { passed, close } = tap(page.host);
    expect((await first()).grid.rows).toBe(2);
    close();
    expect(passed.length).toBeLessThan(6);
  });

  it('a million rows are read in pieces, and the caller sees how far it is and may stop', async () => {
    page.model.write(sheet, area('A1'), [['first']]);
    page.model.write(sheet, area('A1048576'), [['last']]);
    const seen: number[] = [];
    const { grid } = (await workbook.read(undefined, { progress: (done, total) => seen.push(done / total) }))
      .sheets[0];
    expect([grid.rows, grid.at(0, 0), grid.at(5, 0), grid.at(1_048_575, 0)]).toEqual([
      1_048_576,
      'first',
      null,
      'last',
    ]);
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const stop = new AbortController();
    const options = { signal: stop.signal, progress: () => stop.abort() };
    expect((await refusalOf(workbook.read(undefined, options))).message).toBe(
      'Stopped. Nothing was changed.',
    );
  });

  it('values that are scattered over the whole sheet are refused with their place', async () => {
    page.model.write(sheet, area('A1'), [[1]]);
    page.model.write(sheet, area('XFD1048576'), [[2]]);
    const refusal = await refusalOf(workbook.read());
    expect(refusal.why).toBe('too-large');
    expect(refusal.message).toContain('The values of Sheet1!A1:XFD1048576 take 17,179,869,184 cells');
  });

  it('what Excel cannot undo together is written in steps', async () => {
    page.host.fail('UndoNotSupported');
    await workbook.apply([write('Sheet1', 'A1', [[1]])]);
    expect(page.model.value(sheet, 0, 0)).toBe(1);
  });

  it('many small sheets are read together', async () => {
    for (let index = 0; index < 40; index++) {
      const { id } = page.model.addSheet(`Sheet of ${index}`);
      page.model.write(id, area('A1'), [[index]]);
    }
    const { passed, close } = tap(page.host);
    const { sheets } = await workbook.read();
    close();
    expect(sheets.map(({ grid }) => grid.at(0, 0))).toEqual([
      null,
      ...Array.from({ length: 40 }, (_, at) => at),
    ]);
    expect(passed.length).toBeLessThan(6);
  });

  it('nothing was asked that the host does not know', () => {
    expect(page.host.notImplemented).toEqual([]);
  });
});
