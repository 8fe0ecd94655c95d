/** The cycling index by following one unit from each party until it has left or returned: no inverse, no components. */
import type { Graph } from '../../src/engine/kernel/graph';

export function cyclingByRounds(graph: Graph, outsideInflow: readonly number[] | null): number {
  const { nodes, arcs, tail, head, amount } = graph;
  const received = new Array<number>(nodes).fill(0);
  const paid = new Array<number>(nodes).fill(0);
  for (let arc = 0; arc < arcs; arc++) {
    received[head[arc]] += amount[arc];
    paid[tail[arc]] += amount[arc];
  }
  const through = received.map((sum, v) => Math.max(sum + (outsideInflow?.[v] ?? 0), paid[v]));
  let cycled = 0;
  for (let start = 0; start < nodes; start++) {
    let at = new Array<number>(nodes).fill(0);
    at[start] = 1;
    let returned = 0;
    for (let round = 0; round < 100_000; round++) {
      const next = new Array<number>(nodes).fill(0);
      for (let arc = 0; arc < arcs; arc++)
        if (at[tail[arc]] > 0) next[head[arc]] += (at[tail[arc]] * amount[arc]) / through[tail[arc]];
      returned += next[start];
      next[start] = 0;
      at = next;
      if (at.reduce((sum, part) => sum + part, 0) < 1e-13) break;
    }
    cycled += through[start] * returned;
  }
  const total = through.reduce((sum, amountThrough) => sum + amountThrough, 0);
  return total === 0 ? 0 : cycled / total;
}
