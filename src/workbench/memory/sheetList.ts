/** The sheets of the workbook in memory: their names, their order, and which of them is in front. */
import { sheetNameFault } from '../../workbook/names';
import type { SheetModel } from '../model';
import { SheetCells } from './sheetCells';

export interface MemorySheet extends SheetModel {
  name: string;
  visibility: SheetModel['visibility'];
  isProtected: boolean;
  readonly cells: SheetCells;
}

export class SheetList {
  private readonly list: MemorySheet[] = [];

  all(): readonly MemorySheet[] {
    return this.list;
  }

  /** Throws when there is none of that id. */
  byId(id: string): MemorySheet {
    const sheet = this.list.find((known) => known.id === id);
    if (sheet === undefined) throw new Error(`There is no sheet with the id "${id}".`);
    return sheet;
  }

  has(id: string): boolean {
    return this.list.some((sheet) => sheet.id === id);
  }

  /** Names are compared without case. */
  named(name: string): MemorySheet | null {
    return this.list.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  add(id: string, name = this.freeName()): MemorySheet {
    this.checkName(name, null);
    const sheet: MemorySheet = {
      id,
      name,
      visibility: 'visible',
      isProtected: false,
      cells: new SheetCells(),
    };
    this.list.push(sheet);
    return sheet;
  }

  rename(id: string, name: string): void {
    const sheet = this.byId(id);
    this.checkName(name, id);
    sheet.name = name;
  }

  /** Takes a sheet away and returns the visible one to be in front instead. */
  remove(id: string): MemorySheet {
    const sheet = this.byId(id);
    this.checkNotTheLastVisible(sheet, 'deleted');
    const at = this.list.indexOf(sheet);
    this.list.splice(at, 1);
    return this.visibleNear(at);
  }

  setVisibility(id: string, visibility: SheetModel['visibility']): void {
    const sheet = this.byId(id);
    if (visibility !== 'visible') this.checkNotTheLastVisible(sheet, 'hidden');
    sheet.visibility = visibility;
  }

  move(id: string, position: number): void {
    const [sheet] = this.list.splice(this.list.indexOf(this.byId(id)), 1);
    this.list.splice(position, 0, sheet);
  }

  visibleNear(at: number): MemorySheet {
    const isShown = (sheet: MemorySheet): boolean => sheet.visibility === 'visible';
    return this.list.slice(0, at).reverse().find(isShown) ?? this.list.find(isShown) ?? this.list[0];
  }

  private checkNotTheLastVisible(sheet: MemorySheet, what: string): void {
    const isAnother = this.list.some((other) => other !== sheet && other.visibility === 'visible');
    if (sheet.visibility === 'visible' && !isAnother)
      throw new Error(`The only visible sheet cannot be ${what} ("${sheet.name}").`);
  }

  /** As Excel allows it, and not in use by another sheet. */
  private checkName(name: string, own: string | null): void {
    if (sheetNameFault(name) !== null) throw new Error(`A sheet cannot be named "${name}".`);
    const other = this.named(name);
    if (other !== null && other.id !== own) throw new Error(`There is a sheet named "${name}" already.`);
  }

  private freeName(): string {
    let number = this.list.length + 1;
    while (this.named(`Sheet${String(number)}`) !== null) number++;
    return `Sheet${String(number)}`;
  }
}
