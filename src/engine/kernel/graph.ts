/**
 * The money graph: deals as arcs between parties, flat, in compressed sparse rows.
 *
 * Rows are merged into arcs: all rows with the same payer and receiver are one arc, in the order of their rows.
 * Self-deals and rows without money never become arcs. Arcs are sorted by (from, to), so the same deals in any
 * order give the same graph.
 */
export interface Graph {
  /** Number of parties n. */
  readonly nodes: number;
  /** Number of arcs m, each ordered pair at most once. */
  readonly arcs: number;
  /** Length n + 1: the arcs that leave node v are first[v] .. first[v + 1] - 1. */
  readonly first: Int32Array;
  /** Length m: payer of an arc. */
  readonly tail: Int32Array;
  /** Length m: receiver of an arc. */
  readonly head: Int32Array;
  /** Length m: amount in minor units, a whole number, 0 < amount <= 2^53 - 1. */
  readonly amount: Float64Array;
  /** Length rows: arc of each row; -1 for a self-deal or a row without money. */
  readonly arcOfRow: Int32Array;
}
