import fc from 'fast-check';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import { flowRanges, rowRange } from '../../../src/engine/kernel/ranges';
import { graphOf, ledgers } from '../../arbitraries/ledgers';
import { circulationByCycleCancelling } from '../../oracles/circulationByCycleCancelling';
import type { Rows } from '../../oracles/circulationByCycleCancelling';
import { everyMaximumCirculation } from '../../oracles/everyCirculation';

/** Ranges of all arcs of a ledger, and of its rows. */
function rangesOf(rows: Rows) {
  const graph = graphOf(rows);
  const circulation = maximumCirculation(graph);
  const arcs = Int32Array.from({ length: graph.arcs }, (_, a) => a);
  const { min, max } = flowRanges(graph, circulation, arcs);
  const ofRow = rows.amount.map((amount, row) => {
    const a = graph.arcOfRow[row];
    return a < 0 ? [0, 0] : rowRange(min[a], max[a], graph.amount[a], amount);
  });
  return { graph, circulation, min, max, ofRow };
}

describe('the range of a deal over all maximum circulations', () => {
  it('is the one found by trying every circulation of a tiny ledger', () => {
    fc.assert(
      fc.property(ledgers(4, 6, 3), (rows) => {
        const { flows } = everyMaximumCirculation(rows);
        const expected = rows.amount.map((_, row) => [
          Math.min(...flows.map((flow) => flow[row])),
          Math.max(...flows.map((flow) => flow[row])),
        ]);
        expect(rangesOf(rows).ofRow).toEqual(expected);
      }),
      { seed: 31, numRuns: 400 },
    );
  });

  it('is the one found by making one arc a little more or less worth and solving again', () => {
    fc.assert(
      fc.property(ledgers(6, 14, 9), (rows) => {
        const { graph, min, max } = rangesOf(rows);
        const arcs: Rows = {
          nodes: rows.nodes,
          from: [...graph.tail],
          to: [...graph.head],
          amount: [...graph.amount],
        };
        for (let a = 0; a < graph.arcs; a++) {
          // Every arc is worth more than all of arc a's units together, so only ties are decided by the difference.
          const gain = (own: number) => arcs.amount.map((_, i) => 1000 + (i === a ? own : 0));
          expect(max[a]).toBe(circulationByCycleCancelling(arcs, gain(1))[a]);
          expect(min[a]).toBe(circulationByCycleCancelling(arcs, gain(-1))[a]);
        }
      }),
      { seed: 32, numRuns: 120 },
    );
  });

  it('holds the flow of the circulation that it was asked with', () => {
    fc.assert(
      fc.property(ledgers(12, 60, 1000), (rows) => {
        const { circulation, min, max, graph } = rangesOf(rows);
        for (let a = 0; a < graph.arcs; a++) {
          expect(min[a]).toBeLessThanOrEqual(circulation.flow[a]);
          expect(max[a]).toBeGreaterThanOrEqual(circulation.flow[a]);
        }
      }),
      { seed: 33, numRuns: 200 },
    );
  });

  it('is open where two loops compete for one deal', () => {
    // A -> B is wanted by B -> C -> A and by B -> D -> A alike: each of the two loops may have it.
    const { min, max } = rangesOf({
      nodes: 4,
      from: [0, 1, 2, 1, 3],
      to: [1, 2, 0, 3, 0],
      amount: [10, 10, 10, 10, 10],
    });
    expect([...min]).toEqual([10, 0, 0, 0, 0]);
    expect([...max]).toEqual([10, 10, 10, 10, 10]);
  });

  it('leaves the circulation as it was and refuses an arc that is not there', () => {
    const { graph, circulation } = rangesOf({ nodes: 2, from: [0, 1], to: [1, 0], amount: [5, 7] });
    expect([...circulation.flow]).toEqual([5, 5]);
    expect(() => flowRanges(graph, circulation, Int32Array.of(2))).toThrow(RangeError);
    expect(() => flowRanges(graph, circulation, Int32Array.of(-1))).toThrow('There is no arc "-1" among 2.');
  });
});

describe('the range of a row among parallel rows', () => {
  it.each([
    ['the only row', 3, 7, 10, 10, [3, 7]],
    ['the others can take all', 3, 7, 10, 2, [0, 2]],
    ['the others cannot take all', 9, 10, 10, 4, [3, 4]],
    ['a fixed arc still leaves the split open', 5, 5, 10, 6, [1, 5]],
  ])('%s', (_case, arcMin, arcMax, arcAmount, rowAmount, expected) => {
    expect(rowRange(arcMin, arcMax, arcAmount, rowAmount)).toEqual(expected);
  });
});
