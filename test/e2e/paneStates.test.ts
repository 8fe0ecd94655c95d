/** The pane beside every kind of workbook: each says something fit for it, and passes axe-core in every look. */
import type { Cell } from '../../src/engine/index';
import { seededRows } from '../../scripts/bench/sheet';
import { looks, PanePage } from './panePage';

const head = ['From', 'To', 'Amount (USD m)', 'Kind'];
describe('the pane beside other workbooks', () => {
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

  const ring = (parties: number): Cell[][] =>
    Array.from({ length: parties }, (_, i) => [`P${i}`, `P${(i + 1) % parties}`, 10 + i, 'purchase']);

  const states: readonly (readonly [string, Record<string, Cell[][]>, RegExp])[] = [
    ['without a cell', { Deals: [[]] }, /^No deals here yet$/],
    ['with headings only', { Deals: [head] }, /^No deals here yet$/],
    [
      'with a list that is no table of deals',
      {
        Notes: [
          ['a', 'b'],
          ['x', 'y'],
        ],
      },
      /^Which column has the amounts\?$/,
    ],
    ['with several sheets and no deals', { A: [['x']], B: [['y']] }, /^No deals found yet$/],
    ['with amounts that are none', { Deals: [head, ['A', 'B', 'x', '']] }, /^No deals found yet$/],
    [
      'with one deal',
      { Deals: [head, ['A', 'B', 5, 'purchase']] },
      /^None of the money in this sheet can go round/,
    ],
    [
      'without a loop',
      { Deals: [head, ['A', 'B', 5, 'purchase'], ['B', 'C', 7, 'equity']] },
      /^None of the money/,
    ],
    [
      'with funding only',
      { Deals: [head, ['A', 'B', 5, 'equity'], ['B', 'A', 7, 'loan']] },
      /^83\.3.% of the money/,
    ],
    [
      'with purchases only',
      { Deals: [head, ['A', 'B', 5, 'purchase'], ['B', 'A', 7, 'purchase']] },
      /^83\.3.%/,
    ],
    [
      'with 200 parties in one ring',
      { Deals: [head, ...ring(200)] },
      /of the money in this sheet can go round/,
    ],
    ['with 5 deals', { Deals: seededRows('mesh', 3, 5, 7) }, /^95\.3.%/],
    ['with 500 deals', { Deals: seededRows('mesh', 50, 500, 7) }, /^62\.3.%/],
    [
      'of counterparties, without a word on whose they are',
      {
        Trades: [
          ['Counterparty', 'Direction', 'Amount (USD m)'],
          ['Oracle', 'buy', 40],
          ['Oracle', 'sell', 30],
        ],
      },
      /^Whose sheet is this\?$/,
    ],
    [
      'with two currencies',
      {
        Deals: [
          ['From', 'To', 'Amount'],
          ['A', 'B', '€5m'],
          ['B', 'A', '$7m'],
        ],
      },
      /^The amounts are in several currencies$/,
    ],
  ];

  it.each(states)('a workbook %s', async (_, sheets, words) => {
    await pane.load(sheets);
    const found: string[] = [];
    for (const [look, media] of looks) {
      await pane.under(media);
      await pane.says(words);
      found.push(...(await pane.violations()).map((violation) => `${look}: ${violation}`));
    }
    expect(found).toEqual([]);
  });

  it('counts only the amounts of the currency that is chosen', async () => {
    await pane.view.getByLabel('Count only amounts in').selectOption('EUR');
    await pane.says(/^None of the money in this sheet can go round in a circle: 0 of/);
    await pane.button('Forget my corrections').click();
    await pane.says('The amounts are in several currencies');
  });

  it('asks whose sheet it is where rows name a counterparty and a direction', async () => {
    await pane.load({
      Trades: [
        ['Counterparty', 'Direction', 'Amount (USD m)'],
        ['Oracle', 'buy', 40],
        ['Oracle', 'sell', 30],
      ],
    });
    await pane.says('Whose sheet is this?');
    await pane.view.getByRole('textbox', { name: /Whose sheet is it/ }).fill('Nvidia');
    await pane.button(/^Use$/).click();
    await pane.says(/60 of 70.USD.m/);
  });

  it('says which columns it saw of a list that it cannot read, and reads it as it is told', async () => {
    await pane.load({
      List: [
        ['a', 'b', 'c'],
        ['X', 'Y', 5],
        ['Y', 'X', 7],
      ],
    });
    const role = (heading: string, as: string) =>
      pane.view.getByLabel(`What "${heading}" is`).selectOption(as);
    await role('c', 'amount');
    await pane.says('Which columns say who pays whom?');
    await role('a', 'from');
    await role('b', 'to');
    await pane.says(/^83\.3.% of the money/);
    await pane.reload();
    await pane.says(/^83\.3.% of the money/);
    await pane.button('Forget my corrections').click();
    await pane.says('Which column has the amounts?');
  });

  it('takes another table, or the selected cells, and remembers it in the workbook', async () => {
    const other = (amount: number): Cell[][] => [
      head,
      ['A', 'B', amount, 'purchase'],
      ['B', 'A', 7, 'purchase'],
    ];
    await pane.load({ One: other(5), Two: other(1), Three: [...other(2), [], [], ...other(7)] });
    const choice = pane.view.getByRole('combobox', { name: 'Deals are in' });
    await choice.selectOption('Two!A1:D3');
    await pane.says(/^25\.0.%/);
    await pane.reload();
    await pane.says(/^25\.0.%/);
    await pane.select('Three', { top: 5, left: 0, bottom: 7, right: 3 });
    await choice.selectOption('Use the selected cells');
    await pane.says(/^100\.0.%/);
    await pane.button('Forget my corrections').click();
    await pane.says(/^83\.3.%/);
    expect(await pane.button('Forget my corrections').count()).toBe(0);
  });

  it('reads a column otherwise in two clicks, and can be told to forget it', async () => {
    const rows = [
      ['From', 'To', 'Amount', 'Other'],
      ['A', 'B', 5, 1],
      ['B', 'A', 7, 7],
    ];
    await pane.load({ Deals: rows });
    await pane.says(/^83\.3.%/);
    await pane.button('Columns').click();
    await pane.view.getByLabel('What "Other" is').selectOption('amount');
    await pane.says(/^25\.0.%/);
    await pane.reload();
    await pane.says(/^25\.0.%/);
    await pane.button('Forget my corrections').click();
    await pane.says(/^83\.3.%/);
  });

  it.each(looks)('passes axe-core on every tab in the %s look', async (_, media) => {
    await pane.load({ Deals: seededRows('mesh', 50, 500, 7) });
    await pane.under(media);
    const found: string[] = [];
    for (const name of ['Overview', 'Loops', 'Capex', 'What if']) {
      await pane.tab(name);
      if (name === 'Loops') await pane.view.getByRole('list').getByRole('button').first().click();
      found.push(...(await pane.violations()).map((violation) => `${name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
});
