/**
 * Whether a formula may give more than one cell.
 *
 * A plain formula in a file takes one cell of every range, as Excel did before arrays spilled, and shows that as `@`. So
 * whatever is not certain to give one value has to be stored as a dynamic array, which is what Excel does with it too.
 * Certain means: known functions of plain values, and ranges only where a function wants a range. Linear.
 */
import { argumentsOf } from './toFile';
import { tokensOf, type Token } from './tokens';

/** Take ranges everywhere and give one value. */
const aggregates = new Set(
  `SUM AVERAGE AVERAGEA COUNT COUNTA COUNTBLANK MIN MINA MAX MAXA MEDIAN PRODUCT SUMSQ SUMPRODUCT AND OR XOR STDEV STDEVA
STDEVP STDEV.P STDEV.S VAR VARA VARP VAR.P VAR.S NPV IRR XNPV XIRR CORREL PEARSON SLOPE INTERCEPT RSQ STEYX COVAR
COVARIANCE.P COVARIANCE.S ROWS COLUMNS CONCAT GEOMEAN HARMEAN SKEW KURT DEVSQ AVEDEV GCD LCM SUMXMY2 SUMX2MY2 SUMX2PY2`.split(
    /\s+/,
  ),
);
/** Take plain values and give one. */
const plain = new Set(
  `IF IFERROR IFNA ROUND ROUNDUP ROUNDDOWN ABS INT TRUNC MOD SIGN SQRT EXP LN LOG LOG10 POWER PI CEILING FLOOR DATE YEAR
MONTH DAY TODAY NOW HOUR MINUTE SECOND TIME DATEVALUE EDATE EOMONTH WEEKDAY DAYS TEXT LEFT RIGHT MID LEN FIND SEARCH
SUBSTITUTE REPLACE TRIM CLEAN UPPER LOWER PROPER VALUE REPT CHAR CODE EXACT CONCATENATE NOT TRUE FALSE NA ISBLANK
ISNUMBER ISTEXT ISERROR ISERR ISNA ISLOGICAL HYPERLINK PMT PV FV NPER RATE`.split(/\s+/),
);
/** Take a range at these arguments, and give one value. */
const mixed = new Map<string, (argument: number) => boolean>([
  ['VLOOKUP', (argument) => argument === 1],
  ['HLOOKUP', (argument) => argument === 1],
  ['MATCH', (argument) => argument === 1],
  ['RANK', (argument) => argument === 1],
  ['LARGE', (argument) => argument === 0],
  ['SMALL', (argument) => argument === 0],
  ['SUBTOTAL', (argument) => argument > 0],
  ['COUNTIF', (argument) => argument === 0],
  ['SUMIF', (argument) => argument !== 1],
  ['AVERAGEIF', (argument) => argument !== 1],
  ['COUNTIFS', (argument) => argument % 2 === 0],
  ['SUMIFS', (argument) => argument === 0 || argument % 2 === 1],
  ['AVERAGEIFS', (argument) => argument === 0 || argument % 2 === 1],
]);

const cell = /^\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}$/;
const thisRow = /^\[\[#This Row\],\[[^[\]]*\]\]$|^\[@(?:[^[\]@]*|\[[^[\]]*\])\]$/i;

/** `formula` with or without its '='. */
export function maySpill(formula: string): boolean {
  const tokens = tokensOf(formula.replace(/^=/, '')).filter(({ kind }) => kind !== 'space');
  return mayGiveMany(tokens, 0, tokens.length);
}

function mayGiveMany(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { kind, text } = tokens[at];
    const next = at + 1 < to ? tokens[at + 1] : undefined;
    if (kind === 'word' && next?.text === '(') {
      const end = callMayGiveMany(tokens, at);
      if (end === null) return true;
      at = end;
    } else if (kind === 'word' && next?.text === '!') at++;
    else if (kind === 'word' && next?.kind === 'bracket') {
      if (!thisRow.test(next.text)) return true;
      at++;
    } else if (kind === 'word') {
      if (!cell.test(text) && !/^(TRUE|FALSE)$/i.test(text)) return true;
    } else if (kind === 'bracket') {
      if (!thisRow.test(text)) return true;
    } else if (kind === 'sign' && [':', '#', '@', '{'].includes(text)) return true;
  }
  return false;
}

/** The place of the parenthesis that ends the call; null where it may give many. */
function callMayGiveMany(tokens: readonly Token[], at: number): number | null {
  const name = tokens[at].text.toUpperCase();
  const takesRange = aggregates.has(name)
    ? () => true
    : (mixed.get(name) ?? (plain.has(name) ? () => false : null));
  if (takesRange === null) return null;
  const { starts, end } = argumentsOf(tokens, at + 1);
  for (let argument = 0; argument < starts.length; argument++) {
    const from = starts[argument];
    const to = argument + 1 < starts.length ? starts[argument + 1] - 1 : end;
    if (takesRange(argument) && isOneReference(tokens, from, to)) continue;
    if (mayGiveMany(tokens, from, to)) return null;
  }
  return end;
}

/** Nothing but a reference: a range alone is taken as a range. */
function isOneReference(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { kind, text } = tokens[at];
    const isPart = kind === 'word' || kind === 'quoted' || kind === 'bracket' || text === '!' || text === ':';
    if (!isPart && !(kind === 'number' && /^\d+$/.test(text))) return false;
  }
  return true;
}
