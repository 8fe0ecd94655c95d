/** Names that were made to do harm, or that other programs trip over: the pane shows them as the text that they are. */
import type { Cell } from '../../src/engine/index';
import { area } from '../workbench/modelContract';
import { PanePage } from './panePage';

const head = ['From', 'To', 'Amount (USD m)', 'Kind', 'Other'];
const deals: Cell[][] = [head, ['A', 'B', 5, 'purchase', 1], ['B', 'A', 7, 'purchase', 7]];

describe('the pane beside a workbook of hostile names', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open({ viewport: { width: 1280, height: 1000 } });
    await pane.button('Skip').click();
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  /** What is read out or drawn. */
  const told = (): Promise<string> =>
    pane.frame().evaluate(() => {
      const app = document.getElementById('app');
      const labels = [...(app?.querySelectorAll('[aria-label], [title]') ?? [])].map(
        (each) => `${each.getAttribute('aria-label') ?? ''}\n${each.getAttribute('title') ?? ''}`,
      );
      return [app?.innerText ?? '', ...labels].join('\n');
    });

  const harmless = async (): Promise<void> => {
    const text = await told();
    expect(text).not.toContain('\u202E');
    expect(text.length).toBeLessThan(20_000);
    expect(await pane.view.locator('#app img').count()).toBe(0);
    expect(await pane.violations()).toEqual([]);
  };

  it('of parties', async () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '__proto__',
      'constructor',
      'evil\u202Egnp.exe',
      "'=1+1",
      'toString',
    ];
    const rows = names.flatMap((name, i): Cell[][] => [[name, names[(i + 1) % names.length], 5, 'purchase']]);
    // Longer than the name of a party can be: the row is left out, with a remark.
    rows.push(['x'.repeat(32_767), 'constructor', 5, 'purchase']);
    await pane.load({ Deals: [head, ...rows] });
    await pane.says(/^100\.0.%/);
    for (const name of ['Loops', 'What if', 'Overview']) {
      await pane.tab(name);
      await harmless();
    }
    await pane.tab('Loops');
    await pane.view.getByRole('list').getByRole('button').first().click();
    await pane.says(/<img src=x onerror=alert/);
    await pane.tab('Overview');
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a prototype', '__proto__'],
    ['a constructor', 'constructor'],
    ['31 characters', 'x'.repeat(31)],
    ['text that runs backwards', 'evil\u202Egnp.xslx'],
    ['quotes', `a'b<b>&"c"`],
  ])('of a sheet: %s', async (_, name) => {
    await pane.load({ [name]: deals, Notes: [['Nothing of this is a deal.']] });
    await pane.says(/^83\.3.%/);
    await harmless();
    await pane.view.getByRole('listitem').getByRole('button').first().click();
    await pane.selects(name, 1, 0);
    await pane.workbench.type('C2', '7');
    await pane.says(/^100\.0.%/);
    await pane.button('Columns').click();
    await pane.view.getByLabel('What "Other" is').selectOption('amount');
    await pane.says(/^25\.0.%/);
    await pane.reload();
    await pane.says(/^25\.0.%/);
    await pane.button('Forget my corrections').click();
    await pane.says(/^100\.0.%/);
  });

  it.each(['__proto__', 'constructor', 'toString'])('of a table: %s', async (name) => {
    const table = (called: string, sheet: number) => ({
      name: called,
      sheet,
      area: area('A1:E3'),
      headingRows: 1,
      totalsRows: 0,
    });
    const other = deals.map((row, index) => (index === 1 ? ['A', 'B', 1, 'purchase', 1] : row));
    await pane.load({ One: deals, Two: other }, [table('Deals', 0), table(name, 1)]);
    await pane.says(/^83\.3.%/);
    const choice = pane.view.getByRole('combobox', { name: 'Deals are in' });
    await choice.selectOption(`${name} (Two!A1:E3)`);
    await pane.says(/^25\.0.%/);
    await harmless();
    await pane.reload();
    await pane.says(/^25\.0.%/);
    await pane.button('Forget my corrections').click();
    await pane.says(/^83\.3.%/);
  });
});
