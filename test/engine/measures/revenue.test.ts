import { statedRevenues } from '../../../src/engine/measures/revenue';
import { latestYears } from '../../../src/engine/measures/latestYears';
import { figuresOf, type Figure } from '../../oracles/figuresOf';
import { dayOf, ledgerOf, type DealLine } from '../../oracles/ledgerOf';

const period = (party: string, name: string, from: string, to: string, figures: Partial<Figure>): Figure => ({
  party,
  period: name,
  firstDay: dayOf(from),
  lastDay: dayOf(to),
  ...figures,
});

function revenueOf(lines: readonly DealLine[], figures: readonly Figure[]) {
  const ledger = ledgerOf(lines);
  return statedRevenues(ledger, figuresOf(ledger, figures), () => true)[ledger.parties.indexOf('CMS')];
}

const y2000 = period('CMS', '2000', '2000-01-01', '2000-12-31', { revenue: 10 });
const y2001 = period('CMS', '9M-2001', '2001-01-01', '2001-09-30', { revenue: 11.67 });

describe('the revenue that a round trip is compared with', () => {
  it('adds up the periods in which the deals fall', () => {
    const stated = revenueOf(
      [
        { from: 'Dynegy', to: 'CMS', amount: 1, date: '2000-01-01', lastDate: '2000-12-31' },
        { from: 'Dynegy', to: 'CMS', amount: 4.2, date: '2001-03-01' },
      ],
      [y2001, y2000],
    );
    expect(stated?.revenue).toBeCloseTo(21.67, 9);
    expect(stated?.period).toBe('2000 + 9M-2001');
  });

  it('takes only the period of the deals where others are given', () => {
    expect(
      revenueOf([{ from: 'Dynegy', to: 'CMS', amount: 1, date: '2000-05-01' }], [y2000, y2001])?.revenue,
    ).toBe(10);
  });

  it('takes the latest year where no period meets the deals, not a later part of a year', () => {
    const quarter = period('CMS', 'Q1-2002', '2002-01-01', '2002-03-31', { revenue: 3 });
    const stated = revenueOf(
      [{ from: 'Dynegy', to: 'CMS', amount: 1, date: '2005-05-01' }],
      [y2000, quarter],
    );
    expect(stated?.period).toBe('2000');
  });

  it('counts overlapping periods once, the longest', () => {
    const whole = period('CMS', '2001', '2001-01-01', '2001-12-31', { revenue: 15 });
    expect(
      revenueOf([{ from: 'Dynegy', to: 'CMS', amount: 1, date: '2001-05-01' }], [y2001, whole])?.revenue,
    ).toBe(15);
  });

  it('takes the latest period where deals are counted by the year, because they have a term', () => {
    const lines = [
      { from: 'Dynegy', to: 'CMS', amount: 1, date: '2000-05-01', term: 3 },
      { from: 'Dynegy', to: 'CMS', amount: 4.2, date: '2001-03-01' },
    ];
    const stated = revenueOf(lines, [y2000, y2001]);
    expect(stated?.period).toBe('9M-2001, at a yearly rate');
    expect(stated?.revenue).toBeCloseTo((11.67 * 365.25) / 273, 9);
  });

  it('is null where the figures do not name the party', () => {
    expect(revenueOf([{ from: 'Dynegy', to: 'CMS', amount: 1 }], [])).toBeNull();
  });
});

describe('the latest year of a company', () => {
  const ledger = ledgerOf([{ from: 'MSFT', to: 'X', amount: 1 }]);

  it('prefers a year with revenue and capex to a later one with capex alone', () => {
    const years = latestYears(
      ledger,
      figuresOf(ledger, [
        period('MSFT', 'FY2025', '2024-07-01', '2025-06-30', {
          revenue: 281.7,
          capex: 64.6,
          operatingCashFlow: 136.2,
        }),
        period('MSFT', 'TTM Dec-2025', '2025-01-01', '2025-12-31', { capex: 83.1, operatingCashFlow: 160.5 }),
      ]),
    );
    expect(years.map((year) => [year.line.period, year.cash])).toEqual([['FY2025', 136.2]]);
  });

  it('takes revenue times margin for cash where no cash flow is given', () => {
    const figures = figuresOf(ledger, [{ party: 'MSFT', revenue: 200, cashMargin: 0.25 }]);
    expect(latestYears(ledger, figures)[0].cash).toBe(50);
  });

  it('takes a year that was reported before a plan for the next', () => {
    const figures = figuresOf(ledger, [
      period('MSFT', 'FY2001', '2001-01-01', '2001-12-31', { revenue: 19.8, capex: 8.5 }),
      period('MSFT', 'FY2002 plan', '2002-01-01', '2002-12-31', { revenue: 19.6, capex: 3.7 }),
    ]);
    expect(latestYears(ledger, figures)[0].line.period).toBe('FY2001');
  });

  it('leaves out companies without deals', () => {
    expect(latestYears(ledger, figuresOf(ledger, [{ party: 'Level 3', revenue: 1, capex: 5 }]))).toEqual([]);
  });
});
