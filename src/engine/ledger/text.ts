/** Text as strangers type it, made comparable: one place for width, case, blanks and length. */
import type { Cell } from '../book';
import { isCellError } from '../book';

/** Longest text that is parsed; anything beyond is cut first, so that no pattern ever sees 32,767 characters. */
export const LONGEST_TEXT = 400;

const PLAIN = /^[!-~]*$/;

/** NFKC, invisible characters dropped, all blanks one space, trimmed. At most LONGEST_TEXT characters. O(length). */
export function tidy(text: string): string {
  const short = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  if (PLAIN.test(short)) return short;
  return short
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** tidy and lower case: the key under which two spellings are the same word. */
export function folded(text: string): string {
  return tidy(text).toLowerCase();
}

/** What a reader sees in a cell, tidied; '' for an empty cell, the error text for an error. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return tidy(cell);
  if (isCellError(cell)) return cell.error;
  return String(cell);
}

/** Whether a cell holds nothing to read: empty, or blanks only. */
export function isBlank(cell: Cell): boolean {
  return (
    cell === null || (typeof cell === 'string' && (cell === '' || (cell.length <= 8 && tidy(cell) === '')))
  );
}

/** A value for a message: tidied, at most 60 characters, in double quotes. */
export function quoted(text: string): string {
  const shown = tidy(text);
  return `"${shown.length > 60 ? `${shown.slice(0, 57)}...` : shown}"`;
}

/**
 * A heading as words: lower case, split at punctuation, underscores, digits' edges and camelCase; currency signs stay words.
 * 'Amount (USD bn)' and 'amount_usd_bn' and 'AmountUsdBn' -> ['amount', 'usd', 'bn'].
 */
export function wordsOf(heading: string): string[] {
  const spaced = tidy(heading)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/([$€£¥₩₹%])/g, ' $1 ');
  return spaced.split(/[^\p{L}\p{N}$€£¥₩₹%]+/u).filter((word) => word !== '');
}

/** 1234567 -> '1,234,567', for messages. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
