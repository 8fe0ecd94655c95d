/** Cells on their way in and out of the API: what Excel makes of a value that is written, and how it gives one back. */
import { isCellError, type Cell } from '../../../engine/index';
import type { CellInput } from '../../model';

/** null -> '', an error -> its text. */
export function apiValue(cell: Cell): string | number | boolean {
  if (cell === null) return '';
  return isCellError(cell) ? cell.error : cell;
}

export function valueType(cell: Cell): string {
  if (cell === null) return 'Empty';
  if (isCellError(cell)) return 'Error';
  if (typeof cell === 'number') return 'Double';
  return typeof cell === 'boolean' ? 'Boolean' : 'String';
}

export interface Entered {
  readonly cell: CellInput;
  /** The format that Excel gives the cell along with the value, when the cell has none of its own. */
  readonly format: string | null;
}

const numeral = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * What becomes of a value that is written. Text is read as a user's typing would be: numbers, percentages, TRUE and
 * FALSE and ISO dates become what they say; in a cell of text format ('@') everything stays text.
 */
export function entered(value: unknown, format: string): Entered {
  if (typeof value === 'number' || typeof value === 'boolean') return { cell: value, format: null };
  if (typeof value !== 'string') return { cell: null, format: null };
  if (value === '') return { cell: null, format: null };
  if (format === '@' || value.startsWith("'")) {
    return { cell: value.startsWith("'") ? value : `'${value}`, format: null };
  }
  if (value.startsWith('=') && value.length > 1) return { cell: value, format: null };
  const text = value.trim();
  if (/\d/.test(text) && text.length < 40) {
    const number = numberOf(text);
    if (number !== null) return number;
  }
  if (/^(true|false)$/i.test(text)) return { cell: text.toLowerCase() === 'true', format: null };
  return { cell: value.startsWith('=') ? `'${value}` : value, format: null };
}

function numberOf(text: string): Entered | null {
  if (numeral.test(text)) return { cell: Number(text.replace(/,/g, '')), format: null };
  if (text.endsWith('%') && numeral.test(text.slice(0, -1))) {
    const percent = text.slice(0, -1);
    return {
      cell: Number(percent.replace(/,/g, '')) / 100,
      format: percent.includes('.') ? '0.00%' : '0%',
    };
  }
  const date = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (date) {
    const serial = serialDate(Number(date[1]), Number(date[2]), Number(date[3]));
    if (serial !== null) return { cell: serial, format: 'yyyy-mm-dd' };
  }
  return null;
}

/** Days since 1899-12-30; null for a day that the calendar does not have. */
function serialDate(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || year < 1900) return null;
  return Math.round(time / 86_400_000) + 25_569;
}
