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

/**
 * Rows of deals as a graph: parallel rows merged, self-deals and rows without money left out (arcOfRow -1).
 *
 * `from[i]`, `to[i]`: parties of row i, 0 .. nodes - 1. `amount[i]`: minor units, a whole number >= 0.
 * Two stable counting sorts (by receiver, then by payer) put the rows in order: O(nodes + rows) time and memory,
 * and rows of one arc stay in row order.
 *
 * Throws RangeError on misuse: lengths that differ, a party out of range, an amount that is negative or not a safe
 * integer, or a total above 2^53 - 1 (below it every sum that the kernel forms is exact). Self-deals count
 * towards that total, so that leaving one out can never be what makes a ledger exact.
 */
export function buildGraph(nodes: number, from: Int32Array, to: Int32Array, amount: Float64Array): Graph {
  const rows = from.length;
  checkRows(nodes, from, to, amount);

  const byHead = stableOrder(rows, nodes, to, null);
  const order = stableOrder(rows, nodes, from, byHead);

  const arcOfRow = new Int32Array(rows).fill(-1);
  const tail = new Int32Array(rows);
  const head = new Int32Array(rows);
  const sum = new Float64Array(rows);
  let arcs = 0;
  for (let i = 0; i < rows; i++) {
    const row = order[i];
    const u = from[row];
    const v = to[row];
    if (u === v || amount[row] === 0) continue;
    if (arcs === 0 || tail[arcs - 1] !== u || head[arcs - 1] !== v) {
      tail[arcs] = u;
      head[arcs] = v;
      arcs++;
    }
    sum[arcs - 1] += amount[row];
    arcOfRow[row] = arcs - 1;
  }

  const first = new Int32Array(nodes + 1);
  for (let a = 0; a < arcs; a++) first[tail[a] + 1]++;
  for (let v = 0; v < nodes; v++) first[v + 1] += first[v];
  return {
    nodes,
    arcs,
    first,
    tail: tail.slice(0, arcs),
    head: head.slice(0, arcs),
    amount: sum.slice(0, arcs),
    arcOfRow,
  };
}

/** Row numbers sorted by key[row], rows of equal key in the order of `previous` (null: row order). */
function stableOrder(
  rows: number,
  keys: number,
  key: Int32Array,
  previous: Int32Array | null,
): Int32Array<ArrayBuffer> {
  const place = new Int32Array(keys + 1);
  for (let i = 0; i < rows; i++) place[key[i] + 1]++;
  for (let k = 0; k < keys; k++) place[k + 1] += place[k];
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const row = previous === null ? i : previous[i];
    order[place[key[row]]++] = row;
  }
  return order;
}

function checkRows(nodes: number, from: Int32Array, to: Int32Array, amount: Float64Array): void {
  const rows = from.length;
  if (!Number.isInteger(nodes) || nodes < 0) throw new RangeError(`"${nodes}" is not a number of parties.`);
  if (to.length !== rows || amount.length !== rows) {
    throw new RangeError(`${rows} payers, ${to.length} receivers and ${amount.length} amounts do not match.`);
  }
  let total = 0;
  for (let i = 0; i < rows; i++) {
    if (from[i] < 0 || from[i] >= nodes || to[i] < 0 || to[i] >= nodes) {
      throw new RangeError(`Deal ${i} names a party outside 0 .. ${nodes - 1}.`);
    }
    if (!Number.isSafeInteger(amount[i]) || amount[i] < 0) {
      throw new RangeError(`Amount "${amount[i]}" is not a whole number from 0 to 2^53 - 1 (deal ${i}).`);
    }
    // The sum before this row is a safe integer, so a sum beyond 2^53 - 1 shows even though it may be rounded.
    total += amount[i];
    if (total > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`The amounts add up to more than 2^53 - 1 at deal ${i}: use a larger unit.`);
    }
  }
}
