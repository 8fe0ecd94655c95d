import type { Operation } from '../../../src/workbook/port';
import { sealed } from '../../../src/workbook/seal';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { area, refusalOf, write } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';

const sheet = 'Sheet1';

describe('an Excel that is too old to be annotated', () => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage({ requirementSets: { ExcelApi: '1.8' } });
  });

  it.each([
    ['1.9', { kind: 'look', sheet, area: area('A1'), look: { bold: true } }],
    ['1.9', { kind: 'highlight', sheet, areas: [area('A1')], fill: 'D6ECEA' }],
    ['1.10', { kind: 'add-comment', sheet, row: 0, column: 0, text: sealed('x', '1.0') }],
  ] as readonly (readonly [string, Operation])[])(
    'is told that it lacks ExcelApi %s',
    async (version, operation) => {
      const refusal = await refusalOf(excelWorkbook().apply([write(sheet, 'A1', [[1]]), operation]));
      expect(refusal.why).toBe('other');
      expect(refusal.message).toMatch(/^This Excel is too old for it \(change 2 of 2, /);
      expect(refusal.message).toMatch(
        new RegExp(`it does not have ExcelApi ${version.replace('.', '\\.')}\\. Nothing was changed\\.$`),
      );
      expect(page.model.value(page.model.activeSheet(), 0, 0)).toBeNull();
    },
  );
});
