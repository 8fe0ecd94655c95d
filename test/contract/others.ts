/** What other people do to a workbook and what they see of it: a port tells neither. */
import type { Area } from '../../src/engine/index';

/** Colours are 'RRGGBB'; null where nobody has given one. */
export interface SeenLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly size: number;
  readonly color: string | null;
  readonly fill: string | null;
  readonly align: string;
  readonly vertical: string;
  readonly wrap: boolean;
  readonly indent: number;
  readonly above: string | null;
  readonly below: string | null;
}

export interface SeenLayout {
  /** Pixels of the first three columns; null for one that is as wide as columns are. */
  readonly widths: readonly (number | null)[];
  /** Points of the first three rows; null for one that fits itself to its text. */
  readonly heights: readonly (number | null)[];
  readonly gridlines: boolean;
  readonly merges: readonly Area[];
  readonly landscape: boolean;
  readonly isOnePageWide: boolean;
  readonly printed: Area | null;
  /** What stands in the middle. */
  readonly footer: string;
  readonly breaks: readonly number[];
}

export interface SeenRule {
  readonly formula: string;
  /** Addresses, one blank between them. */
  readonly cells: string;
  readonly fill: string | null;
}

export interface Others {
  comment(sheet: string, row: number, column: number, text: string): Promise<void>;
  /** Somebody writes another text into the comment that is there. */
  change(sheet: string, row: number, column: number, text: string): Promise<void>;
  /** A conditional format of their own. */
  rule(sheet: string, cells: string, formula: string, fill: string): Promise<void>;
  protect(sheet: string): Promise<void>;
  protectStructure(): Promise<void>;
  /** The first wins. */
  rules(sheet: string): Promise<readonly SeenRule[]>;
  look(sheet: string, row: number, column: number): Promise<SeenLook>;
  layout(sheet: string): Promise<SeenLayout>;
}
