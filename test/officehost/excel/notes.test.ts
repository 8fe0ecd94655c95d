/** In an Excel that knows notes, Looplens writes those; comments of others are seen all the same. */
import { sealed } from '../../../src/workbook/seal';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { commentLaws } from '../../contract/workbookPort/comments';
import { refusalOf } from '../../contract/workbookPort/working';
import { newerSets, teachNotes } from '../newerOffice';
import { openPage, type OpenPage } from '../page';
import { emptyBook } from './emptyBook';
import { othersInExcel } from './others';

const text = sealed('Nvidia invests and is paid back', '1.0');

describe('an Excel with notes', () => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage({ requirementSets: newerSets });
    teachNotes();
  });
  afterEach(() => expect(page.host.notImplemented).toEqual([]));

  commentLaws(() => {
    emptyBook(page);
    return Promise.resolve({
      port: excelWorkbook(),
      reopen: () => Promise.resolve(excelWorkbook()),
      others: othersInExcel(),
    });
  });

  const written = () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const [notes, comments] = [sheet.notes.getCount(), sheet.comments.getCount()];
      await context.sync();
      return [notes.value, comments.value];
    });

  it('writes notes and no comments, and takes off either', async () => {
    emptyBook(page);
    await othersInExcel().comment('Sheet1', 4, 4, text);
    await excelWorkbook().apply([{ kind: 'add-comment', sheet: 'Sheet1', row: 0, column: 0, text }]);
    expect(await written()).toEqual([1, 1]);
    await excelWorkbook().apply([
      { kind: 'delete-comment', sheet: 'Sheet1', row: 0, column: 0 },
      { kind: 'delete-comment', sheet: 'Sheet1', row: 4, column: 4 },
    ]);
    expect(await written()).toEqual([0, 0]);
  });

  it('a note of somebody else keeps its cell to itself', async () => {
    emptyBook(page);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().notes.add('B2', 'Is this paid?');
      await context.sync();
    });
    const refusal = await refusalOf(
      excelWorkbook().apply([{ kind: 'add-comment', sheet: 'Sheet1', row: 1, column: 1, text }]),
    );
    expect(refusal.why).toBe('taken');
    expect(await written()).toEqual([1, 0]);
  });
});
