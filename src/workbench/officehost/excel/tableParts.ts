/** The parts of a table: heading, body, totals, and strips of it. */
import type { Area } from '../../../engine/index';
import type { TableModel } from '../../model';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { apiValue } from './cells';

export type Part = 'range' | 'heading' | 'body' | 'totals';

/** The rows of a part of a table; ItemNotFound when the table has no such part. */
export function partOf(table: TableModel, part: Part): Area {
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

export const partOfMethod: Readonly<Record<string, Part>> = {
  GetRange: 'range',
  GetHeaderRowRange: 'heading',
  GetDataBodyRange: 'body',
  GetTotalRowRange: 'totals',
};

export function tableById(session: Session, id: string): TableModel {
  const table = session.model.tables().find((known) => known.id === id);
  if (table === undefined) throw new HostError('ItemNotFound');
  return table;
}

/** A strip of a table: one column or one row of it. */
export abstract class TableStrip extends HostObject {
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
    const part = own(partOfMethod, name);
    if (part === undefined) return super.call(name, given);
    return this.session.make.range(this.sheet, this.cells(part));
  }
}
