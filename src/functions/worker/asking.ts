/**
 * Questions over long ranges go to a worker: reading and measuring a table of deals is work that cannot be cut, and the
 * thread of the functions is that of the pane, and on the web that of Excel's own page.
 */
import { AnswerError } from '../answerError';
import type { Digests } from '../digests';
import type { AnswerTo, Question, QuestionName } from '../questions';
import { cancelled, type Turns } from '../turns';
import { HandedRanges } from './handedRanges';
import type { FromWorker, SentArgument, SentQuestion, ToWorker } from './messages';
import { sendable } from './sendable';

/** What is needed of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

/** Above this a question is asked in the worker: below, reading it costs less than 50 ms and no worker need start. */
const mostCellsHere = 8_000;
/** A range above this is handed over by itself; a smaller one travels with its question. */
const mostCellsInside = 200;

/** The worker cannot be used: it may not be started, its script did not load, or it ran out of memory. */
export class WorkerLost extends Error {}

export class AskedWorker {
  #worker: WorkerLike | null = null;
  #lost: WorkerLost | null = null;
  #lastId = 0;
  readonly #waiting = new Map<number, (reply: FromWorker | WorkerLost) => void>();
  readonly #ranges: HandedRanges;

  constructor(
    private readonly start: () => WorkerLike,
    private readonly turns: Turns,
    private readonly digests: Digests,
    ...room: readonly [mostRanges?: number, mostCells?: number]
  ) {
    // What is said to a worker that was lost meanwhile is said to nobody: its questions are answered elsewhere.
    this.#ranges = new HandedRanges((message) => this.#worker?.postMessage(message), turns, ...room);
  }

  /** Whether the question is long enough, and the worker was not lost before. */
  takes({ given, rest }: Question): boolean {
    return (
      this.#lost === null && [given.deals, ...rest].some((argument) => cellsOf(argument) > mostCellsHere)
    );
  }

  /** Rejects with an AnswerError, with WorkerLost, or with what the engine threw. */
  async ask<Name extends QuestionName>(
    { name, given, rest }: Question<Name>,
    signal: AbortSignal,
  ): Promise<AnswerTo<Name>> {
    const worker = this.#running();
    const used: string[] = [];
    const release = (): void => used.splice(0).forEach((range) => this.#ranges.release(range));
    signal.addEventListener('abort', release, { once: true });
    try {
      const sent: SentArgument[] = [];
      for (const argument of [given.deals, given.aliases, ...rest])
        sent.push(await this.#sent(argument, signal, used));
      const [deals, aliases, ...others] = sent;
      const question = { name, deals, aliases, addresses: given.addresses, rest: others };
      const reply = await this.#exchange(worker, question, signal);
      if (reply instanceof WorkerLost) throw reply;
      if (reply.kind === 'answer') return reply.answer as AnswerTo<Name>;
      if (reply.kind === 'refused') throw new AnswerError(reply.code, reply.message);
      throw new Error(reply.message);
    } finally {
      signal.removeEventListener('abort', release);
      release();
    }
  }

  #exchange(
    worker: WorkerLike,
    question: SentQuestion,
    signal: AbortSignal,
  ): Promise<FromWorker | WorkerLost> {
    if (this.#lost !== null) return Promise.resolve(this.#lost);
    const id = ++this.#lastId;
    const cancel = (): void => worker.postMessage({ kind: 'cancel', id });
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => {
        signal.removeEventListener('abort', cancel);
        resolve(reply);
      });
      signal.addEventListener('abort', cancel, { once: true });
      worker.postMessage({ kind: 'ask', id, question });
    });
  }

  /** The argument as it travels; a range is in the worker's hands when this resolves, and among those `used`. */
  async #sent(argument: unknown, signal: AbortSignal, used: string[]): Promise<SentArgument> {
    if (!Array.isArray(argument)) return { value: sendable(argument) };
    const rows = argument as readonly (readonly unknown[])[];
    if (cellsOf(rows) <= mostCellsInside) return { value: rows.map(sendableRow) };
    const range = await this.turns.run(this.digests.of(rows), () => signal.aborted);
    if (signal.aborted) throw cancelled();
    used.push(range);
    await this.#ranges.use(range, rows);
    if (signal.aborted) throw cancelled();
    return { range };
  }

  #running(): WorkerLike {
    if (this.#lost !== null) throw this.#lost;
    if (this.#worker !== null) return this.#worker;
    try {
      this.#worker = this.start();
    } catch (error) {
      // A browser that allows no worker here says so by throwing.
      this.#lost = new WorkerLost(error instanceof Error ? error.message : String(error));
      throw this.#lost;
    }
    this.#worker.onmessage = ({ data }) => this.#settle(data.id, data);
    this.#worker.onerror = ({ message }) => this.#lose(message);
    return this.#worker;
  }

  #lose(message: string): void {
    this.#lost = new WorkerLost(message || 'The script of the functions’ worker did not load.');
    this.#worker?.terminate();
    this.#worker = null;
    for (const id of [...this.#waiting.keys()]) this.#settle(id, this.#lost);
  }

  #settle(id: number, reply: FromWorker | WorkerLost): void {
    const settle = this.#waiting.get(id);
    this.#waiting.delete(id);
    settle?.(reply);
  }
}

function cellsOf(argument: unknown): number {
  if (!Array.isArray(argument)) return 1;
  const [first] = argument as unknown[];
  return Array.isArray(first) ? argument.length * first.length : argument.length;
}

/** Hosts hand a single cell over as a row that is no array. */
function sendableRow(row: unknown): unknown {
  return Array.isArray(row) ? row.map(sendable) : sendable(row);
}
