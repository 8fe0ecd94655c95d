/**
 * What each row adds to the circulating amount, and how much of it circulates.
 *
 * value = C* - C*(without the row), exact; values of rows do not add up (two rows can each be worth the same loop).
 * least, most = the smallest and largest part of the row over all maximum circulations: the total is unique, its
 * split over the rows is not, so no single split is ever shown.
 *
 * Complexity: one warm re-solve per row that circulates. Rows whose arc carries nothing in any maximum circulation are worth 0 at
 * once. `most rows` bounds the work on large sheets: the rows on the arcs that carry most are taken first.
 * Source: algorithms.md 3.6; linear programming duality.
 */
import { lossWithout } from '../kernel/marginal';
import { flowRanges, rowRange } from '../kernel/ranges';
import type { RowsOfArcs } from './rowsOfArcs';
import type { Solved } from './solved';

export interface RowValue {
  readonly deal: number;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Largest value first, then sheet order; rows worth nothing and carrying nothing are left out. Minor units. */
export function rowValues(solved: Solved, rows: RowsOfArcs, mostRows: number): RowValue[] {
  const { graph, circulation, amount } = solved;
  const { of: part } = solved.parts;
  const carrying: number[] = [];
  for (let arc = 0; arc < graph.arcs; arc++) {
    const [tail, head] = [graph.tail[arc], graph.head[arc]];
    // By complementary slackness an arc that climbs two ranks or more is idle in every maximum circulation.
    const mayCarry = part[tail] === part[head] && circulation.rank[head] - circulation.rank[tail] <= 1;
    if (mayCarry) carrying.push(arc);
  }
  carrying.sort(
    (a, b) => circulation.flow[b] - circulation.flow[a] || graph.amount[b] - graph.amount[a] || a - b,
  );
  const deals: number[] = [];
  for (const arc of carrying) {
    for (let index = rows.start[arc]; index < rows.start[arc + 1] && deals.length < mostRows; index++) {
      deals.push(rows.rows[index]);
    }
  }
  const arcs = Int32Array.from(deals, (deal) => graph.arcOfRow[deal]);
  const losses = lossWithout(
    graph,
    circulation,
    arcs,
    Float64Array.from(deals, (deal) => amount[deal]),
  );
  const ranges = flowRanges(graph, circulation, arcs);
  const values = deals.map((deal, index): RowValue => {
    const [least, most] = rowRange(
      ranges.min[index],
      ranges.max[index],
      graph.amount[arcs[index]],
      amount[deal],
    );
    return { deal, value: losses[index], least, most };
  });
  return values
    .filter((entry) => entry.most > 0)
    .sort((a, b) => b.value - a.value || b.most - a.most || a.deal - b.deal);
}
