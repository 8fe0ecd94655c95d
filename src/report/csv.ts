/**
 * The Analysis as one long table (RFC 4180, lines end in CR LF), made to be filtered and pivoted: one number or one
 * fact a line, each with its unit and its cell. Several files make one table.
 *
 * Text of strangers is made harmless twice: `visible` writes control characters out, and a field that a spreadsheet
 * would take for a formula gets a leading apostrophe. Numbers are written as numbers, unknown ones as nothing.
 */
import type { Analysis } from '../engine/index';
import type { Field } from './csvRows';
import { csvColumns, csvRows } from './csvRows';
import { visible } from './visible';

/** The heading line alone. */
export function csvHeading(): string {
  return `${csvColumns.join(',')}\r\n`;
}

/** The lines of one file, without the heading. O(size of the analysis). */
export function csvLines(file: string, analysis: Analysis): string {
  return csvRows(analysis)
    .map((line) => csvColumns.map((name) => field(name === 'file' ? file : (line[name] ?? null))).join(','))
    .map((line) => `${line}\r\n`)
    .join('');
}

function field(value: Field): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = formulaLike.test(value) ? `'${visible(value)}` : visible(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** What Excel, LibreOffice or Sheets may take for a formula, the full-width signs of East Asian keyboards included. */
const formulaLike = /^[\s\0]*[=+\-@\t\r\0＝＋－＠]/;
