/** Tables: of the workbook, of a sheet, of a range; their parts as ranges. */
import type { Area } from '../../../engine/index';
import type { TableModel } from '../../model';
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { columnsOf, intersection, rowsOf } from './address';
import { cellsOrAddress } from './arguments';
import { apiValue } from './cells';
import { Collection } from './collections';
import { guardWrite } from './protection';
import { writeCells } from './writing';

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

type Part = 'range' | 'heading' | 'body' | 'totals';

/** The rows of a part of a table; ItemNotFound when the table has no such part. */
function partOf(table: TableModel, part: Part): Area {
  const { area, hasHeading, hasTotals } = table;
  if (part === 'range') return area;
  if (part === 'heading') {
    if (!hasHeading) throw new HostError('ItemNotFound');
    return { ...area, bottom: area.top };
  }
  if (part === 'totals') {
    if (!hasTotals) throw new HostError('ItemNotFound');
    return { ...area, top: area.bottom };
  }
  return {
    ...area,
    top: area.top + (hasHeading ? 1 : 0),
    bottom: area.bottom - (hasTotals ? 1 : 0),
  };
}

const partOfMethod: Readonly<Record<string, Part>> = {
  GetRange: 'range',
  GetHeaderRowRange: 'heading',
  GetDataBodyRange: 'body',
  GetTotalRowRange: 'totals',
};

function tableById(session: Session, id: string): TableModel {
  const table = session.model.tables().find((known) => known.id === id);
  if (table === undefined) throw new HostError('ItemNotFound');
  return table;
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
    const part = partOfMethod[name] as Part | undefined;
    if (part !== undefined) return this.session.make.range(table.sheet, partOf(table, part));
    switch (name) {
      case 'Delete':
        guardWrite(this.session, table.sheet);
        this.session.model.deleteTable(table.id);
        this.session.model.write(table.sheet, table.area, emptyRows(table.area));
        return null;
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

class TableColumns extends Collection {
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
}

/** A strip of a table: one column or one row of it. */
abstract class TableStrip extends HostObject {
  constructor(
    session: Session,
    type: string,
    protected readonly table: string,
    protected readonly index: number,
  ) {
    super(session, type, `table:${table}/${type}/${String(index)}`);
  }

  protected abstract cells(part: Part): Area;

  protected get sheet(): string {
    return tableById(this.session, this.table).sheet;
  }

  protected values(part: Part): unknown[][] {
    return this.session.model.values(this.sheet, this.cells(part)).map((row) => row.map(apiValue));
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const part = partOfMethod[name] as Part | undefined;
    if (part === undefined) return super.call(name, given);
    return this.session.make.range(this.sheet, this.cells(part));
  }
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
}

class TableRows extends Collection {
  constructor(
    session: Session,
    private readonly table: string,
  ) {
    super(session, 'TableRowCollection', `table:${table}/Rows`);
  }

  override items(): readonly HostObject[] {
    return Array.from(
      { length: rowsOf(partOf(tableById(this.session, this.table), 'body')) },
      (_, index) => new TableRow(this.session, this.table, index),
    );
  }

  protected find(): HostObject | null {
    return null;
  }
}

class TableRow extends TableStrip {
  constructor(session: Session, table: string, index: number) {
    super(session, 'TableRow', table, index);
  }

  protected cells(): Area {
    const body = partOf(tableById(this.session, this.table), 'body');
    return { ...body, top: body.top + this.index, bottom: body.top + this.index };
  }

  override get(name: string): unknown {
    if (name === 'Index') return this.index;
    return name === 'Values' ? this.values('body') : super.get(name);
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    if (name === 'Values') writeCells(this.session, this.sheet, this.cells(), value);
    else super.set(name, value);
  }
}
