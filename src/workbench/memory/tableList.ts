/** The tables of the workbook in memory. Their cells are the sheet's; a table is a name and a rectangle. */
import type { Area } from '../../engine/index';
import { parseArea } from '../../engine/index';
import { shiftedArea, type Shift } from '../formulas/shift';
import type { TableModel } from '../model';
import { meets } from '../../workbook/areas';

export class TableList {
  private list: readonly TableModel[] = [];

  all(): readonly TableModel[] {
    return this.list;
  }

  /** Puts back what `all` gave: tables are never changed in place. */
  restore(tables: readonly TableModel[]): void {
    this.list = tables;
  }

  byId(id: string): TableModel {
    const table = this.list.find((known) => known.id === id);
    if (table === undefined) throw new Error(`There is no table with the id "${id}".`);
    return table;
  }

  add(id: string, sheet: string, area: Area, hasHeading: boolean, name = this.freeName()): TableModel {
    this.checkName(name, null);
    this.checkArea(sheet, area, null);
    const table: TableModel = {
      id,
      name,
      sheet,
      area,
      hasHeading,
      hasTotals: false,
      style: 'TableStyleMedium2',
    };
    this.list = [...this.list, table];
    return table;
  }

  rename(id: string, name: string): void {
    const table = this.byId(id);
    this.checkName(name, id);
    this.replace({ ...table, name });
  }

  resize(id: string, area: Area): void {
    const table = this.byId(id);
    this.checkArea(table.sheet, area, id);
    this.replace({ ...table, area });
  }

  remove(id: string): void {
    this.byId(id);
    this.list = this.list.filter((table) => table.id !== id);
  }

  removeOf(sheet: string): void {
    this.list = this.list.filter((table) => table.sheet !== sheet);
  }

  /** Tables go along with their cells, and grow and shrink with what is inserted into them and deleted from them. */
  shift(sheet: string, shift: Shift): void {
    this.list = this.list.flatMap((table) => {
      if (table.sheet !== sheet) return [table];
      const area = shiftedArea(table.area, shift);
      return area === null ? [] : [{ ...table, area }];
    });
  }

  private replace(table: TableModel): void {
    this.list = this.list.map((known) => (known.id === table.id ? table : known));
  }

  private checkName(name: string, own: string | null): void {
    const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && !/^([RrCc]|[Rr]\d*[Cc]\d*)$/.test(name);
    if (!isName || parseArea(name) !== null) throw new Error(`A table cannot be named "${name}".`);
    const isTaken = this.list.some(
      (table) => table.id !== own && table.name.toLowerCase() === name.toLowerCase(),
    );
    if (isTaken) throw new Error(`There is a table named "${name}" already.`);
  }

  private checkArea(sheet: string, area: Area, own: string | null): void {
    const met = this.list.find(
      (table) => table.id !== own && table.sheet === sheet && meets(table.area, area),
    );
    if (met !== undefined) throw new Error(`A table cannot overlap another table ("${met.name}").`);
  }

  private freeName(): string {
    let number = this.list.length + 1;
    while (this.list.some((table) => table.name === `Table${String(number)}`)) number++;
    return `Table${String(number)}`;
  }
}
