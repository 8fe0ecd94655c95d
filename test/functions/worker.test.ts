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

const clock: Clock = { now: () => performance.now(), later: (task) => void setImmediate(task) };
const task = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  readonly sent: ToWorker[] = [];
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
    const data = structuredClone(message);
    if (this.loads) void task().then(() => this.#scope.onmessage?.({ data }));
  }
}

function worldOf(loads = true) {
  const workers: SameThread[] = [];
  const start = (): WorkerLike => {
    workers.push(new SameThread(loads));
    return workers[workers.length - 1];
  };
  const turns = new Turns(clock);
  const asked = new AskedWorker(start, turns, new Digests());
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
  const [{ sent }] = workers;
  expect(workers).toHaveLength(1);
  expect(sent.filter((message) => message.kind === 'rows' && message.isLast)).toHaveLength(1);
  expect(sent.filter((message) => message.kind === 'ask')).toHaveLength(300);
});

it('hands a range over again that the worker gave up for others', async () => {
  const { workers, ask } = worldOf();
  const tables = Array.from({ length: 34 }, (_, seed) => seededRows('mesh', 20, 1_100, seed));
  const first = await ask(over(tables[0], 'circularity', null));
  for (const table of tables) await ask(over(table, 'circularity', null));
  const before = workers[0].sent.length;
  expect(await ask(over(tables[0], 'circularity', null))).toBe(first);
  const again = workers[0].sent.slice(before).map((message) => message.kind);
  expect(again).toEqual(['ask', 'rows', 'ask']);
});

it('says that the worker is lost when its script does not load, and takes nothing any more', async () => {
  const { asked, ask } = worldOf(false);
  await expect(ask(all[0])).rejects.toBeInstanceOf(WorkerLost);
  expect(asked.takes(all[0])).toBe(false);
  await expect(ask(all[0])).rejects.toBeInstanceOf(WorkerLost);
});

it('a cancelled question ends in the worker, and others over the same range do not', async () => {
  const { ask } = worldOf();
  const stop = new AbortController();
  const long = outcome(ask(over(rows, 'circularityRange', 100_000, 1), stop.signal));
  const other = ask(over(rows, 'circularity', null));
  setImmediate(() => stop.abort());
  expect(await long).toEqual({ error: ['#N/A', 'The calculation was cancelled.'] });
  expect(await other).toBeGreaterThan(0);
});
