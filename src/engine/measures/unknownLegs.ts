/**
 * Deals without an amount that could close a loop, and how much could come round through them at most.
 *
 * A deal u -> v of unknown amount closes a loop when money can get from v to u. The most that could come round is
 * the maximum flow from v to u over the known deals: "unknown" gets an upper bound and never a guess. A loop that
 * several unknown deals close together has no such bound: `onlyTogether` counts them.
 * Complexity: one breadth-first search and, where a path exists, one Dinic run for each pair of parties with such a row.
 */
import { FlowNetwork } from '../kernel/maxflow';
import { components } from '../kernel/components';
import { buildGraph, type Graph } from '../kernel/graph';
import type { Ledger, UnknownAmount } from '../ledger/types';

export interface UnknownLeg {
  readonly deal: UnknownAmount;
  /** Minor units; 0 when the row closes no loop over known deals, null beyond the budget. */
  readonly couldReturn: number | null;
  /** Parties from the receiver back to the payer along a shortest path; empty when there is none. */
  readonly path: readonly number[];
}

/** Arcs that all searches may visit together; a flow counts like ten searches. Sheets of the usual size stay far below. */
const budget = 2_000_000_000;

export function unknownLegs(ledger: Ledger, graph: Graph): UnknownLeg[] {
  let work = 0;
  const network = lazily(() => networkOf(graph));
  const known = new Map<number, Omit<UnknownLeg, 'deal'>>();
  return ledger.unknownAmounts.map((deal) => {
    const pair = deal.from * graph.nodes + deal.to;
    let back = known.get(pair);
    if (back === undefined) {
      back = work > budget ? { path: [], couldReturn: null } : wayBack(graph, network, deal);
      work += (back.path.length > 0 ? 11 : 1) * (graph.arcs + graph.nodes);
      known.set(pair, back);
    }
    return { deal, ...back };
  });
}

function wayBack(
  graph: Graph,
  network: () => FlowNetwork,
  deal: UnknownAmount,
): { readonly path: readonly number[]; readonly couldReturn: number } {
  const path = deal.from === deal.to ? [] : shortestPath(graph, deal.to, deal.from);
  if (path.length === 0) return { path, couldReturn: 0 };
  network().reset();
  return { path, couldReturn: network().maximum(deal.to, deal.from) };
}

/** Deals of unknown amount that close a loop only together with others of unknown amount. O(nodes + arcs). */
export function onlyTogether(graph: Graph, legs: readonly UnknownLeg[]): UnknownLeg[] {
  const open = legs.filter((leg) => leg.couldReturn === 0 && leg.deal.from !== leg.deal.to);
  if (open.length < 2) return [];
  const from = [...graph.tail, ...legs.map((leg) => leg.deal.from)];
  const to = [...graph.head, ...legs.map((leg) => leg.deal.to)];
  const one = new Float64Array(from.length).fill(1);
  const part = components(buildGraph(graph.nodes, Int32Array.from(from), Int32Array.from(to), one)).of;
  return open.filter((leg) => part[leg.deal.from] === part[leg.deal.to]);
}

/** Parties from `from` to `to`, both included; empty when money cannot get there. O(nodes + arcs). */
function shortestPath(graph: Graph, from: number, to: number): number[] {
  const cameFrom = new Int32Array(graph.nodes).fill(-1);
  const queue = new Int32Array(graph.nodes);
  let tail = 0;
  queue[tail++] = from;
  cameFrom[from] = from;
  for (let at = 0; at < tail && cameFrom[to] < 0; at++) {
    const node = queue[at];
    for (let arc = graph.first[node]; arc < graph.first[node + 1]; arc++) {
      const head = graph.head[arc];
      if (cameFrom[head] >= 0) continue;
      cameFrom[head] = node;
      queue[tail++] = head;
    }
  }
  if (cameFrom[to] < 0) return [];
  const path = [to];
  for (let node = to; node !== from; node = cameFrom[node]) path.push(cameFrom[node]);
  return path.reverse();
}

function networkOf(graph: Graph): FlowNetwork {
  const network = new FlowNetwork(graph.nodes, graph.arcs);
  for (let arc = 0; arc < graph.arcs; arc++)
    network.addArc(graph.tail[arc], graph.head[arc], graph.amount[arc]);
  return network;
}

/** Made when it is first asked for: most sheets have no such row, and the network is as large as the sheet. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
