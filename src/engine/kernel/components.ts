/**
 * Strongly connected components: the groups of parties inside which money can go round at all.
 *
 * Two parties are in one component when each can be reached from the other along deals. An arc between two
 * components lies on no cycle, so it never carries circulating money.
 *
 * Complexity: O(nodes + arcs) time, five Int32 values a node. Iterative: no recursion, whatever the depth.
 * Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972) 146-160.
 */
import type { Graph } from './graph';

export interface Components {
  /** Number of components, single parties included. */
  readonly count: number;
  /**
   * Length nodes: component of each party, 0 .. count - 1, in topological order: an arc between two components
   * always leads from a lower number to a higher one.
   */
  readonly of: Int32Array;
}

/** Components of a graph. The numbering depends on nothing but the graph. O(nodes + arcs). */
export function components(graph: Graph): Components {
  const { nodes, first, head } = graph;
  const CLOSED = 0x7fffffff;
  const of = new Int32Array(nodes);
  // visit[v]: when the search first came to v (1, 2, ...), 0 before that.
  const visit = new Int32Array(nodes);
  // low[v]: earliest visit known to be in v's component, 0 before the first visit; CLOSED once the component is
  // complete, so that it never lowers anything again.
  const low = new Int32Array(nodes);
  const nextArc = new Int32Array(nodes);
  // path: the parties between the root of the search and the current one. open: finished, component not complete.
  const path = new Int32Array(nodes);
  const open = new Int32Array(nodes);
  let pathLength = 0;
  let openLength = 0;
  let visits = 0;
  let count = 0;

  for (let root = 0; root < nodes; root++) {
    if (visit[root] !== 0) continue;
    path[pathLength++] = root;
    visit[root] = low[root] = ++visits;
    nextArc[root] = first[root];
    while (pathLength > 0) {
      const v = path[pathLength - 1];
      const end = first[v + 1];
      let lowest = low[v];
      let child = -1;
      let a = nextArc[v];
      for (; a < end; a++) {
        const lowOfHead = low[head[a]];
        if (lowOfHead === 0) {
          child = head[a];
          break;
        }
        if (lowOfHead < lowest) lowest = lowOfHead;
      }
      low[v] = lowest;
      // The arc to a new child is kept: it is read again, with the child's low, when the search comes back.
      nextArc[v] = a;
      if (child >= 0) {
        visit[child] = low[child] = ++visits;
        nextArc[child] = first[child];
        path[pathLength++] = child;
        continue;
      }
      pathLength--;
      open[openLength++] = v;
      if (lowest !== visit[v]) continue;
      // v is the first party of its component: everything that finished since its visit belongs to it.
      while (openLength > 0 && visit[open[openLength - 1]] >= visit[v]) {
        const member = open[--openLength];
        of[member] = count;
        low[member] = CLOSED;
      }
      count++;
    }
  }
  // Tarjan closes a component after everything it leads to; counting from the other end gives topological order.
  for (let v = 0; v < nodes; v++) of[v] = count - 1 - of[v];
  return { count, of };
}
