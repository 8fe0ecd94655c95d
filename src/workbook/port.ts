/**
 * The port to a workbook: a Snapshot comes in, Operation[] goes out.
 *
 * Everything between the two is pure, so that what will be written can be shown, counted and compared before it is
 * written, and so that Excel and a file are written to by the same plan. Sheets are named, because that is what both
 * an open workbook and a file know; rows and columns are 0-based, as in the engine.
 */
import type { Area, Book, Cell } from '../engine/index';
import type { CellLook, SheetLayout } from './looks';
import type { WorkbookMarks } from './marks';
import type { Picture } from './pictures';

/** A workbook as plain data, whoever read it. */
export interface Snapshot extends Book {
  /** What people and add-ins have put on the sheets besides cells. Missing when the reader was not asked for it. */
  readonly marks?: WorkbookMarks;
}

/** A formula, with its '='. An object, so that a stranger's text can never become one. */
export interface Formula {
  readonly formula: string;
  /**
   * What it last gave, or the rows that it spilled over, for files: shown until somebody calculates, which a reader
   * without the add-in never does. Excel calculates itself and takes no notice.
   */
  readonly result?: Cell | readonly (readonly Cell[])[];
}

/**
 * What a cell is given. Text stays text whatever it looks like; null empties the cell and leaves its format, and so
 * does a text without characters.
 */
export type NewCell = Exclude<Cell, { readonly error: string }> | Formula;

/** One change of a workbook. A list of them is carried out in its order. */
export type Operation =
  | { readonly kind: 'add-sheet'; readonly sheet: string }
  | { readonly kind: 'rename-sheet'; readonly sheet: string; readonly to: string }
  | { readonly kind: 'delete-sheet'; readonly sheet: string }
  | {
      readonly kind: 'write';
      readonly sheet: string;
      readonly area: Area;
      /** As many rows and columns as the area has. */
      readonly cells: readonly (readonly NewCell[])[];
    }
  | {
      readonly kind: 'number-formats';
      readonly sheet: string;
      readonly area: Area;
      /** The codes of Excel in English, such as 'yyyy-mm-dd'. */
      readonly formats: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'add-table';
      readonly sheet: string;
      /** With its heading row. */
      readonly area: Area;
      readonly name: string;
    }
  /** The cells stay, with their values and formats. */
  | { readonly kind: 'delete-table'; readonly name: string }
  /**
   * A name for the whole workbook. One of the same spelling stands for the new formula from then on, but for a hidden
   * one: what nobody can see is not overwritten.
   */
  | { readonly kind: 'define-name'; readonly name: string; readonly formula: string }
  | { readonly kind: 'delete-name'; readonly name: string }
  /** What the look does not speak of stays as the cells have it. */
  | { readonly kind: 'look'; readonly sheet: string; readonly area: Area; readonly look: CellLook }
  /** Widths, heights, merged cells and the page of a whole sheet: those that it had are gone. */
  | { readonly kind: 'layout'; readonly sheet: string; readonly layout: SheetLayout }
  /** Cells, their formats and the layout go; the sheet, what refers to it, comments and drawings stay. */
  | { readonly kind: 'clear-sheet'; readonly sheet: string }
  /** A note on a cell that has no comment. Its text must be sealed (seal.ts), or nobody could tell later whose it is. */
  | {
      readonly kind: 'add-comment';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly text: string;
    }
  /** Only one whose seal holds: what somebody else wrote, or changed since, is refused. */
  | { readonly kind: 'delete-comment'; readonly sheet: string; readonly row: number; readonly column: number }
  /** A rule that fills the cells and leaves their own formats as they are; one of Looplens is known by its formula. */
  | {
      readonly kind: 'highlight';
      readonly sheet: string;
      readonly areas: readonly Area[];
      /** 'D6ECEA' */
      readonly fill: string;
    }
  /** All rules of that kind. */
  | { readonly kind: 'delete-highlights'; readonly sheet: string }
  /** Its top left corner at that of the cell. */
  | {
      readonly kind: 'add-picture';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly picture: Picture;
    }
  /** All pictures of Looplens, and none of others. */
  | { readonly kind: 'delete-pictures'; readonly sheet: string };

/** Why a workbook did not do it, told apart where a user can do something about it. */
export type RefusalReason =
  | 'editing'
  | 'locked'
  | 'missing'
  | 'taken'
  | 'too-large'
  /** The caller's AbortSignal. */
  | 'stopped'
  | 'other';

/** The message is whole sentences: what was refused, and how much had been done before. */
export class Refusal extends Error {
  constructor(
    readonly why: RefusalReason,
    message: string,
  ) {
    super(message);
  }
}

/** For work on large workbooks. */
export interface WorkOptions {
  /** Looked at between two requests; the work then ends with a Refusal 'stopped'. */
  readonly signal?: AbortSignal;
  /** Cells done, of cells in all. */
  readonly progress?: (done: number, total: number) => void;
}

export interface ReadOptions extends WorkOptions {
  /** Reads what formulas know by a name too, of the workbook and of these sheets: there can be ten thousands of them. */
  readonly names?: boolean;
  /** Told when a cell is being edited: the workbook is read when it is not any more. Without it, that is refused. */
  readonly whenEditing?: () => void;
  /** Reads comments, highlights and protection too. */
  readonly marks?: boolean;
}

export interface WorkbookPort {
  /** Reads the sheets that are named, or all. Rejects with a Refusal; nothing is changed. */
  read(sheets?: readonly string[], options?: ReadOptions): Promise<Snapshot>;
  /**
   * Carries the operations out in their order. Rejects with a Refusal that names the operation that was refused; what
   * the plan itself shows to be impossible (an unknown sheet, a taken name, rows of another width) is refused before
   * anything is written: see `checkPlan`.
   */
  apply(operations: readonly Operation[], options?: WorkOptions): Promise<void>;
}
