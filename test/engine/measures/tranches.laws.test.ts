import fc from 'fast-check';
import { matchedByPeriod } from '../../../src/engine/measures/tranches';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

const deal = fc.record({
  isThere: fc.boolean(),
  amount: fc.integer({ min: 2, max: 40 }),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
});

function matched(lines: readonly DealLine[]): number {
  const ledger = ledgerOf(lines, 0);
  const from = (name: string) =>
    Int32Array.from(lines.flatMap((line, index) => (line.from === name ? [index] : [])));
  return matchedByPeriod(ledger, ledger.amount, from('A'), from('B'));
}

const linesOf = (
  deals: readonly { isThere: boolean; amount: number; day: number; month: number }[],
): DealLine[] =>
  deals.map(({ isThere, amount, day, month }) => ({
    from: isThere ? 'A' : 'B',
    to: isThere ? 'B' : 'A',
    amount,
    class: 'S',
    date: `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  }));

describe('money matched by periods', () => {
  it('does not change when a deal is paid in two tranches on its day', () => {
    fc.assert(
      fc.property(fc.array(deal, { minLength: 1, maxLength: 12 }), (deals) => {
        const lines = linesOf(deals);
        const [first, ...rest] = lines;
        const split = [{ ...first, amount: first.amount - 1 }, { ...first, amount: 1 }, ...rest];
        expect(matched(split)).toBe(matched(lines));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('is at most what either direction sends', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 14 }), (deals) => {
        const sum = (isThere: boolean) =>
          deals.reduce((all, one) => all + (one.isThere === isThere ? one.amount : 0), 0);
        expect(matched(linesOf(deals))).toBeLessThanOrEqual(Math.min(sum(true), sum(false)));
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
