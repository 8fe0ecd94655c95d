/// <reference types="office-js" />
/// <reference types="custom-functions-runtime" />
import { registerFunctions } from '../../src/workbench/officehost/functionBridge';
import { openPage, until, type OpenPage } from './page';

const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

describe('an add-in function in a cell, through the real office.js', () => {
  let page: OpenPage;

  beforeAll(async () => {
    page = await openPage();
    CustomFunctions.associate('TOTAL', (cells: unknown[][]) =>
      cells.reduce((sum, row) => sum + Number(row[2] ?? 0), 0),
    );
    CustomFunctions.associate('BY_PARTY', (cells: unknown[][]) => cells.map((row) => [row[0], row[2]]));
    registerFunctions(page.host, page.model, 'DEAL', {
      allowErrorForDataTypeAny: true,
      functions: [
        { id: 'TOTAL', name: 'TOTAL', parameters: [{ name: 'deals', dimensionality: 'matrix' }] },
        { id: 'BY_PARTY', name: 'BY_PARTY', parameters: [{ name: 'deals', dimensionality: 'matrix' }] },
      ],
    });
  });

  it('office.js says that it runs in Excel on a desktop', () => {
    expect(page.info.host).toBe('Excel');
    expect(page.info.platform).toBe('PC');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  });

  it('writes values, calls the function from a formula, and calls it again when an amount changes', async () => {
    const { model } = page;
    const sheet = model.activeSheet();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C2');
      range.values = [
        ['Nvidia', 'OpenAI', 100],
        ['OpenAI', 'Oracle', 300],
      ];
      await context.sync();
    });
    model.type(sheet, area(4, 0, 4, 0), [['=DEAL.TOTAL(A1:C2)']]);
    expect(model.value(sheet, 4, 0)).toEqual({ error: '#BUSY!' });
    await until(
      () => model.value(sheet, 4, 0),
      (value) => value === 400,
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('C1').values = [[150]];
      await context.sync();
    });
    await until(
      () => model.value(sheet, 4, 0),
      (value) => value === 450,
    );
    model.type(sheet, area(6, 0, 6, 0), [['=DEAL.BY_PARTY(A1:C2)']]);
    await model.settled();
    expect(model.values(sheet, area(6, 0, 7, 1))).toEqual([
      ['Nvidia', 150],
      ['OpenAI', 300],
    ]);
    expect(page.host.notImplemented).toEqual([]);
  });
});
