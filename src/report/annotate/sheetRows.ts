/**
 * A report as rows of cells that know their looks: what becomes operations on a sheet of its own.
 *
 * Everything is a plain value. Text of strangers stays text: the port writes no text as a formula.
 */
import type { Area } from '../../engine/index';
import type { CellLook, SheetLayout } from '../../workbook/looks';
import type { Picture } from '../../workbook/pictures';
import type { NewCell, Operation } from '../../workbook/port';
import { displayWidth, wrap } from '../text/columns';
import { hold } from '../text/numbers';

/** Colours of the pane, on white: text has at least 4.5 : 1. */
const accent = '0B6B66';
const quiet = '5C5C5C';
const line = 'BFD8D5';

const looks = {
  plain: { vertical: 'top' },
  title: { size: 20, bold: true, color: accent },
  answer: { size: 13, bold: true, wrap: true, vertical: 'top' },
  heading: { size: 13, bold: true, color: accent, below: accent },
  paragraph: { wrap: true, vertical: 'center' },
  text: { wrap: true, vertical: 'top' },
  remark: { color: quiet, wrap: true, vertical: 'center', size: 9 },
  faint: { color: quiet, wrap: true, vertical: 'top', size: 9 },
  label: { color: quiet, vertical: 'top' },
  head: { bold: true, color: quiet, below: line, vertical: 'top', wrap: true },
  headRight: {
    bold: true,
    color: quiet,
    below: line,
    align: 'right',
    vertical: 'top',
    wrap: true,
  },
  number: { align: 'right', vertical: 'top' },
  bar: { color: accent, vertical: 'top' },
  strong: { bold: true, vertical: 'top' },
  total: { bold: true, above: line, align: 'right', vertical: 'top' },
  state: { color: '8A8A8A', size: 8 },
} as const satisfies Readonly<Record<string, CellLook>>;

export type LookName = keyof typeof looks;

/** They end a little before their border, by a format, so that what stands beside them does not touch. */
const endsRight: readonly LookName[] = ['number', 'headRight', 'total'];

export interface ReportCell {
  readonly value: NewCell;
  readonly look: LookName;
  readonly format?: string;
  /** Columns that it takes; the others are merged into it. */
  readonly span?: number;
}

/** Widths of the columns A, B, ... in digits of the default font: together one page, upright. */
export const widths: readonly number[] = [9, 24, 12, 12, 12, 12, 12, 21];

/** Points that a line of text takes, by its size. */
const lineHeight = 15;
const cellsOfText = widths.length;
/** Of a row of one line, at 96 dots an inch. */
const rowPixels = 20;
/** As wide as all columns. */
export const pictureWidth = 820;

export class ReportSheet {
  private readonly cells: (readonly (ReportCell | null)[])[] = [];
  private readonly heights: { row: number; height: number }[] = [];
  private readonly merges: Area[] = [];
  private readonly breaks: number[] = [];
  private readonly pictures: { row: number; picture: Picture }[] = [];
  /** Rows that are printed. */
  private printed = 0;

  get rows(): number {
    return this.cells.length;
  }

  blank(): void {
    this.cells.push([]);
  }

  /** Cells from column A on; null leaves one empty. A cell with a span takes the places of those after it. */
  row(cells: readonly (ReportCell | null)[]): void {
    const row = this.cells.length;
    const placed: (ReportCell | null)[] = [];
    let [height, isMerged] = [0, false];
    for (const cell of cells) {
      const column = placed.length;
      placed.push(cell === null ? null : { ...cell, value: plain(cell.value) });
      if (cell === null) continue;
      const span = cell.span ?? 1;
      for (let more = 1; more < span; more++) placed.push({ value: null, look: cell.look });
      if (span > 1) this.merges.push({ top: row, left: column, bottom: row, right: column + span - 1 });
      isMerged ||= span > 1;
      height = Math.max(height, heightOf(cell, column, span));
    }
    this.cells.push(placed);
    // A row without merged cells fits itself to its text, and better than any estimate.
    if (isMerged && height > lineHeight) this.heights.push({ row, height });
  }

  paragraph(text: string, look: LookName = 'paragraph'): void {
    this.row([{ value: text, look, span: cellsOfText }]);
  }

  /** A picture over as many empty rows as it is high. */
  picture(picture: Picture): void {
    this.pictures.push({ row: this.cells.length, picture });
    for (let left = picture.height; left > 0; left -= rowPixels) {
      // Rows without a height are of different heights in different programs.
      this.heights.push({ row: this.cells.length, height: lineHeight });
      this.cells.push([{ value: null, look: 'plain' }]);
    }
  }

  /** What comes next stands on a new page. */
  pageBreak(): void {
    this.breaks.push(this.cells.length);
  }

  heading(text: string): void {
    this.blank();
    this.row([{ value: text, look: 'heading', span: cellsOfText }]);
  }

  /** What comes from here on is not printed. */
  endOfPrint(): void {
    this.printed = this.cells.length;
  }

  operations(sheet: string): Operation[] {
    const width = Math.max(1, ...this.cells.map((row) => row.length));
    const area = { top: 0, left: 0, bottom: this.cells.length - 1, right: width - 1 };
    const at = (row: number, column: number): ReportCell | null => this.cells[row][column] ?? null;
    const all = (value: (cell: ReportCell | null) => NewCell): NewCell[][] =>
      this.cells.map((_, row) => Array.from({ length: width }, (__, column) => value(at(row, column))));
    return [
      { kind: 'write', sheet, area, cells: all((cell) => cell?.value ?? null) },
      ...this.formats(sheet),
      ...this.looks(sheet),
      { kind: 'layout', sheet, layout: this.layout() },
      ...this.pictures.map(({ row, picture }): Operation => ({
        kind: 'add-picture',
        sheet,
        row,
        column: 0,
        picture,
      })),
    ];
  }

  private *formats(sheet: string): Generator<Operation> {
    for (const [row, cells] of this.cells.entries())
      for (const [column, cell] of cells.entries())
        if (cell !== null && endsRight.includes(cell.look) && cell.value !== null)
          yield {
            kind: 'number-formats',
            sheet,
            area: { top: row, left: column, bottom: row, right: column },
            formats: [[`${cell.format ?? (typeof cell.value === 'number' ? '0' : '@')}_)`]],
          };
  }

  /** Cells beside each other that look alike are one operation. */
  private *looks(sheet: string): Generator<Operation> {
    for (const [row, cells] of this.cells.entries())
      for (let left = 0; left < cells.length;) {
        const look = cells[left]?.look;
        let right = left;
        while (right + 1 < cells.length && cells[right + 1]?.look === look) right++;
        if (look !== undefined)
          yield { kind: 'look', sheet, area: { top: row, left, bottom: row, right }, look: looks[look] };
        left = right + 1;
      }
  }

  private layout(): SheetLayout {
    const bottom = Math.max(1, this.printed) - 1;
    return {
      columns: widths,
      rows: this.heights,
      merges: this.merges,
      gridlines: false,
      page: {
        landscape: false,
        area: { top: 0, left: 0, bottom, right: widths.length - 1 },
        footer: '&L&8Looplens report: evidence, not a verdict&R&8&P / &N',
        breaks: this.breaks,
      },
    };
  }
}

/** A blank that holds words together on a terminal is a blank like any other here. */
function plain(value: NewCell): NewCell {
  return typeof value === 'string' ? value.replaceAll(hold, ' ') : value;
}

/**
 * Points for a text that is broken into lines. The letters of the usual fonts are narrower than their digits, which
 * columns are measured in.
 */
function heightOf({ value, look }: ReportCell, column: number, span: number): number {
  const style: CellLook = looks[look];
  const size = style.size ?? 11;
  const room = widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  const columns = Math.max(4, Math.floor((room * lettersPerDigit * 11) / size));
  const isWrapped = typeof value === 'string' && style.wrap === true;
  const lines = isWrapped
    ? value
        .split('\n')
        .reduce((sum, part) => sum + (displayWidth(part) <= columns ? 1 : wrap(part, columns).length), 0)
    : 1;
  return Math.min(400, lines * Math.ceil((size / 11) * lineHeight) + (spaced[look] ?? 0));
}

const lettersPerDigit = 1.12;
/** Points of air. */
const spaced: Partial<Record<LookName, number>> = {
  title: 4,
  heading: 4,
  answer: 6,
  paragraph: 4,
  remark: 5,
  faint: 3,
};
