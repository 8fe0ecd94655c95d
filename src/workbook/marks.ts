/** What lies on the sheets of a workbook besides their cells, as far as annotating has to mind it. */
import type { Area } from '../engine/index';

export interface CellComment {
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly text: string;
}

export interface SheetMarks {
  readonly sheet: string;
  readonly isProtected: boolean;
  /** Notes and threads alike, one for each cell. */
  readonly comments: readonly CellComment[];
  /** Cells under the rules of Looplens. */
  readonly highlights: readonly Area[];
}

export interface WorkbookMarks {
  /** Whether no sheet may be added, renamed or deleted. */
  readonly structureIsProtected: boolean;
  readonly sheets: readonly SheetMarks[];
}

export const author = 'Looplens';

/** True on every cell, and says whose rule it is in the list of rules that a user sees. */
export const highlightFormula = '=LEN("Looplens")>0';
