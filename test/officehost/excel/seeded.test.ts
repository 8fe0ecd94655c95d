/** What a file brought along besides cells is there for the add-in, as it would be in Excel. */
import type { ConditionalFormatModel, PlacedComment } from '../../../src/workbench/model';
import { MemoryWorkbook } from '../../../src/workbench/memoryWorkbook';
import { OfficeHost } from '../../../src/workbench/officehost/core/host';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { highlightFormula } from '../../../src/workbook/marks';
import { area, refusalOf } from '../../contract/workbookPort/working';
import { openOffice } from '../page';

class FromFile extends MemoryWorkbook {
  comments(): readonly PlacedComment[] {
    const said = { author: 'Kim', text: 'Is this paid?', replies: [], isResolved: false };
    return [{ ...said, row: 1, column: 1 }];
  }
  rules(): readonly ConditionalFormatModel[] {
    const properties = new Map([
      ['Custom/Rule/Formula', highlightFormula],
      ['Custom/Format/Fill/Color', '#D6ECEA'],
    ]);
    return [{ areas: [area('A1:B2'), area('D4')], type: 'Custom', stopIfTrue: false, properties }];
  }
  structureIsProtected(): boolean {
    return true;
  }
}

describe('a workbook from a file', () => {
  beforeAll(async () => {
    await openOffice(new OfficeHost({ model: new FromFile() }));
  });

  it('has the comments, highlights and protection of its file', async () => {
    const { marks } = await excelWorkbook().read(undefined, { marks: true });
    expect(marks).toEqual({
      structureIsProtected: true,
      sheets: [
        {
          sheet: 'Sheet1',
          isProtected: false,
          comments: [{ row: 1, column: 1, author: 'Kim', text: 'Is this paid?' }],
          highlights: [area('A1:B2'), area('D4')],
        },
      ],
    });
  });

  it('keeps the comment of somebody else, and gives its highlights back', async () => {
    const refusal = await refusalOf(
      excelWorkbook().apply([{ kind: 'delete-comment', sheet: 'Sheet1', row: 1, column: 1 }]),
    );
    expect(refusal.message).toContain('is not as Looplens wrote it, so it stays');
    await excelWorkbook().apply([{ kind: 'delete-highlights', sheet: 'Sheet1' }]);
    const { marks } = await excelWorkbook().read(undefined, { marks: true });
    expect(marks?.sheets[0].highlights).toEqual([]);
  });
});
