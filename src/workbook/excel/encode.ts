/** What a cell is given, in the way of Excel, which reads text as if it were typed. */
import type { NewCell } from '../port';

/**
 * A leading apostrophe says that the rest is text; it is not part of the value and changes no number format.
 *
 * Excel is handed only those texts without it that no language of it can take for anything else: several words of
 * letters. A word alone may be TRUE in some language, and a digit makes dates: 'March 5', '1/2'.
 */
export function encoded(cell: NewCell): string | number | boolean {
  // null would leave the cell as it is.
  if (cell === null || cell === '') return '';
  if (typeof cell === 'object') return cell.formula;
  return typeof cell !== 'string' || isPlain(cell) ? cell : `'${cell}`;
}

function isPlain(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}]* [\p{L}\p{M} ,.&()-]*\p{L}$/u.test(text);
}
