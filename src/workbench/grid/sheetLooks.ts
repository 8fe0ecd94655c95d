/** How cells look and how wide and high they are, as the host tells it: the engine's styles. */
import { BooleanNumber, type IRange, type IStyleData, type Nullable } from '@univerjs/core';
import {
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  SetWorksheetRowIsAutoHeightCommand,
} from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import { intersection } from '../../workbook/areas';
import type { CellLook } from '../../workbook/looks';
import { lookOf, styleOf } from './cellStyles';
import type { Desk } from './desk';
import { toRange } from './ranges';
import type { SheetCells } from './sheetCells';

export interface PlacedLook {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
}

/** Pixels of a point. */
const PIXELS = 4 / 3;

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
    // A row that fits itself to its texts takes no notice of its height.
    const autoHeightInfo = typeof value === 'number' ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.desk.run(SetWorksheetRowIsAutoHeightMutation.id, { ...this.desk.on(sheet), ranges, autoHeightInfo });
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
