/** What stands in a cell, as bytes: its address, its type, its date. */

/** Types of a cell (attribute t); what is not one of them is treated as a number, as Excel does. */
export const T_NUMBER = 0;
export const T_SHARED = 1;
export const T_TEXT = 2;
export const T_INLINE = 3;
export const T_BOOLEAN = 4;
export const T_ERROR = 5;
export const T_DATE = 6;

export function cellType(text: string): number {
  switch (text) {
    case 's':
      return T_SHARED;
    case 'str':
      return T_TEXT;
    case 'inlineStr':
      return T_INLINE;
    case 'b':
      return T_BOOLEAN;
    case 'e':
      return T_ERROR;
    case 'd':
      return T_DATE;
    default:
      return T_NUMBER;
  }
}

/** 'AB12' in bytes[from, to) as row * 2^15 + column, both 0-based; -1 when it is no address at all. */
export function packedAddress(bytes: Uint8Array, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to && at - from < 4; at++) {
    const letter = (bytes[at] & 0xdf) - 0x40;
    if (bytes[at] < 0x41 || letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column === 0 || column > 0x7fff || at === to || to - at > 8) return -1;
  let row = 0;
  for (; at < to; at++) {
    const digit = bytes[at] - 0x30;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
  }
  return row === 0 ? -1 : (row - 1) * 0x8000 + column - 1;
}

/** One number for a cell, for maps. */
export function cellKey(row: number, column: number): number {
  return row * 0x8000 + column;
}

export function cellOfKey(key: number): { readonly row: number; readonly column: number } {
  return { row: Math.floor(key / 0x8000), column: key % 0x8000 };
}

const DAY = 86_400_000;
/** Days from 1899-12-30, where serial numbers count from, and from 1904-01-01, to 1970-01-01. */
const TO_1970 = 25_569;
const TO_1970_FROM_1904 = 24_107;

/**
 * The serial number of an ISO date, date and time, or time ('2025-03-01', '2025-03-01T12:00:00Z', '12:30:00'); NaN for
 * anything else. Before 1900-03-01 one less, because Excel counts a 29 February 1900 that never was.
 */
export function serialOfIso(text: string, date1904: boolean): number {
  const match =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(
      text.trim(),
    );
  if (match === null || (match[1] === undefined && match[4] === undefined)) return NaN;
  const [hours, minutes, seconds] = [match[4], match[5], match[6]].map((part) => Number(part ?? 0));
  if (hours > 24 || minutes > 59 || seconds > 60) return NaN;
  const time = (hours * 3600 + minutes * 60 + seconds + Number(match[7] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const [year, month, day] = [match[1], match[2], match[3]].map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return NaN;
  const days = date.getTime() / DAY;
  if (date1904) return days + TO_1970_FROM_1904 + time;
  const serial = days + TO_1970;
  return (serial < 61 ? serial - 1 : serial) + time;
}
