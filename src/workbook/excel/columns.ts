/** One property of the cells of a large area, by position. What most cells have takes no room. */
import type { Area } from '../../engine/index';

/** A column is kept in bands of so many rows: a band of nothing but numbers is an array of doubles. */
const bandBits = 12;
const bandMask = (1 << bandBits) - 1;

export class Columns<T> {
  /** [column][band][row in the band]; a band that is not there, or ends earlier, is `usual`. */
  private readonly columns: (T[] | undefined)[][];

  constructor(
    readonly area: Area,
    private readonly usual: T,
  ) {
    this.columns = Array.from({ length: area.right - area.left + 1 }, () => []);
  }

  /** Absolute in the sheet, within the area. Fast when the rows of a column come in their order. */
  put(row: number, column: number, value: T): void {
    const bands = this.columns[column - this.area.left];
    const at = row - this.area.top;
    let band = bands[at >> bandBits];
    if (band === undefined) {
      if (value === this.usual) return;
      bands[at >> bandBits] = band = [];
    }
    while (band.length < (at & bandMask)) band.push(this.usual);
    band[at & bandMask] = value;
  }

  /** Absolute in the sheet; `usual` outside of the area. O(1). */
  at(row: number, column: number): T {
    const { top, left, bottom, right } = this.area;
    if (row < top || row > bottom || column < left || column > right) return this.usual;
    const band = this.columns[column - left][(row - top) >> bandBits];
    const value = band?.[(row - top) & bandMask];
    return value === undefined ? this.usual : value;
  }
}
