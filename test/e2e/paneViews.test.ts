/** The Capex view, the picture for other programs, and the sample deals: what the main job leaves out. */
import { area } from '../workbench/modelContract';
import { looks, PanePage } from './panePage';

describe('the pane beside the sample deals', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open();
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  it('says whether cash covers the capex, and goes to the cells of a company', async () => {
    await pane.tab('Capex');
    await pane.says(/cash from operations is 1\.43 times the capex, and the capex is 24\.9.% of revenue/);
    await pane.view.getByRole('combobox', { name: 'Company' }).selectOption('Microsoft');
    const year = pane.view.getByRole('row').filter({ hasText: 'FY2025 (Jun)' }).first();
    expect(await year.innerText()).toMatch(/2\.11[\s\S]*22\.9.%/);
    await year.getByRole('button').first().click();
    await pane.page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const sheet = workbook?.selection().sheet;
      return workbook?.sheets().find(({ id }) => id === sheet)?.name === 'Company figures';
    });
  });

  it('puts the companies beside those of 2000, with source and grade of each', async () => {
    await pane.says('The historical yardstick');
    const qwest = pane.view.getByRole('listitem').filter({ hasText: 'Qwest FY2001' });
    const rung =
      (await qwest.count()) > 0 ? qwest : pane.view.getByRole('row').filter({ hasText: 'Qwest FY2001' });
    expect(await rung.first().innerText()).toMatch(/42\.9.%[\s\S]*B/);
    await pane.says(/general knowledge/);
  });

  it('says which company and year the selected figures are of', async () => {
    await pane.select('Company figures', area('D8'));
    await pane.says(/^Row 8/);
    await pane.view
      .getByRole('complementary')
      .getByText(/^Revenue [\d.]+.USD.bn · Capex/)
      .waitFor();
  });

  it.each(looks)('passes axe-core with all that the sample can show in the %s look', async (_, media) => {
    await pane.under(media);
    await pane.select('Company figures', area('D8'));
    await pane.says(/^Row 8/);
    const found: string[] = [];
    const look = async (at: string): Promise<void> => {
      found.push(...(await pane.violations()).map((violation) => `${at}: ${violation}`));
    };
    await pane.button('Columns').click();
    await look('Overview');
    await pane.tab('Loops');
    await pane.view.getByRole('list', { name: /loops/ }).getByRole('button').first().click();
    await look('Loops');
    await pane.tab('Capex');
    await pane.view.getByRole('combobox', { name: 'Company' }).selectOption('Microsoft');
    await look('Capex');
    await pane.tab('What if');
    await pane.button(/78/).click();
    await pane.says('What if: 1 change');
    await pane.view.getByRole('table').waitFor();
    await look('What if');
    expect(found).toEqual([]);
    await pane.page.emulateMedia(looks[0][1]);
    await pane.reload();
  });

  it('copies the drawing as a picture', async () => {
    await pane.tab('Loops');
    await pane.button('Copy as picture').click();
    await pane.says('The picture is on the clipboard.');
    const types = await pane.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await item.getType('image/png');
      return [item.types.join(), picture.size > 10_000];
    });
    expect(types).toEqual(['image/png', true]);
    await pane.button('Close').click();
  });

  it('fills sheets of a workbook without deals with the sample, and says which', async () => {
    await pane.load({ Notes: [['Nothing of this is a deal.']] });
    await pane.button('Fill a sheet with sample deals').first().click();
    await pane.scored('59.5');
    await pane.says(
      /The sample deals are on the sheet "Deal ledger", the company figures on "Company figures"/,
    );
    const sheets = await pane.page.evaluate(() =>
      window.looplensWorkbench?.workbook.sheets().map(({ name }) => name),
    );
    expect(sheets).toEqual(['Notes', 'Deal ledger', 'Company figures']);
  });

  it('takes a refusal without losing the answer, until it is closed', async () => {
    await pane.page.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const ledger = workbook?.sheets().find(({ name }) => name === 'Deal ledger');
      if (ledger !== undefined) workbook?.setSheetVisibility?.(ledger.id, 'hidden');
    });
    await pane.tab('Loops');
    await pane.view.getByRole('list', { name: /loops/ }).getByRole('button').first().click();
    await pane.view
      .getByRole('button', { name: /Show 'Deal ledger'!E/ })
      .first()
      .click();
    await pane.says(/Excel did not select 'Deal ledger'!E/);
    await pane.scored('59.5');
    await pane.button('Close').last().click();
    expect(await pane.view.getByText(/Excel did not select/).count()).toBe(0);
  });
});
