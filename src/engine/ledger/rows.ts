/**
 * What each row of the table is: a deal in the making, a total, a note, a group label, a mistake. Money is not looked at yet, but
 * for running sums. O(rows x role columns); what is said is said once per row.
 */
import type { Sheet } from '../book';
import type { AmountScan } from './amounts';
import { EMPTY, MERGED, TEXT, roughValue } from './amounts';
import type { IssueLog } from './issues';
import { mergedRuns } from './mergedRuns';
import type { PartyBook } from './parties';
import { NAME_BLANK, NAME_ERROR, NAME_LONG, NAME_NUMBER, NAME_UNKNOWN } from './parties';
import { cellText, folded, isBlank, quoted } from './text';
import { isTotalLabel } from './totals';
import { say, type Sentence } from '../sentence';

/** A row with nothing in it: not counted at all. */
export const BLANK_ROW = 0;
/** Two named parties: goes on to be a deal or an unknown amount. */
export const CANDIDATE = 1;
/** Left out, and said. */
export const LEFT_OUT = 2;

export interface RowsInput {
  readonly sheet: Sheet;
  readonly top: number;
  readonly count: number;
  /** Columns of the table in use. */
  readonly columns: readonly number[];
  /** Columns that can hold the label of a total: not notes, conditions or sources. */
  readonly labelColumns: readonly number[];
  readonly fromColumn: number;
  readonly toColumn: number;
  /** Keys per row (PartyBook) or a NAME_ code; filled down and merged in place. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly scan: AmountScan;
  /** Rows at the end that the workbook itself calls totals. */
  readonly totalsRows: number;
  /** Headings of payer, receiver and amount, to know a heading repeated inside the data; '' none. */
  readonly headings: readonly [string, string, string];
}

/** Spreads names over merged party cells. */
export function spreadMerges(sheet: Sheet, column: number, top: number, keys: Int32Array): void {
  for (const { head, from, to } of mergedRuns(sheet, column, top, keys.length)) {
    if (head < 0) continue;
    for (let i = from; i <= to; i++) if (keys[i] === NAME_BLANK) keys[i] = keys[head];
  }
}

/**
 * A column written once per group: leftmost, filled in its first row, never the same name twice in a row, and with blanks in a good
 * part of the rows whose other cells are filled. Anything less clear is not filled.
 */
function isGrouped(keys: Int32Array, other: Int32Array, scan: AmountScan): boolean {
  let filled = 0;
  let open = 0;
  let last = NAME_BLANK;
  for (let i = 0; i < keys.length; i++) {
    if (keys[i] >= 0) {
      if (keys[i] === last && other[i] >= 0) return false;
      last = keys[i];
      filled++;
    } else if (keys[i] === NAME_BLANK && other[i] >= 0 && scan.state[i] !== EMPTY) {
      if (filled === 0) return false;
      open++;
    }
  }
  return open > 0 && open * 3 >= filled + open;
}

export function classifyRows(input: RowsInput, book: PartyBook, log: IssueLog): Uint8Array {
  const { sheet, top, count, columns, from, to, scan } = input;
  const verdict = new Uint8Array(count);
  const labels = new Map<string, boolean>();
  const isLabel = (text: string): boolean => {
    let known = labels.get(text);
    if (known === undefined) labels.set(text, (known = isTotalLabel(text)));
    return known;
  };
  const grouped = input.fromColumn === Math.min(...columns) && isGrouped(from, to, scan);
  let group = NAME_BLANK;
  let filledDown = 0;
  let firstFilled = -1;
  let sum = 0;
  let sinceTotal = 0;
  let addends = 0;
  for (let i = 0; i < count; i++) {
    const row = top + i;
    const bare =
      from[i] === NAME_BLANK && to[i] === NAME_BLANK && (scan.state[i] === EMPTY || scan.state[i] === MERGED);
    if (bare && columns.every((column) => isBlank(sheet.grid.at(row, column)))) continue;
    verdict[i] = LEFT_OUT;
    if (i >= count - input.totalsRows) {
      log.cell('total-row', 'info', row, -1, say`The table's totals row is no deal`);
      continue;
    }
    if (isRepeatedHeading(input, i)) {
      log.cell('heading-repeated', 'info', row, -1, say`The heading is repeated here; this row is no deal`);
      continue;
    }
    const halfNamed = from[i] < 0 || to[i] < 0;
    if (halfNamed) {
      const label = totalLabel(input, row, isLabel);
      if (label !== '') {
        log.cell('total-row', 'info', row, -1, say`Row ${quoted(label)} is a total, not a deal`);
        sinceTotal = 0;
        addends = 0;
        continue;
      }
    }
    const value = roughValue(scan, i);
    if (from[i] === NAME_BLANK && to[i] === NAME_BLANK && Number.isFinite(value)) {
      const close = (total: number): boolean => Math.abs(total - value) <= 1e-9 * Math.abs(value);
      const formula = sheet.isFormula !== null && sheet.isFormula(row, scan.column);
      if (addends > 0 && (close(sum) || close(sinceTotal) || formula)) {
        log.cell(
          'total-row',
          'info',
          row,
          scan.column,
          say`${quoted(cellText(sheet.grid.at(row, scan.column)))} without parties is the total of the rows above, not a deal`,
        );
        sinceTotal = 0;
        addends = 0;
        continue;
      }
    }
    if (from[i] >= 0 && to[i] === NAME_BLANK && scan.state[i] === EMPTY && isAlone(input, row)) {
      group = grouped ? from[i] : NAME_BLANK;
      if (grouped)
        log.cell(
          'group-label',
          'info',
          row,
          input.fromColumn,
          say`${quoted(book.display(from[i]))} heads the rows below; this row is no deal`,
        );
      else
        log.cell(
          'note-row',
          'info',
          row,
          input.fromColumn,
          say`${quoted(book.display(from[i]))} stands alone in its row, which is no deal`,
        );
      continue;
    }
    if (from[i] >= 0) group = from[i];
    else if (grouped && from[i] === NAME_BLANK && group >= 0 && to[i] >= 0 && scan.state[i] !== EMPTY) {
      from[i] = group;
      filledDown++;
      if (firstFilled < 0) firstFilled = i;
    }
    if (from[i] < 0 || to[i] < 0) {
      if (bare || (scan.state[i] === EMPTY && isAlone(input, row))) {
        log.cell('note-row', 'info', row, -1, say`The row names no parties and no amount; it is no deal`);
      } else {
        const [column, code, side] =
          from[i] < 0
            ? ([input.fromColumn, from[i], say`Payer`] as const)
            : ([input.toColumn, to[i], say`Receiver`] as const);
        sayParty(log, sheet, row, column, code, side);
      }
      continue;
    }
    verdict[i] = CANDIDATE;
    if (Number.isFinite(value)) {
      sum += value;
      sinceTotal += value;
      addends++;
    }
  }
  if (filledDown > 0) {
    log.cell(
      'filled-down',
      'warning',
      top + firstFilled,
      input.fromColumn,
      say`The payer is written once per group; ${filledDown} empty cells below a name were read as that name`,
    );
  }
  return verdict;
}

function sayParty(
  log: IssueLog,
  sheet: Sheet,
  row: number,
  column: number,
  code: number,
  side: Sentence,
): void {
  const cell = column < 0 ? '' : cellText(sheet.grid.at(row, column));
  switch (code) {
    case NAME_NUMBER:
      return log.cell(
        'party-not-a-name',
        'error',
        row,
        column,
        say`${side} ${quoted(cell)} is a number or a date, not a name`,
      );
    case NAME_ERROR:
      return log.cell('party-error', 'error', row, column, say`${side} is the error ${cell}`);
    case NAME_LONG:
      return log.cell(
        'text-too-long',
        'error',
        row,
        column,
        say`${side} ${quoted(cell)} is longer than 400 characters`,
      );
    case NAME_UNKNOWN:
      return log.cell('party-blank', 'error', row, column, say`${side} ${quoted(cell)} names nobody`);
    default:
      return log.cell('party-blank', 'error', row, column, say`${side} is empty`);
  }
}

function isRepeatedHeading(input: RowsInput, i: number): boolean {
  const { sheet, top, scan, headings } = input;
  if (
    scan.state[i] !== TEXT ||
    headings[2] === '' ||
    folded(scan.texts[scan.textId[i]]) !== folded(headings[2])
  )
    return false;
  return folded(cellText(sheet.grid.at(top + i, input.fromColumn))) === folded(headings[0]);
}

/** The label of a total in this row, in any text cell of the table; '' when there is none. */
function totalLabel(input: RowsInput, row: number, isLabel: (text: string) => boolean): string {
  for (const column of input.labelColumns) {
    const cell = input.sheet.grid.at(row, column);
    if (typeof cell === 'string' && cell.length <= 80 && isLabel(cell)) return cell;
  }
  return '';
}

/** Whether the row has a single filled cell. */
function isAlone(input: RowsInput, row: number): boolean {
  let filled = 0;
  for (const column of input.columns)
    if (!isBlank(input.sheet.grid.at(row, column)) && ++filled > 1) return false;
  return true;
}
