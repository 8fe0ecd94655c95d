/**
 * Custom functions: calls go to the page as messages, many in one, and the page answers with a request.
 *
 * Nothing is sent before the page has said that it is ready; calls that come earlier wait.
 */
import type { Cell } from '../../../engine/index';
import type { FunctionAnswer } from '../../model';
import { bytes } from './payload';
import type { MessageEntry } from './port';

/** What a call may say about itself; addresses go through as given. */
export interface InvokeOptions {
  readonly address?: string | null;
  readonly parameterAddresses?: readonly (string | null)[] | null;
  /** The function takes onCanceled. */
  readonly cancelable?: boolean;
  /** Errors among the arguments are handed over; otherwise the first of them is the answer. */
  readonly allowErrors?: boolean;
  readonly signal?: AbortSignal;
}

/** A call that no answer has come to. */
interface OpenCall {
  readonly entry: MessageEntry;
  readonly resolve: (answer: FunctionAnswer) => void;
}

const invocation = { category: 1, call: 1000, cancel: 1001 } as const;
const flag = { cancelable: 1, streaming: 2, errors: 4 } as const;

/** Codes of SetInvocationArrayResults -> what the cell shows. Every other code is #VALUE!. */
const errorOfCode: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 8: '#NULL!' };

export class FunctionBroker {
  private readonly pending = new Map<number, OpenCall>();
  private waiting: MessageEntry[] = [];
  private lastId = 0;
  private scheduled = false;
  private ready = false;
  private readonly whenReady: (() => void)[] = [];

  constructor(private readonly send: (entries: readonly MessageEntry[]) => void) {}

  get isReady(): boolean {
    return this.ready;
  }

  /** Calls since the workbook was opened. */
  get asked(): number {
    return this.lastId;
  }

  /** Calls that no answer has come to. */
  get open(): number {
    return this.pending.size;
  }

  /** Resolves when the page has loaded its functions. */
  untilReady(): Promise<void> {
    return this.ready ? Promise.resolve() : new Promise((resolve) => this.whenReady.push(resolve));
  }

  markReady(): void {
    this.ready = true;
    for (const resolve of this.whenReady.splice(0)) resolve();
    this.schedule();
  }

  /** The page is gone: what it has not answered, the next one is asked. */
  reset(): void {
    this.ready = false;
    this.waiting = [...this.pending.values()].map(({ entry }) => entry);
  }

  /** The workbook is closed: no page will ever answer. */
  end(): void {
    this.ready = false;
    this.waiting = [];
    const open = [...this.pending.values()];
    this.pending.clear();
    for (const { resolve } of open) resolve({ error: '#VALUE!', message: 'The workbook was closed.' });
  }

  /** Arguments: scalars, null for a skipped one, rows of cells, and errors as CellError. */
  invoke(name: string, given: readonly unknown[], options: InvokeOptions): Promise<FunctionAnswer> {
    if (options.allowErrors !== true) {
      const error = firstError(given);
      if (error !== null) return Promise.resolve({ error, message: '' });
    }
    const id = ++this.lastId;
    const flags =
      (options.cancelable === true ? flag.cancelable : 0) | (options.allowErrors === true ? flag.errors : 0);
    const message = [
      id,
      name,
      given.map(argument),
      options.address ?? null,
      flags,
      options.parameterAddresses ?? null,
    ];
    return new Promise((resolve) => {
      const entry = this.entry(invocation.call, message);
      this.pending.set(id, { entry, resolve });
      this.waiting.push(entry);
      this.schedule();
      options.signal?.addEventListener('abort', () => {
        this.cancel(id);
      });
    });
  }

  private cancel(id: number): void {
    const open = this.pending.get(id);
    if (open === undefined) return;
    this.pending.delete(id);
    const at = this.waiting.indexOf(open.entry);
    // A page that has not been asked yet need not hear that it is not asked.
    if (at >= 0) this.waiting.splice(at, 1);
    else this.waiting.push(this.entry(invocation.cancel, { invocationId: id }));
    this.schedule();
    open.resolve({ error: '#VALUE!', message: 'The calculation was cancelled.' });
  }

  private entry(type: number, message: unknown): MessageEntry {
    return { category: invocation.category, type, target: '', message: JSON.stringify(message) };
  }

  /** What is called in one turn goes out in one message. */
  private schedule(): void {
    if (this.scheduled || !this.ready || this.waiting.length === 0) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      if (this.ready && this.waiting.length > 0) this.send(this.waiting.splice(0));
    });
  }

  /** Answers the calls whose line alone is above the limit (bytes) with an error; the others are left for `results`. */
  refuseLarge(lines: unknown, limit: number): void {
    if (!Array.isArray(lines)) return;
    for (const line of lines as unknown[][]) {
      const open = this.pending.get(Number(line[0]));
      if (open === undefined || bytes(JSON.stringify(line)) <= limit) continue;
      this.pending.delete(Number(line[0]));
      const [, name] = JSON.parse(open.entry.message) as [number, string];
      const most = `${String(limit / 1024 / 1024)} MB`;
      open.resolve({ error: '#VALUE!', message: `The answer of "${name}" is larger than ${most}.` });
    }
  }

  /** SetInvocationArrayResults: lines of [id, succeeded, value, error code when not, timings]. */
  results(lines: unknown): void {
    if (!Array.isArray(lines)) return;
    for (const line of lines as unknown[][]) {
      const [id, succeeded, value, code] = line;
      const open = this.pending.get(Number(id));
      if (open === undefined) continue;
      this.pending.delete(Number(id));
      open.resolve(succeeded === true ? answerOf(value) : failure(value, Number(code)));
    }
  }
}

function failure(value: unknown, code: number): FunctionAnswer {
  return { error: errorOfCode[code] ?? '#VALUE!', message: typeof value === 'string' ? value : '' };
}

function answerOf(value: unknown): FunctionAnswer {
  if (!Array.isArray(value)) {
    if (isRecord(value) && value['type'] === 'Error') {
      return { error: String(value['basicValue']), message: String(value['message'] ?? '') };
    }
    const format = isRecord(value) ? value['numberFormat'] : undefined;
    return typeof format === 'string'
      ? { value: cellOf(value), numberFormat: format }
      : { value: cellOf(value) };
  }
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
  const width = rows.length === 0 ? 0 : rows[0].length;
  if (width === 0 || rows.some((row) => row.length !== width)) {
    return { error: '#VALUE!', message: 'The rows of the result differ in length.' };
  }
  return { value: rows };
}

/** Excel shows a missing value in a result as 0. Data types show what they stand for. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { error: '#NUM!' };
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (!isRecord(value)) return { error: '#VALUE!' };
  switch (value['type']) {
    case 'Error':
      return { error: String(value['basicValue'] ?? '#VALUE!') };
    case 'FormattedNumber':
    case 'Double':
    case 'String':
    case 'Boolean':
      return cellOf(value['basicValue']);
    case 'Empty':
      return null;
    case 'Entity':
      return String(value['text'] ?? '');
    default:
      return { error: '#VALUE!' };
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function errorOf(value: unknown): string | null {
  return isRecord(value) && typeof value['error'] === 'string' ? value['error'] : null;
}

function firstError(given: readonly unknown[]): string | null {
  for (const value of given) {
    if (!Array.isArray(value)) {
      const error = errorOf(value);
      if (error !== null) return error;
      continue;
    }
    for (const row of value as unknown[][]) {
      for (const cell of row) {
        const error = errorOf(cell);
        if (error !== null) return error;
      }
    }
  }
  return null;
}

function argument(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(argument);
  const error = errorOf(value);
  return error === null ? value : { type: 'CustomFunctionError', code: error };
}
