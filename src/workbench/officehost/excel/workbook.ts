/** Excel.Workbook: the root of every request. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { Application } from './application';
import { CommentCollection } from './comments';
import { CustomXmlPartCollection } from './customXml';
import { NamedItemCollection } from './names';
import { WorkbookProtection } from './protection';
import { SettingCollection } from './settings';
import { TableCollection } from './tables';
import { WorksheetCollection } from './worksheets';

export class Workbook extends HostObject {
  constructor(session: Session) {
    super(session, 'Workbook', 'workbook');
  }

  override get(name: string): unknown {
    switch (name) {
      case 'Name':
        return this.session.model.name;
      case 'ReadOnly':
      case 'AutoSave':
      case 'PreviouslySaved':
      case 'UsePrecisionAsDisplayed':
        return false;
      case 'IsDirty':
      case 'ChartDataPointTrack':
        return super.get(name) ?? true;
      case 'CalculationEngineVersion':
        return 191_029;
      default:
        return super.get(name);
    }
  }

  override child(name: string): HostObject | null {
    switch (name) {
      case 'Worksheets':
        return new WorksheetCollection(this.session);
      case 'Tables':
        return new TableCollection(this.session, null);
      case 'Names':
        return new NamedItemCollection(this.session, null);
      case 'Settings':
        return new SettingCollection(this.session);
      case 'CustomXmlParts':
        return new CustomXmlPartCollection(this.session);
      case 'Comments':
        return new CommentCollection(this.session, null);
      case 'Protection':
        return new WorkbookProtection(this.session);
      case 'Application':
        return new Application(this.session);
      default:
        return super.child(name);
    }
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const { model, make, store } = this.session;
    switch (name) {
      case 'GetSelectedRange': {
        const { sheet, area } = model.selection();
        return make.range(sheet, area);
      }
      case 'GetActiveCell': {
        const { sheet, area } = model.selection();
        return make.range(sheet, { ...area, bottom: area.top, right: area.left });
      }
      case 'GetIsActiveCollabSession':
        return false;
      case '_GetRangeForEventByReferenceId': {
        const kept = store.kept(String(given[0]));
        if (!(kept instanceof HostObject)) throw new HostError('ItemNotFound');
        return kept;
      }
      case '_RemoveReference':
        store.release(String(given[0]));
        return null;
      case '_RemoveAllReferences':
        store.releaseAll();
        return null;
      case '_GetReferenceCount':
        return store.referenceCount;
      default:
        return super.call(name, given);
    }
  }
}
