/** What is written into a cell, and how to write the same again. */
import { isCellError, type Cell } from '../../engine/index';
import type { CellInput } from '../model';
import type { Calculation } from './calculation';
import type { FormulaCell } from './formulaCell';
import type { SheetCells, StoredCell } from './sheetCells';

/** Stores one input. Returns the formula that has to be calculated. */
export function enterCell(
  calculation: Calculation,
  sheet: string,
  cells: SheetCells,
  key: number,
  input: CellInput,
): FormulaCell | null {
  const known = calculation.formulaAt(sheet, key);
  if (known !== null) calculation.forget(known);
  if (typeof input === 'string' && input.startsWith('=') && input.length > 1) {
    cells.put(key, { value: null, formula: input, spilledFrom: null });
    return calculation.enter(sheet, key, input);
  }
  cells.put(key, { value: plainValue(input), formula: null, spilledFrom: null });
  return null;
}

/** '#N/A' is an error; behind an apostrophe everything is text. */
function plainValue(input: CellInput): Cell {
  if (typeof input !== 'string') return input;
  if (input.startsWith("'")) return input.slice(1);
  return /^#[A-Z/0-9_]+[!?]?$/.test(input) ? { error: input } : input;
}

/** What a cell was given: null for an empty one and for one that a formula elsewhere fills. */
export function inputOf(cell: StoredCell | undefined): CellInput {
  if (cell === undefined || cell.spilledFrom !== null) return null;
  if (cell.formula !== null) return cell.formula;
  if (isCellError(cell.value)) return cell.value.error;
  // Text is marked as text, whatever it looks like.
  return typeof cell.value === 'string' ? `'${cell.value}` : cell.value;
}
