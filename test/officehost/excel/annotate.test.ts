/** The whole of an annotation, as the report plans it, in an open workbook: written, written anew, taken away. */
import { fillSample } from '../../../src/app/sample/fill';
import { analyze } from '../../../src/engine/index';
import { annotationPlan } from '../../../src/report/annotate/plan';
import { removalPlan } from '../../../src/report/annotate/removal';
import { excelSheets } from '../../../src/workbook/excel/sheets';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import type { Operation, Snapshot } from '../../../src/workbook/port';
import { everything } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';
import { emptyBook } from './emptyBook';

/** Pictures are drawn in files alone so far. */
const withoutPictures = (operations: readonly Operation[]): readonly Operation[] =>
  operations.filter(({ kind }) => kind !== 'add-picture' && kind !== 'delete-pictures');

describe('annotating the sample in an open workbook', () => {
  let page: OpenPage;
  const workbook = excelWorkbook({ userStarted: true });
  const read = (): Promise<Snapshot> => workbook.read(undefined, { marks: true });

  const annotated = async (): Promise<Snapshot> => {
    const book = await read();
    const outcome = analyze(book, { table: 'Deals', draws: 0, listDeals: 100_000 });
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    const plan = annotationPlan(book, outcome.analysis, outcome.deals, {
      comments: true,
      highlight: true,
      drawing: false,
      values: false,
      hidden: false,
      top: 5,
      time: '2026-03-01T12:00:00Z',
      options: { table: 'Deals', basis: 'headline', aliases: [] },
    });
    await workbook.apply(withoutPictures(plan.operations));
    return read();
  };

  beforeAll(async () => {
    page = await openPage();
    emptyBook(page);
    await fillSample(workbook, excelSheets);
  });
  afterEach(() => expect(page.host.notImplemented).toEqual([]));

  it('leaves the workbook as it was when all of it is taken away, also after a second time', async () => {
    const before = await read();
    const once = await annotated();
    const [, deals, , report] = once.marks?.sheets ?? [];
    expect(deals.comments.length).toBeGreaterThan(5);
    expect(deals.highlights.length).toBeGreaterThan(0);
    expect(report.sheet).toBe('Looplens report');
    const twice = await annotated();
    expect(twice.marks?.sheets[1]).toEqual(deals);
    expect(twice.sheets).toHaveLength(before.sheets.length + 1);
    await workbook.apply(withoutPictures(removalPlan(twice, false).operations));
    const after = await read();
    expect(after.marks).toEqual(before.marks);
    expect(everything(after)).toEqual(everything(before));
  });
});
