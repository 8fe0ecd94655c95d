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
 * The network of a component is built once for all its parties: each party is two nodes, what arrives and what leaves,
 * joined by an arc of its limit; for the party that is asked about that arc is shut, and its own arcs take their
 * capacities as `out` and `back`.
 *
 * Complexity: O(arcs of the component) once, and one Dinic run for each party. Source: model.md, algorithms.md 3.5
 * (Ford & Fulkerson 1956; Dinic 1970). Exact in minor units.
 */
import type { Components } from '../kernel/components';
import type { Graph } from '../kernel/graph';
import { FlowNetwork } from '../kernel/maxflow';

/** The arcs inside each strongly connected component, and each party's place in its component. */
export interface Core {
  /** Arcs inside component c: arcs[start[c]] .. arcs[start[c + 1] - 1]. */
  readonly start: Int32Array;
  readonly arcs: Int32Array;
  /** Position of an arc among those of its component; -1 when it leads from one component to another. */
  readonly position: Int32Array;
  /** Arcs inside the component that lead to party v: into[intoStart[v]] .. into[intoStart[v + 1] - 1]. */
  readonly intoStart: Int32Array;
  readonly into: Int32Array;
  /** Number of a party within its component. */
  readonly place: Int32Array;
  /** Parties of component c. */
  readonly size: Int32Array;
}

/** O(nodes + arcs). */
export function coreOf(graph: Graph, parts: Components): Core {
  const size = new Int32Array(parts.count);
  const place = new Int32Array(graph.nodes);
  for (let node = 0; node < graph.nodes; node++) place[node] = size[parts.of[node]]++;
  const start = new Int32Array(parts.count + 1);
  const intoStart = new Int32Array(graph.nodes + 1);
  const position = new Int32Array(graph.arcs).fill(-1);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const part = parts.of[graph.tail[arc]];
    if (part !== parts.of[graph.head[arc]]) continue;
    position[arc] = start[part + 1]++;
    intoStart[graph.head[arc] + 1]++;
  }
  for (let part = 0; part < parts.count; part++) start[part + 1] += start[part];
  for (let node = 0; node < graph.nodes; node++) intoStart[node + 1] += intoStart[node];
  const next = intoStart.slice(0, graph.nodes);
  const arcs = new Int32Array(start[parts.count]);
  const into = new Int32Array(start[parts.count]);
  for (let arc = 0; arc < graph.arcs; arc++) {
    if (position[arc] < 0) continue;
    arcs[start[parts.of[graph.tail[arc]]] + position[arc]] = arc;
    into[next[graph.head[arc]]++] = arc;
  }
  return { start, arcs, position, intoStart, into, place, size };
}

/** By arc: what may pass, what may leave the party that is asked about, what may return to it. */
export interface Capacity {
  readonly all: Float64Array;
  readonly out: Float64Array;
  readonly back: Float64Array;
}

/** Round trips of one sort, party by party. */
export class ReturnFlows {
  private readonly networks = new Map<number, FlowNetwork>();

  /** `limit`, by party: what every other party passes on at most; null: no limit. */
  constructor(
    private readonly graph: Graph,
    private readonly parts: Components,
    private readonly core: Core,
    private readonly capacity: Capacity,
    private readonly limit: Float64Array | null = null,
  ) {}

  /** The most that leaves the party and can return to it, minor units. */
  of(party: number): number {
    const { core, capacity } = this;
    const part = this.parts.of[party];
    const arcs = core.start[part + 1] - core.start[part];
    if (!this.canReturn(party)) return 0;
    const network = this.network(part);
    const size = core.size[part];
    const through = arcs + core.place[party];
    network.reset();
    this.setArcs(network, party, capacity.out, capacity.back);
    network.setCapacity(through, 0);
    const flow = network.maximum(size + core.place[party], core.place[party]);
    this.setArcs(network, party, capacity.all, capacity.all);
    network.setCapacity(through, this.passes(party));
    return flow;
  }

  /** By arc: one flow of that size, of the many there may be; nothing is said of arcs without any. O(arcs of the component). */
  along(party: number): ReadonlyMap<number, number> {
    const flows = new Map<number, number>();
    if (this.of(party) === 0) return flows;
    const part = this.parts.of[party];
    const network = this.network(part);
    const first = this.core.start[part];
    for (let index = first; index < this.core.start[part + 1]; index++) {
      const flow = network.flow(index - first);
      if (flow > 0) flows.set(this.core.arcs[index], flow);
    }
    return flows;
  }

  /** Whether anything may leave and anything may return at all: most parties settle here. */
  private canReturn(party: number): boolean {
    const { graph, core, capacity } = this;
    let leaves = false;
    for (let arc = graph.first[party]; arc < graph.first[party + 1] && !leaves; arc++) {
      leaves = core.position[arc] >= 0 && capacity.out[arc] > 0;
    }
    if (!leaves) return false;
    for (let index = core.intoStart[party]; index < core.intoStart[party + 1]; index++) {
      if (capacity.back[core.into[index]] > 0) return true;
    }
    return false;
  }

  private setArcs(network: FlowNetwork, party: number, out: Float64Array, back: Float64Array): void {
    const { graph, core } = this;
    for (let arc = graph.first[party]; arc < graph.first[party + 1]; arc++) {
      if (core.position[arc] >= 0) network.setCapacity(core.position[arc], out[arc]);
    }
    for (let index = core.intoStart[party]; index < core.intoStart[party + 1]; index++) {
      const arc = core.into[index];
      network.setCapacity(core.position[arc], back[arc]);
    }
  }

  private passes(party: number): number {
    return this.limit === null ? Number.MAX_SAFE_INTEGER : this.limit[party];
  }

  /** Nodes: place (what arrives) and size + place (what leaves). Arcs: those of the component, then one for each party. */
  private network(part: number): FlowNetwork {
    const known = this.networks.get(part);
    if (known !== undefined) return known;
    const { graph, core, capacity } = this;
    const size = core.size[part];
    const first = core.start[part];
    const last = core.start[part + 1];
    const network = new FlowNetwork(2 * size, last - first + size);
    for (let index = first; index < last; index++) {
      const arc = core.arcs[index];
      network.addArc(size + core.place[graph.tail[arc]], core.place[graph.head[arc]], capacity.all[arc]);
    }
    const parties = new Int32Array(size);
    for (let index = first; index < last; index++)
      parties[core.place[graph.tail[core.arcs[index]]]] = graph.tail[core.arcs[index]];
    for (let place = 0; place < size; place++)
      network.addArc(place, size + place, this.passes(parties[place]));
    this.networks.set(part, network);
    return network;
  }
}

/** Round trips of one sort for the given parties, in their order. The networks live no longer than the call. */
export function returnFlows(
  graph: Graph,
  parts: Components,
  core: Core,
  capacity: Capacity,
  parties: readonly number[],
  limit: Float64Array | null = null,
): Float64Array {
  const flows = new ReturnFlows(graph, parts, core, capacity, limit);
  return Float64Array.from(parties, (party) => flows.of(party));
}
