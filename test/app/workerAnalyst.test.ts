/** The analyst over a worker that works in the same thread: every message is cloned, and arrives in a task of its own. */
import type { AnalystRequest } from '../../src/app/analyst';
import { serveAnalyses, type WorkerScope } from '../../src/app/worker/analysisWorker';
import type { ToWorker } from '../../src/app/worker/messages';
import { WorkerAnalyst, type WorkerLike } from '../../src/app/worker/workerAnalyst';
import { analyze } from '../../src/engine/index';
import { bookOf, circle, withAmount } from './world';

const task = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Ends when it is terminated: what is on its way then arrives nowhere. */
class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly kinds: string[] = [];
  isEnded = false;
  private readonly scope: WorkerScope;

  constructor(private readonly loads: boolean) {
    this.scope = {
      onmessage: null,
      postMessage: (message) => {
        const data = structuredClone(message);
        void task().then(() => this.isEnded || this.onmessage?.({ data } as MessageEvent));
      },
    };
    serveAnalyses(this.scope);
    if (!loads) void task().then(() => this.onerror?.({ message: 'deals.js was not found.' } as ErrorEvent));
  }

  postMessage(message: ToWorker): void {
    this.kinds.push(message.kind);
    const data = structuredClone(message);
    if (this.loads) void task().then(() => this.isEnded || this.scope.onmessage?.({ data }));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const forEver = (): Promise<void> => new Promise(() => {});

function started(loads: (index: number) => boolean = () => true, patience = forEver) {
  const workers: SameThread[] = [];
  const start = (): WorkerLike => {
    const worker = new SameThread(loads(workers.length));
    workers.push(worker);
    return worker;
  };
  return { workers, analyst: new WorkerAnalyst(start, task, patience) };
}

const book = bookOf(
  new Map([
    ['Deals', circle],
    ['Notes', [['Nothing of this is a deal.']]],
  ]),
);
const never = new AbortController().signal;
const options = { draws: 0 };
const request = (signal = never, progress: AnalystRequest['progress'] = () => {}): AnalystRequest => ({
  options,
  signal,
  progress,
});

describe('an analyst in a worker', () => {
  it('gives what the engine gives, and tells its steps', async () => {
    const { analyst } = started();
    const steps: string[] = [];
    await analyst.take(book, never);
    const outcome = await analyst.analyze(request(never, (step) => steps.push(step)));
    expect(outcome).toEqual(analyze(book, options));
    expect([steps[0], steps[steps.length - 1]]).toEqual(['Finding the deals', 'Done']);
  });

  it('hands thousands of deals back in their order', async () => {
    const [head, ...legs] = circle;
    const many = Array.from({ length: 1_200 }, () => legs).flat();
    const long = bookOf(new Map([['Deals', [head, ...many]]]));
    const { analyst } = started();
    await analyst.take(long, never);
    const wanted = { ...options, listDeals: 20_000 };
    const outcome = await analyst.analyze({ ...request(), options: wanted });
    expect(outcome).toEqual(analyze(long, wanted));
    expect(outcome.ok && outcome.deals.length).toBe(many.length);
  });

  it('hands options over that are maps and sets', async () => {
    const { analyst } = started();
    await analyst.take(book, never);
    const whatIf = { without: new Set([2]), status: new Map([[1, 'terminated']]) };
    const roles = new Map([['Deals', new Map([[4, null]])]]);
    const outcome = await analyst.analyze({ ...request(), options: { ...options, whatIf, roles } });
    expect(outcome).toEqual(analyze(book, { ...options, whatIf, roles }));
  });

  it('passes the engine’s refusal on', async () => {
    const { analyst } = started();
    await analyst.take(bookOf(new Map([['Notes', [['Nothing']]]])), never);
    expect(await analyst.analyze(request())).toMatchObject({ ok: false });
  });

  it('hands a sheet over once, and after a change only that which changed', async () => {
    const { analyst, workers } = started();
    await analyst.take(book, never);
    await analyst.analyze(request());
    await analyst.analyze(request());
    const [deals] = bookOf(new Map([['Deals', withAmount(circle, 2, 60)]])).sheets;
    const changed = { ...book, sheets: [deals, book.sheets[1]] };
    await analyst.take(changed, never);
    expect(await analyst.analyze(request())).toEqual(analyze(changed, options));
    expect(workers).toHaveLength(1);
    expect(workers[0].kinds.filter((kind) => kind === 'sheet')).toHaveLength(3);
    expect(workers[0].kinds.filter((kind) => kind === 'book')).toHaveLength(2);
  });

  it('lets an analysis that nobody wants come to its end, and answers the next with the same worker', async () => {
    const { analyst, workers } = started();
    await analyst.take(book, never);
    const stop = new AbortController();
    const reason = new Error('Nobody waits.');
    const unwanted = analyst.analyze(request(stop.signal, () => stop.abort(reason)));
    await expect(unwanted).rejects.toBe(reason);
    const [deals] = bookOf(new Map([['Deals', withAmount(circle, 2, 60)]])).sheets;
    const changed = { ...book, sheets: [deals, book.sheets[1]] };
    await analyst.take(changed, never);
    expect(await analyst.analyze(request())).toEqual(analyze(changed, options));
    expect(workers).toHaveLength(1);
    expect(workers[0].isEnded).toBe(false);
  });

  it('ends its worker with one that takes too long, and the next has a new one with the workbook', async () => {
    const { analyst, workers } = started(
      () => true,
      () => Promise.resolve(),
    );
    await analyst.take(book, never);
    const stop = new AbortController();
    const reason = new Error('Nobody waits.');
    const unwanted = analyst.analyze(request(stop.signal, () => stop.abort(reason)));
    await expect(unwanted).rejects.toBe(reason);
    expect(await analyst.analyze(request())).toEqual(analyze(book, options));
    expect(workers[0].isEnded).toBe(true);
    expect(workers.map(({ kinds }) => kinds.filter((kind) => kind === 'book').length)).toEqual([1, 1]);
  });

  it('ends a handing over that nobody wants, and keeps its worker for the next', async () => {
    const { analyst, workers } = started();
    const stop = new AbortController();
    const reason = new Error('Nobody waits.');
    const unwanted = analyst.take(book, stop.signal);
    stop.abort(reason);
    await expect(unwanted).rejects.toBe(reason);
    await analyst.take(book, never);
    expect(await analyst.analyze(request())).toEqual(analyze(book, options));
    expect(workers).toHaveLength(1);
  });

  it('begins nothing for a request that is stopped in the very moment in which it is made', async () => {
    const { analyst, workers } = started();
    await analyst.take(book, never);
    const stop = new AbortController();
    const reason = new Error('Nobody waits.');
    const unwanted = analyst.analyze(request(stop.signal));
    stop.abort(reason);
    await expect(unwanted).rejects.toBe(reason);
    expect(workers[0].kinds).not.toContain('analyze');
  });

  it('begins nothing for a request that was stopped before', async () => {
    const { analyst, workers } = started();
    const reason = new Error('Nobody waits.');
    await expect(analyst.analyze(request(AbortSignal.abort(reason)))).rejects.toBe(reason);
    expect(workers).toHaveLength(0);
  });

  it('says what the engine threw, and works on', async () => {
    const { analyst } = started();
    await expect(analyst.analyze(request())).rejects.toThrow(
      'No workbook was handed over before the analysis.',
    );
    await analyst.take(book, never);
    expect(await analyst.analyze(request())).toMatchObject({ ok: true });
  });

  it('says that its script did not load, however early that is told, and tries again', async () => {
    const { analyst, workers } = started((index) => index > 0);
    await expect(analyst.take(book, never)).rejects.toThrow('deals.js was not found.');
    expect(workers[0].isEnded).toBe(true);
    await analyst.take(book, never);
    expect(await analyst.analyze(request())).toEqual(analyze(book, options));
  });

  it('says that its script did not load while an analysis waits for it', async () => {
    const { analyst } = started(() => false);
    await expect(analyst.analyze(request())).rejects.toThrow('deals.js was not found.');
  });
});
