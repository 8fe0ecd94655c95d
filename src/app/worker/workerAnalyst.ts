/**
 * The analyst in a worker: the pane stays alive however large the sheet is.
 *
 * An analysis cannot be interrupted from outside. One that is not wanted any more may come to its end, because a worker
 * that has worked is three times as fast as a new one; where that takes longer than patience it ends with its worker, and
 * the next one gets a new worker and the workbook again. One request at a time: the pane stops the one before.
 */
import type { AnalyzeOutcome, Book, DealReport, Sheet } from '../../engine/index';
import type { Analyst, AnalystRequest } from '../analyst';
import type { FromWorker, ToWorker } from './messages';
import { headOf, piecesOf } from './sheetPieces';

/** What is needed of a `Worker`. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToWorker): void;
  terminate(): void;
}

export class WorkerAnalyst implements Analyst {
  private worker: WorkerLike | null = null;
  private book: Book | null = null;
  /** What the worker has: the workbook, its sheets and their names there. */
  private sent: Book | null = null;
  private keys = new Map<Sheet, number>();
  private lastKey = 0;
  /** Ends the analysis that waits for the worker. */
  private broken: ((error: Error) => void) | null = null;
  /** What the worker broke on while nobody waited for it. */
  private fault: Error | null = null;
  /** Whether the last analysis that nobody wanted ended in time, or one came to its end since: a large sheet is not waited for twice. */
  private isPatient = true;
  /** Settles when the worker is through with an analysis that nobody wants, or was ended with it. */
  private leftOver: Promise<void> | null = null;

  constructor(
    private readonly start: () => WorkerLike,
    /** Resolves in a task of its own, after what the page has waiting. */
    private readonly turn: () => Promise<void>,
    /** Resolves when an analysis that nobody wants has had its time. */
    private readonly patience: () => Promise<void>,
  ) {}

  async take(book: Book, signal: AbortSignal): Promise<void> {
    this.book = book;
    if (this.leftOver !== null) await this.leftOver;
    signal.throwIfAborted();
    await this.handOver(this.running(), book, signal);
  }

  async analyze({ options, signal, progress }: AnalystRequest): Promise<AnalyzeOutcome> {
    signal.throwIfAborted();
    if (this.leftOver !== null) await this.leftOver;
    signal.throwIfAborted();
    const worker = this.running();
    if (this.book !== null) await this.handOver(worker, this.book, signal);
    // A signal that was aborted meanwhile tells nobody any more.
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const settled = (): void => {
        signal.removeEventListener('abort', stop);
        this.broken = null;
      };
      const stop = (): void => {
        settled();
        this.leave(worker);
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      this.broken = (error) => {
        settled();
        reject(error);
      };
      const deals: DealReport[] = [];
      worker.onmessage = ({ data }) => {
        switch (data.kind) {
          case 'step':
            progress(data.step, data.done);
            return;
          case 'deals':
            deals.push(...data.deals);
            return;
          case 'outcome':
            settled();
            this.isPatient = true;
            resolve(data.outcome.ok ? { ...data.outcome, deals } : data.outcome);
            return;
          case 'fault':
            settled();
            reject(new Error(data.message));
        }
      };
      worker.postMessage({ kind: 'analyze', options });
    });
  }

  end(): void {
    this.worker?.terminate();
    this.worker = null;
    this.sent = null;
    this.keys = new Map();
  }

  private leave(worker: WorkerLike): void {
    if (!this.isPatient) {
      this.end();
      return;
    }
    const free = new Promise<void>((resolve) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === 'outcome' || data.kind === 'fault') resolve();
      };
    });
    let isFree = false;
    const late = this.patience().then(() => {
      if (isFree || this.worker !== worker) return;
      this.isPatient = false;
      this.end();
    });
    this.leftOver = Promise.race([free, late]).then(() => {
      isFree = true;
      this.leftOver = null;
    });
  }

  private running(): WorkerLike {
    if (this.worker !== null) return this.worker;
    const worker = this.start();
    this.worker = worker;
    this.fault = null;
    worker.onerror = ({ message }) => {
      if (this.worker !== worker) return;
      this.end();
      this.fault = new Error(message || 'The script of the analysis did not load.');
      this.broken?.(this.fault);
    };
    return worker;
  }

  /** Sends the sheets that the worker does not have yet, with turns for the page between the pieces. */
  private async handOver(worker: WorkerLike, book: Book, signal: AbortSignal): Promise<void> {
    if (this.sent === book) return;
    const { sheets, ...rest } = book;
    const keys = new Map<Sheet, number>();
    for (const sheet of sheets) {
      const known = this.keys.get(sheet);
      const key = known ?? ++this.lastKey;
      keys.set(sheet, key);
      if (known !== undefined) continue;
      worker.postMessage({ kind: 'sheet', key, head: headOf(sheet) });
      for (const piece of piecesOf(sheet)) {
        worker.postMessage({ kind: 'piece', key, piece });
        await this.turn();
        signal.throwIfAborted();
        // A script that does not load says so while the first sheets are handed to it.
        if (this.worker !== worker) throw this.fault ?? new Error('The analysis was ended.');
      }
    }
    worker.postMessage({ kind: 'book', book: rest, sheets: [...keys.values()] });
    this.keys = keys;
    this.sent = book;
  }
}
