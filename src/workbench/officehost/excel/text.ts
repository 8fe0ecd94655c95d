/** The text that a cell shows: the number formats that deal sheets use. Anything else is shown as General does. */
import { isCellError, type Cell } from '../../../engine/index';

export function cellText(cell: Cell, format: string): string {
  if (cell === null) return '';
  if (isCellError(cell)) return cell.error;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'string') return cell;
  const section = format.split(';')[cell < 0 && format.includes(';') ? 1 : 0];
  if (/[ymd]/i.test(section.replace(/"[^"]*"|\[[^\]]*\]|General/gi, ''))) return dateText(cell, section);
  const digits = /^(?<front>[^#0]*)(?<number>[#0,]*0(?:\.(?<decimals>0+))?)(?<back>[^#0]*)$/.exec(
    section,
  )?.groups;
  if (digits === undefined) return generalText(cell);
  const percent = digits['back'].includes('%') ? 100 : 1;
  const amount = format.includes(';') ? Math.abs(cell) : cell;
  const text = new Intl.NumberFormat('en-US', {
    useGrouping: digits['number'].includes(','),
    minimumFractionDigits: (digits['decimals'] ?? '').length,
    maximumFractionDigits: (digits['decimals'] ?? '').length,
  }).format(amount * percent);
  return `${plain(digits['front'])}${text}${plain(digits['back'])}`;
}

/** Up to 11 digits, as a cell of ordinary width shows them. */
function generalText(number: number): string {
  const text = String(Number(number.toPrecision(11)));
  return text.replace(/e\+?(-?)(\d)$/, 'E+$10$2').replace('e', 'E');
}

function plain(literal: string): string {
  return literal
    .replace(/\\(.)/g, '$1')
    .replace(/"/g, '')
    .replace(/_./g, ' ')
    .replace(/\[[^\]]*\]/g, '');
}

function dateText(serial: number, format: string): string {
  const date = new Date(Math.round((serial - 25_569) * 86_400_000));
  const parts: Record<string, string> = {
    yyyy: String(date.getUTCFullYear()),
    yy: String(date.getUTCFullYear() % 100).padStart(2, '0'),
    mmmm: date.toLocaleString('en-US', { month: 'long', timeZone: 'UTC' }),
    mmm: date.toLocaleString('en-US', { month: 'short', timeZone: 'UTC' }),
    mm: String(date.getUTCMonth() + 1).padStart(2, '0'),
    m: String(date.getUTCMonth() + 1),
    dd: String(date.getUTCDate()).padStart(2, '0'),
    d: String(date.getUTCDate()),
  };
  return plain(format).replace(/yyyy|yy|m{1,4}|d{1,2}/gi, (part) => parts[part.toLowerCase()] ?? part);
}
