/**
 * Outside income of a party: money that does not come out of its own circle.
 *
 * The larger of two readings, because they overlap: (a) what the sheet shows coming in from parties outside the
 * party's strongly connected component - customers, lenders, investors that none of its money can reach; and
 * (b) its stated revenue less what it earns inside the circle. A party is `known` when either says something:
 * for the others "nobody outside pays" cannot be told from "the sheet does not say".
 * O(arcs). Minor units a year.
 */
import type { Components } from '../kernel/components';
import type { Graph } from '../kernel/graph';

export interface OutsideIncome {
  readonly income: Float64Array;
  readonly known: Uint8Array;
}

export function outsideIncome(
  graph: Graph,
  parts: Components,
  annual: { readonly all: Float64Array; readonly spend: Float64Array },
  statedRevenue: Float64Array,
): OutsideIncome {
  const income = new Float64Array(graph.nodes);
  const earnedInside = new Float64Array(graph.nodes);
  const known = new Uint8Array(graph.nodes);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const head = graph.head[arc];
    if (parts.of[graph.tail[arc]] === parts.of[head]) earnedInside[head] += annual.spend[arc];
    else {
      income[head] += annual.all[arc];
      known[head] = 1;
    }
  }
  for (let node = 0; node < graph.nodes; node++) {
    if (Number.isNaN(statedRevenue[node])) continue;
    known[node] = 1;
    income[node] = Math.max(income[node], statedRevenue[node] - earnedInside[node]);
  }
  return { income, known };
}
