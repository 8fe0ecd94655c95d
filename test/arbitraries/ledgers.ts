/** Small random ledgers for property tests. */
import fc from 'fast-check';
import { buildGraph } from '../../src/engine/kernel/graph';
import type { Graph } from '../../src/engine/kernel/graph';
import type { Rows } from '../oracles/circulationByCycleCancelling';

/** Ledgers of up to `parties` parties and `deals` rows, self-deals, zero rows and parallel rows among them. */
export function ledgers(parties: number, deals: number, amounts: number): fc.Arbitrary<Rows> {
  return fc.integer({ min: 1, max: parties }).chain((nodes) => {
    const party = fc.nat({ max: nodes - 1 });
    return fc.array(fc.tuple(party, party, fc.nat({ max: amounts })), { maxLength: deals }).map((rows) => ({
      nodes,
      from: rows.map((row) => row[0]),
      to: rows.map((row) => row[1]),
      amount: rows.map((row) => row[2]),
    }));
  });
}

export function graphOf(rows: Rows): Graph {
  return buildGraph(
    rows.nodes,
    Int32Array.from(rows.from),
    Int32Array.from(rows.to),
    Float64Array.from(rows.amount),
  );
}

/** The rows with one more at the end. */
export function withRow(rows: Rows, from: number, to: number, amount: number): Rows {
  return {
    nodes: rows.nodes,
    from: [...rows.from, from],
    to: [...rows.to, to],
    amount: [...rows.amount, amount],
  };
}

/** The rows with other amounts. */
export function withAmounts(rows: Rows, amount: readonly number[]): Rows {
  return { ...rows, amount };
}
