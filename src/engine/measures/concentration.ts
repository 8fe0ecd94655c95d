/**
 * Concentration of a party's paying customers: the Herfindahl-Hirschman index, sum of squared shares, 0..1.
 *
 * Shares of the spend that reaches the party (of all inflow in a sheet without kinds); 0.25 is four equal customers,
 * 1 a single one. The index sees only customers that stand in the sheet. O(arcs) for all parties.
 * Source: standard; the 10 % customer list follows ASC 280-10-50-42.
 */
import type { Graph } from '../kernel/graph';

/** A customer that ASC 280-10-50-42 would have named. */
export const tenPercent = 0.1;

export interface Concentration {
  /** By party; NaN without customers. */
  readonly index: Float64Array;
  /** By party: arc of the largest customer, -1 without customers. */
  readonly largestArc: Int32Array;
  /** By party: spend of the largest customer, minor units. */
  readonly largestSpend: Float64Array;
  /** By party: spend received, minor units. */
  readonly received: Float64Array;
}

export function concentration(graph: Graph, spend: Float64Array): Concentration {
  const received = new Float64Array(graph.nodes);
  const squares = new Float64Array(graph.nodes);
  const largestArc = new Int32Array(graph.nodes).fill(-1);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const amount = spend[arc];
    if (amount <= 0) continue;
    const head = graph.head[arc];
    received[head] += amount;
    if (largestArc[head] < 0 || amount > spend[largestArc[head]]) largestArc[head] = arc;
  }
  for (let arc = 0; arc < graph.arcs; arc++) {
    const head = graph.head[arc];
    if (spend[arc] > 0) squares[head] += (spend[arc] / received[head]) ** 2;
  }
  const largestSpend = Float64Array.from(largestArc, (arc) => (arc < 0 ? 0 : spend[arc]));
  const index = squares.map((sum, node) => (received[node] > 0 ? sum : NaN));
  return { index, largestArc, largestSpend, received };
}

/** Arcs of the customers that make up 10 % or more of what a party receives, the largest first. O(arcs into the party). */
export function tenPercentCustomers(
  graph: Graph,
  spend: Float64Array,
  arcsInto: Int32Array,
  received: number,
): number[] {
  return [...arcsInto]
    .filter((arc) => spend[arc] > 0 && spend[arc] >= tenPercent * received)
    .sort((a, b) => spend[b] - spend[a] || graph.tail[a] - graph.tail[b]);
}

/** The arcs that lead to each party: arcs[start[v]] .. arcs[start[v + 1] - 1]. O(nodes + arcs). */
export function arcsInto(graph: Graph): { readonly start: Int32Array; readonly arcs: Int32Array } {
  const start = new Int32Array(graph.nodes + 1);
  for (let arc = 0; arc < graph.arcs; arc++) start[graph.head[arc] + 1]++;
  for (let node = 0; node < graph.nodes; node++) start[node + 1] += start[node];
  const next = start.slice(0, graph.nodes);
  const arcs = new Int32Array(graph.arcs);
  for (let arc = 0; arc < graph.arcs; arc++) arcs[next[graph.head[arc]]++] = arc;
  return { start, arcs };
}
