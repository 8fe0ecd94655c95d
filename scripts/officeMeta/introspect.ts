/**
 * Reads the classes of a running office.js: what they are called on the wire, what their members are, what they return.
 *
 * Every member is tried on an object that belongs to no request: the library then says by itself which action it would send.
 */
import type { EventMeta, Meta, TypeMeta } from '../../src/workbench/officehost/meta/types';

/** The parts of the library that are used here and that its public types do not name. */
interface ObjectPath {
  readonly objectPathInfo: { readonly ObjectPathType: number; readonly Name: string };
  readonly isCollection: boolean;
}
interface Probe {
  readonly [member: string]: unknown;
  readonly _className: string;
  readonly _objectPath: ObjectPath;
}
interface Action {
  readonly actionInfo: { readonly ActionType: number; readonly Name: string };
}
interface Context {
  readonly _pendingRequest: { readonly m_actions: readonly Action[] };
}
type ProbeClass = new (context: Context, path: unknown) => Probe;

/** The globals of a page in which office.js runs. */
export interface OfficePage {
  readonly Excel: Readonly<Record<string, unknown>>;
  readonly OfficeExtension: {
    readonly ClientObject: { readonly prototype: object };
    readonly BatchApiHelper: {
      createRootServiceObject(type: ProbeClass, context: Context): Probe;
    };
  };
}

/** Members of every client object: they never reach the wire under their own name. */
const inherited = new Set([
  'constructor',
  'load',
  'set',
  'update',
  'toJSON',
  'retrieve',
  'retrieveAndClean',
  'track',
  'untrack',
  'ensureUnchanged',
  'mockData',
  'setMockData',
]);

/** The worksheet functions of Excel.Functions: one method each, all of them return a FunctionResult. */
const withoutMethods = 'Functions';

/** What the library's own code knows about its classes. Deterministic for one version of the library. */
export function introspect(page: OfficePage, library: string): Meta {
  const types: Record<string, TypeMeta> = {};
  for (const name of Object.keys(page.Excel).sort()) {
    const type = page.Excel[name];
    if (typeof type !== 'function') continue;
    if (!(type.prototype instanceof (page.OfficeExtension.ClientObject as new () => object))) continue;
    const described = describeType(page, type as ProbeClass);
    types[described.name] = described.meta;
  }
  return { library, types };
}

function describeType(page: OfficePage, type: ProbeClass): { name: string; meta: TypeMeta } {
  const fresh = (): { context: Context; probe: Probe } => {
    const context = new (page.Excel['RequestContext'] as new () => Context)();
    return { context, probe: page.OfficeExtension.BatchApiHelper.createRootServiceObject(type, context) };
  };
  const { probe } = fresh();
  const strings = (member: string): string[] => (probe[member] as string[] | undefined) ?? [];
  const writable = (probe['_scalarPropertyUpdateable'] as boolean[] | undefined) ?? [];
  const original = strings('_scalarPropertyOriginalNames');

  const aliases: Record<string, string> = {};
  strings('_scalarPropertyNames').forEach((name, index) => {
    if (writable[index] !== true) return;
    const wire = setterName(fresh(), name);
    if (wire !== null && wire !== original[index]) aliases[wire] = original[index];
  });

  const children: Record<string, string> = {};
  for (const name of strings('_navigationPropertyNames')) {
    const child = fresh().probe[name] as Probe;
    children[child._objectPath.objectPathInfo.Name] = child._className;
  }

  const methods: Record<string, string> = {};
  const events: Record<string, EventMeta> = {};
  let item: string | null = null;
  for (const name of members(type.prototype as object)) {
    if (inherited.has(name)) continue;
    if (/^_?on[A-Z]/.test(name)) {
      const event = describeEvent(fresh(), name);
      if (event !== null) events[name] = event;
      continue;
    }
    if (probe._className === withoutMethods || !isMethod(type.prototype as object, name)) continue;
    const answer = describeMethod(fresh(), name);
    if (answer === null) continue;
    if (answer.wire === '') item = answer.returns;
    else methods[answer.wire] = answer.returns;
  }
  return {
    name: probe._className.replace(/<.*>$/, ''),
    meta: {
      scalars: original,
      writable: original.filter((_, index) => writable[index] === true),
      aliases,
      children,
      item: item ?? methods['GetItemAt'] ?? null,
      collection: Object.getOwnPropertyDescriptor(type.prototype, '_isCollection') !== undefined,
      methods,
      events,
    },
  };
}

function members(prototype: object): string[] {
  return Object.getOwnPropertyNames(prototype).sort();
}

function isMethod(prototype: object, name: string): boolean {
  if (/^_(Register|Unregister)/.test(name)) return false;
  const described = Object.getOwnPropertyDescriptor(prototype, name);
  return (
    typeof described?.value === 'function' &&
    !/^_(handle|recursively|getRetrieve|ensure|add|initialize)/.test(name)
  );
}

function lastAction(context: Context): Action['actionInfo'] | null {
  return context._pendingRequest.m_actions.at(-1)?.actionInfo ?? null;
}

/** The name under which a property is set; null when the library refuses the trial value by itself. */
function setterName(of: { context: Context; probe: Probe }, name: string): string | null {
  const before = of.context._pendingRequest.m_actions.length;
  if (!attempt(() => Reflect.set(of.probe, name, 'x'))) return null;
  const action = lastAction(of.context);
  return of.context._pendingRequest.m_actions.length > before && action?.ActionType === 4
    ? action.Name
    : null;
}

/** Wire name and what comes back: the name of a class, 'value' or 'void'. The wire name of an indexer is ''. */
function describeMethod(
  of: { context: Context; probe: Probe },
  name: string,
): { wire: string; returns: string } | null {
  const method = of.probe[name] as (...given: unknown[]) => unknown;
  const before = of.context._pendingRequest.m_actions.length;
  let returned: unknown;
  const done = attempt(() => {
    returned = method.apply(
      of.probe,
      Array.from({ length: method.length }, () => 'x'),
    );
  });
  if (!done) return null;
  if (isProbe(returned)) {
    const path = returned._objectPath.objectPathInfo;
    if (path.ObjectPathType === 5) return { wire: '', returns: returned._className };
    return path.ObjectPathType === 3 ? { wire: path.Name, returns: returned._className } : null;
  }
  const action = lastAction(of.context);
  if (of.context._pendingRequest.m_actions.length === before || action?.ActionType !== 3) return null;
  return { wire: action.Name, returns: returned === undefined ? 'void' : 'value' };
}

function describeEvent(of: { context: Context; probe: Probe }, name: string): EventMeta | null {
  let info: { eventType?: number; registerFunc?: (() => void) | null } | undefined;
  const done = attempt(() => {
    info = (of.probe[name] as { m_genericEventInfo?: typeof info }).m_genericEventInfo;
    info?.registerFunc?.();
  });
  if (!done || info?.eventType === undefined) return null;
  const action = lastAction(of.context);
  return { code: info.eventType, register: action?.ActionType === 3 ? action.Name : null };
}

function isProbe(value: unknown): value is Probe {
  return typeof value === 'object' && value !== null && '_objectPath' in value;
}

/** Some members refuse trial arguments; what they would send stays unknown and is not listed. */
function attempt(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (refusal) {
    return refusal === undefined;
  }
}
