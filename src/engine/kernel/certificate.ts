/**
 * The certificate of a circulation: a proof of the optimum that needs no solver.
 *
 * For any whole ranks r and any feasible flow f (0 <= f <= amount, zero net at every party)
 *   sum f  =  sum f x (1 + r(from) - r(to))  <=  sum amount x max(0, 1 + r(from) - r(to)),
 * because the ranks cancel round every cycle. Where both sides are equal, f is as large as any flow can be and the
 * ranks prove it. The right side is weighted agony (Gupte et al., WWW 2011; Tatti, DMKD 2017, arXiv 1903.02999).
 *
 * Complexity: O(nodes + arcs) time, one Float64 a node. All sums stay below 2^53 or are refused.
 */
import type { Circulation } from './circulation';
import type { Graph } from './graph';

/** null when the circulation is proved to be a maximum one; else what is wrong, as a sentence. */
export function certificateFault(graph: Graph, circulation: Circulation): string | null {
  const { nodes, arcs, tail, head, amount } = graph;
  const { flow, rank } = circulation;
  if (flow.length !== arcs) return `There are ${flow.length} flows for ${arcs} arcs.`;
  if (rank.length !== nodes) return `There are ${rank.length} ranks for ${nodes} parties.`;

  const net = new Float64Array(nodes);
  let flowSum = 0;
  let rankSum = 0;
  for (let a = 0; a < arcs; a++) {
    const f = flow[a];
    if (!Number.isInteger(f) || f < 0 || f > amount[a]) {
      return `Flow "${f}" of arc ${a} is not a whole number from 0 to ${amount[a]}.`;
    }
    net[tail[a]] -= f;
    net[head[a]] += f;
    flowSum += f;
    const price = 1 + rank[tail[a]] - rank[head[a]];
    if (price > 0) rankSum += amount[a] * price;
  }
  for (let v = 0; v < nodes; v++) {
    if (net[v] !== 0) return `Party ${v} keeps "${net[v]}" of what flows through it.`;
    if (rank[v] < 0) return `Rank "${rank[v]}" of party ${v} is negative.`;
  }
  if (flowSum !== circulation.amount) {
    return `The flows add up to "${flowSum}", not to the circulation "${circulation.amount}".`;
  }
  if (rankSum !== flowSum) return `The ranks prove at most "${rankSum}", the flows reach "${flowSum}".`;
  return null;
}
