/** load and retrieve: which properties of which objects are asked, and the answer in the spelling of each. */
import { HostError } from './errors';
import { placeOf, type HostObject } from './objects';
import type { QueryInfo } from './wire';

/** One level of a selection: names in lower case -> what is asked below them. */
interface Selection {
  /** No name at all, or '*': every property that holds a value. */
  all: boolean;
  readonly below: Map<string, Selection>;
}

/** Pascal case with `_Items`, as load wants it, or camel case with `items`, as retrieve does. */
export type Spelling = 'load' | 'retrieve';

export function query(object: HostObject, info: QueryInfo, spelling: Spelling): unknown {
  return answer(object, selectionOf(info), info, spelling);
}

function emptySelection(): Selection {
  return { all: false, below: new Map() };
}

function selectionOf(info: QueryInfo): Selection {
  const root = emptySelection();
  for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
    let at = root;
    for (const part of path.split('/')) {
      const name = part.trim().toLowerCase();
      if (name === '*' || name === '') {
        at.all = true;
        break;
      }
      let next = at.below.get(name);
      if (next === undefined) {
        next = emptySelection();
        at.below.set(name, next);
      }
      at = next;
    }
  }
  if (root.below.size === 0) root.all = true;
  return root;
}

/** Depth is that of the client's class model, not of the user's data. */
function answer(object: HostObject, selection: Selection, info: QueryInfo, spelling: Spelling): unknown {
  const spell = (name: string): string => (spelling === 'load' ? name : camel(name));
  const given: Record<string, unknown> = {};
  const items = object.items();
  const own = items === null ? selection : ownOfCollection(object, selection);
  writeProperties(object, own, given, spelling);
  if (items !== null) {
    const skipped = items.slice(
      info.Skip ?? 0,
      info.Top === undefined ? undefined : (info.Skip ?? 0) + info.Top,
    );
    const below = selectionOfItems(object, selection);
    given[spelling === 'load' ? '_Items' : 'items'] = skipped.map((item) => {
      const line: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(item.identity())) line[spell(name)] = value;
      writeProperties(item, below, line, spelling);
      return line;
    });
  } else if (spelling === 'load') {
    Object.assign(given, object.identity());
  }
  return given;
}

function writeProperties(
  object: HostObject,
  selection: Selection,
  given: Record<string, unknown>,
  spelling: Spelling,
): void {
  const spell = (name: string): string => (spelling === 'load' ? name : camel(name));
  if (selection.all) {
    const omitted = object.omitted();
    for (const name of object.meta.scalars) {
      if (name !== '_ReferenceId' && !omitted.includes(name)) given[spell(name)] = object.get(name);
    }
  }
  for (const [name, below] of selection.below) {
    const scalar = object.meta.scalars.find((known) => known.toLowerCase() === name);
    if (scalar !== undefined) {
      given[spell(scalar)] = object.get(scalar);
      continue;
    }
    const child = Object.keys(object.meta.children).find((known) => known.toLowerCase() === name);
    if (child === undefined) {
      throw new HostError('InvalidArgument', undefined, placeOf(object, name));
    }
    const target = object.child(child);
    const asked = below.below.size === 0 ? { ...below, all: true } : below;
    given[spell(child)] = target === null ? null : answer(target, asked, {}, spelling);
  }
}

/** What is asked of the collection itself: its own properties, and all of them when nothing is named. */
function ownOfCollection(object: HostObject, selection: Selection): Selection {
  const below = new Map([...selection.below].filter(([name]) => isOwn(object, name) && name !== 'items'));
  return { all: selection.all || (below.size === 0 && object.meta.scalars.length > 0), below };
}

/** What is asked of each item: 'items/name', or 'name' where the collection has no such property itself. */
function selectionOfItems(object: HostObject, selection: Selection): Selection {
  const of = selection.below.get('items');
  const below = new Map(of?.below ?? []);
  for (const [name, asked] of selection.below) {
    if (name !== 'items' && !isOwn(object, name)) below.set(name, asked);
  }
  const all = selection.all || of?.all === true || (of !== undefined && of.below.size === 0);
  return { all, below };
}

function isOwn(object: HostObject, name: string): boolean {
  return (
    object.meta.scalars.some((known) => known.toLowerCase() === name) ||
    Object.keys(object.meta.children).some((known) => known.toLowerCase() === name)
  );
}

/** 'NumberFormat' -> 'numberFormat'; '_Id' stays. */
function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
