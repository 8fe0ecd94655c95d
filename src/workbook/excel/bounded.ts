import type { Area } from '../../engine/index';

const lastColumn = 16_383;

/** An area as areas that have cells: Excel takes a range over all columns for whole rows, which have no list of cells. */
export function bounded(area: Area): readonly Area[] {
  if (area.left > 0 || area.right < lastColumn) return [area];
  const middle = lastColumn >> 1;
  return [
    { ...area, right: middle },
    { ...area, left: middle + 1 },
  ];
}
