import fc from 'fast-check';
import { mixing } from '../../../src/engine/measures/mixing';
import { solve } from '../../../src/engine/measures/solved';
import { cyclingByRounds } from '../../oracles/cyclingByRounds';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';
import { say } from '../../../src/engine/sentence';

const mixed = (lines: readonly DealLine[]) => mixing(solve(ledgerOf(lines), 'headline'));

describe('mixing circularity', () => {
  it('is nothing without a loop and everything in a ring of equal amounts', () => {
    const ring = ['A', 'B', 'C'].map((from, i, all) => ({ from, to: all[(i + 1) % 3], amount: 7 }));
    expect(mixed(ring).share).toBeCloseTo(1, 12);
    expect(mixed(ring.slice(1)).share).toBe(0);
    expect(mixed([]).share).toBe(0);
  });

  it('balances each party from outside, by hand', () => {
    // Throughflow 4 and 4: A pays 4 of which B pays 1 back, so a unit returns with chance 1/4 x 4/4 at either party.
    const share = mixed([
      { from: 'A', to: 'B', amount: 4 },
      { from: 'B', to: 'A', amount: 1 },
    ]).share;
    expect(share).toBeCloseTo(0.25, 12);
  });

  it('follows the basis of the amounts', () => {
    const lines: DealLine[] = [
      { from: 'A', to: 'B', amount: 4, weight: 1 },
      { from: 'B', to: 'A', amount: 4, weight: 0.25 },
    ];
    expect(mixing(solve(ledgerOf(lines), 'headline')).share).toBeCloseTo(1, 12);
    expect(mixing(solve(ledgerOf(lines), 'expected')).share).toBeCloseTo(0.25, 12);
  });

  it('equals following the money step by step', () => {
    const party = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: party, to: party, amount: fc.integer({ min: 1, max: 50 }) }), {
          minLength: 1,
          maxLength: 12,
        }),
        (lines) => {
          const solved = solve(ledgerOf(lines.filter((line) => line.from !== line.to)), 'headline');
          expect(mixing(solved).share).toBeCloseTo(cyclingByRounds(solved.graph, null), 8);
        },
      ),
      { seed: 1976, numRuns: 150 },
    );
  });

  it('has no answer for a circle of more parties than dense algebra can bear, and says why', () => {
    const many = 1501;
    const ring = Array.from({ length: many }, (_, i) => ({
      from: `P${i}`,
      to: `P${(i + 1) % many}`,
      amount: 1,
    }));
    expect(mixed(ring)).toEqual({
      share: null,
      reason: say`The circle has too many parties for an exact mixing index.`,
    });
  });
});
