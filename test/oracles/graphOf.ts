/** Rows to a Graph and its strongly connected components, the slow and obvious way. */
import type { Graph } from '../../src/engine/kernel/graph';

export interface Row {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

export function graphOf(nodes: number, rows: readonly Row[]): Graph {
  const sums = new Map<number, number>();
  for (const { from, to, amount } of rows)
    if (from !== to && amount > 0) sums.set(from * nodes + to, (sums.get(from * nodes + to) ?? 0) + amount);
  const keys = [...sums.keys()].sort((a, b) => a - b);
  const arcAt = new Map(keys.map((key, arc) => [key, arc]));
  const first = new Int32Array(nodes + 1);
  for (const key of keys) first[Math.floor(key / nodes) + 1]++;
  for (let v = 0; v < nodes; v++) first[v + 1] += first[v];
  return {
    nodes,
    arcs: keys.length,
    first,
    tail: Int32Array.from(keys, (key) => Math.floor(key / nodes)),
    head: Int32Array.from(keys, (key) => key % nodes),
    amount: Float64Array.from(keys, (key) => sums.get(key) ?? 0),
    arcOfRow: Int32Array.from(rows, ({ from, to, amount }) =>
      amount > 0 ? (arcAt.get(from * nodes + to) ?? -1) : -1,
    ),
  };
}

/** Component of each node: two nodes share one when each reaches the other. O(n m): for tests. */
export function componentsOf(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>): Int32Array {
  const out: number[][] = Array.from({ length: nodes }, () => []);
  const into: number[][] = Array.from({ length: nodes }, () => []);
  for (let i = 0; i < from.length; i++) {
    out[from[i]].push(to[i]);
    into[to[i]].push(from[i]);
  }
  const reach = (start: number, next: number[][]): Set<number> => {
    const seen = new Set([start]);
    for (const node of seen) for (const other of next[node]) seen.add(other);
    return seen;
  };
  const component = new Int32Array(nodes).fill(-1);
  let count = 0;
  for (let v = 0; v < nodes; v++) {
    if (component[v] >= 0) continue;
    const ahead = reach(v, out);
    for (const w of reach(v, into)) if (ahead.has(w)) component[w] = count;
    count++;
  }
  return component;
}
