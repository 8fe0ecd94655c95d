/** What a command needs from an open workbook besides the port: what the user is looking at, and to show a sheet. */
import type { Sheet } from '../engine/index';

/** Where the deals are that the user means. */
export interface DealsPlace {
  /** As a formula refers to them, `Deals[#All]` or `'AI deals'!A1:K90`. */
  readonly reference: string;
  /** Their first rows, as many as tell whether they are deals at all: values alone, as a function is given them. */
  readonly head: Sheet;
}

/** Each call rejects with a `Refusal` when the spreadsheet will not. */
export interface Sheets {
  /** The table that the selection lies in; else the one table or the used cells of the sheet, or the selection. Null when there is nothing. */
  deals(of: 'sheet' | 'selection'): Promise<DealsPlace | null>;
  /** The names of all sheets, hidden ones too. */
  names(): Promise<readonly string[]>;
  /** What a new table cannot be called: the names of all tables, and those that formulas know, hidden ones too. */
  tableNames(): Promise<readonly string[]>;
  /** Brings a sheet to the front. */
  show(sheet: string): Promise<void>;
}
