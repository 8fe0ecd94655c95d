/** workbook.customXmlParts: kept as text, found by id and by the namespace of the root element. */
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { textAt } from './arguments';
import { Collection, ListedItem } from './collections';

const listKey = 'customXmlParts';

export class CustomXmlPartCollection extends Collection {
  /** `namespace` null: all parts. */
  constructor(
    session: Session,
    private readonly namespace: string | null = null,
  ) {
    super(session, namespace === null ? 'CustomXmlPartCollection' : 'CustomXmlPartScopedCollection', listKey);
  }

  override items(): readonly HostObject[] {
    return this.session.store
      .list(listKey)
      .map((id) => new CustomXmlPart(this.session, 'CustomXmlPart', listKey, id))
      .filter((part) => this.namespace === null || part.get('NamespaceUri') === this.namespace);
  }

  protected find(key: string): HostObject | null {
    return this.items().find((part) => part.get('Id') === key) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'Add': {
        const xml = wellFormed(textAt(given, 0));
        const id = this.session.store.newId();
        this.session.store.list(listKey).push(id);
        const part = new CustomXmlPart(this.session, 'CustomXmlPart', listKey, id);
        const bag = this.session.store.bag(part.key);
        bag.set('Id', id);
        bag.set('xml', xml);
        return part;
      }
      case 'GetByNamespace':
        return new CustomXmlPartCollection(this.session, textAt(given, 0));
      case 'GetOnlyItem':
        if (this.items().length !== 1) throw new HostError('ItemNotFound');
        return this.items()[0];
      default:
        return super.call(name, given);
    }
  }
}

class CustomXmlPart extends ListedItem {
  override get(name: string): unknown {
    return name === 'NamespaceUri' ? namespaceOf(this.xml) : super.get(name);
  }

  private get xml(): string {
    return String(this.session.store.bag(this.key).get('xml') ?? '');
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'GetXml':
        return this.xml;
      case 'SetXml':
        this.session.store.bag(this.key).set('xml', wellFormed(textAt(given, 0)));
        return null;
      default:
        return super.call(name, given);
    }
  }
}

/** One root element, opened and closed. Not a parser: what the workbook stores is text. */
function wellFormed(xml: string): string {
  const root = /^\s*(?:<\?[^?]*\?>\s*)?<([\w.:-]+)[\s/>]/.exec(xml);
  const closed = root !== null && (xml.trimEnd().endsWith(`</${root[1]}>`) || xml.trimEnd().endsWith('/>'));
  if (!closed) throw new HostError('InvalidArgument');
  return xml;
}

function namespaceOf(xml: string): string {
  const root = /<([\w.:-]+)((?:\s[^>]*)?)>/.exec(xml.replace(/^\s*<\?[^?]*\?>/, ''));
  if (root === null) return '';
  const prefix = root[1].includes(':') ? `xmlns:${root[1].split(':')[0]}` : 'xmlns';
  const given = new RegExp(`\\s${prefix}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root[2]);
  return given?.[1] ?? given?.[2] ?? '';
}
