/** The rows behind each arc, so that every number about an arc can name its cells. O(deals + arcs). */
import type { Graph } from '../kernel/graph';

export interface RowsOfArcs {
  /** Deals of arc a: rows[start[a]] .. rows[start[a + 1] - 1], in sheet order. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
  /** Arc of each deal, -1 when it is on none. */
  readonly arcOf: Int32Array;
}

export function rowsOfArcs(graph: Graph): RowsOfArcs {
  const start = new Int32Array(graph.arcs + 1);
  const arcOf = graph.arcOfRow;
  for (let row = 0; row < arcOf.length; row++) if (arcOf[row] >= 0) start[arcOf[row] + 1]++;
  for (let arc = 0; arc < graph.arcs; arc++) start[arc + 1] += start[arc];
  const next = start.slice(0, graph.arcs);
  const rows = new Int32Array(start[graph.arcs]);
  for (let row = 0; row < arcOf.length; row++) if (arcOf[row] >= 0) rows[next[arcOf[row]]++] = row;
  return { start, rows, arcOf };
}
