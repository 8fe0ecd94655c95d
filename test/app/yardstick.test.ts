import { fundamentals } from '../../scripts/samples/facts';
import { hostsOnly } from '../../scripts/samples/yardstick';
import type { CapexLine } from '../../src/app/capexView';
import {
  eraOf,
  eras,
  isGeneralKnowledge,
  ladderOf,
  rangeOf,
  sourcesOf,
  yardstick,
} from '../../src/app/yardstick';

const own = (party: string, period: string, intensity: number | null): CapexLine =>
  ({ party, period, intensity, coverage: null, grade: 'B', cell: 'Figures!E2' }) as CapexLine;

describe('the yardstick', () => {
  it('is what the data say', () => {
    const lines = fundamentals();
    for (const { company, period, intensity, coverage } of yardstick) {
      const line = lines.find((each) => each.entity === company && each.period === period);
      expect(intensity).toBeCloseTo(Number(line?.capex) / Number(line?.revenue), 5);
      const cash = line?.operatingCashFlow ?? '';
      if (cash === '') expect(coverage).toBeNull();
      else expect(coverage).toBeCloseTo(Number(cash) / Number(line?.capex), 4);
    }
  });

  it('has the telecoms of the bubble and the hyperscalers before and in the build-out', () => {
    const count = (era: string) => yardstick.filter((fact) => eraOf(fact) === era).length;
    expect(eras.map(count)).toEqual([5, 5, 4]);
    expect(rangeOf('hyperscalers-2019')).toEqual({ least: 0.0420189, most: 0.213616 });
    expect(rangeOf('hyperscalers-2025')).toEqual({ least: 0.183847, most: 0.369344 });
    expect(rangeOf('telecoms')).toEqual({ least: 0.188776, most: 6.53442 });
  });

  it('gives each fact a source and a grade, and says what is general knowledge', () => {
    expect(yardstick.filter(({ source, grade }) => source === '' || grade === '')).toEqual([]);
    expect(yardstick.filter(({ grade }) => isGeneralKnowledge(grade)).map(({ company }) => company)).toEqual([
      'Level 3 (communications)',
      'WorldCom',
    ]);
    expect(isGeneralKnowledge('B')).toBe(false);
  });

  it('names hosts, not addresses', () => {
    expect(yardstick.filter(({ source }) => source.includes('//'))).toEqual([]);
    expect(hostsOnly('https://www.a.com/x/y?z=1 ; http://b.org/c.php, d page')).toBe('a.com; b.org, d page');
    expect(hostsOnly('https://a.com/one and /two/three (revenue)')).toBe('a.com (revenue)');
    expect(hostsOnly('no stored source found')).toBe('no stored source found');
  });
});

describe('the ladder', () => {
  it('puts the sheet among the facts, largest first', () => {
    const rungs = ladderOf([own('Ours', '2026', 0.5), own('Silent', '2026', null)]);
    expect(rungs).toHaveLength(15);
    expect(rungs.slice(0, 3).map(({ company, era }) => [company, era])).toEqual([
      ['Level 3 (communications)', 'telecoms'],
      ['Ours', null],
      ['Qwest', 'telecoms'],
    ]);
  });

  it('names a figure once that both have', () => {
    const rungs = ladderOf([own('Meta', 'FY2025', 0.34677)]);
    expect(rungs.filter(({ company, period }) => company === 'Meta' && period === 'FY2025')).toEqual([
      expect.objectContaining({ era: null, cell: 'Figures!E2' }),
    ]);
  });

  it('keeps both where the sheet says otherwise', () => {
    const rungs = ladderOf([own('Meta', 'FY2025', 0.5)]);
    expect(rungs.filter(({ company, period }) => company === 'Meta' && period === 'FY2025')).toHaveLength(2);
  });

  it('lists each source once', () => {
    const sources = sourcesOf(ladderOf([]));
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources[0]).toBe('capedge.com');
  });
});
