/**
 * Exact duplicate rows: rows equal in every column handed in. Open addressing over row numbers, nothing allocated per row.
 * O(rows x columns). Gives for each row the first row equal to it, -1 for the first of its kind.
 */
export function firstEqualRow(
  rows: Int32Array,
  columns: readonly Int32Array[],
  amounts: Float64Array,
): Int32Array {
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
