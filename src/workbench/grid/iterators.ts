/**
 * Iterator helpers where the platform lacks them.
 *
 * The spreadsheet engine calls `map.keys().some(...)`, which Node 20 and browsers of before 2024 do not have. Only what
 * is missing is added, under the names and with the meaning of the language (ECMAScript 2025, 27.1.4).
 */
type Visit = (item: unknown, index: number) => unknown;

const helpers = {
  some(this: Iterable<unknown>, test: Visit): boolean {
    let index = 0;
    for (const item of this) if (test(item, index++)) return true;
    return false;
  },
  every(this: Iterable<unknown>, test: Visit): boolean {
    let index = 0;
    for (const item of this) if (!test(item, index++)) return false;
    return true;
  },
  find(this: Iterable<unknown>, test: Visit): unknown {
    let index = 0;
    for (const item of this) if (test(item, index++)) return item;
    return undefined;
  },
  forEach(this: Iterable<unknown>, visit: Visit): void {
    let index = 0;
    for (const item of this) visit(item, index++);
  },
  *map(this: Iterable<unknown>, change: Visit): Generator<unknown> {
    let index = 0;
    for (const item of this) yield change(item, index++);
  },
  *filter(this: Iterable<unknown>, test: Visit): Generator<unknown> {
    let index = 0;
    for (const item of this) if (test(item, index++)) yield item;
  },
  reduce(
    this: Iterable<unknown>,
    fold: (sum: unknown, item: unknown, index: number) => unknown,
    ...start: unknown[]
  ): unknown {
    let index = 0;
    let sum: unknown = start[0];
    for (const item of this) {
      sum = index === 0 && start.length === 0 ? item : fold(sum, item, index);
      index += 1;
    }
    if (index === 0 && start.length === 0) throw new TypeError('Reduce of nothing with no initial value.');
    return sum;
  },
  toArray(this: Iterable<unknown>): unknown[] {
    return [...this];
  },
};

/** To be called before the engine is used. Twice is as good as once. */
export function addIteratorHelpers(): void {
  const prototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const [name, value] of Object.entries(helpers)) {
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
}
