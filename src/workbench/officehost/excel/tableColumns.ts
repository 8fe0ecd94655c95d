/** table.columns: found by name and by number, added and deleted with the cells behind them moving. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { columnsOf } from './address';
import { Collection } from './collections';
import { guardWrite } from './protection';
import { shiftCells } from './shifting';
import { partOf, tableById, TableStrip, type Part } from './tableParts';
import { writeCells } from './writing';

export class TableColumns extends Collection {
  constructor(
    session: Session,
    private readonly table: string,
  ) {
    super(session, 'TableColumnCollection', `table:${table}/Columns`);
  }

  override items(): readonly HostObject[] {
    return Array.from(
      { length: columnsOf(tableById(this.session, this.table).area) },
      (_, index) => new TableColumn(this.session, this.table, index),
    );
  }

  /** Columns have numbers as ids, from 1. */
  protected find(key: string): HostObject | null {
    const name = key.toLowerCase();
    return this.items().find((column) => String(column.get('Name')).toLowerCase() === name) ?? null;
  }

  override item(given: readonly unknown[]): HostObject {
    const found =
      typeof given[0] === 'number'
        ? this.items().find((column) => column.get('Id') === given[0])
        : this.find(String(given[0]));
    if (found === undefined || found === null) throw new HostError('ItemNotFound');
    return found;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    const { session } = this;
    const table = tableById(session, this.table);
    const count = columnsOf(table.area);
    const index = given[0] === null || given[0] === undefined || given[0] === -1 ? count : Number(given[0]);
    if (!Number.isInteger(index) || index < 0 || index > count) throw new HostError('InvalidArgument');
    const left = table.area.left + index;
    const strip = { ...table.area, left, right: left };
    shiftCells(session, table.sheet, { area: strip, direction: 'right' }, 'TableColumnCollection.add');
    if (index === count) widen(session, this.table, table.area.right + 1);
    const column = new TableColumn(session, this.table, index);
    if (Array.isArray(given[1])) column.set('Values', given[1]);
    const wanted = given[2];
    if (typeof wanted === 'string') column.set('Name', wanted);
    else if (!Array.isArray(given[1])) column.set('Name', `Column${String(count + 1)}`);
    return column;
  }
}

/** Columns that are added at the end are not pulled in by the cells that move. */
function widen(session: Session, id: string, right: number): void {
  if (session.model.resizeTable === undefined) session.unknown('TableColumnCollection.add');
  session.model.resizeTable(id, { ...tableById(session, id).area, right });
}

class TableColumn extends TableStrip {
  constructor(session: Session, table: string, index: number) {
    super(session, 'TableColumn', table, index);
  }

  protected cells(part: Part): Area {
    const table = tableById(this.session, this.table);
    const left = table.area.left + this.index;
    return { ...partOf(table, part), left, right: left };
  }

  override get(name: string): unknown {
    switch (name) {
      case 'Id':
        return this.index + 1;
      case 'Index':
        return this.index;
      case 'Name':
        return String(this.values('heading')[0][0]);
      case 'Values':
        return this.values('range');
      default:
        return super.get(name);
    }
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    if (name === 'Name') writeCells(this.session, this.sheet, this.cells('heading'), [[value]]);
    else if (name === 'Values') writeCells(this.session, this.sheet, this.cells('range'), value);
    else super.set(name, value);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Delete') return super.call(name, given);
    const { area, sheet } = tableById(this.session, this.table);
    if (columnsOf(area) === 1) throw new HostError('InvalidOperation');
    shiftCells(this.session, sheet, { area: this.cells('range'), direction: 'left' }, 'TableColumn.delete');
    return null;
  }
}
