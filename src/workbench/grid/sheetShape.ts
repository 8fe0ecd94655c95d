/** How a sheet is laid out: cells that are one, and rows and columns that stay in sight. Without history: the host keeps it. */
import { BooleanNumber } from '@univerjs/core';
import {
  AddWorksheetMergeMutation,
  RemoveWorksheetMergeMutation,
  SetFrozenMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import type { Desk } from './desk';
import { toArea, toRange } from './ranges';

export class SheetShape {
  constructor(private readonly desk: Desk) {}

  merge(sheet: string, area: Area, isMerged: boolean): void {
    this.desk.sheet(sheet);
    this.desk.makeRoom(sheet, area);
    this.desk.run((isMerged ? AddWorksheetMergeMutation : RemoveWorksheetMergeMutation).id, {
      ...this.desk.on(sheet),
      ranges: [toRange(area)],
    });
  }

  gridlines(sheet: string, isOn: boolean): void {
    const showGridlines = isOn ? BooleanNumber.TRUE : BooleanNumber.FALSE;
    this.desk.run(ToggleGridlinesMutation.id, { ...this.desk.on(sheet), showGridlines });
  }

  merges(sheet: string): readonly Area[] {
    return this.desk.sheet(sheet).getMergeData().map(toArea);
  }

  freeze(sheet: string, rows: number, columns: number): void {
    this.desk.sheet(sheet);
    this.desk.run(SetFrozenMutation.id, {
      ...this.desk.on(sheet),
      ySplit: rows,
      xSplit: columns,
      // The first row and column that scroll; the engine writes none as -1.
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
    });
  }
}
