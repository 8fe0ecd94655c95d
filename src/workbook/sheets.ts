/** What a command needs from an open workbook besides the port: what the user is looking at, and to show a sheet. */

/** Each call rejects with a `Refusal` when the spreadsheet will not. */
export interface Sheets {
  /** The deals as a formula refers to them, `Deals[#All]` or `'AI deals'!A1:K90`; null when there is nothing. */
  reference(of: 'sheet' | 'selection'): Promise<string | null>;
  /** The names of all sheets, hidden ones too. */
  names(): Promise<readonly string[]>;
  /** Brings a sheet to the front. */
  show(sheet: string): Promise<void>;
}
