/**
 * Questions over long ranges go to a worker: reading and measuring a table of deals is work that cannot be cut, and the
 * thread of the functions is that of the pane, and on the web that of Excel's own page.
 *
 * A range is handed over once for all formulas, known by its digest, in pieces between which the thread is free. What
 * the worker gave up meanwhile it asks for again.
 */
import { AnswerError } from '../answerError';
import type { Digests } from '../digests';
import { plainCell } from '../plainCell';
import type { AnswerTo, Question, QuestionName } from '../questions';
import type { Steps, Turns } from '../turns';
import type { FromWorker, SentArgument, SentQuestion, ToWorker } from './messages';

/** What is needed of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
}

/** Above this a question is asked in the worker: below, reading it costs less than 50 ms and no worker need start. */
const mostCellsHere = 8_000;
/** A range above this is handed over by itself; a smaller one travels with its question. */
const mostCellsInside = 200;
/** Cells in a piece: some 5 ms of work. */
const cellsAtOnce = 20_000;

/** The worker cannot be used: its script did not load, or it ran out of memory. */
export class WorkerLost extends Error {}

export class AskedWorker {
  #worker: WorkerLike | null = null;
  #isLost = false;
  #lastId = 0;
  readonly #waiting = new Map<number, (reply: FromWorker | WorkerLost) => void>();
  /** Ranges that the worker has or is getting, by digest. */
  readonly #handed = new Map<string, Promise<void>>();

  constructor(
    private readonly start: () => WorkerLike,
    private readonly turns: Turns,
    private readonly digests: Digests,
  ) {}

  /** Whether the question is long enough, and the worker has not failed before. */
  takes({ given, rest }: Question): boolean {
    return !this.#isLost && [given.deals, ...rest].some((argument) => cellsOf(argument) > mostCellsHere);
  }

  /** Rejects with an AnswerError, with WorkerLost, or with what the engine threw. */
  async ask<Name extends QuestionName>(
    question: Question<Name>,
    signal: AbortSignal,
  ): Promise<AnswerTo<Name>> {
    const { name, given, rest } = question;
    for (;;) {
      const sent = (argument: unknown): Promise<SentArgument> => this.#sent(argument, signal);
      const all = await Promise.all([given.deals, given.aliases, ...rest].map(sent));
      const [deals, aliases, ...others] = all;
      const { addresses } = given;
      const reply = await this.#exchange({ name, deals, aliases, addresses, rest: others }, signal);
      if (reply instanceof WorkerLost) throw reply;
      if (reply.kind === 'answer') return reply.answer as AnswerTo<Name>;
      if (reply.kind === 'refused') throw new AnswerError(reply.code, reply.message);
      if (reply.kind === 'fault') throw new Error(reply.message);
      for (const argument of all) if ('range' in argument) this.#handed.delete(argument.range);
    }
  }

  #exchange(question: SentQuestion, signal: AbortSignal): Promise<FromWorker | WorkerLost> {
    const worker = this.#running();
    const id = ++this.#lastId;
    const cancel = (): void => worker.postMessage({ kind: 'cancel', id });
    return new Promise((resolve) => {
      this.#waiting.set(id, (reply) => {
        signal.removeEventListener('abort', cancel);
        resolve(reply);
      });
      worker.postMessage({ kind: 'ask', id, question });
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
    });
  }

  /** The argument as it travels; a range is in the worker's hands when this resolves. */
  async #sent(argument: unknown, signal: AbortSignal): Promise<SentArgument> {
    if (!Array.isArray(argument)) return { value: sendable(argument) };
    const rows = argument as readonly (readonly unknown[])[];
    if (cellsOf(rows) <= mostCellsInside) return { value: rows.map(sendableRow) };
    const range = await this.turns.run(this.digests.of(rows), () => signal.aborted);
    const before = this.#handed.get(range);
    // Not stopped by the formula that came first: others wait for the same range.
    const handed = before ?? this.turns.run(this.#handOver(range, rows), () => false);
    this.#handed.set(range, handed);
    await handed;
    return { range };
  }

  *#handOver(range: string, rows: readonly (readonly unknown[])[]): Steps<void> {
    const worker = this.#running();
    const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, rows[0].length)));
    for (let first = 0; first < rows.length; first += rowsAtOnce) {
      const last = first + rowsAtOnce;
      const piece = rows.slice(first, last).map((row) => row.map(sendable));
      worker.postMessage({ kind: 'rows', range, rows: piece, isLast: last >= rows.length });
      yield;
    }
  }

  #running(): WorkerLike {
    if (this.#isLost) throw new WorkerLost('The worker of the functions was lost.');
    if (this.#worker !== null) return this.#worker;
    const worker = this.start();
    worker.onmessage = ({ data }) => this.#settle(data.id, data);
    worker.onerror = ({ message }) => {
      this.#isLost = true;
      const lost = new WorkerLost(message || 'The script of the functions’ worker did not load.');
      for (const id of [...this.#waiting.keys()]) this.#settle(id, lost);
    };
    this.#worker = worker;
    return worker;
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

/** A cell that can be cloned and is read there as it would be here: an error of Excel is an instance of a class. */
function sendable(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null) return cell;
  const plain = plainCell(cell);
  return typeof plain === 'object' && plain !== null ? { type: 'Error', basicValue: plain.error } : plain;
}
