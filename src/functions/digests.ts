/** The digests of arguments, each array gone through once. */
import { ContentDigest } from './contentDigest';
import type { Steps } from './turns';

/** Cells between two looks at the clock: some 5 ms. */
const cellsAStep = 50_000;

export class Digests {
  readonly #known = new WeakMap<object, string>();
  /** How many arguments were gone through: for tests of what is shared. */
  computed = 0;

  /** A value that depends on nothing but the cells of an argument; '' for one that was left out. */
  *of(argument: unknown): Steps<string> {
    if (!Array.isArray(argument)) return argument === null || argument === undefined ? '' : String(argument);
    const before = this.#known.get(argument);
    if (before !== undefined) return before;
    this.computed++;
    const digest = new ContentDigest();
    let left = cellsAStep;
    for (const line of argument as readonly (readonly unknown[])[]) {
      digest.add(line);
      left -= line.length;
      if (left > 0) continue;
      left = cellsAStep;
      yield;
    }
    this.know(argument, digest.text());
    return digest.text();
  }

  /** For an array whose digest came with it. */
  know(argument: object, digest: string): void {
    this.#known.set(argument, digest);
  }
}
