/** Return flow of a party by the book: a matrix of residual capacities, and one unit-blind augmenting path after another. */
import type { Graph } from '../../src/engine/kernel/graph';
import type { Capacity } from '../../src/engine/measures/roundTrip';

export function returnFlowByPaths(
  graph: Graph,
  party: number,
  capacity: Capacity,
  limit: Float64Array | null,
): number {
  // Party v arrives at node 2v and leaves from node 2v + 1; the asked party leaves at the source and arrives at the sink.
  const size = 2 * graph.nodes;
  const residual = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let node = 0; node < graph.nodes; node++) {
    if (node !== party)
      residual[2 * node][2 * node + 1] = limit === null ? Number.MAX_SAFE_INTEGER : limit[node];
  }
  for (let arc = 0; arc < graph.arcs; arc++) {
    const [tail, head] = [graph.tail[arc], graph.head[arc]];
    const amounts = tail === party ? capacity.out : head === party ? capacity.back : capacity.all;
    residual[2 * tail + 1][2 * head] += amounts[arc];
  }
  const [source, sink] = [2 * party + 1, 2 * party];
  let flow = 0;
  for (;;) {
    const cameFrom = new Array<number>(size).fill(-1);
    cameFrom[source] = source;
    const queue = [source];
    for (const node of queue) {
      for (let next = 0; next < size; next++) {
        if (cameFrom[next] < 0 && residual[node][next] > 0) {
          cameFrom[next] = node;
          queue.push(next);
        }
      }
    }
    if (cameFrom[sink] < 0) return flow;
    let least = Infinity;
    for (let node = sink; node !== source; node = cameFrom[node]) {
      least = Math.min(least, residual[cameFrom[node]][node]);
    }
    for (let node = sink; node !== source; node = cameFrom[node]) {
      residual[cameFrom[node]][node] -= least;
      residual[node][cameFrom[node]] += least;
    }
    flow += least;
  }
}
