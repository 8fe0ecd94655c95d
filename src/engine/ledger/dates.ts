/** A column of dates -> first and last day of each row. Day/month order is decided once per column, never per cell. */
import type { Sheet } from '../book';
import { isCellError } from '../book';
import { dayOfSerial } from './civil';
import type { IssueLog } from './issues';
import type { DayOrder, Span } from './period';
import { parsePeriod } from './period';
import { folded, quoted } from './text';
import { NO_DAY } from './types';
import { say } from '../sentence';

/** Serials outside 1900-01-01 .. 2173 are no dates of a deal; 1900..2199 as a bare number is a year. */
const LAST_SERIAL = 100_000;

/** Whether a number format shows a date: it has y, m or d outside quotes and brackets ('[Red]', '"days"'). O(length). */
export function isDateFormat(format: string): boolean {
  if (format === 'General' || format === '') return false;
  const bare = format.slice(0, 200).replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  return /[yd]|m{3}|년|월|일/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, ''));
}

export function dayOfNumber(value: number, date1904: boolean): Span | null {
  if (Number.isInteger(value) && value >= 1900 && value <= 2199) return parsePeriod(String(value));
  if (!(value >= 1 && value <= LAST_SERIAL)) {
    return Number.isInteger(value) && value > 19000000 && value < 22000000
      ? parsePeriod(String(value))
      : null;
  }
  const day = dayOfSerial(value, date1904);
  return { first: day, last: day, plan: false };
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?:\D|$)/;

/** Day above 12 first: day-first; second: month-first; neither, or both: unknown. */
function dayOrderOf(texts: Iterable<string>): { order: DayOrder; slashed: boolean } {
  let dayFirst = false;
  let monthFirst = false;
  let slashed = false;
  for (const text of texts) {
    const match = SLASHED.exec(folded(text));
    if (!match) continue;
    slashed = true;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  }
  return { order: dayFirst === monthFirst ? 'unknown' : dayFirst ? 'day-first' : 'month-first', slashed };
}

const SHORT = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/;
const LONG_YEAR_FIRST = /^\d{4}[-/.년]/;
const HANGUL = /[가-힣]/;

/**
 * Whether dates of three short numbers begin with the year, as they do in Korea ('24.03.15'): when a first number can be nothing else,
 * or when none speaks against it and the column is Korean by its heading or writes its long dates so.
 */
function isYearFirst(texts: Iterable<string>, heading: string): boolean {
  let korean = HANGUL.test(heading);
  let isShort = false;
  for (const text of texts) {
    const plain = folded(text);
    if (LONG_YEAR_FIRST.test(plain)) korean = true;
    const match = SHORT.exec(plain);
    if (!match) continue;
    isShort = true;
    if (Number(match[1]) > 31) return true;
    if (Number(match[3]) > 31 || Number(match[2]) > 12) return false;
  }
  return isShort && korean;
}

export interface DayColumn {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * Reads rows top..bottom of a column. Unreadable dates are NO_DAY with a warning; empty cells NO_DAY without one.
 * O(rows), each distinct text parsed once.
 */
export function readDays(
  sheet: Sheet,
  date1904: boolean,
  column: number,
  top: number,
  bottom: number,
  log: IssueLog,
  wanted: (index: number) => boolean,
): DayColumn {
  const count = bottom - top + 1;
  const first = new Int32Array(count).fill(NO_DAY);
  const last = new Int32Array(count).fill(NO_DAY);
  const texts = new Map<string, Span | null>();
  for (let i = 0; i < count; i++) {
    const cell = sheet.grid.at(top + i, column);
    if (typeof cell === 'string' && !texts.has(cell)) texts.set(cell, null);
  }
  const heading = sheet.grid.at(top - 1, column);
  const yearFirst = isYearFirst(texts.keys(), typeof heading === 'string' ? heading : '');
  const { order, slashed } = yearFirst
    ? { order: 'year-first' as const, slashed: false }
    : dayOrderOf(texts.keys());
  for (const text of texts.keys()) texts.set(text, parsePeriod(text, order));
  let plans = false;
  for (let i = 0; i < count; i++) {
    const cell = sheet.grid.at(top + i, column);
    if (cell === null) continue;
    let found: Span | null = null;
    if (typeof cell === 'number') found = dayOfNumber(cell, date1904);
    else if (typeof cell === 'string') {
      if (cell.trim() === '') continue;
      found = texts.get(cell) ?? null;
    }
    if (found !== null) {
      first[i] = found.first;
      last[i] = found.last;
      plans ||= found.plan;
    } else if (wanted(i)) {
      const shown = isCellError(cell) ? cell.error : String(cell);
      log.cell(
        'date-unreadable',
        'warning',
        top + i,
        column,
        say`Date ${quoted(shown)} has no single reading; the row is used without a date`,
      );
    }
  }
  if (slashed && order === 'unknown') {
    log.cell(
      'date-order-unknown',
      'warning',
      top,
      column,
      say`Nothing in the column tells whether dates are day/month or month/day; where both readings fit, a date counts as the span between them`,
    );
  }
  if (yearFirst) {
    log.cell('date-year-first', 'info', top, column, say`Short dates are read as year, month, day`);
  }
  if (plans)
    log.cell(
      'date-plan',
      'info',
      top,
      column,
      say`Some dates are called plans or estimates; they are used as written`,
    );
  return { first, last };
}

/** A date column that is not there. */
export function noDays(count: number): DayColumn {
  const none = new Int32Array(count).fill(NO_DAY);
  return { first: none, last: none };
}
