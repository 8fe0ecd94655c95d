/**
 * Tables that come and go. A workbook does not tell of them, so they are compared with those that were there when the
 * host looked last: after each request and with whatever else happens.
 */
import type { TableModel } from '../../model';
import { eventCode, eventEntry } from './events';
import type { Session } from './objects';
import type { MessageEntry } from './port';

export class TableWatch {
  private known: readonly TableModel[];

  constructor(private readonly session: Session) {
    this.known = session.model.tables();
  }

  /** Whether a table has come or gone since. O(tables). */
  get hasNews(): boolean {
    const { tables } = this.changed();
    return tables.length > 0;
  }

  /** What has come and gone since, for the handlers of its sheet and of the workbook. */
  news(): MessageEntry[] {
    const { now, tables } = this.changed();
    this.known = now;
    return tables.flatMap(({ code, table }) => {
      if (!this.session.store.isHeard(code)) return [];
      const { id, name, sheet } = table;
      const message = { source: 'Local', tableId: id, tableName: name, worksheetId: sheet };
      return [eventEntry(code, sheet, message), eventEntry(code, 'Workbook', message)];
    });
  }

  private changed() {
    const now = this.session.model.tables();
    const gone = without(this.known, now).map((table) => ({ code: eventCode.tableDeleted, table }));
    const come = without(now, this.known).map((table) => ({ code: eventCode.tableAdded, table }));
    return { now, tables: [...gone, ...come] };
  }
}

/** The tables of one list that are not in the other. */
function without(one: readonly TableModel[], other: readonly TableModel[]): TableModel[] {
  const ids = new Set(other.map(({ id }) => id));
  return one.filter(({ id }) => !ids.has(id));
}
