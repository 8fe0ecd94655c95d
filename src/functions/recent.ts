/** A bounded memory: the most recently used entries, each with a size. */

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
}

export class Recent<Value> {
  // A Map keeps the order of insertion, so the first key is the one that was not used for longest.
  readonly #entries = new Map<string, Entry<Value>>();
  #size = 0;

  /** At most `mostEntries`, and `mostSize` in all; the last one put is kept whatever its size. */
  constructor(
    private readonly mostEntries: number,
    private readonly mostSize = Infinity,
  ) {}

  get count(): number {
    return this.#entries.size;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  put(key: string, value: Value, size = 1): void {
    const old = this.#entries.get(key);
    if (old !== undefined) this.#size -= old.size;
    this.#entries.delete(key);
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const [other, entry] of this.#entries) {
      if (this.#entries.size <= this.mostEntries && this.#size <= this.mostSize) break;
      if (other === key) break;
      this.#entries.delete(other);
      this.#size -= entry.size;
    }
  }
}
