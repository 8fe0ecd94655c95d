/** Rectangles: the workbook's areas <-> the engine's ranges. Both count from 0 and include their last row and column. */
import type { IRange } from '@univerjs/core';
import type { Area } from '../../engine/index';

export function toRange(area: Area): IRange {
  return { startRow: area.top, endRow: area.bottom, startColumn: area.left, endColumn: area.right };
}

export function toArea(range: IRange): Area {
  return {
    top: range.startRow,
    left: range.startColumn,
    bottom: range.endRow,
    right: range.endColumn,
  };
}

/** The smallest area around both. */
export function around(a: Area | null, b: Area): Area {
  if (a === null) return b;
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** The area around every cell of a sparse matrix that passes, null when none does. */
export function scopeOf<Item>(
  matrix: Readonly<Record<number, Readonly<Record<number, Item>> | undefined>>,
  passes: (item: Item) => boolean,
): Area | null {
  let top = Infinity;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const rowKey in matrix) {
    const cells = matrix[rowKey];
    if (cells === undefined || cells === null) continue;
    const row = Number(rowKey);
    for (const columnKey in cells) {
      if (!passes(cells[columnKey])) continue;
      const column = Number(columnKey);
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  }
  return bottom < 0 ? null : { top, left, bottom, right };
}
