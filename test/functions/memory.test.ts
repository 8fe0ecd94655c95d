import { seededRows } from '../../scripts/bench/sheet';
import { AnswerError } from '../../src/functions/answerError';
import { circularity, roundTrip } from '../../src/functions/circularAnswers';
import { memory as shared } from '../../src/functions/call';
import { DealMemory, type DealsGiven } from '../../src/functions/dealsArgument';
import { functionsById } from '../../src/functions/associate';
import { Recent } from '../../src/functions/recent';
import { Turns, type Clock, type Steps } from '../../src/functions/turns';

const given = (deals: unknown): DealsGiven => ({ deals, aliases: null, addresses: ['Deals!A1:H10001'] });

function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Time that passes only when it is told to, and tasks that run only when asked for. */
class TestClock implements Clock {
  time = 0;
  readonly tasks: (() => void)[] = [];
  now(): number {
    return this.time;
  }
  later(task: () => void): void {
    this.tasks.push(task);
  }
}

describe('one reading for all formulas over a range', () => {
  it('10,000 formulas over the same 10,000 rows cost one analysis', () => {
    const rows = seededRows('mesh', 1_000, 10_000, 1);
    const memory = new DealMemory();
    const first = finish(circularity(memory, given(rows), null));
    const { sheet } = finish(memory.find(given(rows)));
    const before = sheet.computed;
    for (let formula = 1; formula < 10_000; formula++) {
      expect(finish(circularity(memory, given(rows), null))).toBe(first);
    }
    expect([memory.read, memory.digests.computed]).toEqual([1, 1]);
    expect(sheet.computed).toBe(before);
  });

  it('and so do formulas that bring copies of the rows, as Excel hands them over', () => {
    const rows = seededRows('mesh', 1_000, 10_000, 1);
    const memory = new DealMemory();
    for (let formula = 0; formula < 50; formula++) {
      finish(circularity(memory, given(rows.map((row) => [...row])), null));
    }
    expect([memory.read, memory.digests.computed]).toEqual([1, 50]);
  });

  it('a changed cell, another place and other aliases are each read anew', () => {
    const rows = seededRows('mesh', 10, 50, 1);
    const memory = new DealMemory();
    finish(circularity(memory, given(rows), null));
    finish(circularity(memory, { ...given(rows), addresses: ['Deals!A2'] }, null));
    finish(circularity(memory, { ...given(rows), aliases: [['a', 'b']] }, null));
    const changed = rows.map((row) => [...row]);
    changed[7][4] = 12;
    finish(circularity(memory, given(changed), null));
    expect(memory.read).toBe(4);
  });

  it('a range that cannot be read is refused once, and remembered', () => {
    const memory = new DealMemory();
    const rows = [
      ['From', 'To'],
      ['A', 'B'],
    ];
    for (let formula = 0; formula < 3; formula++) {
      expect(() => finish(circularity(memory, given(rows.map((row) => [...row])), null))).toThrow(
        AnswerError,
      );
    }
    expect(memory.read).toBe(1);
  });

  it('remembers so many tables and rows at most, the least recently used goes', () => {
    const tables = [1, 2, 3].map((seed) => seededRows('mesh', 5, 20, seed));
    const memory = new DealMemory(2);
    for (const table of [tables[0], tables[1], tables[0], tables[2], tables[0], tables[1]]) {
      finish(circularity(memory, given(table), null));
    }
    expect(memory.read).toBe(4);
    const recent = new Recent<number>(10, 100);
    recent.put('a', 1, 60);
    recent.put('b', 2, 60);
    expect([recent.get('a'), recent.get('b'), recent.count]).toEqual([undefined, 2, 1]);
    recent.put('c', 3, 1000);
    expect([recent.get('b'), recent.get('c')]).toEqual([undefined, 3]);
  });

  it('measures each party once', () => {
    const rows = seededRows('mesh', 20, 200, 1);
    const memory = new DealMemory();
    const { sheet } = finish(memory.find(given(rows)));
    for (const party of [...sheet.parties, ...sheet.parties])
      finish(roundTrip(memory, given(rows), party, null));
    const done = sheet.computed;
    for (const party of sheet.parties) finish(roundTrip(memory, given(rows), party, null));
    expect(sheet.computed).toBe(done);
  });

  it('formulas that are called together share it too', async () => {
    const rows = seededRows('mesh', 30, 300, 9);
    const before = shared.read;
    const answers = await Promise.all(
      Array.from({ length: 500 }, () =>
        functionsById['CIRCULARITY'](
          rows.map((row) => [...row]),
          null,
          null,
          {},
        ),
      ),
    );
    expect(new Set(answers.map(([[share]]) => share)).size).toBe(1);
    expect(shared.read).toBe(before + 1);
  });
});

describe('turns', () => {
  function* counting(
    log: string[],
    name: string,
    steps: number,
    clock: TestClock,
    cost: number,
  ): Steps<string> {
    for (let step = 1; step <= steps; step++) {
      log.push(`${name}${step}`);
      clock.time += cost;
      if (step < steps) yield;
    }
    return name;
  }
  const never = () => false;

  it('stops when its time is over and goes on in a later task, the others first', async () => {
    const clock = new TestClock();
    const turns = new Turns(clock, 50);
    const log: string[] = [];
    const done = Promise.all([
      turns.run(counting(log, 'a', 3, clock, 30), never),
      turns.run(counting(log, 'b', 2, clock, 30), never),
    ]);
    expect(log).toEqual([]);
    clock.tasks.shift()?.();
    expect(log).toEqual(['a1', 'a2']);
    for (let task = clock.tasks.shift(); task !== undefined; task = clock.tasks.shift()) task();
    expect(await done).toEqual(['a', 'b']);
    expect(log).toEqual(['a1', 'a2', 'b1', 'b2', 'a3']);
  });

  it('never holds the thread longer than a turn and one step', async () => {
    const clock = new TestClock();
    const turns = new Turns(clock, 50);
    const log: string[] = [];
    const done = Promise.all(
      Array.from({ length: 40 }, (_, job) => turns.run(counting(log, `${job}.`, 5, clock, 20), never)),
    );
    let longest = 0;
    for (let task = clock.tasks.shift(); task !== undefined; task = clock.tasks.shift()) {
      const start = clock.time;
      task();
      longest = Math.max(longest, clock.time - start);
    }
    expect(await done).toHaveLength(40);
    expect(log).toHaveLength(200);
    expect(longest).toBeLessThan(70);
  });

  it('a cancelled formula takes no further step and settles', async () => {
    const clock = new TestClock();
    const turns = new Turns(clock, 50);
    const log: string[] = [];
    let isCancelled = false;
    const answer = turns.run(counting(log, 'a', 9, clock, 60), () => isCancelled);
    const error = answer.catch((caught: unknown) => caught);
    clock.tasks.shift()?.();
    isCancelled = true;
    for (let task = clock.tasks.shift(); task !== undefined; task = clock.tasks.shift()) task();
    expect(await error).toMatchObject({ code: '#N/A', message: 'The calculation was cancelled.' });
    expect(log).toEqual(['a1']);
  });

  it('a formula that fails does not stop the others', async () => {
    const clock = new TestClock();
    const turns = new Turns(clock, 50);
    const log: string[] = [];
    // A step that fails before its first wait.
    const failing: Steps<string> = (function* () {
      yield;
      throw new Error('no');
    })();
    const failed = turns.run(failing, never).catch((caught: unknown) => caught);
    const fine = turns.run(counting(log, 'a', 2, clock, 1), never);
    clock.tasks.shift()?.();
    expect(await failed).toMatchObject({ message: 'no' });
    expect(await fine).toBe('a');
  });

  it('Excel cancels through the invocation', async () => {
    const invocation: { onCanceled?: () => void } = {};
    const rows = seededRows('mesh', 30, 300, 11);
    const answer = functionsById['CIRCULARITYRANGE'](rows, 50_000, 1, null, invocation);
    invocation.onCanceled?.();
    const error: unknown = await answer.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: '#N/A' });
  });
});
