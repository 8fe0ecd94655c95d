import type { Book, Cell } from '../../../src/engine/book';
import { gridOf, plainSheet } from '../../../src/engine/book';
import { findFinancialTables } from '../../../src/engine/ledger/find';
import { readFinancials } from '../../../src/engine/ledger/financials';
import type { Financials, Ledger } from '../../../src/engine/ledger/types';
import { bookOf, dataCells } from '../../oracles/csv';
import { codes, day, messages, read } from './reading';
import { inEnglish } from '../../../src/engine/sentence';

const deals = read(dataCells('ai-deals.csv'));

function outcomeOf(cells: Cell[][], ledger: Ledger = deals, aliases?: Map<string, string>) {
  const book: Book = { ...bookOf([]), sheets: [plainSheet('Financials', gridOf(cells))] };
  const [where] = findFinancialTables(book);
  return readFinancials(book, where, ledger, aliases === undefined ? {} : { aliases });
}

function financials(cells: Cell[][], ledger: Ledger = deals, aliases?: Map<string, string>): Financials {
  const outcome = outcomeOf(cells, ledger, aliases);
  if (!outcome.ok) throw new Error(inEnglish(outcome.refusal.message));
  return outcome.financials;
}

describe('the sample financials', () => {
  const found = financials(dataCells('fundamentals.csv'), deals, new Map([['Alphabet', 'Google']]));

  it('give every column its role', () => {
    expect(Object.fromEntries(found.columns.map((column) => [column.heading, column.role]))).toEqual({
      entity: 'party',
      group: null,
      period: 'period',
      revenue_bn: 'revenue',
      capex_bn: 'capex',
      operating_cash_flow_bn: 'operatingCashFlow',
      fcf_bn: null,
      capex_to_revenue: null,
      ocf_to_capex: null,
      debt_bn: null,
      commitments_or_backlog_bn: 'commitments',
      revenue_grade: 'grade',
      capex_ocf_grade: null,
      source: 'source',
      note: null,
    });
  });

  it('read fiscal years that end with another month', () => {
    const line = found.lines.find((each) => each.party === 'Microsoft' && each.period === 'FY2025 (Jun)');
    expect(line).toMatchObject({
      revenue: 281.724,
      capex: 64.551,
      operatingCashFlow: 136.162,
      firstDay: day('2024-07-01'),
      lastDay: day('2025-06-30'),
    });
    expect(deals.parties[line?.partyId ?? -1]).toBe('Microsoft');
    const nvidia = found.lines.find((each) => each.period === 'FY2026 (Jan)');
    expect(nvidia).toMatchObject({ firstDay: day('2025-02-01'), lastDay: day('2026-01-31') });
  });

  it('read every period, mark the plan, and leave out lines without figures', () => {
    expect(codes(found)).not.toContain('period-unreadable');
    expect(codes(found)).toContain('period-is-plan');
    expect(found.lines.some((line) => line.party === 'Nasdaq Composite')).toBe(false);
    expect(found.lines.length).toBe(59);
  });

  it('join companies by alias and say who has no deal', () => {
    expect(deals.parties[found.lines.find((line) => line.party === 'Alphabet')?.partyId ?? -1]).toBe(
      'Google',
    );
    expect(found.lines.find((line) => line.party === 'WorldCom')?.partyId).toBe(-1);
    expect(messages(found.issues.filter((issue) => issue.code === 'party-without-deals'))).toContainEqual(
      expect.stringContaining('"WorldCom" has no deal'),
    );
  });
});

describe('financials as analysts lay them out', () => {
  it('read items in rows and years in columns, in $m beside deals in bn', () => {
    const found = financials([
      ['Nvidia'],
      ['$m', 'FY2024', 'FY2025', '2026E'],
      ['Revenue', 60922, 130497, 215900],
      ['growth %', 1.2, 1.1, 0.6],
      ['Capital expenditures', 1069, 3236, null],
      ['Cash flow from operations', 28090, 64089, 'n/a'],
    ]);
    expect(
      found.lines.map((line) => [line.party, line.period, line.revenue, line.capex, line.operatingCashFlow]),
    ).toEqual([
      ['Nvidia', 'FY2024', 60.922, 1.069, 28.09],
      ['Nvidia', 'FY2025', 130.497, 3.236, 64.089],
      ['Nvidia', '2026E', 215.9, NaN, NaN],
    ]);
    expect(deals.parties[found.lines[0].partyId]).toBe('Nvidia');
    expect(codes(found)).toContain('period-is-plan');
  });

  it('read several companies under label rows', () => {
    const found = financials([
      ['(USD bn)', 2024, 2025],
      ['Oracle', null, null],
      ['Revenue', 53, 57.4],
      ['Capex', 6.9, 21.2],
      ['CoreWeave', null, null],
      ['Revenue', 1.92, 5.131],
      ['Capex', null, 10.309],
    ]);
    expect(found.lines.map((line) => [line.party, line.period, line.revenue, line.capex])).toEqual([
      ['Oracle', '2024', 53, 6.9],
      ['Oracle', '2025', 57.4, 21.2],
      ['CoreWeave', '2024', 1.92, NaN],
      ['CoreWeave', '2025', 5.131, 10.309],
    ]);
  });

  it('read a company column beside an item column, in Korean', () => {
    const won = read([
      ['투자사', '피투자사', '금액(조원)'],
      ['삼성', '하이닉스', 2],
      ['하이닉스', '삼성', 1],
    ]);
    const found = financials(
      [
        ['회사', '항목 (억원)', '2024년', '2025년'],
        ['삼성', '매출액', 3000000, '3,100,000'],
        ['삼성', '설비투자', 500000, 520000],
        ['하이닉스', '매출액', 660000, 900000],
      ],
      won,
    );
    expect(found.lines.map((line) => [line.party, line.period, line.revenue, line.capex])).toEqual([
      ['삼성', '2024년', 300, 50],
      ['삼성', '2025년', 310, 52],
      ['하이닉스', '2024년', 66, NaN],
      ['하이닉스', '2025년', 90, NaN],
    ]);
  });

  it('say that the scale is assumed when nothing states one', () => {
    const found = financials([
      ['Company', 'Year', 'Revenue', 'Capex'],
      ['Oracle', 2025, 57.4, 21.2],
    ]);
    expect(found.lines[0].revenue).toBe(57.4);
    expect(codes(found)).toContain('scale-assumed');
  });

  it('refuse another currency than that of the deals', () => {
    const outcome = outcomeOf([
      ['Company', 'Year', 'Revenue (EUR bn)'],
      ['Oracle', 2025, 57.4],
    ]);
    expect(outcome.ok).toBe(false);
    expect(!outcome.ok && outcome.refusal.code).toBe('mixed-currencies');
    expect(!outcome.ok && inEnglish(outcome.refusal.message)).toContain('EUR');
  });

  it('count an unreadable figure as unknown, not as zero', () => {
    const found = financials([
      ['Company', 'Year', 'Revenue (USD bn)', 'Capex (USD bn)'],
      ['Oracle', 2025, 'about 12,5O', { error: '#DIV/0!' }],
      ['Meta', 2025, '(1.5)', '$2bn'],
    ]);
    expect(found.lines.map((line) => [line.party, line.revenue, line.capex])).toEqual([['Meta', -1.5, 2]]);
    expect(codes(found).filter((code) => code === 'figure-unreadable').length).toBe(2);
  });
});

describe('cash margins', () => {
  const long = (...cells: Cell[]): Financials =>
    financials([
      ['Company', 'Year', 'Revenue (USD bn)', 'Cash margin'],
      ...cells.map((cell, i): Cell[] => ['Oracle', 2000 + i, 50, cell]),
    ]);
  const margins = (found: Financials): number[] => found.lines.map((line) => line.cashMargin);
  const said = (found: Financials): string[] =>
    found.issues
      .filter((issue) => issue.code === 'margin-unit')
      .map((issue) => `${issue.severity}: ${inEnglish(issue.message)}`);

  it('below and above 1 in one column are all percent where most are above 1', () => {
    const found = long(35, 12, 1.2, 0.4, 48);
    expect(margins(found)).toEqual([0.35, 0.12, 0.012, 0.004, 0.48]);
    expect(said(found)).toEqual([
      'warning: Cash margins without a percent sign are read as percent, because most of them are above 1: "0.4" is 0.4 % (Financials!D5).',
    ]);
  });

  it('below and above 1 in one column are all fractions where most are below', () => {
    const found = long(0.35, 0.48, 1.43, -1.6);
    expect(margins(found)).toEqual([0.35, 0.48, 1.43, -1.6]);
    expect(said(found)).toEqual([
      'warning: Cash margins without a percent sign are read as fractions, because no more than half of them are above 1: "1.43" is 143 % (Financials!D4).',
    ]);
  });

  it('are percent where one is more than five times the revenue', () => {
    const found = long(0.5, 0.8, 35);
    expect(margins(found)).toEqual([0.005, 0.008, 0.35]);
    expect(said(found)).toEqual([
      expect.stringMatching(/^warning: .*one of them is above 5: "0.5" is 0.5 %/),
    ]);
  });

  it('on one side of 1 are remarked upon, not warned of', () => {
    expect(margins(long(1.2))).toEqual([0.012]);
    expect(said(long(1.2))).toEqual([
      expect.stringMatching(/^info: .*most of them are above 1: "1.2" is 1.2 %/),
    ]);
    expect(said(long(0.35, 0.2))).toEqual([expect.stringMatching(/^info: .*fractions.*: "0.35" is 35 %/)]);
  });

  it('with a percent sign say it themselves, and decide nothing for the others', () => {
    const found = long('35 %', '1,2%', '0,4', 'n/a', 2000);
    expect(margins(found)).toEqual([0.35, 0.012, 0.4, NaN, NaN]);
    expect(codes(found).filter((code) => code === 'figure-unreadable').length).toBe(2);
  });

  it('with a percent sign in the number format are what the cell shows', () => {
    const cells: Cell[][] = [
      ['Company', 'Year', 'Revenue (USD bn)', 'Cash margin'],
      ['Oracle', 2024, 50, 1.2],
      ['Oracle', 2025, 50, 35],
    ];
    const book = (code: string): Book => ({
      ...bookOf([]),
      sheets: [
        {
          ...plainSheet('Financials', gridOf(cells)),
          format: (_, column) => (column === 3 ? code : 'General'),
        },
      ],
    });
    const read = (code: string) => {
      const outcome = readFinancials(book(code), findFinancialTables(book(code))[0], deals);
      return outcome.ok ? [...margins(outcome.financials), ...said(outcome.financials)] : [];
    };
    expect(read('0.0 %')).toEqual([1.2, 35]);
    expect(read('0.0"%"')).toEqual([0.012, 0.35]);
    expect(read('0.0\\%')).toEqual([0.012, 0.35]);
  });

  it('of items in rows are read alike in all periods', () => {
    const found = financials([
      ['USD bn', 2023, 2024, 2025],
      ['Revenue', 50, 53, 57],
      ['Cash margin', 0.9, 12, 35],
    ]);
    expect(margins(found)).toEqual([0.009, 0.12, 0.35]);
    expect(said(found)).toEqual([expect.stringContaining('(Financials!B3)')]);
  });
});
