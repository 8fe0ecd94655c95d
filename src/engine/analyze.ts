/** The one pipeline: workbook -> ledger -> measures -> score -> Analysis. */
import type { Analysis, Basis } from './analysis';
import type { Book } from './book';
import type { RowIssue } from './ledger/types';

export interface AnalyzeOptions {
  /** Name of the sheet to take; the best deal table of all sheets otherwise. */
  readonly sheet?: string;
  /** Name of the Excel table to take. */
  readonly table?: string;
  /** 'A1:H90' or 'Sheet!A1:H90'. */
  readonly range?: string;
  /** Table, sheet or range with the company figures; found by itself otherwise. */
  readonly financials?: string;
  /** A workbook of its own for the company figures. */
  readonly financialsBook?: Book;
  /** Default headline. */
  readonly basis?: Basis;
  /** Spelling -> name. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** Rows of each ranked list; default 20. */
  readonly top?: number;
  /** Default 6. */
  readonly maxLegs?: number;
  /** Months within which a time-respecting loop must close; default 12. */
  readonly windowMonths?: number;
  /** Only deals dated from / until this day (days since 1970-01-01). */
  readonly since?: number;
  readonly until?: number;
  readonly certificate?: boolean;
  /** Share of funding cut in the stress; default 0.78. */
  readonly cut?: number;
  /** Monte Carlo; defaults 1,000 and 1. 0 draws leaves it out. */
  readonly draws?: number;
  readonly seed?: number;
  /** Called with the name of each step as it begins and the share of the work that is done. */
  readonly onStep?: (step: string, done: number) => void;
}

export interface AnalyzeRefusal {
  readonly code: string;
  /** A sentence: what was looked for, what was seen, what to do. */
  readonly message: string;
  readonly cell: string;
  readonly issues: readonly RowIssue[];
}

export type AnalyzeOutcome =
  | { readonly ok: true; readonly analysis: Analysis }
  | { readonly ok: false; readonly refusal: AnalyzeRefusal };
