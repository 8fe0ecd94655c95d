/**
 * Cells that are inserted and deleted: everything behind them moves, formulas, tables and references follow.
 *
 * The cells of the workbook are copied first, so that it can be undone; O(cells of the workbook).
 */
import type { Direction, Shift } from '../formulas/shift';
import { movingArea, shiftedFormula } from '../formulas/shift';
import type { Area } from '../../engine/index';
import type { TableModel } from '../model';
import { meets } from '../../workbook/areas';
import type { Calculation } from './calculation';
import { areaOf, type FormulaCell } from './formulaCell';
import type { SheetContent } from './sheetCells';
import type { SheetList } from './sheetList';
import type { TableList } from './tableList';

interface Desk {
  readonly sheets: SheetList;
  readonly tables: TableList;
  readonly calculation: Calculation;
}

/** The workbook as it was: cells by sheet, and tables. */
export interface Snapshot {
  readonly cells: ReadonlyMap<string, SheetContent>;
  readonly tables: readonly TableModel[];
}

export function snapshotOf({ sheets, tables }: Desk): Snapshot {
  return {
    cells: new Map(sheets.all().map((sheet) => [sheet.id, sheet.cells.copy()])),
    tables: tables.all(),
  };
}

/** Sheets that have come since stay as they are. Every formula is calculated anew. */
export function restoreSnapshot(desk: Desk, { cells, tables }: Snapshot): void {
  const { calculation, sheets } = desk;
  for (const formula of calculation.all()) if (cells.has(formula.sheet)) calculation.forget(formula);
  for (const sheet of sheets.all()) {
    const content = cells.get(sheet.id);
    if (content === undefined) continue;
    sheet.cells.restore(content);
    for (const [key, { formula }] of content.cells)
      if (formula !== null) calculation.enter(sheet.id, key, formula);
  }
  desk.tables.restore(tables);
  calculation.recalculate(calculation.all());
}

export function shiftCells(desk: Desk, sheet: string, area: Area, direction: Direction): void {
  const { sheets, tables, calculation } = desk;
  const shift: Shift = { area, direction };
  const moving = movingArea(shift);
  const { cells, name } = sheets.byId(sheet);
  for (const formula of calculation.all()) {
    const isTouched =
      formula.sheet === sheet &&
      (meets(areaOf(formula), moving) || meets(formula.wanted ?? areaOf(formula), moving));
    if (isTouched) calculation.forget(formula);
  }
  const before = new Set(calculation.all());
  tables.shift(sheet, shift);
  cells.shift(shift);
  const stands: FormulaCell[] = [];
  for (const [key, { formula }] of cells.copy().cells) {
    const isKnown = formula === null || calculation.formulaAt(sheet, key) !== null;
    if (!isKnown) stands.push(calculation.enter(sheet, key, formula));
  }
  for (const formula of calculation.all()) {
    const isOfSheet = (named: string | null): boolean =>
      named === null ? formula.sheet === sheet : named.toLowerCase() === name.toLowerCase();
    const text = shiftedFormula(formula.text, isOfSheet, shift);
    if (text === formula.text) continue;
    formula.text = text;
    if (before.has(formula)) stands.push(formula);
    const stored = sheets.byId(formula.sheet).cells.get(formula.key);
    if (stored !== undefined) sheets.byId(formula.sheet).cells.put(formula.key, { ...stored, formula: text });
  }
  calculation.recalculate(stands, [{ sheet, area: moving }]);
}
