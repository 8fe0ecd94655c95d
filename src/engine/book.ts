/**
 * What the engine is given: a workbook as plain data, whoever read it (Excel, a file, a test).
 *
 * All row and column numbers are 0-based and absolute in the sheet, so that every number that the
 * engine ever reports can name its cell.
 */

/** A cell that holds no value but a spreadsheet error, or a formula whose result was never stored. */
export interface CellError {
  /** '#REF!', '#N/A', ... or '#UNSTORED!' for a formula without a stored result. */
  readonly error: string;
}

/** One cell. Empty is null. Dates are serial numbers; `Sheet.format` tells that they are dates. */
export type Cell = string | number | boolean | null | CellError;

/** A rectangle of cells, read by absolute position; anything outside it is empty (null). */
export interface Grid {
  /** Absolute position of the first cell. */
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  /** O(1). `row` and `column` are absolute in the sheet. */
  at(row: number, column: number): Cell;
}

/** A rectangle in a sheet, absolute, inclusive of its last row and column. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A formula as a user types it. */
export interface CellFormula {
  /** With its '='. */
  readonly text: string;
  /** The cells that an array formula fills, its own first; null for a formula of one cell. */
  readonly array: Area | null;
  /** Whether the array takes as many cells as its result needs; otherwise it keeps to its area, as with Ctrl+Shift+Enter. */
  readonly spills: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly grid: Grid;
  /** The number format of a cell ('General' where none is set); null when the reader does not know formats. */
  readonly format: ((row: number, column: number) => string) | null;
  /** Whether a cell holds a formula; null when the reader does not know. */
  readonly isFormula: ((row: number, column: number) => boolean) | null;
  /**
   * The formula of a cell, null where there is none; also null inside an array formula but for its first cell. Missing
   * or null when the reader does not know, or was not asked to keep the texts of formulas.
   */
  readonly formula?: ((row: number, column: number) => CellFormula | null) | null;
  /** Hidden by hand, ascending. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The area under an autofilter and the rows that it keeps out of sight, if a filter is on. */
  readonly filter: { readonly area: Area; readonly hiddenRows: readonly number[] } | null;
  readonly merges: readonly Area[];
}

/** An Excel table (ListObject). */
export interface Table {
  readonly name: string;
  /** Index into Book.sheets. */
  readonly sheet: number;
  /** With its heading row and its totals row. */
  readonly area: Area;
  readonly headingRows: number;
  readonly totalsRows: number;
}

/** A name that formulas know: of cells, of a value, or of a LAMBDA. */
export interface DefinedName {
  readonly name: string;
  /** Index into Book.sheets of the sheet that it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
  /** As a user types it, with its '='. */
  readonly formula: string;
}

export interface Book {
  /** File or workbook name, for messages. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly tables: readonly Table[];
  /**
   * The names that a user sees and that stand for something. Missing when the reader does not know, or was not asked to
   * keep the texts of formulas.
   */
  readonly names?: readonly DefinedName[];
  /** What the add-in keeps in the workbook, by key: values of JSON. Missing when the reader was not asked for it. */
  readonly settings?: ReadonlyMap<string, unknown>;
  /** Serial dates count from 1904-01-01 rather than 1899-12-30. */
  readonly date1904: boolean;
  /** Index of the sheet that is in front when the book is opened; missing or null when the reader does not know. */
  readonly activeSheet?: number | null;
  /** What the reader could not carry over and the user should know, e.g. "1 chart sheet was not read". */
  readonly notes: readonly string[];
}

/** Whether a cell is an error. */
export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === 'object' && cell !== null;
}

/** Rows of cells as a Grid: for ranges handed over as values[][], for CSV and for tests. Nothing is copied. */
export function gridOf(values: readonly (readonly Cell[])[], top = 0, left = 0): Grid {
  let columns = 0;
  for (const row of values) if (row.length > columns) columns = row.length;
  return {
    top,
    left,
    rows: values.length,
    columns,
    at(row, column) {
      const line = values[row - top];
      const cell = line === undefined ? undefined : line[column - left];
      return cell === undefined ? null : cell;
    },
  };
}

/** A sheet that is nothing but its values. */
export function plainSheet(name: string, grid: Grid): Sheet {
  return {
    name,
    visibility: 'visible',
    grid,
    format: null,
    isFormula: null,
    hiddenRows: [],
    hiddenColumns: [],
    filter: null,
    merges: [],
  };
}
