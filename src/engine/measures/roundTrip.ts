/**
 * Round trip of a party: the most of what leaves it that can come back to it.
 *
 * The maximum flow from the party back to itself (the party split in two, sending and receiving), where `out` says how much
 * may leave along each of its arcs, `back` how much may return along each arc into it, and every other arc carries
 * its whole amount. With a limit per party, each other party passes on at most its limit.
 *   any      out = all,     back = all
 *   revenue  out = all,     back = spend       "amount that leaves the party and can come back as revenue"
 *   funded   out = funding, back = spend       vendor financing in the widest sense
 * Round trips of different parties use the same legs and must never be added up.
 *
 * Complexity: one Dinic run on the party's strongly connected component. Source: model.md, algorithms.md 3.5
 * (Ford & Fulkerson 1956; Dinic 1970). Exact in minor units.
 */
import { FlowNetwork } from '../kernel/maxflow';
import type { Components } from '../kernel/components';
import type { Graph } from '../kernel/graph';

/** The arcs inside each strongly connected component, and each party's place in its component. */
export interface Core {
  /** Arcs inside component c: arcs[start[c]] .. arcs[start[c + 1] - 1]. */
  readonly start: Int32Array;
  readonly arcs: Int32Array;
  /** Number of a party within its component. */
  readonly place: Int32Array;
  /** Parties of component c. */
  readonly size: Int32Array;
}

export function coreOf(graph: Graph, parts: Components): Core {
  const size = new Int32Array(parts.count);
  const place = new Int32Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node++) place[node] = size[parts.of[node]]++;
  const start = new Int32Array(parts.count + 1);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const part = parts.of[graph.tail[arc]];
    if (part === parts.of[graph.head[arc]]) start[part + 1]++;
  }
  for (let part = 0; part < parts.count; part++) start[part + 1] += start[part];
  const next = start.slice(0, parts.count);
  const arcs = new Int32Array(start[parts.count]);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const part = parts.of[graph.tail[arc]];
    if (part === parts.of[graph.head[arc]]) arcs[next[part]++] = arc;
  }
  return { start, arcs, place, size };
}

export function returnFlow(
  graph: Graph,
  parts: Components,
  core: Core,
  party: number,
  capacity: { readonly all: Float64Array; readonly out: Float64Array; readonly back: Float64Array },
  limit: Float64Array | null = null,
): number {
  const part = parts.of[party];
  const first = core.start[part];
  const last = core.start[part + 1];
  if (first === last) return 0;
  const size = core.size[part];
  // Parties are nodes 0 .. size - 1; the party itself sends from its own node and receives at `sink`.
  // With limits every other party leaves from a second node, size + 1 + place, behind an arc of its limit.
  const sink = size;
  const split = limit !== null;
  const network = new FlowNetwork(split ? 2 * size + 1 : size + 1, last - first + (split ? size : 0));
  for (let index = first; index < last; index++) {
    const arc = core.arcs[index];
    const tail = graph.tail[arc];
    const head = graph.head[arc];
    let amount = capacity.all[arc];
    if (tail === party) amount = capacity.out[arc];
    if (head === party) amount = capacity.back[arc];
    if (amount <= 0) continue;
    const from = core.place[tail] + (split && tail !== party ? size + 1 : 0);
    network.addArc(from, head === party ? sink : core.place[head], amount);
  }
  if (limit !== null) {
    for (let node = 0; node < graph.nodes; node++) {
      if (parts.of[node] === part && node !== party && limit[node] > 0) {
        network.addArc(core.place[node], size + 1 + core.place[node], limit[node]);
      }
    }
  }
  return network.maximum(core.place[party], sink);
}
