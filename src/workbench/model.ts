/**
 * The workbook behind the workbench: what the office host needs from a spreadsheet, and no more.
 *
 * Two implementations: a plain one in memory (tests) and the grid's engine (the page). Rows and columns are 0-based.
 * A change is one call and, where it changes anything, one event; events are sent after the call has returned.
 */
import type { Area, Cell } from '../engine/index';

/**
 * What a cell is given: a value, or a formula as text that begins with '='. Dates are serial numbers.
 * A leading apostrophe says that the rest is text whatever it looks like; it is not part of the value.
 */
export type CellInput = string | number | boolean | null;

export interface SheetModel {
  /** Stable while the workbook is open, e.g. '{00000001-...}'. */
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
}

export interface TableModel {
  readonly id: string;
  readonly name: string;
  readonly sheet: string;
  /** With heading and totals row. */
  readonly area: Area;
  readonly hasHeading: boolean;
  readonly hasTotals: boolean;
  readonly style: string;
}

/** What formulas know by a name. */
export interface NameModel {
  readonly name: string;
  /** Id of the sheet that it belongs to; null for the whole workbook. */
  readonly sheet: string | null;
  /** With its '='. */
  readonly formula: string;
}

export type ModelEvent =
  | {
      readonly kind: 'changed';
      readonly sheet: string;
      readonly area: Area;
      readonly source: 'user' | 'code';
      /** The value of a single cell before the change, where the workbook knows it. */
      readonly before?: Cell;
      /** Cells were inserted at the area (down, right) or deleted from it (up, left) instead of written. */
      readonly shift?: 'down' | 'right' | 'up' | 'left';
    }
  | { readonly kind: 'calculated'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'selected'; readonly sheet: string; readonly area: Area }
  | { readonly kind: 'activated'; readonly sheet: string }
  | {
      readonly kind: 'sheets';
      readonly change: 'added' | 'deleted' | 'renamed' | 'moved' | 'shown' | 'protected';
      readonly sheet: string;
    };

/** A custom function as the spreadsheet calls it: arguments are scalars or rows of cells. */
export interface FunctionCall {
  /** 'DEAL.CIRCULARITY' */
  readonly name: string;
  readonly arguments: readonly (Cell | readonly (readonly Cell[])[])[];
  /** Sheet id and cell that holds the formula. */
  readonly at: { readonly sheet: string; readonly row: number; readonly column: number };
  readonly parameterAddresses: readonly (string | null)[];
  /** Aborts when nobody wants the answer any more: the formula was replaced or has to be calculated anew. */
  readonly signal?: AbortSignal;
}

export type FunctionAnswer =
  | {
      /** A scalar, or rows of cells that spill. Text is text, also when it begins with '='. */
      readonly value: Cell | readonly (readonly Cell[])[];
      /** The format that the function gives its number with. */
      readonly numberFormat?: string;
    }
  | { readonly error: string; readonly message: string };

/** What a cell's comment says, with its replies, oldest first. */
export interface CommentModel {
  readonly author: string;
  readonly text: string;
  readonly replies: readonly { readonly author: string; readonly text: string }[];
  readonly isResolved: boolean;
}

/** Where a comment stands. */
export interface PlacedComment extends CommentModel {
  readonly row: number;
  readonly column: number;
}

/** How a sheet is set up, as far as an add-in has set it up. */
export interface PageModel {
  readonly gridlines: boolean;
  readonly landscape: boolean;
  readonly isOnePageWide: boolean;
  readonly printed: Area | null;
  /** In the codes of Excel. */
  readonly footer: string;
  /** Rows before which a new page begins. */
  readonly breaks: readonly number[];
}

/** A conditional format; the first of a sheet wins. */
export interface ConditionalFormatModel {
  readonly areas: readonly Area[];
  /** 'Custom', 'CellValue', 'ContainsText', 'DataBar' and the other types of office.js. */
  readonly type: string;
  readonly stopIfTrue: boolean;
  /** 'Custom/Rule/Formula' '=A1>100', 'Custom/Format/Fill/Color' '#FFC7CE'. */
  readonly properties: ReadonlyMap<string, unknown>;
}

/** What a spreadsheet cannot do it leaves out: the host then refuses it, or remembers it without showing it. */
export interface WorkbookModel {
  readonly name: string;
  /** What the add-in keeps in the workbook, by key: values of JSON. Undo leaves them alone. */
  readonly settings: Map<string, unknown>;
  sheets(): readonly SheetModel[];
  addSheet(name?: string): SheetModel;
  deleteSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  /** Absent: sheets stay where they are. `position` counts from 0. */
  moveSheet?(id: string, position: number): void;
  /** Absent: the host remembers it, and the sheet is shown. The last visible sheet is never hidden. */
  setSheetVisibility?(id: string, visibility: SheetModel['visibility']): void;
  /** Absent: the host remembers it, and the user may write. */
  protectSheet?(id: string, isProtected: boolean): void;
  activeSheet(): string;
  activate(id: string): void;
  selection(): { readonly sheet: string; readonly area: Area };
  select(sheet: string, area: Area): void;

  /** The smallest rectangle that holds every value (with formats too unless valuesOnly); null when there is none. */
  usedArea(sheet: string, valuesOnly: boolean): Area | null;
  values(sheet: string, area: Area): Cell[][];
  /** Formula text where there is one, else the value. */
  formulas(sheet: string, area: Area): Cell[][];
  write(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void;
  /** Makes room at the area. References, tables and spills follow. Absent: cells cannot be inserted. */
  insertCells?(sheet: string, area: Area, direction: 'down' | 'right'): void;
  /** Takes the area's cells away; what lies behind them closes the gap. Absent: they cannot be deleted. */
  deleteCells?(sheet: string, area: Area, direction: 'up' | 'left'): void;
  numberFormats(sheet: string, area: Area): string[][];
  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void;

  /**
   * Told of how cells shall look, which the host keeps itself: 'Format/Fill/Color' '#FFCC00', 'Format/Font/Bold' true,
   * 'Format/ColumnWidth' 64 (points), 'Format/Borders/EdgeBottom/Style'. null takes everything below a path off;
   * 'Format/AutofitRows' true fits rows to their texts. Absent: looks are not shown.
   */
  format?(sheet: string, area: Area, path: string, value: unknown): void;
  /** Told that cells are one, or no longer. Absent: merging is not shown. */
  merge?(sheet: string, area: Area, isMerged: boolean): void;
  /** Told how many rows and columns stay in sight; 0 and 0 for none. Absent: panes are not frozen. */
  freeze?(sheet: string, rows: number, columns: number): void;
  /** Told what the comment of a cell says; null takes it off. Absent: comments are not shown. */
  comment?(sheet: string, row: number, column: number, comment: CommentModel | null): void;
  /** Those that came with the book and those told since. Absent: the host remembers what it was told. */
  comments?(sheet: string): readonly PlacedComment[];
  /** Told all conditional formats of a sheet, whenever they have changed. Absent: they are not shown. */
  conditionalFormats?(sheet: string, formats: readonly ConditionalFormatModel[]): void;
  /** Those that came with the book and those told since. Absent: the host remembers what it was told. */
  rules?(sheet: string): readonly ConditionalFormatModel[];
  /** Told how a sheet is set up, whenever that has changed. Absent: it is not kept. */
  page?(sheet: string, page: PageModel): void;
  /** Whether no sheet may be added, renamed or deleted. Absent: they may. */
  structureIsProtected?(): boolean;
  /** Told what a name stands for, in the workbook (`sheet` null) or in a sheet; null takes it off. Absent: formulas do not know names. */
  defineName?(name: string, sheet: string | null, formula: string | null): void;
  /** Those that came with the book and those that were defined since. Absent: the host remembers what it was told. */
  definedNames?(): readonly NameModel[];

  tables(): readonly TableModel[];
  addTable(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel;
  deleteTable(id: string): void;
  /** Absent: names of tables are for good. */
  renameTable?(id: string, name: string): void;
  /** The heading stays in its row. Absent: tables keep their size. */
  resizeTable?(id: string, area: Area): void;

  /** Makes a function known to formulas. `call` may take its time: the cell shows #BUSY! meanwhile. */
  registerFunction(name: string, call: (call: FunctionCall) => Promise<FunctionAnswer>): void;
  /** Calculates every formula anew. Absent: formulas are always up to date. */
  recalculate?(): void;
  /** What is written while `work` runs is one step of undo. Absent: each write is a step of its own. */
  asOneStep?(work: () => void): void;
  undo(): boolean;
  redo(): boolean;
  /** Returns a function that ends the subscription. */
  subscribe(listener: (event: ModelEvent) => void): () => void;
}
