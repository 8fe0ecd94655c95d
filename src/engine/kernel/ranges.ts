/**
 * How much of a deal circulates: the range over ALL maximum circulations.
 *
 * The total of a maximum circulation is unique, its split over the deals is not. By complementary slackness every
 * maximum circulation f has, with d = rank(head) - rank(tail) of any one optimal ranking,
 *   d <= 0: f = amount;   d >= 2: f = 0;   d = 1 (tight): anything from 0 to amount that keeps every net at zero,
 * and conversely every such f is a maximum. So only tight arcs are free, and the largest flow of a tight arc u -> v is
 * its flow plus what can be sent from v back to u in the residual network of the other tight arcs; likewise the
 * smallest, from u to v. Two parties that are not in one strongly connected component of that network exchange nothing,
 * which settles most arcs without a flow.
 *
 * Complexity: O(nodes + arcs) once, plus at most two maximum flows in the tight network for each arc asked about.
 */
import type { Circulation } from './circulation';
import { components } from './components';
import type { Graph } from './graph';
import { FlowNetwork } from './maxflow';

/**
 * Smallest and largest flow of each of `arcs` over all maximum circulations, in minor units.
 * `circulation` must be a maximum one with its ranks. Throws RangeError on an arc number out of range.
 */
export function flowRanges(
  graph: Graph,
  circulation: Circulation,
  arcs: Int32Array,
): { min: Float64Array; max: Float64Array } {
  const { tail, head, amount } = graph;
  const { flow, rank } = circulation;
  const min = new Float64Array(arcs.length);
  const max = new Float64Array(arcs.length);
  let undecided = 0;
  for (let k = 0; k < arcs.length; k++) {
    const a = arcs[k];
    if (!(a >= 0 && a < graph.arcs)) throw new RangeError(`There is no arc "${a}" among ${graph.arcs}.`);
    min[k] = max[k] = flow[a];
    if (rank[head[a]] - rank[tail[a]] === 1) undecided++;
  }
  if (undecided === 0) return { min, max };

  const { network, arcOf } = tightNetwork(graph, circulation);
  const together = components(residualGraph(graph, circulation)).of;
  for (let k = 0; k < arcs.length; k++) {
    const a = arcs[k];
    const u = tail[a];
    const v = head[a];
    if (rank[v] - rank[u] !== 1 || together[u] !== together[v]) continue;
    const own = arcOf[a];
    network.setCapacity(own, 0, 0);
    max[k] = flow[a] + network.maximum(v, u, amount[a] - flow[a]);
    network.reset();
    min[k] = flow[a] - network.maximum(u, v, flow[a]);
    network.reset();
    network.setCapacity(own, amount[a] - flow[a], flow[a]);
  }
  return { min, max };
}

/**
 * Range of one row of an arc that several rows share: any split of the arc's flow over its rows that fits is a maximum
 * circulation, so the other rows can take as much as they hold before this one is needed, and the reverse.
 */
export function rowRange(
  arcMin: number,
  arcMax: number,
  arcAmount: number,
  rowAmount: number,
): [number, number] {
  return [Math.max(0, arcMin - (arcAmount - rowAmount)), Math.min(rowAmount, arcMax)];
}

/** Tight arcs as a network: forward what the arc can still take, backward what it carries. */
function tightNetwork(graph: Graph, circulation: Circulation) {
  const { arcs, tail, head, amount } = graph;
  const { flow, rank } = circulation;
  let tight = 0;
  for (let a = 0; a < arcs; a++) if (rank[head[a]] - rank[tail[a]] === 1) tight++;
  const network = new FlowNetwork(graph.nodes, tight);
  const arcOf = new Int32Array(arcs).fill(-1);
  for (let a = 0; a < arcs; a++) {
    if (rank[head[a]] - rank[tail[a]] !== 1) continue;
    arcOf[a] = network.addArc(tail[a], head[a], amount[a] - flow[a], flow[a]);
  }
  return { network, arcOf };
}

/** The residual network of the tight arcs as a graph without amounts, for its components. */
function residualGraph(graph: Graph, circulation: Circulation): Graph {
  const { nodes, arcs, amount } = graph;
  const { flow, rank } = circulation;
  const first = new Int32Array(nodes + 1);
  for (let a = 0; a < arcs; a++) {
    const u = graph.tail[a];
    const v = graph.head[a];
    if (rank[v] - rank[u] !== 1) continue;
    if (flow[a] < amount[a]) first[u + 1]++;
    if (flow[a] > 0) first[v + 1]++;
  }
  for (let v = 0; v < nodes; v++) first[v + 1] += first[v];
  const place = first.slice();
  const tail = new Int32Array(first[nodes]);
  const head = new Int32Array(first[nodes]);
  for (let a = 0; a < arcs; a++) {
    const u = graph.tail[a];
    const v = graph.head[a];
    if (rank[v] - rank[u] !== 1) continue;
    if (flow[a] < amount[a]) {
      tail[place[u]] = u;
      head[place[u]++] = v;
    }
    if (flow[a] > 0) {
      tail[place[v]] = v;
      head[place[v]++] = u;
    }
  }
  return {
    nodes,
    arcs: head.length,
    first,
    tail,
    head,
    amount: new Float64Array(0),
    arcOfRow: new Int32Array(0),
  };
}
