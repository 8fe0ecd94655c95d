/** workbook.worksheets. */
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { Collection } from './collections';
import { guardStructure } from './protection';
import { findSheet } from './sheets';
import { checkSheetName } from './worksheet';

export class WorksheetCollection extends Collection {
  constructor(session: Session) {
    super(session, 'WorksheetCollection', 'worksheets');
  }

  override items(): readonly HostObject[] {
    return this.session.model.sheets().map((sheet) => this.session.make.worksheet(sheet.id));
  }

  protected find(key: string): HostObject | null {
    const sheet = findSheet(this.session, key);
    return sheet === null ? null : this.session.make.worksheet(sheet.id);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { model, make } = this.session;
    switch (name) {
      case 'Add': {
        const wanted = typeof given[0] === 'string' && given[0] !== '' ? given[0] : undefined;
        guardStructure(this.session);
        if (wanted !== undefined) checkSheetName(this.session, wanted, null);
        return make.worksheet(model.addSheet(wanted).id);
      }
      case 'GetActiveWorksheet':
        return make.worksheet(model.activeSheet());
      case 'GetCount':
        return this.shown(given[0] === true).length;
      case 'GetFirst':
      case 'GetLast': {
        const sheet = this.shown(given[0] === true).at(name === 'GetFirst' ? 0 : -1);
        if (sheet === undefined) throw new HostError('ItemNotFound');
        return sheet;
      }
      default:
        return super.call(name, given);
    }
  }

  private shown(visibleOnly: boolean): HostObject[] {
    return this.items().filter((sheet) => !visibleOnly || sheet.get('Visibility') === 'Visible');
  }
}
