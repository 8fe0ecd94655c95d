/** A term cell -> years: 5, '5 years', '5 y', '18 months', '15-year', '7년', '36개월'. */
import { periodsPerYear } from './amountWords';
import { tokensOf } from './amountTokens';
import type { DayColumn } from './dates';
import type { TextColumn } from './textColumn';
import { wordsOf } from './text';
import { NO_DAY } from './types';

/** Years of a text; NaN when it has no single reading. `perYear`: periods a year of a bare number (12 for a column in months). O(length). */
export function readTerm(text: string, perYear: number): number {
  const tokens = tokensOf(text).filter((token) => token.kind !== 'sign' || token.text !== '-');
  const number = tokens.find((token) => token.kind === 'number');
  if (number === undefined || tokens.filter((token) => token.kind === 'number').length > 1) return NaN;
  const value = Number(number.text.replace(',', '.'));
  if (!Number.isFinite(value) || value <= 0) return NaN;
  const words = tokens.filter(
    (token) =>
      token.kind === 'word' && !/^(?:about|approx|ca|c|약|up|to|contract|term|fixed)$/.test(token.text),
  );
  if (words.length === 0) return value / perYear;
  const period = periodsPerYear(words[0].text);
  return words.length === 1 && period > 0 ? value / period : NaN;
}

/** Periods a year that a heading states for its bare numbers: 'term_months' -> 12, anything else 1. */
function periodOfHeading(heading: string): number {
  for (const word of wordsOf(heading)) {
    if (/^(?:months?|mos?|개월)$/.test(word)) return 12;
    if (/^(?:quarters?|분기)$/.test(word)) return 4;
  }
  return 1;
}

/** Years of each row: its term cell, else from its date to its end date; NaN where neither tells. O(rows). */
export function readTerms(
  column: TextColumn,
  heading: string,
  days: DayColumn,
  ends: DayColumn | null,
): Float64Array {
  const terms = new Float64Array(column.ids.length).fill(NaN);
  const perYear = periodOfHeading(heading);
  const years = column.texts.map((text) => readTerm(text, perYear));
  for (let i = 0; i < terms.length; i++) {
    if (column.ids[i] >= 0) terms[i] = years[column.ids[i]];
    else if (
      ends !== null &&
      ends.last[i] !== NO_DAY &&
      days.first[i] !== NO_DAY &&
      ends.last[i] > days.first[i]
    ) {
      terms[i] = (ends.last[i] - days.first[i]) / 365.25;
    }
  }
  return terms;
}
