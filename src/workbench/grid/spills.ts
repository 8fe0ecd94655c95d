/** Cells that formulas spill into: the engine keeps them beside the sheet, and has to be given those of a file. */
import type { ICellData, IRange, Injector } from '@univerjs/core';
import { CellValueType, ObjectMatrix } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Area, Book, Cell, Grid, Sheet } from '../../engine/index';
import { isCellError } from '../../engine/index';
import { toArea, toRange } from './ranges';

/** Whether the engine can calculate a formula, given with its '='. */
export type Calculable = (formula: string) => boolean;

/** The array formulas of a sheet that are calculable. Linear in the cells of the sheet. */
function anchorsOf(sheet: Sheet, calculable: Calculable): Area[] {
  const { grid, isFormula, formula } = sheet;
  const areas: Area[] = [];
  if (isFormula === null || formula === undefined || formula === null) return areas;
  for (let row = grid.top; row < grid.top + grid.rows; row += 1) {
    for (let column = grid.left; column < grid.left + grid.columns; column += 1) {
      if (!isFormula(row, column)) continue;
      const found = formula(row, column);
      if (found !== null && found.array !== null && calculable(found.text))
        areas.push(inside(found.array, grid));
    }
  }
  return areas;
}

/** What an array claims in a file is not to be believed: beyond the cells that are there it holds nothing. */
function inside({ top, left, bottom, right }: Area, grid: Grid): Area {
  return {
    top,
    left,
    bottom: Math.min(bottom, grid.top + grid.rows - 1),
    right: Math.min(right, grid.left + grid.columns - 1),
  };
}

/** The cells of array formulas but the first of each. */
export function cellsBesideAnchors(
  sheet: Sheet,
  calculable: Calculable,
): { has(row: number, column: number): boolean } {
  const rows = new Map<number, Set<number>>();
  for (const { top, left, bottom, right } of anchorsOf(sheet, calculable)) {
    for (let row = top; row <= bottom; row += 1) {
      const columns = rows.get(row) ?? new Set();
      rows.set(row, columns);
      for (let column = left; column <= right; column += 1)
        if (row !== top || column !== left) columns.add(column);
    }
  }
  return { has: (row, column) => rows.get(row)?.has(column) === true };
}

/** Has the engine show what a file stored as spilled, as if it had calculated it. */
export function restoreSpills(
  injector: Injector,
  unitId: string,
  book: Book,
  idOf: (index: number) => string,
  calculable: Calculable,
): void {
  const ranges: Record<string, Record<number, Record<number, IRange>>> = {};
  const cells: Record<string, Record<number, Record<number, ICellData>>> = {};
  book.sheets.forEach((sheet, index) => {
    for (const area of anchorsOf(sheet, calculable)) {
      if (area.top === area.bottom && area.left === area.right) continue;
      const range = ((ranges[idOf(index)] ??= {})[area.top] ??= {});
      range[area.left] = toRange(area);
      const spilled = (cells[idOf(index)] ??= {});
      for (let row = area.top; row <= area.bottom; row += 1)
        for (let column = area.left; column <= area.right; column += 1)
          (spilled[row] ??= {})[column] = spilledCell(sheet.grid.at(row, column));
    }
  });
  const model = injector.get(FormulaDataModel);
  // In place: the engine may be about to set these very objects, without what belonged to the workbook before.
  model.getArrayFormulaRange()[unitId] = ranges;
  model.getArrayFormulaCellData()[unitId] = cells;
}

function spilledCell(value: Cell): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: isCellError(value) ? value.error : value, t: CellValueType.STRING };
}

/** The areas that formulas of a sheet spill over now, each from the formula's own cell. */
export function spillsOf(injector: Injector, unitId: string, sheet: string): Area[] {
  const areas: Area[] = [];
  const ranges = injector.get(FormulaDataModel).getArrayFormulaRange()[unitId]?.[sheet];
  new ObjectMatrix(ranges ?? {}).forValue((_row, _column, range) => {
    if (range !== null && range !== undefined) areas.push(toArea(range));
  });
  return areas;
}
