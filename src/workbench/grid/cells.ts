/** The engine's cells <-> the workbook's. */
import type { ICellData, Nullable } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import type { Cell } from '../../engine/index';
import type { CellInput } from '../model';
import type { TablesOfCell } from './formulaText';
import { toEngine, toExcel } from './formulaText';

/** What the cell of a custom function shows until its answer is there. */
export const BUSY = '#BUSY!';

const errors: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#UNSTORED!',
  '#CYCLE!',
  '#ERROR!',
  BUSY,
]);

/** Whether a text stands for a spreadsheet error. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && errors.has(text);
}

/** Value of a cell; rich text gives its plain text. */
export function cellValue(data: Nullable<ICellData>): Cell {
  if (data === null || data === undefined) return null;
  const { v, t } = data;
  if (v === null || v === undefined || v === '') return richText(data);
  if (typeof v === 'boolean') return v;
  if (t === CellValueType.BOOLEAN) return v === 1 || v === '1' || String(v).toUpperCase() === 'TRUE';
  if (typeof v === 'number') return v;
  if (t === CellValueType.NUMBER && v.trim() !== '' && Number.isFinite(Number(v))) return Number(v);
  return t !== CellValueType.FORCE_STRING && isErrorText(v) ? { error: v } : v;
}

function richText(data: ICellData): string | null {
  const text = data.p?.body?.dataStream?.replace(/\r\n$/, '').replace(/\r/g, '\n');
  return text === undefined || text === '' ? null : text;
}

/** What the cell holds when asked for its formula: the formula, else the value. */
export function cellFormula(data: Nullable<ICellData>, shared: Nullable<string>, tables: TablesOfCell): Cell {
  const formula = data?.f ?? shared;
  return formula === null || formula === undefined || formula === ''
    ? cellValue(data)
    : toExcel(formula, tables.own());
}

/**
 * A value for the engine. Types are always told: without them formats and conditions do not match. An apostrophe in
 * front makes text of anything, as it does when it is typed.
 */
export function cellData(input: CellInput, tables: TablesOfCell): ICellData {
  const cleared = { f: null, si: null, p: null };
  if (input === null) return { ...cleared, v: null, t: null };
  if (typeof input === 'number') return { ...cleared, v: input, t: CellValueType.NUMBER };
  if (typeof input === 'boolean') return { ...cleared, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  if (input.length > 1 && input.startsWith('='))
    return { ...cleared, f: toEngine(input, tables), v: null, t: null };
  if (input.startsWith("'")) return { ...cleared, v: input.slice(1), t: CellValueType.FORCE_STRING };
  return { ...cleared, v: input, t: textType(input) };
}

/** A text of digits is told to be text whatever happens: else a date format would make a day of '2026'. */
export function textType(text: string): CellValueType {
  return text.trim() !== '' && Number.isFinite(Number(text))
    ? CellValueType.FORCE_STRING
    : CellValueType.STRING;
}
