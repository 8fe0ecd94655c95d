/** Collections whose items live only in the host: an ordered list of ids, each item a bag of properties. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';

/** Any collection: count, items and the three ways to one item, given how to list and how to find. */
export abstract class Collection extends HostObject {
  abstract override items(): readonly HostObject[];

  /** The item of that id or name; null when there is none. */
  protected abstract find(key: string): HostObject | null;

  override item(given: readonly unknown[]): HostObject {
    const found =
      typeof given[0] === 'number' ? (this.items()[given[0]] ?? null) : this.find(String(given[0]));
    if (found === null) throw new HostError('ItemNotFound');
    return found;
  }

  override get(name: string): unknown {
    return name === 'Count' ? this.items().length : super.get(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'GetCount':
        return this.items().length;
      case 'GetItem':
        return this.item(given);
      case 'GetItemAt': {
        const found = this.items()[Number(given[0])] as HostObject | undefined;
        if (found === undefined) throw new HostError('InvalidArgument');
        return found;
      }
      default:
        return super.call(name, given);
    }
  }
}

/** A collection of plain items, for classes that the host gives no meaning. Items cannot be added to it. */
export class PlainCollection extends Collection {
  override items(): readonly HostObject[] {
    const item = this.meta.item;
    if (item === null) return [];
    return this.session.store.list(this.key).map((id) => this.made(item, id));
  }

  protected find(key: string): HostObject | null {
    const item = this.meta.item;
    if (item === null) return null;
    return this.session.store.list(this.key).includes(key) ? this.made(item, key) : null;
  }

  protected made(item: string, id: string): HostObject {
    return this.session.make.plain(item, `${this.key}/${id}`, this);
  }
}

/** An item of a list kept by the host, and what `delete` does to it. */
export class ListedItem extends HostObject {
  constructor(
    session: Session,
    type: string,
    private readonly listKey: string,
    private readonly id: string,
  ) {
    super(session, type, `${listKey}/${id}`);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Delete') return super.call(name, given);
    const list = this.session.store.list(this.listKey);
    const at = list.indexOf(this.id);
    if (at < 0) throw new HostError('ItemNotFound');
    list.splice(at, 1);
    this.session.store.drop(this.key);
    return null;
  }
}
