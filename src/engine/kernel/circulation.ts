/**
 * Maximum circulation: how much of the money in a ledger can be explained as going round in circles.
 *
 *   C* = max sum f   with   0 <= f <= amount on every arc and inflow = outflow at every party
 *
 * (maximum circularity of the circular directional flow decomposition, arXiv 2506.12546; what conservative compression
 * removes, arXiv 1705.07155). Cancelling cycles greedily does not reach it. Solved exactly, on whole numbers, one
 * strongly connected component at a time; the ranks that the solver ends with are the proof (certificate.ts).
 *
 * The amount is unique, its split over the arcs is not (ranges.ts): the flow given is one of them, always the same for
 * the same graph.
 *
 * Complexity: see settle.ts; on ledgers of 10^6 deals about 60 passes over the arcs in all.
 * Known limits: amounts are whole and add up to at most 2^53 - 1 (buildGraph sees to it). Ledgers made for it, rings of
 * n parties whose every leg is a little smaller than the last and has its own way back, take O(n^2): seconds at
 * 10,000 such parties. Plain rings and chains of any length do not.
 */
import { components } from './components';
import type { Components } from './components';
import { coreOf } from './core';
import type { Graph } from './graph';
import { Settler } from './settle';

export interface Circulation {
  /** C*, minor units. */
  readonly amount: number;
  /** Length arcs: what circulates on each arc, minor units, whole. */
  readonly flow: Float64Array;
  /**
   * Length nodes, from 0: the certificate. sum amount x max(0, 1 + rank[tail] - rank[head]) = C*. Along a deal that
   * carries nothing round the rank rises; parties on no cycle stand in tiers.
   */
  readonly rank: Int32Array;
}

/** The maximum circulation of a graph. `parts`: its components, where they are known already. */
export function maximumCirculation(graph: Graph, parts: Components = components(graph)): Circulation {
  const core = coreOf(graph, parts);
  const residual = new Float64Array(2 * core.arcs);
  const excess = new Float64Array(core.nodes);
  const rank = new Int32Array(core.nodes);
  for (let a = 0; a < core.arcs; a++) {
    residual[2 * a] = core.amount[a];
    excess[core.tail[a]] += core.amount[a];
    excess[core.head[a]] -= core.amount[a];
  }
  if (core.parts > 0) {
    const settler = new Settler(core, { residual, rank, excess });
    for (let p = 0; p < core.parts; p++) settler.settle(p);
  }

  const flow = new Float64Array(graph.arcs);
  let amount = 0;
  for (let a = 0; a < core.arcs; a++) {
    flow[core.arc[a]] = residual[2 * a];
    amount += residual[2 * a];
  }
  return { amount, flow, rank: ranksOfGraph(graph, parts, core.nodeOf, rank) };
}

/**
 * Ranks of all parties from the ranks inside each component: every component starts at the lowest rank at which all
 * arcs that enter it still rise by at least 1, going through the components in topological order. O(nodes + arcs).
 */
function ranksOfGraph(graph: Graph, parts: Components, nodeOf: Int32Array, coreRank: Int32Array): Int32Array {
  const { nodes, first, head } = graph;
  const { count, of } = parts;
  const rank = new Int32Array(nodes);
  // lowest[c]: lowest rank inside component c, then the rank at which the component starts.
  const lowest = new Int32Array(count).fill(0x7fffffff);
  const place = new Int32Array(count + 1);
  for (let v = 0; v < nodes; v++) {
    const c = of[v];
    place[c + 1]++;
    if (nodeOf[v] >= 0) rank[v] = coreRank[nodeOf[v]];
    if (rank[v] < lowest[c]) lowest[c] = rank[v];
  }
  for (let c = 0; c < count; c++) place[c + 1] += place[c];
  const order = new Int32Array(nodes);
  for (let v = 0; v < nodes; v++) {
    rank[v] -= lowest[of[v]];
    order[place[of[v]]++] = v;
  }
  const offset = lowest.fill(0);
  for (let i = 0; i < nodes; i++) {
    const u = order[i];
    const c = of[u];
    rank[u] += offset[c];
    const end = first[u + 1];
    for (let a = first[u]; a < end; a++) {
      const v = head[a];
      const d = of[v];
      if (d !== c && rank[u] + 1 - rank[v] > offset[d]) offset[d] = rank[u] + 1 - rank[v];
    }
  }
  return rank;
}
