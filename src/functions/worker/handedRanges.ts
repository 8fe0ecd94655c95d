/**
 * The ranges that the worker holds, each handed over once for all formulas over it. This side alone decides what goes:
 * messages arrive in their order, so both sides always know of the same ranges.
 *
 * A range stays while a question needs it, and after that as long as there is room for it: every edit is another range.
 */
import type { Steps, Turns } from '../turns';
import type { ToWorker } from './messages';
import { sendable } from './sendable';

interface Held {
  readonly cells: number;
  /** Resolves when the worker has all of it. */
  arrived: Promise<void>;
  /** Questions that need it. */
  users: number;
}

/** Cells in a piece: some 5 ms of work. */
const cellsAtOnce = 20_000;

export class HandedRanges {
  /** The least recently used first. */
  readonly #held = new Map<string, Held>();
  #cells = 0;

  constructor(
    private readonly post: (message: ToWorker) => void,
    private readonly turns: Turns,
    /** What is kept of ranges that nobody needs: 4 million cells are some 130 MB. */
    private readonly mostRanges = 8,
    private readonly mostCells = 4_000_000,
  ) {}

  /** The worker has the range when this resolves, and keeps it until it is released. */
  use(range: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    const before = this.#held.get(range);
    const held = before ?? { cells: rows.length * rows[0].length, arrived: Promise.resolve(), users: 0 };
    this.#held.delete(range);
    this.#held.set(range, held);
    held.users++;
    if (before === undefined) {
      this.#cells += held.cells;
      held.arrived = this.turns.run(this.#handOver(range, held, rows), () => false);
      // What could not be handed over as a whole is begun anew by the next question.
      held.arrived.catch(() => this.#held.get(range) === held && this.#drop(range));
    }
    return held.arrived;
  }

  release(range: string): void {
    const held = this.#held.get(range);
    if (held !== undefined) held.users--;
    for (const [name, { users }] of this.#held) {
      if (this.#held.size <= this.mostRanges && this.#cells <= this.mostCells) return;
      if (users === 0) this.#drop(name);
    }
  }

  /** Ends where nobody waits for it any more. */
  *#handOver(range: string, held: Held, rows: readonly (readonly unknown[])[]): Steps<void> {
    const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, rows[0].length)));
    for (let first = 0; first < rows.length; first += rowsAtOnce) {
      if (held.users === 0) {
        if (this.#held.get(range) === held) this.#drop(range);
        return;
      }
      const piece = rows.slice(first, first + rowsAtOnce).map((row) => row.map(sendable));
      this.post({ kind: 'rows', range, rows: piece });
      yield;
    }
  }

  #drop(range: string): void {
    this.#cells -= this.#held.get(range)?.cells ?? 0;
    this.#held.delete(range);
    this.post({ kind: 'drop', range });
  }
}
