import fc from 'fast-check';
import { certificateFault } from '../../../src/engine/kernel/certificate';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import type { Circulation } from '../../../src/engine/kernel/circulation';
import { graphOf, ledgers } from '../../arbitraries/ledgers';
import { everyMaximumCirculation } from '../../oracles/everyCirculation';

// A -> B 10, B -> A 7, B -> C 5: 14 circulates, ranks 0 1 2.
const graph = graphOf({ nodes: 3, from: [0, 1, 1], to: [1, 0, 2], amount: [10, 7, 5] });
const proof = maximumCirculation(graph);
const changed = (
  change: Partial<Record<'amount', number> & Record<'flow' | 'rank', number[]>>,
): Circulation => ({
  amount: change.amount ?? proof.amount,
  flow: change.flow ? Float64Array.from(change.flow) : proof.flow,
  rank: change.rank ? Int32Array.from(change.rank) : proof.rank,
});

describe('the certificate', () => {
  it('holds for the circulation of a small ledger, whose ranks can be read', () => {
    expect([...proof.flow]).toEqual([7, 7, 0]);
    expect([...proof.rank]).toEqual([0, 1, 2]);
    expect(certificateFault(graph, proof)).toBeNull();
  });

  it.each([
    ['a flow above its amount', { flow: [7, 8, 0] }, 'Flow "8" of arc 1 is not a whole number from 0 to 7.'],
    ['a negative flow', { flow: [7, 7, -1] }, 'Flow "-1" of arc 2 is not a whole number from 0 to 5.'],
    ['a fraction', { flow: [6.5, 6.5, 0] }, 'Flow "6.5" of arc 0 is not a whole number from 0 to 10.'],
    ['not a number', { flow: [NaN, 7, 0] }, 'Flow "NaN" of arc 0 is not a whole number from 0 to 10.'],
    ['a party that keeps money', { flow: [7, 7, 1] }, 'Party 1 keeps "-1" of what flows through it.'],
    ['a sum that is not the flow', { amount: 13 }, 'The flows add up to "14", not to the circulation "13".'],
    [
      'too little flow',
      { flow: [6, 6, 0], amount: 12 },
      'The ranks prove at most "14", the flows reach "12".',
    ],
    ['ranks that prove less', { rank: [0, 0, 1] }, 'The ranks prove at most "17", the flows reach "14".'],
    ['a negative rank', { rank: [-1, 0, 1] }, 'Rank "-1" of party 0 is negative.'],
    ['a flow missing', { flow: [7, 7] }, 'There are 2 flows for 3 arcs.'],
    ['a rank missing', { rank: [0, 1] }, 'There are 2 ranks for 3 parties.'],
  ])('finds %s', (_case, change, sentence) => {
    expect(certificateFault(graph, changed(change))).toBe(sentence);
  });

  it('accepts no flow that is not a maximum, whatever the ranks', () => {
    fc.assert(
      fc.property(
        ledgers(4, 6, 3),
        fc.array(fc.nat({ max: 4 }), { minLength: 4, maxLength: 4 }),
        (rows, rank) => {
          const tried = graphOf(rows);
          const flow = new Float64Array(tried.arcs);
          const fault = certificateFault(tried, {
            amount: 0,
            flow,
            rank: Int32Array.from(rank.slice(0, rows.nodes)),
          });
          // No flow at all is a maximum only when nothing circulates.
          expect(fault === null && everyMaximumCirculation(rows).amount > 0).toBe(false);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe('ranks', () => {
  it('of a ledger without a cycle are the tiers 0, 1, 2, 3', () => {
    const line = graphOf({ nodes: 4, from: [0, 1, 2, 0], to: [1, 2, 3, 2], amount: [5, 4, 3, 2] });
    expect([...maximumCirculation(line).rank]).toEqual([0, 1, 2, 3]);
  });

  it('start at 0 and stay below the number of parties on paths, rings and between them', () => {
    fc.assert(
      fc.property(ledgers(9, 20, 9), (rows) => {
        const { rank } = maximumCirculation(graphOf(rows));
        expect(Math.min(...rank)).toBe(0);
        expect(Math.max(...rank)).toBeLessThan(rows.nodes);
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});
