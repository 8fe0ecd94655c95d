/** The pane beside the sample deals, in a real browser through the real office.js: each thing a user comes for. */
import { area } from '../workbench/modelContract';
import { PanePage } from './panePage';

const ledger = 'Deal ledger';

describe('the pane beside the sample deals', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open({ viewport: { width: 1280, height: 900 } });
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  const texts = (selector: string): Promise<string[]> => pane.view.locator(selector).allInnerTexts();

  it('shows the card of the first run once, and is told to leave it out', async () => {
    await pane.scored('59.5');
    const card = pane.view.getByRole('region', { name: 'See it on sample deals' });
    await card.waitFor();
    await pane.button('Skip').click();
    await card.waitFor({ state: 'detached' });
    await pane.reload();
    await pane.scored('59.5');
    expect(await card.count()).toBe(0);
  });

  it('finds the table of deals, answers in a sentence and says what it read', async () => {
    expect((await pane.answer.textContent())?.replace(/\s/g, ' ')).toBe(
      '28.3 % of the money in this sheet can go round: 644.0 of 2,279.6 USD bn, the largest amounts back to Amazon, AMD and Nvidia.',
    );
    const table = pane.view.getByRole('combobox', { name: 'Deals are in' });
    expect(await table.locator('option').first().textContent()).toBe("Deals ('Deal ledger'!A1:Q86)");
    await pane.says(/85 rows: 77 used, 8 left out/);
    await pane.says('Amounts in USD bn');
    await pane.says("Company figures: 'Company figures'!A1:L51");
  });

  it('shows how each column was read', async () => {
    await pane.button('Columns').click();
    const roleOf = (heading: string): Promise<string> =>
      pane.view.getByLabel(`What "${heading}" is`).inputValue();
    expect(await roleOf('Payer')).toBe('from');
    expect(await roleOf('Amount (USD bn)')).toBe('amount');
    expect(await roleOf('Per year (USD bn)')).toBe('');
    await pane.button('Columns').click();
  });

  it('adds the drivers up to the score, none above its own most', async () => {
    const drivers = (await texts('ol li details summary')).map((text) => {
      const [, points, most] = /([\d.]+) of ([\d.]+)$/.exec(text) ?? [];
      return { points: Number(points), most: Number(most) };
    });
    expect(drivers).toHaveLength(10);
    expect(drivers.filter(({ points, most }) => points > most)).toEqual([]);
    expect(drivers.reduce((sum, { points }) => sum + points, 0)).toBe(59.5);
  });

  it('opens every driver with points to its amounts, its thresholds and cells that are selected when they are clicked', async () => {
    for (const summary of await pane.view.locator('ol li details summary').all()) {
      const [, points] = /([\d.]+) of [\d.]+$/.exec(await summary.innerText()) ?? [];
      expect(Number(points)).toBeGreaterThan(0);
      await summary.click();
      const opened = pane.view.locator('details[open]');
      const text = (await opened.innerText()).replace(/\s/g, ' ');
      expect(text).toMatch(/[\d.,]+ (?:of|\/) [\d.,]+.* USD bn/);
      expect(text).toMatch(/[\d.]+ points up to .+ from .+/);
      const cells = opened.getByRole('button');
      const links = await cells.count();
      expect(links).toBeGreaterThan(0);
      expect(links).toBeLessThanOrEqual(12);
      for (const cell of [cells.first(), cells.last()]) {
        const name = (await cell.getAttribute('aria-label')) ?? '';
        const [, sheet, column, row] = /: Show '(.+)'!([A-Z])(\d+) in the sheet$/.exec(name) ?? [];
        await cell.click();
        await pane.selects(sheet, Number(row), column.charCodeAt(0) - 65);
      }
      await summary.click();
    }
  });

  it('says of a driver how many cells there are where it links only the first', async () => {
    const summary = pane.view.locator('summary').filter({ hasText: 'Circular share of revenue' });
    await summary.click();
    await pane.says('first 12 of 34');
    await pane.says(/^Nvidia 54\.3\sof\s215\.9, .* and 3 others,\sUSD\sbn$/);
    await pane.says(/^0 points up to 0\s%, 11\.7 at 10\s%, 16\.6 at 25\s%, 19\.5 from 50\s%$/);
    await summary.click();
  });

  it('ranks the loops, lights the one that is selected and shows its legs with their cells', async () => {
    await pane.tab('Loops');
    const picture = pane.view.locator('svg[role=img]');
    expect(await picture.getAttribute('aria-label')).toMatch(/^Money that can go round: 36 loops\./);
    const list = pane.view.getByRole('list', { name: '36 loops, largest first' });
    const amounts = (await list.getByRole('listitem').allInnerTexts()).map((text) =>
      Number(/([\d.]+) USD bn/.exec(text)?.[1]),
    );
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    await list.getByRole('button').first().click();
    await pane.says('Loop 1: 60.0 USD bn');
    expect(await list.getByRole('button', { pressed: true }).count()).toBe(1);
    expect(await picture.getAttribute('aria-label')).toMatch(
      /^Loop 1: Amazon → OpenAI → Amazon, 60 bn\. OpenAI → Amazon: 138 bn, spend; Amazon → OpenAI: 60 bn, funding\./,
    );
    await pane.button("60.0: Show 'Deal ledger'!E18 in the sheet").click();
    await pane.selects(ledger, 18, 4);
  });

  it('shows the same as a table', async () => {
    await pane.view.getByText('The same as a table').click();
    await pane.view.getByRole('row').filter({ hasText: 'Oracle' }).first().waitFor();
  });

  it('shows what it found about the row that is selected in the sheet, and goes to its loops', async () => {
    await pane.tab('Overview');
    await pane.select(ledger, area('B18'));
    const found = pane.view.getByRole('complementary', { name: 'Row 18' });
    await found.getByText(/Amazon → OpenAI.35\.0.USD.bn/).waitFor();
    await found.getByText(/Without this row .* less would go round/).waitFor();
    await found.getByRole('button', { name: /In loops 1/ }).click();
    await pane.says('Loop 1: 60.0 USD bn');
    await pane.select(ledger, area('T200'));
    await found.waitFor({ state: 'detached' });
    await pane.tab('Overview');
  });

  it('scores anew what is edited in the sheet, and says what that changed', async () => {
    await pane.workbench.front(ledger);
    await pane.workbench.type('E19', '2000');
    await pane.says('Since your last change');
    await pane.says(/^Score: 59\.5 → /);
    await pane.page.getByRole('button', { name: 'Undo' }).click();
    await pane.scored('59.5');
  });

  it('takes the amounts on another basis', async () => {
    await pane.button('Firm').click();
    expect(await pane.button('Firm').getAttribute('aria-pressed')).toBe('true');
    await pane.view.getByText(/^28\.3/).waitFor({ state: 'detached' });
    await pane.button('Headline').click();
    await pane.says(/^28\.3.%/);
  });

  it('lets a hidden pane rest, and reads what has changed when it is shown again', async () => {
    await pane.workbench.front(ledger);
    const [[was]] = await pane.workbench.values('E19');
    await pane.workbench.addSheet('Scratch');
    await pane.workbench.front('Scratch');
    await pane.workbench.type('A1', '=DEAL.CIRCULARITY(Deals[#All])');
    await pane.workbench.shown('A1', await pane.workbench.answered('A1'));
    const before = await pane.workbench.answered('A1');
    await pane.scored('59.5');
    const toggle = pane.page.getByRole('button', { name: 'Open Looplens' });
    await toggle.click();
    const scores = await pane.keepScores();
    await pane.write(ledger, 'E19', 2000);
    await pane.page.waitForFunction((old) => {
      const workbook = window.looplensWorkbench?.workbook;
      const at = { top: 0, left: 0, bottom: 0, right: 0 };
      const value = workbook?.values(workbook.activeSheet(), at)[0][0];
      return typeof value === 'number' && value !== old;
    }, before);
    await pane.write(ledger, 'E19', Number(was));
    await pane.workbench.shown('A1', before);
    await toggle.click();
    await pane.scored('59.5');
    expect((await scores()).filter((score) => score !== '59.5 of 100')).toEqual([]);
  });
});

describe('what if', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open({ viewport: { width: 1280, height: 1100 } });
    await pane.button('Skip').click();
    await pane.tab('What if');
  });

  afterAll(() => pane.close());

  afterEach(async () => {
    await pane.button('Back to the sheet').click();
    await pane.scored('59.5');
    expect(await pane.view.getByText(/^What if:/).count()).toBe(0);
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  const find = (text: string): Promise<void> => pane.view.getByRole('searchbox').fill(text);

  it('switches a deal off without touching the sheet', async () => {
    const before = await pane.workbench.values('A1:Q86');
    await find('Nvidia');
    await pane.view.getByRole('switch', { name: 'Nvidia to OpenAI takes place' }).first().click();
    await pane.says('What if: 1 change');
    await pane.says('instead of 59.5');
    await pane.view.getByText(/^28\.3/).waitFor({ state: 'detached' });
    expect(await pane.workbench.values('A1:Q86')).toEqual(before);
  });

  it('cuts funding as the Nasdaq fell, and shows who loses revenue', async () => {
    await find('');
    await pane.button('Nasdaq 2000–2002: 78 %').click();
    await pane.says('Funding is cut by: 78 %');
    const losers = pane.view.getByRole('table').filter({ hasText: 'Lost, USD bn' });
    await losers.waitFor();
    expect(await losers.getByRole('row').count()).toBeGreaterThan(3);
  });

  it('closes a deal in another status, or with another probability', async () => {
    await find('OpenAI');
    await pane.view.getByLabel('Status of OpenAI to Oracle').first().selectOption('terminated');
    await pane.says('What if: 1 change');
    await pane.says('instead of 59.5');
    await pane.button('Expected').click();
    const expected = await pane.answer.textContent();
    await pane.view.getByLabel('Probability that Nvidia to OpenAI closes, per cent').nth(1).fill('10');
    await pane.says('What if: 2 changes');
    await pane.view.getByText(expected ?? '', { exact: true }).waitFor({ state: 'detached' });
    await pane.button('Headline').click();
  });
});
