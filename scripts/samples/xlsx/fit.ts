/**
 * How high a row must be for its wrapped text.
 *
 * Excel fits rows when it edits them and not always when it opens a file; other spreadsheets differ again. So every row
 * gets a height from an estimate of where its lines break. The row stays free to be fitted again (no customHeight).
 * Limit: an estimate over letter classes of Calibri, on the generous side; a line too many rather than one too few.
 */
import type { SheetRow } from './sheet';
import type { Style } from './styles';

/** Points from line to line, over the size of the letters. */
const LEADING = 15 / 11;
const DEFAULT_SIZE = 11;
/** Points that a line's share of the row is never below. */
const ONE_LINE = 15;
/** Characters that one step of indent takes, both its own and the edge of the cell. */
const INDENT = 2;

/** Width of a character in digits of the same font. */
function widthOf(character: string): number {
  if (/[ilj.,;:'’|!()[\]\-/ ftrI]/.test(character)) return 0.62;
  if (/[mwMW@%]/.test(character)) return 1.5;
  if (/[A-Z&=~#<>+]/.test(character)) return 1.2;
  return /[\u1100-\uffef]/.test(character) ? 1.95 : 1;
}

/** Lines that a text takes in a column `width` characters wide: words stay whole where they fit, as a spreadsheet wraps. */
export function linesOf(text: string, width: number, style: Style): number {
  const scale = ((style.size ?? DEFAULT_SIZE) / DEFAULT_SIZE) * (style.bold === true ? 1.06 : 1);
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.match(/\s*\S+/g) ?? []) {
      let size = 0;
      for (const character of word) size += widthOf(character) * scale;
      if (used > 0 && used + size > width) {
        lines += 1;
        used = 0;
      }
      used += size;
      while (used > width) {
        lines += 1;
        used -= width;
      }
    }
  }
  return lines;
}

/** Points. */
export function heightOf(row: SheetRow, widths: readonly number[]): number {
  if (row.height !== undefined) return row.height;
  let height = ONE_LINE;
  row.cells.forEach((cell, c) => {
    if (cell === null || typeof cell.value !== 'string' || cell.style.wrap !== true) return;
    const room = widths[c] - (cell.style.indent ?? 0) * INDENT;
    const lines = linesOf(cell.value, room, cell.style);
    height = Math.max(height, Math.ceil(lines * (cell.style.size ?? DEFAULT_SIZE) * LEADING));
  });
  return height;
}
