/**
 * A date or a period as people write it -> its first and last day.
 *
 * '2025-09-22', '2025-05', '2025', '2001-Q1..Q3', '1998..2002-02', '1998-2001', 'FY2025 (Jun)', '2016-H1', '9M-2001',
 * 'TTM Dec-2025', 'Sep 2025', '22 Sep 2025', '22/09/2025', '2025년 9월 22일', 'FY2002 plan', '2026E'.
 * Only one reading counts: a text with none, or with two that cannot be told apart ('Jun-01'), gives null.
 * Linear: text above 80 characters is no date, and every pattern is anchored and bounded.
 */
import { dayOf, monthEnd, monthLength } from './civil';
import { folded } from './text';

export type DayOrder = 'year-first' | 'day-first' | 'month-first' | 'unknown';

export interface Span {
  readonly first: number;
  readonly last: number;
  /** The text calls it a plan, a forecast or an estimate. */
  readonly plan: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const PLAN =
  /\b(?:plan|planned|forecast|guidance|guide|budget|estimate|estimated|est|expected|target|projected)\b\.?|\(e\)|예상|계획|전망/;

/** 'sep', 'sept', 'september' -> 9; 0 when it is no month. */
function monthOf(word: string): number {
  const at = MONTHS.indexOf(word.slice(0, 3));
  if (at < 0) return 0;
  return word === MONTHS[at] || word === FULL[at] || word === 'sept' ? at + 1 : 0;
}

function yearOf(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year >= 1900 && year <= 2199 ? year : 0;
  return text.length === 2 ? (year < 70 ? 2000 + year : 1900 + year) : 0;
}

const span = (first: number, last: number): Span => ({ first, last, plan: false });
const months = (year: number, from: number, to: number): Span | null =>
  year === 0 || from < 1 || to > 12 || from > to ? null : span(dayOf(year, from, 1), monthEnd(year, to));

/** Twelve months that end with the given month: a fiscal year, or trailing twelve months. */
function yearEnding(year: number, month: number): Span | null {
  if (year === 0 || month < 1 || month > 12) return null;
  const first = month === 12 ? dayOf(year, 1, 1) : dayOf(year - 1, month + 1, 1);
  return span(first, monthEnd(year, month));
}

function oneDay(year: number, month: number, day: number): Span | null {
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return null;
  const at = dayOf(year, month, day);
  return span(at, at);
}

/** 9/22/2025 and 22/9/2025: where the column does not tell the order, the span covers both readings. */
function slashed(a: number, b: number, year: number, order: DayOrder): Span | null {
  const dayFirst = oneDay(year, b, a);
  const monthFirst = oneDay(year, a, b);
  if (dayFirst === null) return monthFirst;
  if (monthFirst === null) return dayFirst;
  if (order === 'day-first') return dayFirst;
  if (order === 'month-first') return monthFirst;
  return span(Math.min(dayFirst.first, monthFirst.first), Math.max(dayFirst.first, monthFirst.first));
}

/** Part of a year: q1..q4, h1..h2, 3m..9m -> months. */
function part(name: string): readonly [number, number] | null {
  const kind = name.replace(/\d/, '');
  const n = Number(name.replace(/\D/, ''));
  if (kind === 'q' && n >= 1 && n <= 4) return [n * 3 - 2, n * 3];
  if (kind === 'h' && n >= 1 && n <= 2) return [n * 6 - 5, n * 6];
  if (kind === 'm' && n >= 1 && n <= 9) return [1, n];
  return null;
}

type Reader = (m: RegExpExecArray, order: DayOrder) => Span | null;
const partOf = (name: string, year: string): Span | null => {
  const range = part(name);
  return range === null ? null : months(yearOf(year), range[0], range[1]);
};
const fiscal = (year: string, month: string | undefined): Span | null =>
  yearEnding(yearOf(year), month === undefined ? 12 : monthOf(month));

/** Each pattern with its reading, tried in order; all anchored, none nested. */
const POINTS: readonly (readonly [RegExp, Reader])[] = [
  [
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?(?:[t ]\d{1,2}:\d{2}.{0,20})?$/,
    (m) => oneDay(yearOf(m[1]), Number(m[2]), Number(m[3])),
  ],
  [/^(\d{4})\. (\d{1,2})\. (\d{1,2})\.?$/, (m) => oneDay(yearOf(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})년 ?(\d{1,2})월 ?(\d{1,2})일$/, (m) => oneDay(yearOf(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})년 ?(\d{1,2})월$/, (m) => months(yearOf(m[1]), Number(m[2]), Number(m[2]))],
  [/^(\d{4})년 ?([1-4])분기$/, (m) => partOf(`q${m[2]}`, m[1])],
  [/^(\d{4})년 ?(상|하)반기$/, (m) => partOf(m[2] === '상' ? 'h1' : 'h2', m[1])],
  [/^(\d{4})(?:년|년도|회계연도)?$/, (m) => months(yearOf(m[1]), 1, 12)],
  [/^(\d{4})(\d{2})(\d{2})$/, (m) => oneDay(yearOf(m[1]), Number(m[2]), Number(m[3]))],
  [/^(\d{4})[-/.](\d{1,2})$/, (m) => months(yearOf(m[1]), Number(m[2]), Number(m[2]))],
  [/^(\d{1,2})[-/](\d{4})$/, (m) => months(yearOf(m[2]), Number(m[1]), Number(m[1]))],
  [
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?: \d{1,2}:\d{2}.{0,20})?$/,
    (m, order) => slashed(Number(m[1]), Number(m[2]), yearOf(m[3]), order),
  ],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/, (m) => oneDay(yearOf(m[3]), Number(m[2]), Number(m[1]))],
  [/^(\d{4})[- ]?([qh]\d|\dm)$/, (m) => partOf(m[2], m[1])],
  [/^([qh]\d|\d[qhm])[-' /]{0,2}(?:fy)?(\d{4}|\d{2})$/, (m) => partOf(m[1], m[2])],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[- ]([a-z]{3,9})\.?,?[- '](\d{4}|\d{2})$/,
    (m) => oneDay(yearOf(m[3]), monthOf(m[2]), Number(m[1])),
  ],
  [
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    (m) => oneDay(yearOf(m[3]), monthOf(m[1]), Number(m[2])),
  ],
  [/^([a-z]{3,9})\.?[- ,]{1,2}(\d{4})$/, (m) => months(yearOf(m[2]), monthOf(m[1]), monthOf(m[1]))],
  // 'Sep-98' can only be a year; 'Jun-01' could be the first of June as well and is not read.
  [
    /^([a-z]{3,9})\.?[- ]'?(\d{2})$/,
    (m) => (Number(m[2]) > 31 ? months(yearOf(m[2]), monthOf(m[1]), monthOf(m[1])) : null),
  ],
  [/^(\d{4})[- ]([a-z]{3,9})$/, (m) => months(yearOf(m[1]), monthOf(m[2]), monthOf(m[2]))],
  [
    /^(?:fy|cy|fiscal year|fiscal|year) ?'?(\d{4}|\d{2})(?: ?\(?([a-z]{3,9})\)?)?$/,
    (m) => fiscal(m[1], m[2]),
  ],
  [/^(?:fye|year ending|year ended) ([a-z]{3,9})[- ](\d{4}|\d{2})$/, (m) => fiscal(m[2], m[1])],
  [/^(?:ttm|ltm) ?\(?([a-z]{3,9})[- ](\d{4}|\d{2})\)?$/, (m) => fiscal(m[2], m[1])],
];

/** '24.03.15' where the column is known to begin with the year. */
const YEAR_FIRST = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\.?$/;

function point(text: string, order: DayOrder): Span | null {
  const short = order === 'year-first' ? YEAR_FIRST.exec(text) : null;
  if (short) return oneDay(yearOf(short[1]), Number(short[2]), Number(short[3]));
  for (const [pattern, read] of POINTS) {
    const match = pattern.exec(text);
    if (match) return read(match, order);
  }
  return null;
}

/** Reads a text; null when it has no reading or more than one. O(length), length at most 80. */
export function parsePeriod(raw: string, order: DayOrder = 'unknown'): Span | null {
  const whole = folded(raw);
  if (whole === '' || whole.length > 80) return null;
  const marked = PLAN.test(whole);
  let text = whole.replace(PLAN, '').replace(/\s+/g, ' ').trim();
  const short = /^(?:fy)?\d{2,4}[efp]$/.test(text);
  if (short) text = text.slice(0, -1);
  const found = ranged(text, order);
  return found === null ? null : { ...found, plan: marked || short };
}

function ranged(text: string, order: DayOrder): Span | null {
  const years = /^(\d{4}) ?[-–~] ?(\d{4})$/.exec(text);
  const cut = years ? null : /^(.{2,30}?) ?(?:\.\.|~|–|—| to | - ) ?(.{2,30})$/.exec(text);
  const [from, to] = years ? [years[1], years[2]] : cut ? [cut[1], cut[2]] : ['', ''];
  if (from === '') return point(text, order);
  const first = point(from, order);
  // '2001-Q1..Q3': the right side borrows the year of the left.
  const last = point(to, order) ?? point(`${from.slice(0, 4)}-${to}`, order);
  if (first === null || last === null || last.last < first.first) return null;
  return span(first.first, last.last);
}
