import { figuresOf, findingOf } from '../../src/app/findings';
import { analyze } from '../../src/engine/index';
import { bookOf, circle, type Rows } from './world';

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

  it('is looked for once an analysis, however often rows are selected', () => {
    let looks = 0;
    const { ledger } = analysis;
    const watched = {
      ...analysis,
      ledger: {
        ...ledger,
        get issues() {
          looks++;
          return ledger.issues;
        },
      },
    };
    const seen = [6, 5, 2, 6, 40].map((row) => findingOf({ sheet: 'Deals', row }, watched, deals));
    expect(looks).toBe(1);
    expect(seen).toEqual([6, 5, 2, 6, 40].map((row) => of(row)));
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
    expect(figuresOf({ sheet: 'Figures', row: 2, column: 0 }, analysis)).toMatchObject({
      party: 'Nvidia',
      coverage: 9,
    });
    expect([
      figuresOf({ sheet: 'Figures', row: 1, column: 0 }, analysis),
      figuresOf({ sheet: 'Deals', row: 2, column: 0 }, analysis),
    ]).toEqual([null, null]);
  });
});

describe('what is known of company figures with periods as columns', () => {
  const figures = [
    ['Company', 'USD bn', 'FY2023', 'FY2024', 'FY2025'],
    ['Nvidia', 'Revenue', 60, 130, 200],
    ['Nvidia', 'Capex', 2, 4, 10],
    ['Meta', 'Revenue', 130, 160, 200],
    ['Meta', 'Capex', 30, 40, 70],
  ];
  const outcome = analyze(
    bookOf(
      new Map<string, Rows>([
        ['Deals', circle],
        ['Figures', figures],
      ]),
    ),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  const { analysis } = outcome;
  const at = (row: number, column: number) => figuresOf({ sheet: 'Figures', row, column }, analysis);

  it('is the period of the column', () => {
    const seen = [2, 3, 4].flatMap((column) => [at(2, column), at(4, column)]);
    expect(seen.map((report) => report && [report.party, report.period, report.revenue])).toEqual([
      ['Nvidia', 'FY2023', 60],
      ['Meta', 'FY2023', 130],
      ['Nvidia', 'FY2024', 130],
      ['Meta', 'FY2024', 160],
      ['Nvidia', 'FY2025', 200],
      ['Meta', 'FY2025', 200],
    ]);
  });

  it('is nothing in the columns before the periods', () => {
    expect([at(2, 0), at(2, 1)]).toEqual([null, null]);
  });

  it('names the cell of each period', () => {
    expect(analysis.capex.filter(({ party }) => party === 'Nvidia').map(({ cell }) => cell)).toEqual([
      'Figures!C2',
      'Figures!D2',
      'Figures!E2',
    ]);
  });
});
