import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { refusalOf, write } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';

describe('a workbook that is open for reading only', () => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage({ readOnly: true });
  });

  it('is read, and not written to', async () => {
    const workbook = excelWorkbook();
    expect((await workbook.read()).sheets.map(({ name }) => name)).toEqual(['Sheet1']);
    const refusal = await refusalOf(workbook.apply([write('Sheet1', 'A1', [[1]])]));
    expect(refusal.why).toBe('other');
    expect(refusal.message).toBe('The workbook is open for reading only. Nothing was changed.');
    expect(page.model.value(page.model.activeSheet(), 0, 0)).toBeNull();
  });
});
