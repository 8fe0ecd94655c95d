/** The names that Excel allows for sheets, tables and what formulas know by a name. */

/** What is wrong with the name of a sheet, to follow the name in a sentence; null when nothing is. */
export function sheetNameFault(name: string): string | null {
  if (name.trim() === '') return 'is empty';
  if (name.length > 31) return 'is longer than 31 characters';
  if (/[\\/?*[\]:]/.test(name)) return 'has one of the characters \\ / ? * [ ] :';
  if (/^'|'$/.test(name)) return 'begins or ends with an apostrophe';
  // Excel keeps it for the sheet of tracked changes.
  return name.toLowerCase() === 'history' ? 'is a name that Excel keeps for itself' : null;
}

/** The same for tables, whose names are used in formulas. */
export function tableNameFault(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length > 255) return 'is longer than 255 characters';
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
    return 'is not a letter or underscore followed by letters, digits, underscores and points';
  if (/^[a-z]{1,3}\d+$/i.test(name) || /^(r|c|r\d*c\d*)$/i.test(name)) return 'is the name of a cell';
  return null;
}

const lastColumn = 16_384;
const lastRow = 1_048_576;

/** The same for names that formulas know. Unlike those of tables they may have question marks. */
export function definedNameFault(name: string): string | null {
  if (name === '') return 'is empty';
  if (name.length > 255) return 'is longer than 255 characters';
  if (!/^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name))
    return 'is not a letter or underscore followed by letters, digits, underscores and points';
  if (/^(r\d*|c\d*|r\d*c\d*)$/i.test(name) || isCell(name)) return 'is the name of a cell';
  return /^(true|false)$/i.test(name) ? 'is a value' : null;
}

/** A1 to XFD1048576: XFE1 can be a name. */
function isCell(name: string): boolean {
  const [, letters, digits] = /^([a-z]{1,3})(\d+)$/i.exec(name) ?? [];
  if (letters === undefined) return false;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= lastColumn && Number(digits) >= 1 && Number(digits) <= lastRow;
}

/** Sheets, tables and names are the same when they differ in case only. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** "Looplens", "Looplens 2", ...: the first that is not among `taken`. Names of tables have no spaces: "Deals_2". */
export function freeName(wanted: string, taken: readonly string[], between: ' ' | '_' = ' '): string {
  const keys = new Set(taken.map(nameKey));
  let name = wanted;
  for (let number = 2; keys.has(nameKey(name)); number++) name = `${wanted}${between}${number}`;
  return name;
}
