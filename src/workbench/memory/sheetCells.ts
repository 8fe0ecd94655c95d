/** The cells of one sheet of the workbook in memory, by position. */
import type { Area, Cell } from '../../engine/index';
import { shiftedArea, type Shift } from '../formulas/shift';
import { cellArea } from '../../workbook/areas';

export interface StoredCell {
  readonly value: Cell;
  /** '=...' or null. */
  readonly formula: string | null;
  /** Key of the cell whose formula spilled here; null for cells of their own. */
  readonly spilledFrom: number | null;
}

const columns = 16_384;

export function cellKey(row: number, column: number): number {
  return row * columns + column;
}

export function keyRow(key: number): number {
  return Math.floor(key / columns);
}

export function keyColumn(key: number): number {
  return key % columns;
}

/** Calls `visit` for each position of an area, row by row. */
export function eachKey(area: Area, visit: (key: number, row: number, column: number) => void): void {
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++)
      visit(cellKey(row, column), row - area.top, column - area.left);
  }
}

/** A value for each position of an area, as rows. */
export function rowsOver<T>(area: Area, at: (key: number) => T): T[][] {
  const result: T[][] = [];
  eachKey(area, (key, row, column) => {
    if (column === 0) result.push([]);
    result[row].push(at(key));
  });
  return result;
}

export interface SheetContent {
  readonly cells: ReadonlyMap<number, StoredCell>;
  readonly formats: ReadonlyMap<number, string>;
}

export class SheetCells {
  private readonly cells = new Map<number, StoredCell>();
  private readonly formats = new Map<number, string>();
  private valuesArea: Area | null | undefined;
  private formatsArea: Area | null | undefined;

  get(key: number): StoredCell | undefined {
    return this.cells.get(key);
  }

  put(key: number, cell: StoredCell | null): void {
    const empty =
      cell === null || (cell.value === null && cell.formula === null && cell.spilledFrom === null);
    if (empty) {
      if (this.cells.delete(key)) this.valuesArea = undefined;
      return;
    }
    const known = this.cells.has(key);
    this.cells.set(key, cell);
    if (known || this.valuesArea === undefined) return;
    this.valuesArea = grown(this.valuesArea, key);
  }

  format(key: number): string {
    return this.formats.get(key) ?? 'General';
  }

  setFormat(key: number, format: string): void {
    if (format === 'General') this.formats.delete(key);
    else this.formats.set(key, format);
    this.formatsArea = undefined;
  }

  /** Moves cells and formats along. Returns the keys of the formulas that have moved. O(cells). */
  shift(shift: Shift): number[] {
    const formulas: number[] = [];
    moveKeys(this.cells, shift, (key, cell) => {
      if (cell.formula !== null) formulas.push(key);
    });
    moveKeys(this.formats, shift, () => undefined);
    this.valuesArea = this.formatsArea = undefined;
    return formulas;
  }

  /** Everything of its own in it, for `restore`; spills come from their formulas again. */
  copy(): SheetContent {
    const own = [...this.cells].filter(([, cell]) => cell.spilledFrom === null);
    return { cells: new Map(own), formats: new Map(this.formats) };
  }

  restore(content: SheetContent): void {
    this.cells.clear();
    this.formats.clear();
    for (const [key, cell] of content.cells) this.cells.set(key, cell);
    for (const [key, format] of content.formats) this.formats.set(key, format);
    this.valuesArea = this.formatsArea = undefined;
  }

  used(valuesOnly: boolean): Area | null {
    if (this.valuesArea === undefined) this.valuesArea = bounds(this.cells.keys());
    if (valuesOnly) return this.valuesArea;
    if (this.formatsArea === undefined) this.formatsArea = bounds(this.formats.keys());
    const [values, formats] = [this.valuesArea, this.formatsArea];
    if (values === null || formats === null) return values ?? formats;
    return {
      top: Math.min(values.top, formats.top),
      left: Math.min(values.left, formats.left),
      bottom: Math.max(values.bottom, formats.bottom),
      right: Math.max(values.right, formats.right),
    };
  }
}

function grown(area: Area | null, key: number): Area {
  const row = keyRow(key);
  const column = keyColumn(key);
  if (area === null) return { top: row, left: column, bottom: row, right: column };
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
}

function bounds(keys: Iterable<number>): Area | null {
  let area: Area | null = null;
  for (const key of keys) {
    if (area === null || outside(area, key)) area = grown(area, key);
  }
  return area;
}

function outside(area: Area, key: number): boolean {
  const row = keyRow(key);
  const column = keyColumn(key);
  return row < area.top || row > area.bottom || column < area.left || column > area.right;
}

function moveKeys<T>(map: Map<number, T>, shift: Shift, moved: (key: number, value: T) => void): void {
  const going: (readonly [number, T])[] = [];
  for (const [key, value] of map) {
    const area = shiftedArea(cellArea(keyRow(key), keyColumn(key)), shift);
    const to = area === null ? null : cellKey(area.top, area.left);
    if (to === key) continue;
    map.delete(key);
    if (to !== null) going.push([to, value]);
  }
  for (const [key, value] of going) {
    map.set(key, value);
    moved(key, value);
  }
}
