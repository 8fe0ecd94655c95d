/** A formula in its cell, and how its answer is put into the sheet: one cell, or a spill. */
import { isCellError, type Area, type Cell } from '../../engine/index';
import type { FunctionAnswer } from '../model';
import { cellArea } from '../../workbook/areas';
import type { Place } from './references';
import { eachKey, keyColumn, keyRow, type SheetCells } from './sheetCells';
import { isRows, type Value } from './value';

export interface FormulaCell {
  readonly sheet: string;
  readonly key: number;
  text: string;
  /** Where it looks, as of its last calculation. */
  precedents: readonly Place[];
  /** Set while the add-in is asked. */
  running: AbortController | null;
  /** What it came to; null: it has to be calculated. */
  answer: FunctionAnswer | null;
  /** The cells that its answer wants, also while something is in the way. */
  wanted: Area | null;
  /** The cells that it has; null: its own only. */
  spill: Area | null;
}

export function newFormula(sheet: string, key: number, text: string): FormulaCell {
  return { sheet, key, text, precedents: [], running: null, answer: null, wanted: null, spill: null };
}

export function areaOf({ key, spill }: FormulaCell): Area {
  return spill ?? cellArea(keyRow(key), keyColumn(key));
}

/** Nobody waits for its answer any more. */
export function stop(formula: FormulaCell): void {
  formula.running?.abort();
  formula.running = null;
}

export function clearSpill(cells: SheetCells, formula: FormulaCell): void {
  if (formula.spill === null) return;
  eachKey(formula.spill, (key) => {
    if (cells.get(key)?.spilledFrom === formula.key) cells.put(key, null);
  });
  formula.spill = null;
}

/** Shows an answer in the cell and, when it is rows, in the cells that it spills over: or says what is in the way. */
export function land(cells: SheetCells, formula: FormulaCell, answer: FunctionAnswer): void {
  clearSpill(cells, formula);
  formula.wanted = null;
  if ('error' in answer) {
    show(cells, formula, { error: answer.error });
    return;
  }
  const value: Value = answer.value;
  const rows = isRows(value) ? value : [[value]];
  const [top, left] = [keyRow(formula.key), keyColumn(formula.key)];
  const area = { top, left, bottom: top + rows.length - 1, right: left + rows[0].length - 1 };
  formula.wanted = area;
  if (isBlocked(cells, formula, area)) {
    show(cells, formula, { error: '#SPILL!' });
    return;
  }
  eachKey(area, (key, row, column) => {
    if (key !== formula.key)
      cells.put(key, { value: rows[row][column], formula: null, spilledFrom: formula.key });
  });
  // A cell that a formula stands in is never empty.
  show(cells, formula, rows[0][0] ?? 0);
  formula.spill = area;
  const format = answer.numberFormat;
  if (format !== undefined && cells.format(formula.key) === 'General') cells.setFormat(formula.key, format);
}

export function show(cells: SheetCells, formula: FormulaCell, value: Cell): void {
  const shown = isCellError(value) ? { error: value.error } : value;
  cells.put(formula.key, { value: shown, formula: formula.text, spilledFrom: null });
}

function isBlocked(cells: SheetCells, formula: FormulaCell, area: Area): boolean {
  if (area.bottom > 1_048_575 || area.right > 16_383) return true;
  let blocked = false;
  eachKey(area, (key) => {
    if (key !== formula.key && cells.get(key) !== undefined) blocked = true;
  });
  return blocked;
}
