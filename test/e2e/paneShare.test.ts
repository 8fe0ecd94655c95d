/** What the pane writes into a workbook for people without the add-in, through the real office.js; and its way back. */
import { area } from '../workbench/modelContract';
import { PanePage, looks } from './panePage';

const ledger = 'Deal ledger';
const report = 'Looplens report';

describe('sharing the findings', () => {
  let pane: PanePage;
  let before: string;

  beforeAll(async () => {
    pane = await PanePage.open();
    before = await cells();
    await pane.tab('Share');
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  /** All sheets with their cells and their comments. */
  function cells(): Promise<string> {
    return pane.page.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      if (workbook === undefined) return '';
      const all = { top: 0, left: 0, bottom: 120, right: 20 };
      const sheets = workbook
        .sheets()
        .map(({ id, name }) => [name, workbook.formulas(id, all), workbook.comments?.(id)]);
      return JSON.stringify(sheets);
    });
  }

  function commented(): Promise<number> {
    return pane.page.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook?.sheets().reduce((sum, { id }) => sum + (workbook.comments?.(id).length ?? 0), 0) ?? 0;
    });
  }

  function sheets(): Promise<string[]> {
    return pane.page.evaluate(
      () => window.looplensWorkbench?.workbook.sheets().map(({ name }) => name) ?? [],
    );
  }

  it('shows all that will be written, cell by cell, and writes nothing before the user says so', async () => {
    await pane.button('Show what will be written').click();
    await pane.says(/^[\d,]+ changes, 50 comments and 47 highlighted rows among them$/);
    await pane.says(/'Deal ledger'!E2 +comment: Looplens: 13\.0 of these/);
    expect(await cells()).toBe(before);
  });

  it('plans anew when something else is wanted', async () => {
    await pane.view.getByRole('checkbox', { name: 'Comments on the rows that matter' }).click();
    await pane.says(/^[\d,]+ changes, 0 comments and 47 highlighted rows among them$/);
    await pane.view.getByRole('checkbox', { name: 'Comments on the rows that matter' }).click();
    await pane.says(/, 50 comments and /);
  });

  it('writes it, and says whether it still matches', async () => {
    await pane.button('Write it').click();
    await pane.says(/^Written\./);
    await pane.says(/^The figures in "Looplens report", written .* UTC, still match the deals\.$/);
    expect(await sheets()).toContain(report);
    expect(await commented()).toBe(50);
    await pane.scored('59.5');
  });

  it.each(looks)('has no violation of axe-core with its report, %s', async (_, media) => {
    await pane.under(media);
    await pane.tab('Share');
    await pane.says(/still match the deals/);
    expect(await pane.violations()).toEqual([]);
  });

  it('says which deals have changed since', async () => {
    await pane.workbench.front(ledger);
    await pane.workbench.type('E19', '2000');
    await pane.says(/^The workbook has changed since "Looplens report", written .* UTC, was checked\.$/);
    await pane.button('Check it again').click();
    await pane.says(/no longer match the deals\.$/);
    await pane.says(/^1 deal changed: 'Deal ledger'!E19\.$/);
    await pane.page.getByRole('button', { name: 'Undo' }).click();
    await pane.scored('59.5');
    await pane.button('Check it again').click();
    await pane.says(/still match the deals/);
  });

  it('takes all of it away again, and nothing else', async () => {
    // What is said about the selected row stands over the end of the view.
    await pane.select(ledger, area('T100'));
    await pane.button('Show what would be taken away').click();
    await pane.says(/^52 changes$/);
    await pane.button('Take it away').click();
    await pane.says(/^Everything that Looplens wrote is gone/);
    await pane.view.getByText('The report in this workbook').waitFor({ state: 'detached' });
    expect(await sheets()).not.toContain(report);
    expect(await cells()).toBe(before);
  });
});
