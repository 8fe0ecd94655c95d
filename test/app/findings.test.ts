import { figuresOf, findingOf } from '../../src/app/findings';
import { analyze } from '../../src/engine/index';
import { bookOf, circle } from './world';

describe('what is known of a row', () => {
  const rows = [
    ...circle,
    ['Oracle', 'Meta', null, 'cloud', 'announced'],
    ['Oracle', 'Meta', '12,5O', 'cloud', 'announced'],
  ];
  const outcome = analyze(bookOf(new Map([['Deals', rows]])), { listDeals: 100 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { analysis, deals } = outcome;
  const of = (row: number, sheet = 'Deals') => findingOf({ sheet, row }, analysis, deals);

  it('is its deal, its value and the loops that it is a leg of', () => {
    const finding = of(2);
    expect(finding?.deal).toMatchObject({ row: 2, from: 'Nvidia', to: 'OpenAI' });
    expect(finding?.value?.row).toBe(2);
    expect(finding?.loops).toEqual([1]);
    expect(of(4)?.loops).toEqual([]);
  });

  it('is that its amount is unknown', () => {
    expect(of(5)?.unknown?.row).toBe(5);
  });

  it('is what is wrong with its cells', () => {
    expect(of(6)?.issues.map(({ cell }) => cell)).toContain('Deals!C6');
  });

  it('is nothing in the heading, below the deals and in other sheets', () => {
    expect([of(1), of(40), of(2, 'Notes')]).toEqual([null, null, null]);
  });
});

describe('what is known of a row of the company figures', () => {
  const figures = [
    ['Company', 'Period', 'Revenue (USD bn)', 'Capex (USD bn)', 'Operating cash flow (USD bn)'],
    ['Nvidia', 'FY2025', 200, 10, 90],
  ];
  const outcome = analyze(
    bookOf(
      new Map([
        ['Deals', circle],
        ['Figures', figures],
      ]),
    ),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.message);

  it('is the company and its period', () => {
    const { analysis } = outcome;
    expect(figuresOf({ sheet: 'Figures', row: 2 }, analysis)).toMatchObject({ party: 'Nvidia', coverage: 9 });
    expect([
      figuresOf({ sheet: 'Figures', row: 1 }, analysis),
      figuresOf({ sheet: 'Deals', row: 2 }, analysis),
    ]).toEqual([null, null]);
  });
});
