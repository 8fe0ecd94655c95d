/** workbook.settings: values that travel with the workbook, by key. */
import type { HostObject, Session } from '../core/objects';
import { textAt } from './arguments';
import { Collection, ListedItem } from './collections';

export class SettingCollection extends Collection {
  constructor(session: Session) {
    super(session, 'SettingCollection', 'settings');
  }

  override items(): readonly HostObject[] {
    return this.session.store.list(this.key).map((key) => this.made(key));
  }

  private made(key: string): HostObject {
    return new ListedItem(this.session, 'Setting', this.key, key);
  }

  protected find(key: string): HostObject | null {
    return this.session.store.list(this.key).includes(key) ? this.made(key) : null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    const key = textAt(given, 0);
    const list = this.session.store.list(this.key);
    if (!list.includes(key)) list.push(key);
    const setting = this.made(key);
    const bag = this.session.store.bag(setting.key);
    bag.set('_Id', key);
    bag.set('Key', key);
    bag.set('Value', given[1] ?? null);
    return setting;
  }
}
