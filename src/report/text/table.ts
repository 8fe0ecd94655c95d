/**
 * A table in a given number of columns: numbers right-aligned or aligned on the decimal point, names shortened,
 * and, where the page is narrow, whole columns left out in the order of their `drop` (largest first).
 */
import { displayWidth, fit, padEnd, padStart } from './columns';
import type { Paint, Style } from './paint';

export interface Column {
  /** Lines of the heading, top to bottom; all '' where the column needs none. */
  readonly head: string;
  readonly unit?: string;
  /** point: right-aligned with decimal points under one another. */
  readonly align: 'left' | 'right' | 'point';
  /** Least width in columns that the text may be shortened to; without it the column is never shortened. */
  readonly least?: number;
  /** Columns with a larger number go first when the page is too narrow; without it the column always stays. */
  readonly drop?: number;
}

export interface TableOptions {
  readonly width: number;
  readonly indent: number;
  readonly paint: Paint;
  /** How a row is painted, besides what its text says. */
  readonly style?: (row: number) => Style | null;
}

const gap = 2;

/** Lines of at most `width` columns; rows hold visible text. O(cells). */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: TableOptions,
): string[] {
  const cells = columns.map((column, c) =>
    aligned(
      column,
      rows.map((row) => row[c]),
    ),
  );
  const widths = columns.map((column, c) =>
    cells[c].reduce((most, text) => Math.max(most, displayWidth(text)), headWidth(column)),
  );
  const kept = squeeze(columns, widths, options.width - options.indent);
  const lines: string[] = [];
  const put = (texts: readonly string[], style: Style | null) => {
    const line = kept
      .map((c) => {
        const text = fit(texts[c], widths[c]);
        return columns[c].align === 'left' ? padEnd(text, widths[c]) : padStart(text, widths[c]);
      })
      .join(' '.repeat(gap))
      .trimEnd();
    lines.push(' '.repeat(options.indent) + (style === null ? line : options.paint(style, line)));
  };
  if (kept.some((c) => columns[c].head !== ''))
    put(
      columns.map((column) => column.head),
      'faint',
    );
  if (kept.some((c) => columns[c].unit !== undefined))
    put(
      columns.map((column) => column.unit ?? ''),
      'faint',
    );
  for (let r = 0; r < rows.length; r++)
    put(
      cells.map((column) => column[r]),
      options.style?.(r) ?? null,
    );
  return lines;
}

function headWidth(column: Column): number {
  return Math.max(displayWidth(column.head), displayWidth(column.unit ?? ''));
}

/** Decimal points under one another; a dash stands where the units stand. */
function aligned(column: Column, texts: readonly string[]): readonly string[] {
  if (column.align !== 'point') return texts;
  const tail = (text: string) =>
    text.includes('.') && !text.includes('e') ? text.length - text.indexOf('.') : 0;
  const most = texts.reduce((longest, text) => Math.max(longest, tail(text)), 0);
  return texts.map((text) =>
    text === '' || text.includes('e') ? text : text + ' '.repeat(most - tail(text)),
  );
}

/** Shortens and drops columns until they fit; `widths` is changed in place. Returns the columns that are left. */
function squeeze(columns: readonly Column[], widths: number[], width: number): number[] {
  let kept = columns.map((_, c) => c);
  const total = () => kept.reduce((sum, c) => sum + widths[c], 0) + gap * (kept.length - 1);
  const leastOf = (c: number) => Math.min(widths[c], Math.max(columns[c].least ?? widths[c], 1));
  const leastTotal = () => kept.reduce((sum, c) => sum + leastOf(c), 0) + gap * (kept.length - 1);
  while (leastTotal() > width) {
    const goes = kept.reduce((first, c) => {
      const order = columns[c].drop ?? 0;
      return order > 0 && (first < 0 || order > (columns[first].drop ?? 0)) ? c : first;
    }, -1);
    if (goes < 0) break;
    kept = kept.filter((c) => c !== goes);
  }
  while (total() > width) {
    const widest = kept.reduce(
      (best, c) => (widths[c] > leastOf(c) && (best < 0 || widths[c] > widths[best]) ? c : best),
      -1,
    );
    if (widest < 0) break;
    widths[widest]--;
  }
  return kept;
}
