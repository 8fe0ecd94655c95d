import { scaleOf, stretch } from '../../src/app/capexScale';
import { companiesOf, hasRoundTrip, periodsOf, sameLine, type CapexLine } from '../../src/app/capexView';

const nothing = {
  revenue: null,
  capex: null,
  operatingCashFlow: null,
  coverage: null,
  intensity: null,
  freeCashFlow: null,
  requiredRevenue: null,
  organicRevenue: null,
  organicCoverage: null,
  organicIntensity: null,
  payback: null,
  commitmentsToRevenue: null,
  commitments: null,
  commitmentCoverage: null,
  depreciationPerYearOfLife: null,
  grade: '',
};

function line(party: string, period: string, figures: Partial<CapexLine> = {}): CapexLine {
  return { party, period, cell: `Figures!E${party}${period}`, ...nothing, ...figures };
}

const tied = (party: string, organicRevenue: number): CapexLine =>
  line(party, '2025', { revenue: 100, organicRevenue, commitmentsToRevenue: 0 });

describe('the companies of the capex view', () => {
  it('begin with those whose money comes back, then those of the deals, then the rest', () => {
    const companies = companiesOf([
      line('Apart', '2025', { revenue: 5 }),
      tied('Clean', 100),
      line('Round', '2024', { revenue: 90, intensity: 0.5 }),
      tied('Round', 80),
      tied('Other clean', 100),
    ]);
    expect(companies.map(({ party, group }) => `${party}: ${group}`)).toEqual([
      'Round: round-trip',
      'Clean: deals',
      'Other clean: deals',
      'Apart: apart',
    ]);
    expect(companies[0].lines.map(({ period }) => period)).toEqual(['2024', '2025']);
  });

  it('are shown by the year that the deals are set against', () => {
    const later = line('A', 'Q1-2026', { revenue: 30, intensity: 3 });
    expect(companiesOf([tied('A', 80), later])[0].latest.period).toBe('2025');
  });

  it('are shown by their last year with revenue and capex where there are no deals', () => {
    const [company] = companiesOf([
      line('A', '2024', { intensity: 0.1 }),
      line('A', '2025', { intensity: 0.2 }),
      line('A', '2026', { revenue: 3 }),
    ]);
    expect(company.latest.period).toBe('2025');
    expect(companiesOf([line('B', '2026', { revenue: 3 })])[0].latest.period).toBe('2026');
  });

  it('have no round trip where it is not known', () => {
    expect(hasRoundTrip(tied('A', 99))).toBe(true);
    expect(hasRoundTrip(tied('A', 100))).toBe(false);
    expect(hasRoundTrip(line('A', '2025', { revenue: 100 }))).toBe(false);
  });

  it('are found again by their cell when a scenario changes them', () => {
    const before = [tied('A', 80), tied('B', 70)];
    expect(sameLine(tied('B', 100), before)).toBe(before[1]);
    expect(sameLine(tied('C', 100), before)).toBeNull();
  });

  it('are none where there are no figures', () => {
    expect(companiesOf([])).toEqual([]);
  });
});

describe('the periods of a company', () => {
  const years = Array.from({ length: 40 }, (_, i) => line('A', String(1990 + i), { intensity: 0.1 }));
  const shown = (lines: readonly CapexLine[]): string => {
    const periods = periodsOf(companiesOf(lines)[0], 8).map(({ period }) => period);
    return `${periods[0]}..${periods.at(-1)}: ${periods.length}`;
  };

  it('are all shown where they are few', () => {
    expect(shown(years.slice(0, 1))).toBe('1990..1990: 1');
    expect(shown(years.slice(0, 8))).toBe('1990..1997: 8');
  });

  it('are those around the latest one where they are many', () => {
    expect(shown(years)).toBe('2022..2029: 8');
    const newestFirst = years.map((year, i) => (i === 0 ? { ...year, commitmentsToRevenue: 0 } : year));
    expect(shown(newestFirst)).toBe('1990..1997: 8');
    const inTheMiddle = years.map((year, i) => (i === 20 ? { ...year, commitmentsToRevenue: 0 } : year));
    expect(shown(inTheMiddle)).toBe('2005..2012: 8');
  });
});

describe('the length of a bar', () => {
  it('is a share of the largest value', () => {
    const scale = scaleOf([0.5, null, 2], { least: 1, most: 10 });
    expect(scale).toBe(2);
    expect(stretch(0.5, scale)).toEqual({ length: 0.25, isCut: false });
  });

  it('leaves room for a line that no value reaches', () => {
    expect(scaleOf([0.2], { least: 1.25, most: 10 })).toBe(1.25);
  });

  it('is cut for an outlier, so that the others can be seen', () => {
    const scale = scaleOf([0.5, 4000], { least: 1, most: 10 });
    expect(scale).toBe(10);
    expect(stretch(4000, scale)).toEqual({ length: 1, isCut: true });
  });

  it.each([null, 0, -3, NaN])('is nothing for %p', (value) => {
    expect(stretch(value, 2)).toEqual({ length: 0, isCut: false });
  });
});
