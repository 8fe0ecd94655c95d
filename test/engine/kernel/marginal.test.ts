import fc from 'fast-check';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import { lossWithout } from '../../../src/engine/kernel/marginal';
import { graphOf, ledgers, withAmounts } from '../../arbitraries/ledgers';
import type { Rows } from '../../oracles/circulationByCycleCancelling';
import { vectors } from '../../fixtures/vectors';

const solve = (rows: Rows) => maximumCirculation(graphOf(rows)).amount;

/** The loss of every row that has an arc, and the answer of a cold solve for each. */
function everyRow(rows: Rows, reduce: (amount: number, row: number) => number) {
  const graph = graphOf(rows);
  const circulation = maximumCirculation(graph);
  const asked = rows.amount.map((_, row) => row).filter((row) => graph.arcOfRow[row] >= 0);
  const arcs = Int32Array.from(asked, (row) => graph.arcOfRow[row]);
  const cut = Float64Array.from(asked, (row) => reduce(rows.amount[row], row));
  const cold = asked.map(
    (row, k) =>
      circulation.amount -
      solve(
        withAmounts(
          rows,
          rows.amount.map((x, i) => (i === row ? x - cut[k] : x)),
        ),
      ),
  );
  return { graph, circulation, arcs, cut, warm: [...lossWithout(graph, circulation, arcs, cut)], cold };
}

describe('what is lost without a deal', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s, every row', (_id, vector) => {
    const { graph, amount, expected } = vector;
    const asked = [...amount.keys()].filter((row) => graph.arcOfRow[row] >= 0);
    const loss = lossWithout(
      graph,
      maximumCirculation(graph),
      Int32Array.from(asked, (row) => graph.arcOfRow[row]),
      Float64Array.from(asked, (row) => amount[row]),
    );
    const drop = [...amount].map(() => 0);
    asked.forEach((row, k) => (drop[row] = loss[k]));
    expect(drop).toEqual(expected.leave_one_out_drop);
  });

  it('equals a cold solve without the row', () => {
    fc.assert(
      fc.property(ledgers(7, 18, 12), (rows) => {
        const { warm, cold } = everyRow(rows, (amount) => amount);
        expect(warm).toEqual(cold);
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('equals a cold solve with less of the row', () => {
    fc.assert(
      fc.property(ledgers(9, 40, 1000), fc.nat({ max: 1000 }), (rows, cut) => {
        const { warm, cold } = everyRow(rows, (amount, row) => (cut * (row + 1)) % (amount + 1));
        expect(warm).toEqual(cold);
      }),
      { seed: 42, numRuns: 100 },
    );
  });

  it('law: lies between nothing and all that circulates', () => {
    fc.assert(
      fc.property(ledgers(9, 40, 50), (rows) => {
        const { warm, circulation } = everyRow(rows, (amount) => amount);
        for (const loss of warm) {
          expect(loss).toBeGreaterThanOrEqual(0);
          expect(loss).toBeLessThanOrEqual(circulation.amount);
        }
      }),
      { seed: 43, numRuns: 100 },
    );
  });

  it('modifies nothing that it was given, whatever the order of the questions', () => {
    fc.assert(
      fc.property(ledgers(8, 30, 20), (rows) => {
        const { graph, circulation, arcs, cut, warm } = everyRow(rows, (amount) => amount);
        expect(circulation).toEqual(maximumCirculation(graph));
        const backwards = lossWithout(graph, circulation, arcs.slice().reverse(), cut.slice().reverse());
        expect([...backwards].reverse()).toEqual(warm);
      }),
      { seed: 44, numRuns: 100 },
    );
  });

  it('refuses a reduction that the arc does not hold', () => {
    const graph = graphOf({ nodes: 2, from: [0, 1], to: [1, 0], amount: [5, 7] });
    const circulation = maximumCirculation(graph);
    const ask = (arc: number, cut: number) =>
      lossWithout(graph, circulation, Int32Array.of(arc), Float64Array.of(cut));
    expect(() => ask(0, 6)).toThrow('Reduction "6" is not a whole number from 0 to 5 (arc 0).');
    expect(() => ask(0, -1)).toThrow(RangeError);
    expect(() => ask(0, 0.5)).toThrow(RangeError);
    expect(() => ask(0, NaN)).toThrow(RangeError);
    expect(() => ask(2, 0)).toThrow('There is no arc "2" among 2.');
  });
});
