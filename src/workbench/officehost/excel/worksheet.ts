/** Excel.Worksheet. */
import { sheetNameFault } from '../../../workbook/names';
import type { SheetModel } from '../../model';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { areasOf, lastColumn, lastRow, parseAddress, wholeSheet } from './address';
import { cellsOf, numberAt } from './arguments';
import { AutoFilter } from './autoFilter';
import { CommentCollection } from './comments';
import { FreezePanes } from './freezePanes';
import { NoteCollection } from './notes';
import { PageBreaks } from './pageBreaks';
import { PageLayout, tellPage } from './pageLayout';
import { NamedItemCollection, rangeOfName } from './names';
import { guardStructure, WorksheetProtection } from './protection';
import { findSheet, sheetById, visibilityNames } from './sheets';
import { TableCollection } from './tables';

/** Properties of a sheet that nobody has set. */
const defaults: Readonly<Record<string, unknown>> = {
  TabColor: '',
  StandardWidth: 48,
  StandardHeight: 15,
  ShowGridlines: true,
  ShowHeadings: true,
  EnableCalculation: true,
};

export class Worksheet extends HostObject {
  constructor(
    session: Session,
    readonly id: string,
  ) {
    super(session, 'Worksheet', `sheet:${id}`);
  }

  /** Throws ItemNotFound when the sheet has been deleted. */
  override identity(): Record<string, unknown> {
    return { Id: sheetById(this.session, this.id).id };
  }

  override get(name: string): unknown {
    const sheet = sheetById(this.session, this.id);
    const bag = this.session.store.bag(this.key);
    switch (name) {
      case 'Id':
        return sheet.id;
      case 'Name':
        return sheet.name;
      case 'Position':
        return this.session.model.sheets().findIndex((known) => known.id === this.id);
      case 'TabId':
        return this.session.model.sheets().findIndex((known) => known.id === this.id) + 1;
      case 'Visibility':
        return bag.get(name) ?? visibilityNames[sheet.visibility];
      default:
        return bag.get(name) ?? own(defaults, name) ?? super.get(name);
    }
  }

  override set(name: string, value: unknown): void {
    sheetById(this.session, this.id);
    if (name === 'Name') {
      renameSheet(this.session, this.id, String(value));
      return;
    }
    if (name === 'Position') this.move(Number(value));
    else if (name === 'Visibility') this.show(String(value));
    else {
      super.set(name, value);
      if (name === 'ShowGridlines') tellPage(this.session, this.id);
    }
  }

  private move(position: number): void {
    const { model } = this.session;
    guardStructure(this.session);
    if (!Number.isInteger(position) || position < 0 || position >= model.sheets().length)
      throw new HostError('InvalidArgument');
    if (model.moveSheet === undefined) this.session.unknown('Worksheet.position');
    model.moveSheet(this.id, position);
  }

  private show(visibility: string): void {
    const { model, store } = this.session;
    guardStructure(this.session);
    const known = Object.entries(visibilityNames).find(([, name]) => name === visibility);
    if (known === undefined) throw new HostError('InvalidArgument');
    if (visibility !== 'Visible' && this.isTheOnlyVisible()) throw new HostError('InvalidOperation');
    if (model.setSheetVisibility === undefined) store.bag(this.key).set('Visibility', visibility);
    else model.setSheetVisibility(this.id, known[0] as SheetModel['visibility']);
  }

  override child(name: string): HostObject | null {
    switch (name) {
      case 'Tables':
        return new TableCollection(this.session, this.id);
      case 'Names':
        return new NamedItemCollection(this.session, this.id);
      case 'Comments':
        return new CommentCollection(this.session, this.id);
      case 'Notes':
        return new NoteCollection(this.session, this.id);
      case 'Protection':
        return new WorksheetProtection(this.session, this.id);
      case 'PageLayout':
        return new PageLayout(this.session, this.id);
      case 'HorizontalPageBreaks':
      case 'VerticalPageBreaks':
        return new PageBreaks(this.session, this.id, name);
      case 'FreezePanes':
        return new FreezePanes(this.session, this.id);
      case 'AutoFilter':
        return new AutoFilter(this.session, this.id);
      default:
        return super.child(name);
    }
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { session, id } = this;
    const { model, make } = session;
    switch (name) {
      case 'Activate':
        if (this.get('Visibility') !== 'Visible') throw new HostError('InvalidOperation');
        model.activate(sheetById(session, id).id);
        return null;
      case 'Calculate':
        return null;
      case 'Delete':
        return this.remove();
      case 'GetRange':
        return this.range(given[0] ?? null);
      case 'GetRangeByIndexes': {
        const [top, left, rows, columns] = [0, 1, 2, 3].map((index) => numberAt(given, index, -1));
        if (top < 0 || left < 0 || rows < 1 || columns < 1) throw new HostError('InvalidArgument');
        if (top + rows - 1 > lastRow || left + columns - 1 > lastColumn)
          throw new HostError('InvalidArgument');
        return make.range(id, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      }
      case 'GetRanges': {
        const areas = given[0] === null ? [wholeSheet] : areasOf(String(given[0]));
        if (areas === null) throw new HostError('InvalidArgument');
        return make.rangeAreas(sheetById(session, id).id, areas);
      }
      case 'GetCell': {
        const [row, column] = [numberAt(given, 0, 0), numberAt(given, 1, 0)];
        return make.range(id, { top: row, bottom: row, left: column, right: column });
      }
      case 'GetUsedRange': {
        const used = model.usedArea(sheetById(session, id).id, given[0] === true);
        // An empty sheet answers with its first cell.
        return make.range(id, used ?? { top: 0, left: 0, bottom: 0, right: 0 });
      }
      case 'GetUsedRangeOrNullObject': {
        const used = model.usedArea(sheetById(session, id).id, given[0] === true);
        return used === null ? null : make.range(id, used);
      }
      case 'GetNext':
      case 'GetPrevious':
        return this.neighbour(name === 'GetNext' ? 1 : -1, given[0] === true);
      case '_GetSheetById':
      case '_GetAnotherWorksheetById':
        return make.worksheet(sheetById(session, String(given[0])).id);
      default:
        return super.call(name, given);
    }
  }

  private range(address: unknown): HostObject {
    const { session, id } = this;
    sheetById(session, id);
    if (address === null) return session.make.range(id, wholeSheet);
    if (typeof address !== 'string') return session.make.range(id, cellsOf(address).area);
    const parsed = parseAddress(address);
    if (parsed === null) {
      const named = rangeOfName(session, address, id);
      if (named === null) throw new HostError('InvalidArgument');
      return session.make.range(named.sheet, named.area);
    }
    if (parsed.sheet !== null && findSheet(session, parsed.sheet)?.id !== id)
      throw new HostError('InvalidArgument');
    return session.make.range(id, parsed.area);
  }

  private neighbour(step: number, visibleOnly: boolean): HostObject {
    const sheets = this.session.model.sheets();
    const at = sheets.findIndex((sheet) => sheet.id === this.id);
    for (let index = at + step; index >= 0 && index < sheets.length; index += step) {
      const sheet = this.session.make.worksheet(sheets[index].id);
      if (!visibleOnly || sheet.get('Visibility') === 'Visible') return sheet;
    }
    throw new HostError('ItemNotFound');
  }

  private isTheOnlyVisible(): boolean {
    const visible = this.session.model
      .sheets()
      .filter((sheet) => this.session.make.worksheet(sheet.id).get('Visibility') === 'Visible');
    return visible.length === 1 && visible[0].id === this.id;
  }

  private remove(): null {
    const { session, id } = this;
    sheetById(session, id);
    guardStructure(session);
    if (this.isTheOnlyVisible()) throw new HostError('InvalidOperation');
    session.model.deleteSheet(id);
    session.store.drop(this.key);
    session.store.protectedSheets.delete(id);
    return null;
  }
}

/** Checks a name as Excel does, and that it is not in use. */
export function checkSheetName(session: Session, name: string, own: string | null): void {
  if (sheetNameFault(name) !== null) throw new HostError('InvalidArgument');
  const other = findSheet(session, name);
  if (other !== null && other.id !== own) throw new HostError('ItemAlreadyExists');
}

function renameSheet(session: Session, id: string, name: string): void {
  guardStructure(session);
  checkSheetName(session, name, id);
  session.model.renameSheet(id, name);
}
