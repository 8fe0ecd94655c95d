/** Questions in the worker: one that works in the same thread, where every message is cloned and arrives in a task of its own. */
import { seededRows } from '../../scripts/bench/sheet';
import { AnswerError } from '../../src/functions/answerError';
import { DealMemory } from '../../src/functions/dealsArgument';
import { Digests } from '../../src/functions/digests';
import { stepsOf, type Question } from '../../src/functions/questions';
import { Turns, type Clock } from '../../src/functions/turns';
import { serveQuestions, type WorkerScope } from '../../src/functions/worker/answering';
import { AskedWorker, WorkerLost, type WorkerLike } from '../../src/functions/worker/asking';
import type { FromWorker, ToWorker } from '../../src/functions/worker/messages';
import { randomOf } from '../oracles/random';

const clock: Clock = { now: () => performance.now(), later: (task) => void setImmediate(task) };
const task = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly sent: ToWorker[] = [];
  isEnded = false;
  /** Rows that the worker holds, by range. */
  readonly held = new Map<string, number>();
  readonly #scope: WorkerScope;

  constructor(readonly loads: boolean) {
    this.#scope = {
      onmessage: null,
      postMessage: (message) => {
        const data = structuredClone(message);
        void task().then(() => this.onmessage?.({ data } as MessageEvent<FromWorker>));
      },
    };
    serveQuestions(this.#scope, clock);
    if (!loads)
      void task().then(() => this.onerror?.({ message: 'answers.js was not found.' } as ErrorEvent));
  }

  postMessage(message: ToWorker): void {
    this.sent.push(message);
    if (message.kind === 'rows')
      this.held.set(message.range, (this.held.get(message.range) ?? 0) + message.rows.length);
    if (message.kind === 'drop') this.held.delete(message.range);
    const data = structuredClone(message);
    if (this.loads) void task().then(() => this.#scope.onmessage?.({ data }));
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function worldOf(loads = true, ...room: readonly [mostRanges?: number, mostCells?: number]) {
  const workers: SameThread[] = [];
  const start = (): WorkerLike => {
    workers.push(new SameThread(loads));
    return workers[workers.length - 1];
  };
  // Every step is a task of its own.
  const turns = new Turns(clock, 0);
  const asked = new AskedWorker(start, turns, new Digests(), ...room);
  const ask = (question: Question, signal = new AbortController().signal) => asked.ask(question, signal);
  const here = (question: Question) => new Turns(clock).run(stepsOf(question, new DealMemory()), () => false);
  return { workers, asked, ask, here };
}

const rows = seededRows('mesh', 200, 1_500, 5);
const party = String(rows[1][3]);
const addresses = [`Deals!A1:H${rows.length}`];
const over = (deals: unknown, name: Question['name'], ...rest: unknown[]): Question => ({
  name,
  given: { deals, aliases: null, addresses },
  rest,
});

const figures = [
  ['Party', 'Period', 'Revenue', 'Capex'],
  [party, 'FY2025', 900_000, 50_000],
];

const all: readonly Question[] = [
  over(rows, 'circularity', 'expected'),
  over(rows, 'circularityRange', 20, 3),
  over(rows, 'customerConcentration', party),
  over(rows, 'fundedShare', party, null),
  over(rows, 'loops', 5, 4, 12),
  over(rows, 'organicRevenue', party, null),
  over(rows, 'outsideDemand', party, [[1_000_000]]),
  over(rows, 'parties'),
  over(rows, 'risk', figures),
  over(rows, 'roundTrip', party, 'firm'),
  over(rows, 'rowScore'),
  over(rows, 'stress', 0.78),
];

const outcome = (answer: Promise<unknown>) =>
  answer.then(
    (value) => ({ value }),
    (error: unknown) => ({ error: error instanceof AnswerError ? [error.code, error.message] : error }),
  );

it('takes the questions over long ranges and leaves the short ones here', () => {
  const { asked } = worldOf();
  expect(all.map((question) => asked.takes(question))).toEqual(all.map(() => true));
  expect(asked.takes(over(rows.slice(0, 100), 'circularity', null))).toBe(false);
  expect(asked.takes(over(rows.slice(0, 100), 'risk', rows))).toBe(true);
});

it.each(all.map((question) => [question.name, question] as const))(
  '%s answers in the worker what it answers here',
  async (_, question) => {
    const { ask, here } = worldOf();
    const expected = await outcome(here(question));
    expect(expected).toHaveProperty('value');
    expect(await outcome(ask(question))).toEqual(expected);
  },
);

it('refuses in the worker with the code and the sentence it has here', async () => {
  const broken: unknown[][] = rows.map((row) => [...row]);
  // As a host hands an error over: an instance of a class of its own.
  broken[7][4] = new (class HostError extends Error {
    readonly code = '#DIV/0!';
  })();
  const headless = rows.slice(1).map((row) => [row[0], 'x', 'y']);
  const questions = [
    over(broken, 'rowScore'),
    over(headless, 'circularity', null),
    over(rows, 'circularity', 'sometimes'),
    over(rows, 'roundTrip', 'Nobody at all', null),
    over(rows, 'roundTrip', [[new Error('not a name')]], null),
    over(rows, 'roundTrip', ['Nobody at all'], null),
  ];
  for (const question of questions) {
    const { ask, here } = worldOf();
    expect(await outcome(ask(question))).toEqual(await outcome(here(question)));
  }
});

it('hands a range over once for all formulas over it, copies of it too', async () => {
  const { workers, ask } = worldOf();
  const formulas = Array.from({ length: 300 }, (_, index) =>
    ask(over(index % 2 === 0 ? rows : [...rows], 'roundTrip', party, null)),
  );
  expect(new Set(await Promise.all(formulas)).size).toBe(1);
  const [{ sent, held }] = workers;
  expect(workers).toHaveLength(1);
  expect([...held.values()]).toEqual([rows.length]);
  expect(sent.filter((message) => message.kind === 'ask')).toHaveLength(300);
});

const capacities: readonly (readonly [string, number, number])[] = [
  ['two ranges', 2, 1_000_000],
  ['fewer cells than one of them has', 8, 1_000],
];

it.each(capacities)(
  'answers rightly in any order of questions, edits and cancellations with room for %s',
  async (_, mostRanges, mostCells) => {
    const draw = randomOf(41);
    const random = (below: number): number => Math.floor(draw() * below);
    const { workers, ask, here } = worldOf(true, mostRanges, mostCells);
    const tables = Array.from({ length: 6 }, (_, seed) => seededRows('mesh', 30, 2_600 + seed, seed));
    const names = ['circularity', 'risk', 'parties', 'circularityRange'] as const;
    const asked = Array.from({ length: 120 }, async (_, index) => {
      const deals = tables[random(tables.length)];
      const figuresHere = random(3) === 0 ? tables[random(tables.length)] : null;
      const name = names[random(names.length)];
      const rest = { circularity: [null], risk: [figuresHere], parties: [], circularityRange: [3, 1] }[name];
      const question = over(random(2) === 0 ? deals : [...deals], name, ...rest);
      const stop = new AbortController();
      for (let wait = random(40); wait > 0; wait--) await task();
      const answer = outcome(ask(question, stop.signal));
      const isCancelled = index % 5 === 0;
      if (isCancelled) {
        for (let wait = random(6); wait > 0; wait--) await task();
        stop.abort();
      }
      const found = await answer;
      if (isCancelled && 'error' in found) return;
      expect(found).toEqual(await outcome(here(question)));
    });
    await Promise.all(asked);
    const [{ held }] = workers;
    expect(held.size).toBeLessThanOrEqual(mostRanges);
    for (const many of held.values()) expect(tables.map(({ length }) => length)).toContain(many);
  },
  60_000,
);

it('a range that nobody waits for any more is not handed over to its end', async () => {
  const { workers, ask } = worldOf();
  const long = seededRows('mesh', 50, 40_000, 1);
  const stop = new AbortController();
  const asked = outcome(ask(over(long, 'circularity', null), stop.signal));
  while ((workers[0]?.sent.length ?? 0) === 0) await task();
  stop.abort();
  expect(await asked).toEqual({ error: ['#N/A', 'The calculation was cancelled.'] });
  await task();
  expect(workers[0].sent.length).toBeLessThan(8);
  expect([...workers[0].held]).toEqual([]);
});

it('where no worker may be started, it is lost at once', async () => {
  const asked = new AskedWorker(
    () => {
      throw new Error('Refused by the policy of the page.');
    },
    new Turns(clock),
    new Digests(),
  );
  await expect(asked.ask(all[0], new AbortController().signal)).rejects.toThrow(WorkerLost);
  expect(asked.takes(all[0])).toBe(false);
});

it('says that the worker is lost when its script does not load, and takes nothing any more', async () => {
  const { workers, asked, ask } = worldOf(false);
  await expect(ask(all[0])).rejects.toBeInstanceOf(WorkerLost);
  expect([asked.takes(all[0]), workers[0].isEnded]).toEqual([false, true]);
  await expect(ask(all[0])).rejects.toBeInstanceOf(WorkerLost);
});

it('a cancelled question ends in the worker, and others over the same range do not', async () => {
  const { workers, ask } = worldOf();
  const stop = new AbortController();
  const long = outcome(ask(over(rows, 'circularityRange', 100_000, 1), stop.signal));
  const other = ask(over(rows, 'circularity', null));
  while (!(workers[0]?.sent ?? []).some((message) => message.kind === 'ask')) await task();
  stop.abort();
  expect(await long).toEqual({ error: ['#N/A', 'The calculation was cancelled.'] });
  expect(workers[0].sent.filter((message) => message.kind === 'cancel')).toHaveLength(1);
  expect(await other).toBeGreaterThan(0);
});
