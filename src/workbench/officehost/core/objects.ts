/**
 * Objects of the host: what a path of a request leads to. The base class knows every class of office.js from the
 * generated metadata and keeps its properties as given; classes with meaning of their own override it.
 */
import type { Area } from '../../../engine/index';
import type { WorkbookModel } from '../../model';
import type { Meta, TypeMeta } from '../meta/types';
import { HostError } from './errors';
import type { Store } from './store';

/** Makes the objects that several classes hand out, so that they need not know each other. */
export interface Makers {
  workbook(): HostObject;
  worksheet(id: string): HostObject;
  range(sheet: string, area: Area): HostObject;
  /** Several ranges of one sheet as one. */
  rangeAreas(sheet: string, areas: readonly Area[]): HostObject;
  table(id: string): HostObject;
  /** A child or an item of a class without a class of its own here. */
  plain(type: string, key: string, parent: HostObject): HostObject;
}

/** What objects share for as long as the workbook is open. */
export interface Session {
  readonly model: WorkbookModel;
  readonly meta: Meta;
  readonly store: Store;
  readonly make: Makers;
  /** Strict mode: what the host does not know fails, and is remembered for the test that asks. */
  unknown(place: string): never;
}

export class HostObject {
  constructor(
    readonly session: Session,
    readonly type: string,
    /** Names the object for good: what is kept of it is kept under this. */
    readonly key: string,
  ) {}

  get meta(): TypeMeta {
    return own(this.session.meta.types, this.type) ?? this.session.unknown(this.type);
  }

  /** Answer to an instantiation: the id under which the client will ask again, if the class has one. */
  identity(): Record<string, unknown> {
    for (const name of ['Id', '_Id']) {
      if (this.meta.scalars.includes(name)) return { [name]: this.get(name) };
    }
    return {};
  }

  /** A property by its wire name. */
  get(name: string): unknown {
    if (!this.meta.scalars.includes(name)) return this.session.unknown(placeOf(this, name));
    return this.session.store.bag(this.key).get(name) ?? null;
  }

  set(name: string, value: unknown): void {
    if (!this.meta.writable.includes(name)) this.session.unknown(placeOf(this, name));
    this.session.store.bag(this.key).set(name, value);
  }

  child(name: string): HostObject | null {
    const type = own(this.meta.children, name);
    if (type === undefined) return this.session.unknown(placeOf(this, name));
    return this.session.make.plain(type, `${this.key}/${name}`, this);
  }

  /** A method: its answer, an object, or null for a null object. */
  call(name: string, given: readonly unknown[]): unknown {
    const event = eventOf(this.meta, name);
    if (event !== null) {
      this.session.store.listen(event.code, event.step);
      return null;
    }
    if (!/OrNullObject/.test(name)) return this.session.unknown(placeOf(this, name));
    try {
      return this.call(name.replace('OrNullObject', ''), given);
    } catch (error) {
      if (error instanceof HostError && error.code === 'ItemNotFound') return null;
      throw error;
    }
  }

  /** getItem. */
  item(given: readonly unknown[]): HostObject | null {
    return this.session.unknown(`${this.type}.getItem(${given.map(String).join(', ')})`);
  }

  /** The items of a collection; null for everything else. */
  items(): readonly HostObject[] | null {
    return null;
  }

  /** Properties that "all of them" leaves out: the host cannot answer them and says so when they are asked by name. */
  omitted(): readonly string[] {
    return [];
  }
}

/** 'Worksheet', 'GetRange' -> 'Worksheet.getRange'. */
export function placeOf(object: HostObject, member: string): string {
  return `${object.type}.${member.charAt(0).toLowerCase()}${member.slice(1)}`;
}

/** '_RegisterDataChangedEvent' -> the code of the event and 1; '_UnregisterDataChangedEvent' -> the same and -1. */
function eventOf(meta: TypeMeta, method: string): { readonly code: number; readonly step: 1 | -1 } | null {
  if (!/^_(Unr|R)egister/.test(method)) return null;
  const register = method.replace(/^_Unregister/, '_Register');
  for (const event of Object.values(meta.events)) {
    if (event.register === register) return { code: event.code, step: register === method ? 1 : -1 };
  }
  return null;
}

/** A value by a key that a stranger may have chosen: '__proto__' and 'constructor' are not there. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
