/** How cells look and how wide and high they are, as the host tells it: the engine's styles. */
import type { IBorderData, IRange, IStyleData, Nullable } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import {
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightCommand,
} from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import { intersection } from '../../workbook/areas';
import type { CellLook } from '../../workbook/looks';
import type { Desk } from './desk';
import { toRange } from './ranges';
import type { SheetCells } from './sheetCells';

export interface PlacedLook {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
}

/** A style whose null takes off what a cell has. */
type Change = { [Name in keyof IStyleData]?: IStyleData[Name] | null };

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const sides: Readonly<Record<string, keyof IBorderData>> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
};
/** Pixels of one step of an indent, and of a point. */
const INDENT = 9;
const PIXELS = 4 / 3;
const FONT = { ff: null, fs: null, bl: null, it: null, cl: null };
const EVERYTHING: Change = { ...FONT, bg: null, ht: null, vt: null, tb: null, pd: null, bd: null };

export class SheetLooks {
  /** By sheet: widths that columns were given, in points, and heights of rows. */
  private readonly widths = new Map<string, Map<number, number>>();
  private readonly heights = new Map<string, Map<number, number>>();
  /** How often all looks of a sheet were taken off. */
  private readonly clears = new Map<string, number>();

  constructor(
    private readonly desk: Desk,
    private readonly cells: SheetCells,
  ) {}

  format(sheet: string, area: Area, path: string, value: unknown): void {
    if (path === 'Format/ColumnWidth') this.columnWidth(sheet, area, value);
    else if (path === 'Format/RowHeight') this.rowHeight(sheet, area, value);
    else if (path === 'Format/AutofitRows')
      this.desk.run(SetWorksheetRowIsAutoHeightCommand.id, {
        ...this.desk.on(sheet),
        ranges: [this.within(sheet, area)].flatMap((part) => (part === null ? [] : [toRange(part)])),
      });
    else {
      const style = styleOf(path, value);
      if (style === null) return;
      if (path === 'Format' && isWhole(area)) this.clears.set(sheet, this.clearsOf(sheet) + 1);
      const part = this.within(sheet, area);
      if (part !== null) this.cells.setStyle(sheet, part, style);
    }
  }

  clearsOf(sheet: string): number {
    return this.clears.get(sheet) ?? 0;
  }

  widthsOf(sheet: string): ReadonlyMap<number, number> {
    return this.widths.get(sheet) ?? new Map<number, number>();
  }

  heightsOf(sheet: string): ReadonlyMap<number, number> {
    return this.heights.get(sheet) ?? new Map<number, number>();
  }

  /** Looks that cells were given, row by row from left to right. O(cells of the sheet). */
  looksOf(sheet: string): readonly PlacedLook[] {
    const looks: PlacedLook[] = [];
    const styles = this.desk.workbook().getStyles();
    this.desk
      .sheet(sheet)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        const style: Nullable<IStyleData> = styles.getStyleByCell(cell);
        const look = style === null || style === undefined ? {} : lookOf(style);
        if (Object.keys(look).length > 0) looks.push({ row, column, look });
      });
    return looks;
  }

  /** What of an area is drawn: all that a look is for. What is taken off is at most there too. */
  private within(sheet: string, area: Area): Area | null {
    const worksheet = this.desk.sheet(sheet);
    const isOpen = area.bottom - area.top > 10_000 || area.right - area.left > 1_000;
    if (!isOpen) {
      this.desk.makeRoom(sheet, area);
      return area;
    }
    const used = this.cells.usedArea(sheet, false);
    const drawn = {
      top: 0,
      left: 0,
      bottom: worksheet.getRowCount() - 1,
      right: worksheet.getColumnCount() - 1,
    };
    return used === null ? null : intersection(area, intersection(used, drawn) ?? used);
  }

  private columnWidth(sheet: string, area: Area, value: unknown): void {
    const worksheet = this.desk.sheet(sheet);
    const widths = this.widths.get(sheet) ?? new Map<number, number>();
    this.widths.set(sheet, widths);
    const standard = worksheet.getConfig().defaultColumnWidth;
    const lines = linesOf(area.left, area.right, value, widths);
    if (lines.length === 0) return;
    this.desk.makeRoom(sheet, { ...area, top: 0, bottom: 0, right: Math.max(...lines) });
    this.desk.run(SetWorksheetColWidthMutation.id, {
      ...this.desk.on(sheet),
      ranges: lines.map((column): IRange =>
        toRange({ ...area, top: 0, bottom: 0, left: column, right: column }),
      ),
      colWidth: typeof value === 'number' ? Math.round(value * PIXELS) : standard,
    });
  }

  private rowHeight(sheet: string, area: Area, value: unknown): void {
    const worksheet = this.desk.sheet(sheet);
    const heights = this.heights.get(sheet) ?? new Map<number, number>();
    this.heights.set(sheet, heights);
    const lines = linesOf(area.top, area.bottom, value, heights);
    if (lines.length === 0) return;
    this.desk.makeRoom(sheet, { ...area, left: 0, right: 0, bottom: Math.max(...lines) });
    const ranges = lines.map((row): IRange =>
      toRange({ top: row, bottom: row, left: 0, right: worksheet.getColumnCount() - 1 }),
    );
    const rowHeight =
      typeof value === 'number' ? Math.round(value * PIXELS) : worksheet.getConfig().defaultRowHeight;
    this.desk.run(SetWorksheetRowHeightMutation.id, { ...this.desk.on(sheet), ranges, rowHeight });
  }
}

/** The rows or columns that get another size, noted in `sizes`: of a whole sheet only those that had one of their own. */
function linesOf(first: number, last: number, value: unknown, sizes: Map<number, number>): number[] {
  if (typeof value !== 'number') {
    const gone = [...sizes.keys()].filter((line) => line >= first && line <= last);
    for (const line of gone) sizes.delete(line);
    return gone;
  }
  const lines = Array.from({ length: Math.min(last - first + 1, 1_000) }, (_, at) => first + at);
  for (const line of lines) sizes.set(line, value);
  return lines;
}

function isWhole({ top, left, bottom, right }: Area): boolean {
  return top === 0 && left === 0 && bottom === 1_048_575 && right === 16_383;
}

/** null: nothing that is shown here. */
function styleOf(path: string, value: unknown): Change | null {
  const on = value === true ? BooleanNumber.TRUE : null;
  const color = typeof value === 'string' ? { rgb: value } : null;
  switch (path) {
    case 'Format':
      return EVERYTHING;
    case 'Format/Fill':
      return { bg: null };
    case 'Format/Fill/Color':
      return { bg: color };
    case 'Format/Font':
      return FONT;
    case 'Format/Font/Color':
      return { cl: color };
    case 'Format/Font/Bold':
      return { bl: on };
    case 'Format/Font/Italic':
      return { it: on };
    case 'Format/Font/Size':
      return { fs: typeof value === 'number' ? value : null };
    case 'Format/HorizontalAlignment':
      return { ht: horizontal[String(value)] ?? null };
    case 'Format/VerticalAlignment':
      return { vt: vertical[String(value)] ?? null };
    case 'Format/WrapText':
      return { tb: value === true ? WrapStrategy.WRAP : null };
    case 'Format/IndentLevel':
      return { pd: typeof value === 'number' && value > 0 ? { l: value * INDENT } : null };
    case 'Format/Borders':
      return { bd: null };
    default:
      return borderOf(path, value);
  }
}

/** Thin lines only. */
function borderOf(path: string, value: unknown): Change | null {
  const [, side, name] = /^Format\/Borders\/(\w+)\/(\w+)$/.exec(path) ?? [];
  const key = (sides as Partial<typeof sides>)[side];
  if (key === undefined || (name !== 'Style' && name !== 'Color')) return null;
  const rgb = name === 'Color' && typeof value === 'string' ? value : '#000000';
  const border = name === 'Style' && value === 'None' ? null : { s: BorderStyleTypes.THIN, cl: { rgb } };
  return { bd: { [key]: border } };
}

function lookOf(style: IStyleData): CellLook {
  const hex = (color: Nullable<{ rgb?: Nullable<string> }>): string | undefined =>
    /^#([0-9a-f]{6})$/i.exec(color?.rgb ?? '')?.[1].toUpperCase();
  const indent = (style.pd?.l ?? 0) / INDENT;
  const look: { -readonly [Name in keyof CellLook]: CellLook[Name] | undefined } = {
    bold: style.bl === BooleanNumber.TRUE ? true : undefined,
    italic: style.it === BooleanNumber.TRUE ? true : undefined,
    size: style.fs,
    color: hex(style.cl),
    fill: hex(style.bg),
    align: nameOf(horizontal, style.ht) as CellLook['align'],
    vertical: nameOf(vertical, style.vt) as CellLook['vertical'],
    wrap: style.tb === WrapStrategy.WRAP ? true : undefined,
    indent: Number.isInteger(indent) && indent > 0 ? indent : undefined,
    above: hex(style.bd?.t?.cl),
    below: hex(style.bd?.b?.cl),
  };
  if ((look.vertical as string | undefined) === 'bottom') look.vertical = undefined;
  return Object.fromEntries(Object.entries(look).filter(([, part]) => part !== undefined));
}

function nameOf(names: Readonly<Record<string, number>>, value: unknown): string | undefined {
  return Object.keys(names)
    .find((name) => names[name] === value)
    ?.toLowerCase();
}
