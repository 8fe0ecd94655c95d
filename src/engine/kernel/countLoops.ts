/**
 * How many loops there are, by number of legs: every simple directed cycle of at most maxLegs legs counts once.
 *
 * In words: parties are ranked, the busiest first. From each in turn all paths over later-ranked parties that can still
 * get back in time are walked (hops back to the start are known from a breadth-first search), so each loop is met once,
 * at its first-ranked party. Busiest first, because what follows is then searched without the hubs. The last leg is
 * never walked: a party one hop from the start closes a loop.
 *
 * Complexity: O(loops x legs + n m) at worst, in practice the loops; at most `budget` links are followed.
 * Source: bound by remaining hops as in A. Gupta, T. Suzumura, arXiv 2105.10094 (2021).
 * Known limit: the number of loops grows with the power of the legs; hence the budget.
 */
import type { Graph } from './graph';

export interface LoopCount {
  /** Length maxLegs + 1: number of loops with that many legs. */
  readonly byLegs: Float64Array;
  readonly total: number;
  /** False when the budget ended the count: the numbers are then lower bounds. */
  readonly complete: boolean;
}

/** Half a second to a second. */
const DEFAULT_BUDGET = 100_000_000;

/** Counts the loops of 2 .. maxLegs legs. An empty graph has none. */
export function countLoops(
  graph: Graph,
  componentOf: Int32Array,
  options: { maxLegs: number; budget?: number },
): LoopCount {
  const { nodes } = graph;
  const budget = options.budget ?? DEFAULT_BUDGET;
  const maxLegs = Math.max(0, Math.min(Math.floor(options.maxLegs), nodes));
  const byLegs = new Float64Array(maxLegs + 1);
  const { first, head, firstIn, tail } = rankedCore(graph, componentOf);
  // By rank: hops to the start + 1; 0 = not within reach.
  const hopsTo = new Int32Array(nodes);
  const onPath = new Uint8Array(nodes);
  const queue = new Int32Array(nodes);
  const node = new Int32Array(maxLegs + 1);
  const cursor = new Int32Array(maxLegs + 1);
  let steps = 0;
  for (let start = 0; start < nodes && maxLegs >= 2 && steps < budget; start++) {
    if (first[start] === first[start + 1] || firstIn[start] === firstIn[start + 1]) continue;
    let end = 1;
    queue[0] = start;
    hopsTo[start] = 1;
    for (let i = 0; i < end; i++) {
      const hops = hopsTo[queue[i]];
      if (hops === maxLegs) break;
      for (let k = firstIn[queue[i]]; k < firstIn[queue[i] + 1]; k++) {
        steps++;
        const next = tail[k];
        if (next <= start || hopsTo[next] !== 0) continue;
        hopsTo[next] = hops + 1;
        queue[end++] = next;
      }
    }
    let depth = 0;
    node[0] = start;
    cursor[0] = first[start];
    while (depth >= 0) {
      const k = cursor[depth];
      if (k === first[node[depth] + 1] || steps >= budget) {
        onPath[node[depth--]] = 0;
        continue;
      }
      cursor[depth]++;
      steps++;
      const next = head[k];
      const hops = hopsTo[next];
      // depth + 1 legs lead to next, hops - 1 more back to the start.
      if (next <= start || hops === 0 || depth + hops > maxLegs || onPath[next] === 1) continue;
      if (hops === 2) byLegs[depth + 2]++;
      if (depth + 3 > maxLegs) continue;
      depth++;
      node[depth] = next;
      cursor[depth] = first[next];
      onPath[next] = 1;
    }
    for (let i = 0; i < end; i++) hopsTo[queue[i]] = 0;
  }
  let total = 0;
  for (const count of byLegs) total += count;
  return { byLegs, total, complete: steps < budget };
}

/** The arcs inside components, over ranks instead of nodes, by payer (first, head) and by receiver (firstIn, tail). */
function rankedCore(graph: Graph, componentOf: Int32Array) {
  const { nodes, arcs } = graph;
  const degree = new Int32Array(nodes);
  for (let arc = 0; arc < arcs; arc++) {
    degree[graph.tail[arc]]++;
    degree[graph.head[arc]]++;
  }
  const order = new Int32Array(nodes);
  for (let v = 0; v < nodes; v++) order[v] = v;
  order.sort((a, b) => degree[b] - degree[a] || a - b);
  const rank = new Int32Array(nodes);
  for (let r = 0; r < nodes; r++) rank[order[r]] = r;

  const first = new Int32Array(nodes + 1);
  const firstIn = new Int32Array(nodes + 1);
  for (let arc = 0; arc < arcs; arc++) {
    if (componentOf[graph.tail[arc]] !== componentOf[graph.head[arc]]) continue;
    first[rank[graph.tail[arc]] + 1]++;
    firstIn[rank[graph.head[arc]] + 1]++;
  }
  for (let r = 0; r < nodes; r++) {
    first[r + 1] += first[r];
    firstIn[r + 1] += firstIn[r];
  }
  const head = new Int32Array(first[nodes]);
  const tail = new Int32Array(first[nodes]);
  const place = first.slice();
  const placeIn = firstIn.slice();
  for (let arc = 0; arc < arcs; arc++) {
    if (componentOf[graph.tail[arc]] !== componentOf[graph.head[arc]]) continue;
    const from = rank[graph.tail[arc]];
    const to = rank[graph.head[arc]];
    head[place[from]++] = to;
    tail[placeIn[to]++] = from;
  }
  return { first, head, firstIn, tail };
}
