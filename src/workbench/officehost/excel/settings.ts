/** workbook.settings: values of the add-in that travel with the workbook, by key. Undo leaves them alone. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { textAt } from './arguments';
import { Collection } from './collections';

export class SettingCollection extends Collection {
  constructor(session: Session) {
    super(session, 'SettingCollection', 'settings');
  }

  override items(): readonly HostObject[] {
    return [...this.session.model.settings.keys()].map((key) => this.made(key));
  }

  private made(key: string): HostObject {
    return new Setting(this.session, this.key, key);
  }

  protected find(key: string): HostObject | null {
    return this.session.model.settings.has(key) ? this.made(key) : null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add') return super.call(name, given);
    const key = textAt(given, 0);
    this.session.model.settings.set(key, given[1] ?? null);
    return this.made(key);
  }
}

class Setting extends HostObject {
  constructor(
    session: Session,
    listKey: string,
    private readonly name: string,
  ) {
    super(session, 'Setting', `${listKey}/${name}`);
  }

  override get(name: string): unknown {
    if (name === 'Key' || name === '_Id') return this.name;
    return name === 'Value' ? (this.session.model.settings.get(this.name) ?? null) : super.get(name);
  }

  override set(name: string, value: unknown): void {
    if (name !== 'Value') super.set(name, value);
    else this.session.model.settings.set(this.name, value);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Delete') return super.call(name, given);
    if (!this.session.model.settings.delete(this.name)) throw new HostError('ItemNotFound');
    return null;
  }
}
