/**
 * Formulas as Excel shows them <-> as the engine understands them.
 *
 * The engine knows `Deals[[#This Row],[Amount]]` and not its short form `Deals[@Amount]`, and it has no `L1#` (all cells
 * that L1 spills into); for that there is the function ANCHORARRAY, the name under which Excel stores it in files. Both
 * are written the engine's way on the way in and read back the short way. Text in quotes and quoted sheet names are
 * left alone. Linear in the length of the formula.
 *
 * Limits: `[@Amount]` without a table's name, and implicit intersection (`@A1:A9`), stay as they are.
 */

/** Function that answers `L1#`. */
export const SPILL_FUNCTION = 'ANCHORARRAY';

/** Pieces that must not be touched: "text" and 'sheet names'. */
const quoted = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const thisRowName = /([\p{L}_\\][\p{L}\p{N}_.\\]*)\[@(?:\[([^[\]]*)\]|([^[\]@]*))\]/gu;
const spillName = /(?<![!\p{L}\p{N}_.$])((?:[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})#/gu;
const spillAfterQuote = /^(!\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})#/;
const longThisRow = /\[\[#This Row\],\[([^[\]]*)\]\]/giu;
const spillCall = new RegExp(`${SPILL_FUNCTION}\\(([^()]*)\\)`, 'giu');

/** '=Deals[@Amount]*2' -> '=Deals[[#This Row],[Amount]]*2'; '=SUM(L1#)' -> '=SUM(ANCHORARRAY(L1))'. */
export function toEngine(formula: string): string {
  if (!formula.includes('[@') && !formula.includes('#')) return formula;
  const pieces = formula.split(quoted);
  for (let i = 0; i < pieces.length; i += 2) {
    pieces[i] = pieces[i]
      .replace(thisRowName, (_all, table: string, braced?: string, plain?: string) => {
        const column = (braced ?? plain ?? '').trim();
        return column === '' ? `${table}[#This Row]` : `${table}[[#This Row],[${column}]]`;
      })
      .replace(spillName, `${SPILL_FUNCTION}($1)`);
    // 'My sheet'!L1# is cut at its quotes.
    const after = i > 0 ? spillAfterQuote.exec(pieces[i]) : null;
    if (after !== null && pieces[i - 1].startsWith("'")) {
      pieces[i - 1] = `${SPILL_FUNCTION}(${pieces[i - 1]}`;
      pieces[i] = `${after[1]})${pieces[i].slice(after[0].length)}`;
    }
  }
  return pieces.join('');
}

/** The other way. Formulas that a user wrote the long way come back short, as in Excel. */
export function toExcel(formula: string): string {
  const text = formula.replace(spillCall, '$1#');
  return text.replace(longThisRow, (_all, column: string) =>
    /^[\p{L}\p{N}_]+$/u.test(column) ? `[@${column}]` : `[@[${column}]]`,
  );
}
