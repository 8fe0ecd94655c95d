/**
 * One amount cell at a time -> its value in the table's unit, or a sentence for why it has none.
 *
 * Holds what was read last, so that nothing is allocated for a plain number cell. O(1) a row but for the sentences.
 */
import type { Sheet } from '../book';
import type { AmountScan } from './amounts';
import { DATE, EMPTY, ERROR, MERGED, NUMBER, OTHER, TEXT } from './amounts';
import type { IssueLog } from './issues';
import type { UnitDecision } from './moneyUnit';
import { NOT_MONEY, SCALE_UNKNOWN } from './moneyUnit';
import { scaleLabel } from './scale';
import { LONGEST_TEXT, cellText, grouped, quoted } from './text';
import type { IssueSeverity } from './types';
import { ESTIMATED, UP_TO } from './types';
import { say, type Sentence } from '../sentence';

/** What becomes of a row: a deal, nothing, or a deal whose amount is unknown. */
export const USED = 0;
export const LEFT_OUT = 1;
export const UNKNOWN = 2;
type Verdict = typeof USED | typeof LEFT_OUT | typeof UNKNOWN;

export interface AmountCellsInput {
  readonly sheet: Sheet;
  readonly top: number;
  readonly scan: AmountScan;
  readonly unit: UnitDecision;
  /** Years per row; NaN. A term in the amount's own text is used where this has none. */
  readonly term: Float64Array;
  readonly log: IssueLog;
}

export class AmountCells {
  /** Of the row read last, where it is used: in the table's unit, > 0. */
  value = NaN;
  /** UP_TO and ESTIMATED as its text has them. */
  flags = 0;
  /** Its term; NaN. */
  years = NaN;
  readonly #input: AmountCellsInput;
  /** Text amounts in the table's own scale, and in a scale of their own. */
  #read = 0;
  #ownScale = 0;

  constructor(input: AmountCellsInput) {
    this.#input = input;
  }

  /** Reads row `i` (from the first data row) and says what is to be said of its amount. */
  read(i: number): Verdict {
    const { scan, unit, term } = this.#input;
    this.value = NaN;
    this.flags = 0;
    this.years = term[i];
    switch (scan.state[i]) {
      case NUMBER:
        this.value = inUnit(scan.value[i], unit.rowExponent[i], unit.exponent);
        break;
      case TEXT: {
        const verdict = this.#readText(i);
        if (verdict !== USED) return verdict;
        break;
      }
      case ERROR:
        if (scan.texts[scan.textId[i]] === '#UNSTORED!') {
          this.#say(
            'amount-error',
            'error',
            i,
            say`Amount is a formula without a stored result: open the workbook in Excel and save it`,
          );
        } else this.#say('amount-error', 'error', i, say`Amount is the error ${scan.texts[scan.textId[i]]}`);
        return LEFT_OUT;
      case DATE:
        this.#say('amount-is-date', 'error', i, say`Amount ${scan.value[i]} is formatted as a date`);
        return LEFT_OUT;
      case MERGED:
        this.#say(
          'amount-merged',
          'warning',
          i,
          say`The amount is merged with the row above and counted there, once`,
        );
        return UNKNOWN;
      case EMPTY:
        this.#say(
          'amount-unknown',
          'info',
          i,
          say`Amount is empty, which is unknown and not zero; the row is in no total`,
        );
        return UNKNOWN;
      case OTHER:
      default:
        this.#say('amount-unreadable', 'error', i, say`Amount ${quoted(this.text(i))} is not a number`);
        return LEFT_OUT;
    }
    return this.#check(i);
  }

  #readText(i: number): Verdict {
    const { scan, unit } = this.#input;
    const text = scan.texts[scan.textId[i]];
    const parsed = scan.parsed[scan.textId[i]];
    if (text.length > LONGEST_TEXT) {
      this.#say(
        'text-too-long',
        'error',
        i,
        say`Amount ${quoted(text)} is longer than ${LONGEST_TEXT} characters`,
      );
      return LEFT_OUT;
    }
    if (parsed.kind === 'unreadable') {
      this.#say('amount-unreadable', 'error', i, say`Amount ${quoted(text)} is not a number`);
      return LEFT_OUT;
    }
    if (parsed.kind === 'unknown') {
      this.#say('amount-unknown', 'info', i, say`Amount ${quoted(text)} is unknown; the row is in no total`);
      return UNKNOWN;
    }
    if (parsed.kind === 'not-money') {
      this.#say(
        'amount-not-money',
        'warning',
        i,
        say`Amount ${quoted(text)} is not money; the row is in no total`,
      );
      return UNKNOWN;
    }
    if (Number.isNaN(this.years)) this.years = parsed.termYears;
    if (parsed.kind === 'rate' && Number.isNaN(this.years)) {
      this.#say(
        'amount-is-rate',
        'warning',
        i,
        say`Amount ${quoted(text)} is a rate and nothing tells for how long; the row is in no total`,
      );
      return UNKNOWN;
    }
    const exponent = unit.rowExponent[i];
    if (exponent === unit.exponent) this.value = scan.digits[scan.textId[i]];
    else if (exponent >= 0) this.value = Number(`${parsed.digits}e${exponent - unit.exponent}`);
    if (parsed.negative) this.value = -this.value;
    if (parsed.kind === 'rate') {
      this.value *= parsed.perYear * this.years;
      this.#say(
        'amount-is-rate',
        'warning',
        i,
        say`Amount ${quoted(text)} is a rate; it is counted over its term of ${+this.years.toFixed(2)} years`,
      );
    }
    if (parsed.upTo) this.flags |= UP_TO;
    if (parsed.about || parsed.atLeast) this.flags |= ESTIMATED;
    if (parsed.low !== '') {
      this.#say(
        'amount-range',
        'warning',
        i,
        say`Amount ${quoted(text)} is a range from ${parsed.low} to ${labelled(parsed.digits, parsed.exponent > 0 ? scaleLabel(parsed.exponent, unit.currency) : '')}; the upper bound is used as a cap`,
      );
    } else if (parsed.upTo) this.#say('amount-up-to', 'info', i, say`Amount ${quoted(text)} is a cap`);
    else if (parsed.atLeast)
      this.#say(
        'amount-lower-bound',
        'info',
        i,
        say`Amount ${quoted(text)} is a lower bound and is used as the amount`,
      );
    else if (parsed.about)
      this.#say(
        'amount-estimate',
        'info',
        i,
        say`Amount ${quoted(text)} is approximate and is used as the amount`,
      );
    if (parsed.exponent >= 0 && parsed.exponent !== unit.exponent) this.#ownScale++;
    if (parsed.exponent >= 0 && parsed.exponent !== unit.exponent) {
      this.#say(
        'amount-own-scale',
        'info',
        i,
        say`Amount ${quoted(text)} states its own scale and is counted as ${labelled(showNumber(this.value), unit.label)}`,
      );
    } else if (this.#read++ === 0)
      this.#say(
        'amount-from-text',
        'info',
        i,
        say`Amount ${quoted(text)} is text and is read as ${showNumber(this.value)}; other text amounts are read the same way`,
      );
    return USED;
  }

  /** What a readable amount can still lack. */
  #check(i: number): Verdict {
    const { scan, unit } = this.#input;
    if (this.value === 0 || (scan.state[i] === NUMBER && scan.value[i] === 0)) {
      this.#say('zero-amount', 'info', i, say`Amount is 0; the row moves no money`);
      return LEFT_OUT;
    }
    if (unit.rowExponent[i] === NOT_MONEY) {
      this.#say(
        'amount-not-money',
        'warning',
        i,
        say`The unit of the row is not money; the row is in no total`,
      );
      return UNKNOWN;
    }
    if (unit.rowExponent[i] === SCALE_UNKNOWN) {
      const cell = this.text(i);
      this.#say(
        'scale-unknown',
        'error',
        i,
        say`Amount ${quoted(cell)} states no scale where most others do`,
      );
      return LEFT_OUT;
    }
    if (unit.otherCurrency[i] === 1) {
      this.#say(
        'currency-other',
        'error',
        i,
        unit.currency === null
          ? say`The amount is not in the currency of the sheet`
          : say`The amount is not in ${unit.currency}`,
      );
      return LEFT_OUT;
    }
    if (this.value < 0) {
      const cell = this.text(i);
      this.#say(
        'negative-amount',
        'error',
        i,
        say`Amount ${quoted(cell)} is negative, a reversal: enter it as a deal in the other direction, or remove the deal it reverses`,
      );
      return LEFT_OUT;
    }
    if (!Number.isFinite(this.value)) {
      this.#say('amount-unreadable', 'error', i, say`Amount ${quoted(this.text(i))} is not a number`);
      return LEFT_OUT;
    }
    return USED;
  }

  /** The cell of row `i` as a reader sees it. */
  text(i: number): string {
    const { sheet, top, scan } = this.#input;
    return cellText(sheet.grid.at(top + i, scan.column));
  }

  #say(code: string, severity: IssueSeverity, i: number, sentence: Sentence): void {
    const { log, top, scan } = this.#input;
    log.cell(code, severity, top + i, scan.column, sentence);
  }

  /** What is true of the whole column: the decimal sign, a scaling number format. */
  sayColumn(): void {
    const { scan, log, top } = this.#input;
    const texts = this.#read + this.#ownScale;
    if (texts > 0 && scan.style.mixed) {
      log.cell(
        'number-style-mixed',
        'warning',
        top,
        scan.column,
        scan.style.style === 'dot'
          ? say`Amounts are written with decimal points and with decimal commas; points are the more frequent and decide`
          : say`Amounts are written with decimal points and with decimal commas; commas are the more frequent and decide`,
      );
    } else if (texts > 0 && scan.style.assumed && scan.style.matters) {
      log.cell(
        'number-style-assumed',
        'warning',
        top,
        scan.column,
        say`Nothing in the column tells "1,250" from "1.250"; a comma groups thousands and a point is decimal`,
      );
    }
    if (scan.scaledFormatRow >= 0) {
      log.cell(
        'format-scale',
        'info',
        scan.scaledFormatRow,
        scan.column,
        say`The number format shows fewer digits than the cell holds; the stored value is used`,
      );
    }
  }
}

function inUnit(value: number, exponent: number, table: number): number {
  if (exponent === table || exponent < 0) return value;
  const digits = String(value);
  return digits.includes('e') ? value * 10 ** (exponent - table) : Number(`${digits}e${exponent - table}`);
}

function labelled(number: string, unit: string): string {
  return unit === '' ? number : `${number} ${unit}`;
}

function showNumber(value: number): string {
  const [whole, fraction] = String(value).split('.');
  return value < 1e15 && value >= 1
    ? grouped(Number(whole)) + (fraction === undefined ? '' : `.${fraction}`)
    : String(value);
}
