/**
 * Long work in short turns: many formulas, each a run of steps, and never more than `turnLength` milliseconds at a time (a single
 * step may take longer: it is not cut). What waits goes on in later tasks of the event loop, so that Excel and the pane stay alive;
 * the platform restarts add-ins that hold their thread for 5 s.
 *
 * Jobs take turns in the order in which they came; a job that is cancelled never takes another.
 */
import { AnswerError } from './answerError';

/** The work of one formula: every `yield` is a place where it may wait. */
export type Steps<T> = Generator<void, T, void>;

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Runs `task` as a task of its own, after what the platform has waiting. */
  later(task: () => void): void;
}

interface Job {
  /** Whether it is done. */
  step(): boolean;
}

export class Turns {
  readonly #queue: Job[] = [];
  #running = false;

  constructor(
    private readonly clock: Clock,
    private readonly turnLength = 50,
  ) {}

  /** Rejects with what the steps throw, and with #N/A once `isCancelled` says so. */
  run<T>(steps: Steps<T>, isCancelled: () => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({
        step: () => {
          try {
            if (isCancelled()) throw cancelled();
            const { done, value } = steps.next();
            if (done === true) resolve(value);
            return done === true;
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
            return true;
          }
        },
      });
      if (this.#running) return;
      this.#running = true;
      // A whole batch of formulas is handed over before the first of them is worked on, and what Excel's own script does
      // to hand over a long range is a block of its own.
      this.clock.later(() => this.#turn());
    });
  }

  #turn(): void {
    const end = this.clock.now() + this.turnLength;
    let first = 0;
    while (first < this.#queue.length) {
      const isDone = this.#queue[first].step();
      if (isDone) first++;
      if (this.clock.now() < end) continue;
      const [waiting] = isDone ? [] : this.#queue.splice(first, 1);
      if (waiting !== undefined) this.#queue.push(waiting);
      break;
    }
    this.#queue.splice(0, first);
    this.#running = this.#queue.length > 0;
    if (this.#running) this.clock.later(() => this.#turn());
  }
}

/** What a formula shows that Excel stopped. */
export function cancelled(): AnswerError {
  return new AnswerError('#N/A', 'The calculation was cancelled.');
}

/** Messages between two ports come as tasks that hidden panes do not slow down, unlike timers. */
export const platformClock: Clock = {
  now: () => performance.now(),
  later(task) {
    const { port1, port2 } = new MessageChannel();
    // Assigned, not declared: browsers and Node agree on the property, their type declarations do not.
    Object.assign(port1, {
      onmessage: () => {
        port1.close();
        task();
      },
    });
    port2.postMessage(null);
  },
};
