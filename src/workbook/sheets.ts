/** What a command needs from an open workbook: where the deals are, and one more sheet. */

/** Rows of equal width, as a spreadsheet takes them: text, or a formula that begins with '='. */
export type FormulaRows = readonly (readonly string[])[];

/** Both calls reject with a `Refusal` when the spreadsheet will not. */
export interface Sheets {
  /** The deals as a formula refers to them, `Deals[#All]` or `'AI deals'!A1:K90`; null when there is nothing. */
  reference(of: 'sheet' | 'selection'): Promise<string | null>;
  /** Adds a sheet under `name` or the next free name, shows it, and returns its name. */
  addSheet(name: string, rows: FormulaRows): Promise<string>;
}
