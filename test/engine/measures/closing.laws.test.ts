import fc from 'fast-check';
import { closingRange } from '../../../src/engine/measures/closing';
import { closingBySubsets, type ClosingDeal } from '../../oracles/closingBySubsets';
import { ledgerOf } from '../../oracles/ledgerOf';

const parties = 4;
const draws = 2000;

/** Up to 8 deals between 4 parties; nobody pays itself, because such rows never become deals. */
const deals: fc.Arbitrary<ClosingDeal[]> = fc.integer({ min: 1, max: 8 }).chain((many) =>
  fc.array(
    fc
      .record({
        from: fc.nat(parties - 1),
        step: fc.integer({ min: 1, max: parties - 1 }),
        amount: fc.integer({ min: 1, max: 30 }),
        weight: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.85, 1),
        links: fc.oneof(
          { weight: 3, arbitrary: fc.constant<number[]>([]) },
          { weight: 1, arbitrary: fc.array(fc.nat(many - 1), { maxLength: 2 }) },
        ),
      })
      .map(({ step, ...deal }) => ({ ...deal, to: (deal.from + step) % parties })),
    { minLength: many, maxLength: many },
  ),
);

describe('the closing range', () => {
  it('has the mean of every set of deals that can close, linked deals together, within what the draws allow', () => {
    fc.assert(
      fc.property(deals, fc.nat(1000), (some, seed) => {
        const outcomes = closingBySubsets(parties, some);
        const sumOf = (of: (outcome: (typeof outcomes)[number]) => number) =>
          outcomes.reduce((sum, outcome) => sum + outcome.probability * of(outcome), 0);
        expect(sumOf(() => 1)).toBeCloseTo(1, 12);
        const mean = sumOf(({ share }) => share);
        const deviation = Math.sqrt(sumOf(({ share }) => (share - mean) ** 2) / draws);
        const ledger = ledgerOf(
          some.map((deal) => ({ ...deal, from: `P${deal.from}`, to: `P${deal.to}` })),
          0,
        );
        const range = closingRange(ledger, draws, seed);
        expect(Math.abs(range.mean - mean)).toBeLessThanOrEqual(4.5 * deviation + 1e-9);
        // A quantile has its share of the probability on either side, as nearly as so many draws can tell.
        for (const [quantile, share] of [
          [0.05, range.p5],
          [0.5, range.p50],
          [0.95, range.p95],
        ]) {
          const spread = 4.5 * Math.sqrt((quantile * (1 - quantile)) / draws) + 1 / draws;
          const below = sumOf((outcome) => (outcome.share < share - 1e-9 ? 1 : 0));
          const upTo = sumOf((outcome) => (outcome.share <= share + 1e-9 ? 1 : 0));
          expect(below).toBeLessThanOrEqual(quantile + spread);
          expect(upTo).toBeGreaterThanOrEqual(quantile - spread);
        }
      }),
      { seed: 1720, numRuns: 60 },
    );
  });
});
