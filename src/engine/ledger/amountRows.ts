/** Candidate rows + the table's unit -> deals with values, unknown amounts, and a sentence for every amount that is neither. */
import type { Sheet } from '../book';
import { cellAddress } from '../address';
import type { AmountScan } from './amounts';
import { DATE, EMPTY, ERROR, MERGED, NUMBER, TEXT, OTHER } from './amounts';
import type { ClassReader } from './classes';
import type { IssueLog } from './issues';
import type { UnitDecision } from './moneyUnit';
import { NOT_MONEY, SCALE_UNKNOWN } from './moneyUnit';
import type { PartyBook } from './parties';
import { scaleLabel } from './scale';
import type { TextColumn } from './textColumn';
import { LONGEST_TEXT, cellText, grouped, quoted, tidy } from './text';
import type { UnknownAmount } from './types';
import { ESTIMATED, UP_TO } from './types';

export interface AmountInput {
  readonly sheet: Sheet;
  readonly top: number;
  readonly scan: AmountScan;
  readonly unit: UnitDecision;
  readonly candidate: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly notes: TextColumn;
  readonly parties: PartyBook;
  readonly classes: ClassReader;
  /** Years per row; NaN. A term in the amount's own text is used where this has none. */
  readonly term: Float64Array;
  readonly log: IssueLog;
}

export interface AmountRows {
  /** Row (from the first data row) of each deal. */
  readonly rows: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** In the table's unit, > 0. */
  readonly values: Float64Array;
  readonly flags: Uint8Array;
  readonly dealClass: Uint8Array;
  readonly term: Float64Array;
  readonly unknown: readonly UnknownAmount[];
}

/** O(rows). Nothing is allocated for a plain number cell. */
export function amountRows(input: AmountInput): AmountRows {
  const { sheet, top, scan, unit, candidate, parties, classes, log } = input;
  const count = candidate.length;
  let most = 0;
  for (let i = 0; i < count; i++) most += candidate[i];
  const rows = new Int32Array(most);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const values = new Float64Array(most);
  const flags = new Uint8Array(most);
  const dealClass = new Uint8Array(most);
  const term = new Float64Array(most);
  const unknown: UnknownAmount[] = [];
  let deals = 0;
  const known = new Int32Array(parties.keys).fill(-1);
  const partyOf = (key: number): number => (known[key] >= 0 ? known[key] : (known[key] = parties.party(key)));
  let ownScale = 0;
  let read = 0;

  const say = (code: string, severity: 'error' | 'warning' | 'info', i: number, sentence: string): void =>
    log.cell(code, severity, top + i, scan.column, sentence);
  const leaveUnknown = (i: number): void => {
    const note = input.notes.ids[i] >= 0 ? input.notes.texts[input.notes.ids[i]] : '';
    const cell = cellText(sheet.grid.at(top + i, scan.column));
    unknown.push({
      row: top + i,
      from: partyOf(input.from[i]),
      to: partyOf(input.to[i]),
      dealClass: classes.read(i, top + i),
      cell: cellAddress(sheet.name, top + i, scan.column),
      text: cell !== '' ? cell : tidy(note),
    });
  };

  for (let i = 0; i < count; i++) {
    if (candidate[i] === 0) continue;
    let value = NaN;
    let bits = 0;
    let years = input.term[i];
    switch (scan.state[i]) {
      case NUMBER:
        value = inUnit(scan.value[i], unit.rowExponent[i], unit.exponent);
        break;
      case TEXT: {
        const text = scan.texts[scan.textId[i]];
        const parsed = scan.parsed[scan.textId[i]];
        if (text.length > LONGEST_TEXT) {
          say(
            'text-too-long',
            'error',
            i,
            `Amount ${quoted(text)} is longer than ${LONGEST_TEXT} characters`,
          );
          continue;
        }
        if (parsed.kind === 'unreadable') {
          say('amount-unreadable', 'error', i, `Amount ${quoted(text)} is not a number`);
          continue;
        }
        if (parsed.kind === 'unknown') {
          say('amount-unknown', 'info', i, `Amount ${quoted(text)} is unknown; the row is in no total`);
          leaveUnknown(i);
          continue;
        }
        if (parsed.kind === 'not-money') {
          say(
            'amount-not-money',
            'warning',
            i,
            `Amount ${quoted(text)} is not money; the row is in no total`,
          );
          leaveUnknown(i);
          continue;
        }
        if (Number.isNaN(years)) years = parsed.termYears;
        if (parsed.kind === 'rate' && Number.isNaN(years)) {
          say(
            'amount-is-rate',
            'warning',
            i,
            `Amount ${quoted(text)} is a rate and nothing tells for how long; the row is in no total`,
          );
          leaveUnknown(i);
          continue;
        }
        const exponent = unit.rowExponent[i];
        if (exponent === unit.exponent) value = scan.digits[scan.textId[i]];
        else if (exponent >= 0) value = Number(`${parsed.digits}e${exponent - unit.exponent}`);
        if (parsed.negative) value = -value;
        if (parsed.kind === 'rate') {
          value *= parsed.perYear * years;
          say(
            'amount-is-rate',
            'warning',
            i,
            `Amount ${quoted(text)} is a rate; it is counted over its term of ${+years.toFixed(2)} years`,
          );
        }
        if (parsed.upTo) bits |= UP_TO;
        if (parsed.about || parsed.atLeast) bits |= ESTIMATED;
        if (parsed.low !== '') {
          say(
            'amount-range',
            'warning',
            i,
            `Amount ${quoted(text)} is a range from ${parsed.low} to ${parsed.digits}${parsed.exponent > 0 ? ` ${scaleLabel(parsed.exponent, unit.currency)}` : ''}; the upper bound is used as a cap`,
          );
        } else if (parsed.upTo) say('amount-up-to', 'info', i, `Amount ${quoted(text)} is a cap`);
        else if (parsed.atLeast)
          say(
            'amount-lower-bound',
            'info',
            i,
            `Amount ${quoted(text)} is a lower bound and is used as the amount`,
          );
        else if (parsed.about)
          say(
            'amount-estimate',
            'info',
            i,
            `Amount ${quoted(text)} is approximate and is used as the amount`,
          );
        if (parsed.exponent >= 0 && parsed.exponent !== unit.exponent) ownScale++;
        if (parsed.exponent >= 0 && parsed.exponent !== unit.exponent) {
          say(
            'amount-own-scale',
            'info',
            i,
            `Amount ${quoted(text)} states its own scale and is counted as ${showNumber(value)}${unit.label === '' ? '' : ` ${unit.label}`}`,
          );
        } else if (read++ === 0)
          say(
            'amount-from-text',
            'info',
            i,
            `Amount ${quoted(text)} is text and is read as ${showNumber(value)}; other text amounts are read the same way`,
          );
        break;
      }
      case ERROR:
        if (scan.texts[scan.textId[i]] === '#UNSTORED!') {
          say(
            'amount-error',
            'error',
            i,
            'Amount is a formula without a stored result: open the workbook in Excel and save it',
          );
        } else say('amount-error', 'error', i, `Amount is the error ${scan.texts[scan.textId[i]]}`);
        continue;
      case DATE:
        say('amount-is-date', 'error', i, `Amount ${scan.value[i]} is formatted as a date`);
        continue;
      case MERGED:
        say('amount-merged', 'warning', i, 'The amount is merged with the row above and counted there, once');
        leaveUnknown(i);
        continue;
      case EMPTY:
        say(
          'amount-unknown',
          'info',
          i,
          'Amount is empty, which is unknown and not zero; the row is in no total',
        );
        leaveUnknown(i);
        continue;
      case OTHER:
      default:
        say(
          'amount-unreadable',
          'error',
          i,
          `Amount ${quoted(cellText(sheet.grid.at(top + i, scan.column)))} is not a number`,
        );
        continue;
    }
    if (value === 0 || (scan.state[i] === NUMBER && scan.value[i] === 0)) {
      say('zero-amount', 'info', i, 'Amount is 0; the row moves no money');
      continue;
    }
    if (unit.rowExponent[i] === NOT_MONEY) {
      say('amount-not-money', 'warning', i, 'The unit of the row is not money; the row is in no total');
      leaveUnknown(i);
      continue;
    }
    if (unit.rowExponent[i] === SCALE_UNKNOWN) {
      const cell = cellText(sheet.grid.at(top + i, scan.column));
      say('scale-unknown', 'error', i, `Amount ${quoted(cell)} states no scale where most others do`);
      continue;
    }
    if (unit.otherCurrency[i] === 1) {
      say(
        'currency-other',
        'error',
        i,
        `The amount is not in ${unit.currency ?? 'the currency of the sheet'}`,
      );
      continue;
    }
    if (value < 0) {
      const cell = cellText(sheet.grid.at(top + i, scan.column));
      say(
        'negative-amount',
        'error',
        i,
        `Amount ${quoted(cell)} is negative, a reversal: enter it as a deal in the other direction, or remove the deal it reverses`,
      );
      continue;
    }
    if (!Number.isFinite(value)) {
      say(
        'amount-unreadable',
        'error',
        i,
        `Amount ${quoted(cellText(sheet.grid.at(top + i, scan.column)))} is not a number`,
      );
      continue;
    }
    rows[deals] = i;
    from[deals] = partyOf(input.from[i]);
    to[deals] = partyOf(input.to[i]);
    values[deals] = value;
    flags[deals] = bits;
    dealClass[deals] = classes.read(i, top + i);
    term[deals] = years;
    deals++;
  }
  sayColumn(input, read + ownScale);
  return {
    rows: rows.slice(0, deals),
    from: from.slice(0, deals),
    to: to.slice(0, deals),
    values: values.slice(0, deals),
    flags: flags.slice(0, deals),
    dealClass: dealClass.slice(0, deals),
    term: term.slice(0, deals),
    unknown,
  };
}

function inUnit(value: number, exponent: number, table: number): number {
  if (exponent === table || exponent < 0) return value;
  const digits = String(value);
  return digits.includes('e') ? value * 10 ** (exponent - table) : Number(`${digits}e${exponent - table}`);
}

function showNumber(value: number): string {
  const [whole, fraction] = String(value).split('.');
  return value < 1e15 && value >= 1
    ? grouped(Number(whole)) + (fraction === undefined ? '' : `.${fraction}`)
    : String(value);
}

/** What is true of the whole column: the decimal sign, a scaling number format. */
function sayColumn(input: AmountInput, texts: number): void {
  const { scan, log, top } = input;
  if (texts > 0 && scan.style.mixed) {
    log.cell(
      'number-style-mixed',
      'warning',
      top,
      scan.column,
      `Amounts are written with decimal points and with decimal commas; ${scan.style.style === 'dot' ? 'points' : 'commas'} are the more frequent and decide`,
    );
  } else if (texts > 0 && scan.style.assumed && scan.style.matters) {
    log.cell(
      'number-style-assumed',
      'warning',
      top,
      scan.column,
      'Nothing in the column tells "1,250" from "1.250"; a comma groups thousands and a point is decimal',
    );
  }
  if (scan.scaledFormatRow >= 0) {
    log.cell(
      'format-scale',
      'info',
      scan.scaledFormatRow,
      scan.column,
      'The number format shows fewer digits than the cell holds; the stored value is used',
    );
  }
}
