/** table.rows: by their place, added and deleted with the cells below them moving. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { columnsOf, rowsOf } from './address';
import { Collection } from './collections';
import { guardWrite } from './protection';
import { shiftCells } from './shifting';
import { partOf, tableById, TableStrip } from './tableParts';
import { writeCells, wrongShape } from './writing';

export class TableRows extends Collection {
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

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    const { session } = this;
    const table = tableById(session, this.table);
    const body = partOf(table, 'body');
    const count = rowsOf(body);
    const index = given[0] === null || given[0] === undefined || given[0] === -1 ? count : Number(given[0]);
    if (!Number.isInteger(index) || index < 0 || index > count) throw new HostError('InvalidArgument');
    const values = given[1] ?? null;
    const added = Array.isArray(values) ? values.length : 1;
    const top = body.top + index;
    const area = { ...body, top, bottom: top + added - 1 };
    if (values !== null) checkShape(values, area);
    shiftCells(session, table.sheet, { area, direction: 'down' }, 'TableRowCollection.add');
    const bottom = table.area.bottom + added;
    if (tableById(session, this.table).area.bottom < bottom) lengthen(session, this.table, bottom);
    if (values !== null) writeCells(session, table.sheet, area, values);
    return new TableRow(session, this.table, index);
  }
}

/** Rows that are added below the last one are not pulled in by the cells that move. */
function lengthen(session: Session, id: string, bottom: number): void {
  if (session.model.resizeTable === undefined) session.unknown('TableRowCollection.add');
  session.model.resizeTable(id, { ...tableById(session, id).area, bottom });
}

/** Before anything moves. */
function checkShape(values: unknown, area: Area): void {
  const width = columnsOf(area);
  const fits =
    Array.isArray(values) && values.every((row: unknown) => Array.isArray(row) && row.length === width);
  if (!fits) throw wrongShape();
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

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Delete') return super.call(name, given);
    const table = tableById(this.session, this.table);
    const body = partOf(table, 'body');
    // The last row of data stays, emptied.
    if (rowsOf(body) === 1) writeCells(this.session, table.sheet, body, '');
    else shiftCells(this.session, table.sheet, { area: this.cells(), direction: 'up' }, 'TableRow.delete');
    return null;
  }
}
