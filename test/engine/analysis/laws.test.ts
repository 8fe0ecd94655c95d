import fc from 'fast-check';
import { analyze, gridOf, plainSheet, type Analysis, type Cell } from '../../../src/engine/index';

type Row = readonly [from: string, to: string, amount: number, kind: string];

const parties = ['Ada', 'Bell', 'Cray', 'Dell', 'Erie'];
const row = fc
  .tuple(
    fc.constantFrom(...parties),
    fc.constantFrom(...parties),
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom('equity', 'purchase', 'loan', 'compute'),
  )
  .filter(([from, to]) => from !== to);
const sheets = fc.array(row, { minLength: 1, maxLength: 12 });

function analysisOf(rows: readonly Row[]): Analysis {
  const cells: Cell[][] = [['Payer', 'Receiver', 'Amount', 'Kind'], ...rows.map((line) => [...line])];
  const book = {
    name: 'law.csv',
    sheets: [plainSheet('Deals', gridOf(cells))],
    tables: [],
    date1904: false,
    notes: [],
  };
  const outcome = analyze(book, { draws: 0 });
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return outcome.analysis;
}

/** What must not change when a sheet says the same in another way. */
const essence = (analysis: Analysis) => ({
  share: analysis.circularity.headline.share,
  score: analysis.score.overall,
  loops: analysis.loops.map((loop) => loop.amount),
});

const check = (law: (rows: Row[]) => void, seed: number) =>
  fc.assert(fc.property(sheets, law), { seed, numRuns: 60 });

describe('laws of a whole analysis', () => {
  it('the share is in 0..1, and 0 exactly when there is no loop', () => {
    check((rows) => {
      const { circularity, loops } = analysisOf(rows);
      expect(circularity.headline.share).toBeGreaterThanOrEqual(0);
      expect(circularity.headline.share).toBeLessThanOrEqual(1);
      expect(circularity.headline.share > 0).toBe(loops.length > 0);
    }, 1);
  });

  it('the order of rows changes nothing', () => {
    check((rows) => expect(essence(analysisOf([...rows].reverse()))).toEqual(essence(analysisOf(rows))), 2);
  });

  it('names change nothing', () => {
    const renamed = (name: string) => `Zweite ${parties.length - parties.indexOf(name)} AG`;
    check((rows) => {
      const others = rows.map(([from, to, amount, kind]): Row => [renamed(from), renamed(to), amount, kind]);
      expect(essence(analysisOf(others))).toEqual(essence(analysisOf(rows)));
    }, 3);
  });

  it('another unit of money changes no share and no score', () => {
    check((rows) => {
      const scaled = rows.map(([from, to, amount, kind]): Row => [from, to, amount * 1000, kind]);
      const [one, other] = [analysisOf(rows), analysisOf(scaled)];
      expect(other.circularity.headline.share).toBe(one.circularity.headline.share);
      expect(other.score.overall).toBe(one.score.overall);
    }, 4);
  });

  it('splitting a row in two leaves the circulating amount', () => {
    check((rows) => {
      const [[from, to, amount, kind], ...rest] = rows;
      const split: Row[] = [[from, to, amount - 0.25, kind], [from, to, 0.25, kind], ...rest];
      expect(analysisOf(split).circularity.headline).toEqual(analysisOf(rows).circularity.headline);
    }, 5);
  });

  it('points add up, rows are all accounted for, no value is above its bound', () => {
    check((rows) => {
      const { score, ledger, rows: values, circularity, parties: lines } = analysisOf(rows);
      expect(score.drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(score.overall);
      expect(ledger.deals + ledger.leftOut).toBe(ledger.dataRows);
      for (const entry of values) {
        expect(entry.value).toBeLessThanOrEqual(circularity.headline.amount);
        expect(entry.least).toBeLessThanOrEqual(entry.most);
        expect(entry.most).toBeLessThanOrEqual(entry.amount);
      }
      for (const line of lines) {
        expect(line.fundedRoundTrip).toBeLessThanOrEqual(line.roundTrip as number);
        expect(line.roundTrip).toBeLessThanOrEqual(Math.min(line.inflow, line.outflow));
        expect(line.uncleared).toBeLessThanOrEqual(line.inflow);
      }
    }, 6);
  });
});
