/** The sheets of the workbook: their names, which one is in front, and what is selected there. */
import type { Worksheet } from '@univerjs/core';
import { BooleanNumber } from '@univerjs/core';
import {
  InsertSheetCommand,
  RemoveSheetCommand,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { Area } from '../../engine/index';
import { sheetNameFault } from '../../workbook/names';
import type { SheetModel } from '../model';
import { sheetId } from './bookData';
import type { Desk } from './desk';
import { toArea, toRange } from './ranges';

const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 };

export class SheetList {
  private made = 0;
  /** The engine knows hidden sheets only; which of them must not be offered for unhiding is kept here. */
  private readonly veryHidden = new Set<string>();

  constructor(
    private readonly desk: Desk,
    private readonly isProtected: (sheet: string) => boolean,
  ) {}

  /** Numbers for the sheets of a book that is being opened; answers with the first. */
  number(visibilities: readonly SheetModel['visibility'][]): number {
    const first = this.made + 1;
    this.made += visibilities.length;
    visibilities.forEach((visibility, index) => {
      if (visibility === 'veryHidden') this.veryHidden.add(sheetId(first + index));
    });
    return first;
  }

  all(): readonly SheetModel[] {
    return this.desk
      .workbook()
      .getSheets()
      .map((sheet) => this.model(sheet));
  }

  add(name?: string): SheetModel {
    if (name !== undefined) this.checkName(name, null);
    this.made += 1;
    const id = sheetId(this.made);
    const sheet = name === undefined ? { id } : { id, name };
    const shown = this.active();
    this.desk.run(InsertSheetCommand.id, { unitId: this.desk.workbook().getUnitId(), sheet });
    // The engine shows a sheet that it adds; Excel does so for the user's, not for code's.
    this.activate(shown);
    return this.model(this.desk.sheet(id));
  }

  /** Throws when it is the only visible one. */
  checkNotLast(id: string, what: 'deleted' | 'hidden'): void {
    const name = this.desk.sheet(id).getName();
    const visible = this.all().filter((other) => other.visibility === 'visible');
    if (visible.length === 1 && visible[0].id === id)
      throw new Error(`The only visible sheet cannot be ${what} ("${name}").`);
  }

  /** Position counts from 0. */
  move(id: string, position: number): void {
    this.desk.sheet(id);
    const fromOrder = this.all().findIndex((sheet) => sheet.id === id);
    this.desk.run(SetWorksheetOrderMutation.id, { ...this.desk.on(id), fromOrder, toOrder: position });
  }

  setVisibility(id: string, visibility: SheetModel['visibility']): void {
    const isVisible = visibility === 'visible';
    if (!isVisible) this.checkNotLast(id, 'hidden');
    if (!isVisible && this.active() === id) {
      const sheets = this.all();
      const at = sheets.findIndex((sheet) => sheet.id === id);
      const near = [...sheets.slice(at + 1), ...sheets.slice(0, at).reverse()];
      this.activate(near.find((sheet) => sheet.visibility === 'visible')?.id ?? id);
    }
    if (visibility === 'veryHidden') this.veryHidden.add(id);
    else this.veryHidden.delete(id);
    this.desk.run(SetWorksheetHideMutation.id, {
      ...this.desk.on(id),
      hidden: isVisible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    });
  }

  delete(id: string): void {
    this.desk.run(RemoveSheetCommand.id, this.desk.on(id));
    this.veryHidden.delete(id);
  }

  rename(id: string, name: string): void {
    this.desk.sheet(id);
    this.checkName(name, id);
    this.desk.run(SetWorksheetNameCommand.id, { ...this.desk.on(id), name });
  }

  active(): string {
    return this.desk.workbook().ensureActiveSheet().getSheetId();
  }

  activate(id: string): void {
    const sheet = this.desk.sheet(id);
    if (sheet.isSheetHidden() === BooleanNumber.TRUE)
      throw new Error(`A hidden sheet cannot be shown in front ("${sheet.getName()}").`);
    if (this.active() !== id) this.desk.run(SetWorksheetActiveOperation.id, this.desk.on(id));
  }

  selection(): { readonly sheet: string; readonly area: Area } {
    const selections = this.desk.injector.get(SheetsSelectionsService).getCurrentSelections();
    const range = selections[selections.length - 1]?.range;
    return { sheet: this.active(), area: range === undefined ? FIRST_CELL : toArea(range) };
  }

  select(sheet: string, area: Area): void {
    this.activate(sheet);
    this.desk.makeRoom(sheet, area);
    const primary = {
      actualRow: area.top,
      actualColumn: area.left,
      isMerged: false,
      isMergedMainCell: false,
      startRow: area.top,
      endRow: area.top,
      startColumn: area.left,
      endColumn: area.left,
    };
    this.desk.run(SetSelectionsOperation.id, {
      ...this.desk.on(sheet),
      reveal: true,
      selections: [{ range: toRange(area), primary, style: null }],
    });
  }

  private model(sheet: Worksheet): SheetModel {
    const id = sheet.getSheetId();
    const hidden = sheet.isSheetHidden() === BooleanNumber.TRUE;
    return {
      id,
      name: sheet.getName(),
      visibility: !hidden ? 'visible' : this.veryHidden.has(id) ? 'veryHidden' : 'hidden',
      isProtected: this.isProtected(id),
    };
  }

  private checkName(name: string, own: string | null): void {
    if (sheetNameFault(name) !== null) throw new Error(`A sheet cannot be named "${name}".`);
    const wanted = name.toLowerCase();
    if (this.all().some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === wanted))
      throw new Error(`There is a sheet named "${name}" already.`);
  }
}
