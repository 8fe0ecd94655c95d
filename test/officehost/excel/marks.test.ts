/** Annotating an open workbook: in how few requests, on how old an Excel, and whose answers stay. */
import type { Operation } from '../../../src/workbook/port';
import { sealed } from '../../../src/workbook/seal';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { area, refusalOf, write } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';
import { emptyBook } from './emptyBook';
import { tap } from './tap';

const text = sealed('Nvidia invests and is paid back', '1.0');
const sheet = 'Sheet1';

describe('annotating in Excel', () => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage();
  });
  beforeEach(() => emptyBook(page));
  afterEach(() => expect(page.host.notImplemented).toEqual([]));

  it('takes few requests: one for 200 comments, 100 looks and a highlight, after what has to be known', async () => {
    const plan: Operation[] = [
      ...Array.from({ length: 200 }, (_, row): Operation => ({
        kind: 'add-comment',
        sheet,
        row,
        column: 3,
        text,
      })),
      ...Array.from({ length: 100 }, (_, row): Operation => ({
        kind: 'look',
        sheet,
        area: area(`A${row + 1}:C${row + 1}`),
        look: { bold: true, fill: 'EEF4F3', below: '999999' },
      })),
      { kind: 'highlight', sheet, areas: [area('A1:C100')], fill: 'D6ECEA' },
    ];
    const { passed, close } = tap(page.host);
    await excelWorkbook().apply(plan);
    close();
    const asked = passed.filter(({ body }) => body.includes('"Worksheets"'));
    // The state of the workbook, the number of comments, then all that is written.
    expect(asked).toHaveLength(3);
  });

  it('is one step of undo for the requests of a plan that fits into one', async () => {
    const id = page.model.activeSheet();
    await excelWorkbook().apply([
      write(sheet, 'A1', [['one']]),
      { kind: 'look', sheet, area: area('A1'), look: { bold: true } },
      write(sheet, 'A2', [['two']]),
    ]);
    page.model.undo();
    expect(page.model.values(id, area('A1:A2'))).toEqual([[null], [null]]);
  });

  it('a comment that somebody has answered stays', async () => {
    await excelWorkbook().apply([{ kind: 'add-comment', sheet, row: 0, column: 0, text }]);
    await Excel.run(async (context) => {
      const on = context.workbook.worksheets.getItem(sheet);
      on.comments.getItemByCell('Sheet1!A1').replies.add('Agreed.');
      await context.sync();
    });
    const refusal = await refusalOf(
      excelWorkbook().apply([{ kind: 'delete-comment', sheet, row: 0, column: 0 }]),
    );
    expect(refusal.message).toBe(
      'The comment on Sheet1!A1 has been answered, so it stays (deleting the comment on Sheet1!A1). ' +
        'Nothing was changed.',
    );
  });

  it('what the workbook refuses meanwhile is said, with how far it came', async () => {
    const through = page.host.richApi.bind(page.host);
    page.host.richApi = (body, flags, answered) => {
      if (body.includes('LEN(')) page.model.protectSheet(page.model.activeSheet(), true);
      through(body, flags, answered);
    };
    const refusal = await refusalOf(
      excelWorkbook().apply([
        { kind: 'add-sheet', sheet: 'Report' },
        { kind: 'highlight', sheet, areas: [area('A1')], fill: 'D6ECEA' },
      ]),
    );
    page.host.richApi = through;
    expect(refusal.message).toBe(
      'Excel stopped (change 2 of 2, highlighting cells of the sheet "Sheet1"): the sheet "Sheet1" is protected. ' +
        '1 of 2 changes was made.',
    );
  });
});
