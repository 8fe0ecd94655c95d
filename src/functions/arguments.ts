/** Single arguments: a number, a whole number, a share, a name, a basis. A skipped one comes as null (or as an empty cell). */
import type { Basis } from '../engine/index';
import { badInput } from './answerError';
import { plainCell } from './plainCell';
import { numberIn } from './numberText';

/** Bases by word, English and Korean: the first is the name, the others are understood. */
export const basisWords: Readonly<Record<Basis, readonly string[]>> = {
  headline: ['headline', 'face', 'gross', 'all', '명목', '액면', '총액', '전체'],
  expected: ['expected', 'weighted', 'probability', '기대', '예상', '가중', '확률'],
  firm: ['firm', 'signed', 'closed', 'committed', '확정', '체결', '확약'],
};

export function basisArgument(value: unknown): Basis {
  const cell = scalar(value, 'basis');
  if (cell === null || cell === 0) return 'headline';
  const word = String(cell).normalize('NFKC').trim().toLowerCase();
  if (word === '') return 'headline';
  for (const basis of ['headline', 'expected', 'firm'] as const) {
    if (basisWords[basis].includes(word)) return basis;
  }
  throw badInput(`Basis "${shortened(word)}" is none of "headline", "expected" and "firm".`);
}

/** A party's name as typed; an account number that serves as one is a name too. */
export function nameArgument(value: unknown, what: string): string {
  const name = optionalName(value, what);
  if (name === null) throw badInput(`The ${what} is missing: name a party of the deals.`);
  return name;
}

export function optionalName(value: unknown, what: string): string | null {
  const cell = scalar(value, what);
  if (cell === null || cell === 0) return null;
  const name = String(cell).trim();
  return name === '' ? null : name;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  /** "above 0 and up to 1": what a message says of it. */
  readonly words: string;
}

export const shareOfOne: Range = { least: 0, most: 1, words: 'a share from 0 to 1' };

/** `fallback` for a skipped argument; null: it must be given. */
export function numberArgument(value: unknown, what: string, fallback: number | null, range?: Range): number {
  const cell = scalar(value, what);
  if (cell === null) {
    if (fallback === null) throw badInput(`The ${what} is missing: it must be a number.`);
    return fallback;
  }
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? numberIn(cell) : NaN;
  if (Number.isNaN(number)) throw badInput(`The ${what} "${shortened(String(cell))}" is not a number.`);
  if (range !== undefined && !(number >= range.least && number <= range.most)) {
    throw badInput(`The ${what} "${number}" is not ${range.words}.`);
  }
  return number;
}

/** Whole numbers; a fraction is an error rather than a guess at what was meant. */
export function wholeArgument(value: unknown, what: string, fallback: number, range: Range): number {
  const number = numberArgument(value, what, fallback, range);
  if (!Number.isInteger(number)) throw badInput(`The ${what} "${number}" is not a whole number.`);
  return number;
}

/** What the one cell of an argument holds; an error in it is told as what it is. */
function scalar(value: unknown, what: string): string | number | boolean | null {
  const only: unknown = Array.isArray(value) ? oneOf(value, what) : value;
  const cell = plainCell(only);
  if (typeof cell === 'object' && cell !== null) throw badInput(`The ${what} is the error ${cell.error}.`);
  return cell;
}

function oneOf(rows: readonly unknown[], what: string): unknown {
  const [first] = rows;
  if (rows.length === 1 && !Array.isArray(first)) return first;
  if (rows.length === 1 && Array.isArray(first) && first.length === 1) return first[0] as unknown;
  throw badInput(`The ${what} must be one cell, not a range.`);
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
