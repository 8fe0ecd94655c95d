/** Tables: of the workbook, of a sheet, of a range; their parts as ranges. */
import type { Area } from '../../../engine/index';
import type { TableModel } from '../../model';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { intersection } from '../../../workbook/areas';
import { columnsOf, rowsOf } from './address';
import { cellsOrAddress } from './arguments';
import { Collection } from './collections';
import { TableColumns } from './tableColumns';
import { partOf, partOfMethod, tableById } from './tableParts';
import { TableRows } from './tableRows';
import { guardWrite } from './protection';

export class TableCollection extends Collection {
  /** `sheet` null: all tables of the workbook. */
  constructor(
    session: Session,
    private readonly sheet: string | null,
    type = 'TableCollection',
    private readonly holds: (table: TableModel) => boolean = () => true,
  ) {
    super(session, type, sheet === null ? 'tables' : `sheet:${sheet}/Tables`);
  }

  private tables(): TableModel[] {
    return this.session.model
      .tables()
      .filter((table) => (this.sheet === null || table.sheet === this.sheet) && this.holds(table));
  }

  override items(): readonly HostObject[] {
    return this.tables().map((table) => new Table(this.session, table.id));
  }

  protected find(key: string): HostObject | null {
    const name = key.toLowerCase();
    const table = this.tables().find((known) => known.id === key || known.name.toLowerCase() === name);
    return table === undefined ? null : new Table(this.session, table.id);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'Add': {
        const { model } = this.session;
        const cells = cellsOrAddress(this.session, given[0], this.sheet ?? model.activeSheet());
        guardWrite(this.session, cells.sheet);
        const taken = model
          .tables()
          .some((table) => table.sheet === cells.sheet && intersection(table.area, cells.area) !== null);
        if (taken) throw new HostError('InvalidArgument', "A table can't overlap another table.");
        return new Table(this.session, model.addTable(cells.sheet, cells.area, given[1] === true).id);
      }
      case 'GetFirst':
        if (this.items().length === 0) throw new HostError('ItemNotFound');
        return this.items()[0];
      default:
        return super.call(name, given);
    }
  }
}

/** range.getTables(fullyContained). */
export function tablesIn(session: Session, sheet: string, area: Area, whole: boolean): HostObject {
  return new TableCollection(session, sheet, 'TableScopedCollection', (table) => {
    const shared = intersection(table.area, area);
    return shared !== null && (!whole || sameSize(shared, table.area));
  });
}

function sameSize(one: Area, other: Area): boolean {
  return rowsOf(one) === rowsOf(other) && columnsOf(one) === columnsOf(other);
}

export class Table extends HostObject {
  constructor(
    session: Session,
    readonly id: string,
  ) {
    super(session, 'Table', `table:${id}`);
  }

  override identity(): Record<string, unknown> {
    return { Id: tableById(this.session, this.id).id };
  }

  override get(name: string): unknown {
    const table = tableById(this.session, this.id);
    switch (name) {
      case 'Id':
      case 'LegacyId':
        return table.id;
      case 'Name':
        return table.name;
      case 'ShowHeaders':
        return table.hasHeading;
      case 'ShowTotals':
        return table.hasTotals;
      case 'Style':
        return this.session.store.bag(this.key).get('Style') ?? table.style;
      case 'ShowBandedRows':
      case 'ShowFilterButton':
        return this.session.store.bag(this.key).get(name) ?? true;
      default:
        return super.get(name) ?? false;
    }
  }

  override set(name: string, value: unknown): void {
    const table = tableById(this.session, this.id);
    guardWrite(this.session, table.sheet);
    // The model names its tables itself and has no way to give a table another part.
    if (['ShowHeaders', 'ShowTotals'].includes(name)) this.session.unknown(`Table.${name}`);
    if (name === 'Name') {
      const wanted = String(value);
      if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(wanted)) throw new HostError('InvalidArgument');
      const taken = this.session.model
        .tables()
        .some((other) => other.id !== table.id && other.name.toLowerCase() === wanted.toLowerCase());
      if (taken) throw new HostError('InvalidArgument');
      if (this.session.model.renameTable === undefined) this.session.unknown('Table.name');
      this.session.model.renameTable(table.id, wanted);
      return;
    }
    super.set(name, value);
  }

  override child(name: string): HostObject | null {
    switch (name) {
      case 'Worksheet':
        return this.session.make.worksheet(tableById(this.session, this.id).sheet);
      case 'Columns':
        return new TableColumns(this.session, this.id);
      case 'Rows':
        return new TableRows(this.session, this.id);
      default:
        return super.child(name);
    }
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const table = tableById(this.session, this.id);
    const part = own(partOfMethod, name);
    if (part !== undefined) return this.session.make.range(table.sheet, partOf(table, part));
    switch (name) {
      case 'Delete':
        guardWrite(this.session, table.sheet);
        this.session.model.deleteTable(table.id);
        this.session.model.write(table.sheet, table.area, emptyRows(table.area));
        return null;
      case 'Resize': {
        guardWrite(this.session, table.sheet);
        const { sheet, area } = cellsOrAddress(this.session, given[0], table.sheet);
        // The heading stays in its row, and the first row of data with it.
        const fits =
          sheet === table.sheet && area.top === table.area.top && intersection(area, table.area) !== null;
        if (!fits || (table.hasHeading && rowsOf(area) < 2)) throw new HostError('InvalidArgument');
        if (this.session.model.resizeTable === undefined) this.session.unknown('Table.resize');
        this.session.model.resizeTable(table.id, area);
        return null;
      }
      case 'ConvertToRange':
        guardWrite(this.session, table.sheet);
        this.session.model.deleteTable(table.id);
        return this.session.make.range(table.sheet, table.area);
      default:
        return super.call(name, given);
    }
  }
}

function emptyRows(area: Area): null[][] {
  return Array.from({ length: rowsOf(area) }, () => Array.from({ length: columnsOf(area) }, () => null));
}
