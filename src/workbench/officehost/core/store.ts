/** What the host keeps beside the workbook: properties of objects that the workbook itself knows nothing of. */
import { CellLayers } from './layers';

export class Store {
  private readonly bags = new Map<string, Map<string, unknown>>();
  private readonly lists = new Map<string, string[]>();
  private readonly references = new Map<string, object>();
  private readonly listeners = new Map<number, number>();
  /** References handed out with events: the newest only, since nobody gives them back. */
  private readonly eventReferences: string[] = [];
  private lastId = 0;

  readonly layers = new CellLayers();
  /** Sheets that refuse writing. */
  readonly protectedSheets = new Set<string>();
  /** Office.context.document.settings: key -> JSON text. */
  readonly settings = new Map<string, string>();

  /** The properties of an object. */
  bag(key: string): Map<string, unknown> {
    let bag = this.bags.get(key);
    if (bag === undefined) {
      bag = new Map();
      this.bags.set(key, bag);
    }
    return bag;
  }

  /** Removes an object and everything below it. */
  drop(key: string): void {
    for (const kept of [...this.bags.keys()])
      if (kept === key || kept.startsWith(`${key}/`)) this.bags.delete(kept);
    for (const kept of [...this.lists.keys()])
      if (kept === key || kept.startsWith(`${key}/`)) this.lists.delete(kept);
  }

  /** Ids of the items of a collection, in order. */
  list(key: string): string[] {
    let list = this.lists.get(key);
    if (list === undefined) {
      list = [];
      this.lists.set(key, list);
    }
    return list;
  }

  /** '{00000001}', different each time. */
  newId(): string {
    this.lastId++;
    return `{${String(this.lastId).padStart(8, '0')}}`;
  }

  keep(object: object): string {
    this.lastId++;
    const id = `r${String(this.lastId)}`;
    this.references.set(id, object);
    return id;
  }

  /** A reference that an event carries; the oldest of more than 256 is forgotten. */
  keepForEvent(object: object): string {
    const id = this.keep(object);
    this.eventReferences.push(id);
    if (this.eventReferences.length > 256) this.release(this.eventReferences.shift() ?? '');
    return id;
  }

  /** Counts who listens to an event, so that nobody is told of what nobody asked for. */
  listen(code: number, step: 1 | -1): void {
    this.listeners.set(code, Math.max(0, (this.listeners.get(code) ?? 0) + step));
  }

  isHeard(code: number): boolean {
    return (this.listeners.get(code) ?? 0) > 0;
  }

  /** Puts other objects in the place of kept ones: ranges move along with their cells. */
  replaceKept(moved: (object: object) => object | null): void {
    for (const [id, object] of this.references) {
      const to = moved(object);
      if (to === null) this.references.delete(id);
      else this.references.set(id, to);
    }
  }

  /** Every property of an object and of what is below it, by its path from there: 'Custom/Rule/Formula'. */
  properties(key: string): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const [kept, bag] of this.bags) {
      if (!kept.startsWith(`${key}/`)) continue;
      for (const [name, value] of bag) found.set(`${kept.slice(key.length + 1)}/${name}`, value);
    }
    return found;
  }

  kept(id: string): object | undefined {
    return this.references.get(id);
  }

  release(id: string): void {
    this.references.delete(id);
  }

  releaseAll(): void {
    this.references.clear();
  }

  /** Objects that the page keeps; references of events do not count. */
  get referenceCount(): number {
    return this.references.size - this.eventReferences.length;
  }
}
