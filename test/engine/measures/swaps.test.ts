import fc from 'fast-check';
import { swapped } from '../../../src/engine/measures/swaps';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';
import { swapsByPairs } from '../../oracles/swapsByPairs';

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);

const dates = fc.oneof(
  fc.constant({}),
  fc
    .record({ day: fc.integer({ min: 10_000, max: 10_400 }), length: fc.constantFrom(0, 0, 0, 30, 364) })
    .map(({ day, length }) => ({ date: iso(day), lastDate: iso(day + length) })),
);
const deal = fc
  .record({
    isThere: fc.boolean(),
    amount: fc.integer({ min: 1, max: 30 }),
    class: fc.constantFrom('F' as const, 'W' as const, 'S' as const, 'G' as const),
    dates,
  })
  .map(({ isThere, amount, class: dealClass, dates: found }): DealLine => {
    const [from, to] = isThere ? ['A', 'B'] : ['B', 'A'];
    return { from, to, amount, class: dealClass, ...found };
  });

function sides(lines: readonly DealLine[]): [number[], number[]] {
  const of = (name: string) => lines.flatMap((line, index) => (line.from === name ? [index] : []));
  return [of('A'), of('B')];
}

describe('swaps', () => {
  it('are those that looking at every pair finds', () => {
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 40 }), (lines) => {
        const ledger = ledgerOf(lines);
        const [there, here] = sides(lines);
        expect(swapped(ledger, ledger.amount, Int32Array.from(there), Int32Array.from(here))).toBe(
          swapsByPairs(ledger, there, here),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('are found among a hundred thousand deals that are all alike, or that never match', () => {
    const many = Array.from({ length: 100_000 }, (_, index): DealLine => {
      const [from, to] = index % 2 === 0 ? ['A', 'B'] : ['B', 'A'];
      return { from, to, amount: 10, class: 'S', date: from === 'A' ? '2001-01-01' : '2001-06-30' };
    });
    const ledger = ledgerOf(many);
    const [there, here] = sides(many).map((side) => Int32Array.from(side));
    expect(swapped(ledger, ledger.amount, there, here)).toBe(0);
    ledger.day.fill(10_000);
    ledger.lastDay.fill(10_000);
    expect(swapped(ledger, ledger.amount, there, here)).toBe(50_000 * 1_000);
  });
});
