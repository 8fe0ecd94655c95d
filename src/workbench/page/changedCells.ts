/**
 * The cells of a sheet that are not as its file has them.
 *
 * A formula counts as changed when its text or what it shows has changed; it is then written with what it shows, so that
 * a reader without the add-in sees numbers. Cells that a formula spills into belong to that formula. Results that differ
 * behind the fifteenth digit are the same: who adds in another order gets those.
 */
import { isCellError, type Area, type Cell, type CellFormula, type Sheet } from '../../engine/index';
import { around, intersection } from '../../workbook/areas';
import { cellKey } from '../../workbook/file/cells';
import type { NewCell } from '../../workbook/port';
import type { WorkbookModel } from '../model';
import { Blocks, type Block } from './blocks';

/** What of the open workbook is compared. */
export interface OpenCells extends Pick<WorkbookModel, 'usedArea' | 'values' | 'formulas' | 'numberFormats'> {
  /** The areas that formulas spill over, each from the formula's own cell. */
  spills(sheet: string): readonly Area[];
}

/** By cellKey: the text that the workbook shows for a formula of the file; null where it shows the stored value alone. */
export type ShownTexts = ReadonlyMap<number, string | null>;

export interface SheetInFile {
  readonly sheet: Sheet;
  /** Only where it is not the text in the file. */
  readonly shown: ShownTexts;
}

export interface ChangedCells {
  readonly writes: readonly Block<NewCell>[];
  readonly formats: readonly Block<string>[];
  /** The texts of all formulas as the workbook shows them, null as above. */
  readonly shown: ShownTexts;
}

/** Rows that are read at a time. */
const ROWS = 1024;
const GENERAL = 'General';
const ofExcel = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
]);

/** `file` null: everything is new. */
export function changedCells(file: SheetInFile | null, id: string, workbook: OpenCells): ChangedCells {
  const area = aroundBoth(workbook.usedArea(id, false), file === null ? null : areaOf(file.sheet));
  const comparison = new Comparison(file, workbook.spills(id), (where) => workbook.values(id, where));
  if (area !== null) {
    for (let top = area.top; top <= area.bottom; top += ROWS) {
      const block = { ...area, top, bottom: Math.min(area.bottom, top + ROWS - 1) };
      comparison.rows(
        block,
        workbook.values(id, block),
        workbook.formulas(id, block),
        workbook.numberFormats(id, block),
      );
    }
  }
  return comparison.changes();
}

class Comparison {
  private readonly writes = new Blocks<NewCell>();
  private readonly formats = new Blocks<string>();
  private readonly texts = new Map<number, string | null>();
  private readonly anchors = new Map<number, Area>();
  private readonly spilled = new Set<number>();
  /** Cells that an array formula of the file fills, its own among them, with that formula's cell. */
  private readonly arrays = new Map<number, { readonly anchor: number; readonly spills: boolean }>();
  private readonly inFile: Area | null;
  /** Arrays of a fixed size that are overwritten, which is done whole or not at all. */
  private readonly overwritten = new Set<number>();

  constructor(
    private readonly file: SheetInFile | null,
    spills: readonly Area[],
    private readonly values: (area: Area) => Cell[][],
  ) {
    this.inFile = file === null ? null : areaOf(file.sheet);
    for (const area of spills) {
      const anchor = cellKey(area.top, area.left);
      this.anchors.set(anchor, area);
      for (const key of keysOf(area)) if (key !== anchor) this.spilled.add(key);
    }
  }

  rows(area: Area, values: Cell[][], formulas: Cell[][], formats: string[][]): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const at = row - area.top;
      for (let column = area.left; column <= area.right; column += 1) {
        const across = column - area.left;
        const value = values[at][across];
        const text = formulas[at][across];
        const isFormula = typeof text === 'string' && text.startsWith('=') && text !== value;
        if (isFormula) this.formula(row, column, text, value);
        else this.constant(row, column, value);
        if (formats[at][across] !== this.formatInFile(row, column))
          this.formats.add(row, column, formats[at][across]);
      }
    }
  }

  changes(): ChangedCells {
    return { writes: this.writes.all(), formats: this.formats.all(), shown: this.texts };
  }

  private formula(row: number, column: number, text: string, value: Cell): void {
    const key = cellKey(row, column);
    this.texts.set(key, text);
    const inFile = this.formulaInFile(row, column);
    const area = this.anchors.get(key) ?? null;
    const shown = this.file?.shown.get(key);
    const isSameText = inFile !== null && text === (shown === undefined ? inFile.text : shown);
    if (inFile !== null) this.enter(inFile, key);
    if (isSameText && this.hasSameResult(row, column, value, area, inFile)) return;
    if (inFile !== null && !inFile.spills) this.overwritten.add(key);
    const result = area === null ? ofFile(value) : this.values(area).map((line) => line.map(ofFile));
    this.writes.add(row, column, { formula: isSameText ? inFile.text : text, result });
  }

  private constant(row: number, column: number, value: Cell): void {
    const key = cellKey(row, column);
    const inFile = this.formulaInFile(row, column);
    const array = this.arrays.get(key);
    const isStored = inFile !== null && this.file?.shown.get(key) === null;
    if (isStored) this.texts.set(key, null);
    if (inFile !== null && !isStored) {
      this.enter(inFile, key);
      if (!inFile.spills) this.overwritten.add(key);
    }
    if (this.spilled.has(key)) {
      if (array !== undefined && this.overwritten.has(array.anchor)) this.writes.add(row, column, null);
      return;
    }
    if (array !== undefined && value === null && array.anchor !== key) {
      // A formula that spills takes what it has left with it; one of a fixed size does not.
      if (this.overwritten.has(array.anchor)) this.writes.add(row, column, null);
      return;
    }
    const stored = this.file?.sheet.grid.at(row, column) ?? null;
    if ((inFile === null || isStored) && isSameValue(stored, value)) return;
    if (isCellError(value)) this.texts.set(key, null);
    this.writes.add(row, column, isCellError(value) ? errorCell(value.error) : value);
  }

  private enter({ array, spills }: CellFormula, anchor: number): void {
    if (array === null) return;
    for (const key of keysOf(this.clipped(array))) this.arrays.set(key, { anchor, spills });
  }

  /** What an array claims in a file is not to be believed: beyond the cells that are there it holds nothing. */
  private clipped(array: Area): Area {
    const { top, left } = array;
    return (this.inFile && intersection(array, this.inFile)) ?? { top, left, bottom: top, right: left };
  }

  private hasSameResult(
    row: number,
    column: number,
    value: Cell,
    area: Area | null,
    inFile: CellFormula,
  ): boolean {
    const grid = this.file?.sheet.grid;
    if (grid === undefined || !isSameResult(grid.at(row, column), value)) return false;
    const own = { top: row, left: column, bottom: row, right: column };
    const [now, before] = [area ?? own, inFile.array === null ? own : this.clipped(inFile.array)];
    if (now.bottom !== before.bottom || now.right !== before.right) return false;
    if (area === null) return true;
    return this.values(area).every((line, down) =>
      line.every((cell, across) => isSameResult(grid.at(row + down, column + across), cell)),
    );
  }

  private formulaInFile(row: number, column: number): CellFormula | null {
    const sheet = this.file?.sheet;
    return sheet?.isFormula?.(row, column) === true ? (sheet.formula?.(row, column) ?? null) : null;
  }

  /** Formats beyond the values of a file are not brought to the workbook. */
  private formatInFile(row: number, column: number): string {
    const format = this.file?.sheet.format ?? null;
    return format === null || !holds(this.inFile, row, column) ? GENERAL : format(row, column);
  }
}

/** Errors that no formula explains are written as the formula that gives them. */
function errorCell(error: string): NewCell {
  return ofExcel.has(error) ? { formula: `=${error}`, result: { error } } : error;
}

/** Errors of the spreadsheet's own are none that a file may hold. */
function ofFile(value: Cell): Cell {
  return isCellError(value) && !ofExcel.has(value.error) ? { error: '#VALUE!' } : value;
}

function isSameValue(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  const [before, now] = [plain(a), plain(b)];
  return before === now;
}

function isSameResult(a: Cell, b: Cell): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || a.toPrecision(15) === b.toPrecision(15);
  return isSameValue(a, b);
}

/** Empty texts are empty cells; an error that the workbook does not know is shown as its text. */
function plain(cell: Cell): Exclude<Cell, object> {
  if (isCellError(cell)) return cell.error;
  return cell === '' ? null : cell;
}

function areaOf({ grid }: Sheet): Area | null {
  if (grid.rows === 0 || grid.columns === 0) return null;
  const { top, left } = grid;
  return { top, left, bottom: top + grid.rows - 1, right: left + grid.columns - 1 };
}

function holds(area: Area | null, row: number, column: number): boolean {
  return (
    area !== null && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
  );
}

function aroundBoth(a: Area | null, b: Area | null): Area | null {
  return a === null || b === null ? (a ?? b) : around(a, b);
}

function keysOf({ top, left, bottom, right }: Area): number[] {
  const keys: number[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) keys.push(cellKey(row, column));
  return keys;
}
