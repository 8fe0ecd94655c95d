/**
 * Runs the actions of one ProcessQuery request in order and answers them.
 *
 * A path is followed once and remembered for the request: `worksheets.add()` must not add twice. The first action that
 * fails ends the request; what was answered before it goes along, as Excel does it.
 */
import { HostError } from './errors';
import { HostObject, own, placeOf, type Session } from './objects';
import { query } from './query';
import {
  actionKind,
  pathKind,
  type ArgumentInfo,
  type WireAction,
  type WirePath,
  type WireRequest,
  type WireResponse,
  type WireResult,
} from './wire';

/** Objects that belong to no workbook: 'Microsoft.AppRuntime.AppRuntimeService' and the like. */
export type ServiceFinder = (name: string) => HostObject | null;

export function runRequest(session: Session, services: ServiceFinder, request: WireRequest): WireResponse {
  const run = new RequestRun(session, services, request);
  const results: WireResult[] = [];
  const traces: number[] = [];
  for (let index = 0; index < request.Actions.length; index++) {
    const action = request.Actions[index];
    try {
      if (action.ActionType === actionKind.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: run.perform(action) });
    } catch (error) {
      return failed(error, index, results, traces);
    }
  }
  return traces.length === 0 ? { Results: results } : { Results: results, TraceIds: traces };
}

function failed(
  error: unknown,
  index: number,
  before: WireResult[],
  traces: readonly number[],
): WireResponse {
  const known =
    error instanceof HostError
      ? error
      : new HostError('GeneralException', error instanceof Error ? error.message : String(error));
  return {
    Error: {
      Code: known.code,
      Message: known.message,
      Location: known.place ?? '',
      ActionIndex: index,
      HttpStatusCode: known.status,
    },
    ProcessedResults: { Results: before },
    TraceIds: traces,
  };
}

class RequestRun {
  private readonly found = new Map<number, HostObject | null>();
  /** Objects of this request that the client asked to keep -> the id under which it will come back. */
  private readonly kept = new Map<HostObject, string>();
  private readonly pathCount: number;

  constructor(
    private readonly session: Session,
    private readonly services: ServiceFinder,
    private readonly request: WireRequest,
  ) {
    this.pathCount = Object.keys(request.ObjectPaths).length;
  }

  perform(action: WireAction): unknown {
    if (action.ActionType === actionKind.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (object === null) return null;
    switch (action.ActionType) {
      case actionKind.instantiate:
        return { ...object.identity(), ...this.reference(object) };
      case actionKind.query:
        return { ...asRecord(query(object, action.QueryInfo ?? {}, 'load')), ...this.reference(object) };
      case actionKind.retrieve:
        return query(object, action.QueryInfo ?? {}, 'retrieve');
      case actionKind.method:
        return this.method(object, action.Name, this.given(action.ArgumentInfo));
      case actionKind.set:
        placed(object, action.Name, () => {
          setProperty(object, action.Name, this.given(action.ArgumentInfo)[0]);
        });
        return null;
      case actionKind.update:
        this.update(object, action.ObjectState ?? {});
        return null;
      default:
        return this.session.unknown(`action type ${String(action.ActionType)}`);
    }
  }

  private method(object: HostObject, name: string, given: readonly unknown[]): unknown {
    if (name === '_KeepReference') {
      if (!this.kept.has(object)) this.kept.set(object, this.session.store.keep(object));
      return null;
    }
    const answer = placed(object, name, () => object.call(name, given));
    return answer instanceof HostObject ? answer.identity() : (answer ?? null);
  }

  private reference(object: HostObject): Record<string, unknown> {
    const id = this.kept.get(object);
    return id === undefined ? {} : { _ReferenceId: id };
  }

  /** `range.set({values, format: {fill: {color}}})`: the client's spelling, nested as its objects are. */
  private update(object: HostObject, state: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state)) {
      const child = Object.keys(object.meta.children).find(
        (known) => known.toLowerCase() === name.toLowerCase(),
      );
      if (child === undefined) {
        placed(object, name, () => {
          setProperty(object, name, value);
        });
        continue;
      }
      const target = object.child(child);
      if (target !== null) this.update(target, asRecord(value));
    }
  }

  /** Follows a path from the nearest known ancestor down: chains can be long, so without recursion. */
  private resolve(id: number): HostObject | null {
    const way: WirePath[] = [];
    let at: number | undefined = id;
    while (at !== undefined && !this.found.has(at)) {
      const path: WirePath | undefined = own(this.request.ObjectPaths, String(at));
      // A way that is longer than there are paths goes round in a circle.
      if (path === undefined || way.length > this.pathCount)
        throw new HostError('InvalidArgument', `There is no object path ${String(at)}.`);
      way.push(path);
      at = path.ParentObjectPathId;
    }
    for (let index = way.length - 1; index >= 0; index--) {
      const path = way[index];
      const parent =
        path.ParentObjectPathId === undefined ? null : (this.found.get(path.ParentObjectPathId) ?? null);
      this.found.set(path.Id, this.follow(path, parent));
    }
    return this.found.get(id) ?? null;
  }

  private follow(path: WirePath, parent: HostObject | null): HostObject | null {
    switch (path.ObjectPathType) {
      case pathKind.root:
        return this.session.make.workbook();
      case pathKind.service:
        return this.services(path.Name) ?? this.session.unknown(path.Name);
      case pathKind.reference: {
        const kept = this.session.store.kept(path.Name);
        if (kept instanceof HostObject) {
          this.kept.set(kept, path.Name);
          return kept;
        }
        throw new HostError('InvalidReference');
      }
      case pathKind.none:
        return null;
      default:
        break;
    }
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case pathKind.property:
        return placed(parent, path.Name, () => parent.child(path.Name));
      case pathKind.indexer:
        return placed(parent, 'GetItem', () => parent.item(this.given(path.ArgumentInfo)));
      case pathKind.method: {
        const given = this.given(path.ArgumentInfo);
        const answer = placed(parent, path.Name, () => parent.call(path.Name, given));
        if (answer === null || answer instanceof HostObject) return answer;
        return this.session.unknown(placeOf(parent, path.Name));
      }
      default:
        return this.session.unknown(`object path type ${String(path.ObjectPathType)}`);
    }
  }

  /** Arguments with the objects that they mean put in. Omitted ones arrive as null. */
  private given(info: ArgumentInfo | undefined): unknown[] {
    const given = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds ?? null;
    return given.map((value, index) => this.argument(value, ids === null ? 0 : ids[index]));
  }

  private argument(value: unknown, id: unknown): unknown {
    if (typeof id === 'number' && id !== 0) return this.resolve(id);
    if (Array.isArray(value) && Array.isArray(id)) {
      return value.map((inner: unknown, index) => this.argument(inner, id[index]));
    }
    if (typeof value === 'object' && value !== null && '_ObjectPathId' in value) {
      return this.resolve(Number(value._ObjectPathId));
    }
    return value;
  }
}

/** Properties come under the name of their setter, which for three of them is not the name that they are read by. */
function setProperty(object: HostObject, name: string, value: unknown): void {
  const lower = name.toLowerCase();
  const known =
    own(object.meta.aliases, name) ??
    object.meta.scalars.find((scalar) => scalar.toLowerCase() === lower) ??
    name;
  object.set(known, value);
}

/** Gives an error without a place the place of the member that raised it. */
function placed<T>(object: HostObject, member: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError && error.place === undefined) {
      throw new HostError(error.code, error.message, placeOf(object, member));
    }
    throw error;
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
