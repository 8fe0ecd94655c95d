import type { Grid } from '../book';
import type { IssueLog } from './issues';
import { say } from '../sentence';

/**
 * Exact duplicate rows: rows equal in every column handed in. Open addressing over row numbers, nothing allocated per row.
 * O(rows x columns). Gives for each row the first row equal to it, -1 for the first of its kind.
 */
function firstEqualRow(rows: Int32Array, columns: readonly Int32Array[], amounts: Float64Array): Int32Array {
  const count = rows.length;
  const twin = new Int32Array(count).fill(-1);
  let size = 16;
  while (size < count * 2) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const mask = size - 1;
  const bits = new Float64Array(1);
  const halves = new Int32Array(bits.buffer);
  for (let k = 0; k < count; k++) {
    const row = rows[k];
    bits[0] = amounts[row];
    let hash = Math.imul(halves[0] ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(halves[1], 0xc2b2ae35);
    for (let c = 0; c < columns.length; c++) {
      hash = Math.imul(hash ^ columns[c][row], 0x01000193);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    for (; slots[slot] >= 0; slot = (slot + 1) & mask) {
      const other = rows[slots[slot]];
      if (amounts[other] !== amounts[row]) continue;
      let same = true;
      for (let c = 0; c < columns.length && same; c++) same = columns[c][other] === columns[c][row];
      if (same) break;
    }
    if (slots[slot] >= 0) twin[k] = slots[slot];
    else slots[slot] = k;
  }
  return twin;
}

/**
 * Says which deals repeat an earlier row: equal in `keyed` and in amount, and then in every cell of the table, so that instalments
 * with different ids or notes are none. Both rows stay. O(deals x keyed columns).
 */
export function sayDuplicates(
  grid: Grid,
  top: number,
  rows: Int32Array,
  keyed: readonly Int32Array[],
  amounts: Float64Array,
  columns: readonly number[],
  log: IssueLog,
): void {
  const amountOfRow = new Float64Array(keyed[0].length);
  for (let d = 0; d < rows.length; d++) amountOfRow[rows[d]] = amounts[d];
  const twins = firstEqualRow(rows, keyed, amountOfRow);
  for (let d = 0; d < rows.length; d++) {
    if (twins[d] < 0) continue;
    const row = top + rows[d];
    const twin = top + rows[twins[d]];
    if (!columns.every((column) => grid.at(row, column) === grid.at(twin, column))) continue;
    log.cell(
      'duplicate-row',
      'warning',
      row,
      -1,
      say`Row ${row + 1} repeats row ${twin + 1} exactly; both are counted`,
    );
  }
}
