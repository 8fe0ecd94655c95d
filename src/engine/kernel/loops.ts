/**
 * The largest loops: simple directed cycles of at most `maxLegs` legs, by their smallest leg.
 *
 * loop amount = min over its arcs of amount. Amounts of loops that share a leg must never be added up: a total comes
 * from a flow. How the search works, its complexity and sources: loopSearch.ts.
 */
import type { Graph } from './graph';
import { LoopSearch } from './loopSearch';
import type { LoopOptions } from './loopSearch';
import type { LoopList } from './loopStore';

export type { LoopList } from './loopStore';

/**
 * The `top` loops of 2 .. maxLegs legs with the largest smallest leg, exact.
 *
 * Order: amount descending, legs ascending, then node ids from the smallest one on. Each loop starts at its smallest
 * node. `componentOf[v]` is the strongly connected component of v: arcs between two of them lie on no loop and are not
 * looked at. Empty where there is no loop, or top is below 1 or maxLegs below 2. About 5 ms for the top 100 of a
 * million arcs; `complete` is false only when the budget ran out.
 */
export function topLoops(graph: Graph, componentOf: Int32Array, options: LoopOptions): LoopList {
  const items = { nodes: graph.nodes, from: graph.tail, to: graph.head, amount: graph.amount };
  return new LoopSearch(items, componentOf, null, options).run();
}
