import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../../src/engine/kernel/random';
import { topTimedLoops } from '../../../src/engine/kernel/timedLoops';
import { allTimedLoops, happensInOrder } from '../../oracles/bruteLoops';
import type { Deal, Loop } from '../../oracles/bruteLoops';
import { componentsOf } from '../../oracles/graphOf';

const NO_DAY = -0x80000000;

interface Vector {
  id: string;
  scale?: number;
  rows: { row: number; from: string; to: string; amount: number; date: string | null }[];
  expected: { time_respecting_loops_365d?: { bottleneck: number; rows: number[] }[] };
}
const vectors = (
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/circulation-vectors.json'), 'utf8')) as {
    vectors: Vector[];
  }
).vectors.filter((vector) => vector.expected.time_respecting_loops_365d !== undefined);

function search(
  nodes: number,
  deals: readonly Deal[],
  options: { top: number; maxLegs: number; windowDays: number; budget?: number },
) {
  const rows = {
    nodes,
    from: Int32Array.from(deals, ({ from }) => from),
    to: Int32Array.from(deals, ({ to }) => to),
    amount: Float64Array.from(deals, ({ amount }) => amount),
    firstDay: Int32Array.from(deals, ({ firstDay }) => firstDay ?? NO_DAY),
    lastDay: Int32Array.from(deals, ({ lastDay }) => lastDay ?? NO_DAY),
  };
  const list = topTimedLoops(rows, componentsOf(nodes, rows.from, rows.to), options);
  const loops: Loop[] = Array.from({ length: list.count }, (_, k) => ({
    legs: [...list.legs.subarray(list.start[k], list.start[k + 1])],
    amount: list.amount[k],
  }));
  return { list, loops };
}

const dated = (nodes: number, days: number, length: number, maxLength: number) =>
  fc.array(
    fc
      .record({
        from: fc.nat(nodes - 1),
        to: fc.nat(nodes - 1),
        amount: fc.oneof(fc.nat(3), fc.nat(1000)),
        firstDay: fc.nat(days),
        length: fc.nat(length),
        known: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ from, to, amount, firstDay, length: more, known }): Deal =>
        known === 0 ? { from, to, amount } : { from, to, amount, firstDay, lastDay: firstDay + more },
      ),
    { maxLength },
  );

describe('the test vectors', () => {
  it('has dated vectors to go by', () => expect(vectors.length).toBeGreaterThanOrEqual(2));

  it.each(vectors.map((vector) => [vector.id, vector] as const))(
    '%s lists its loops in time',
    (_, vector) => {
      const names = [...new Set(vector.rows.flatMap(({ from, to }) => [from, to]))].sort();
      const deals = vector.rows.map(({ from, to, amount, date }): Deal => {
        const deal = {
          from: names.indexOf(from),
          to: names.indexOf(to),
          amount: Math.round(amount * (vector.scale ?? 100)),
        };
        if (date === null) return deal;
        const day = Date.parse(date) / 86_400_000;
        return { ...deal, firstDay: day, lastDay: day };
      });
      const { list, loops } = search(names.length, deals, { top: 1000, maxLegs: 6, windowDays: 365 });
      expect(list.complete).toBe(true);
      expect(
        loops.map(({ legs, amount }) => ({
          bottleneck: amount,
          rows: legs.map((leg) => vector.rows[leg].row),
        })),
      ).toEqual(vector.expected.time_respecting_loops_365d);
    },
  );
});

describe('topTimedLoops', () => {
  it('equals the brute force on exact days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((nodes) => fc.tuple(fc.constant(nodes), dated(nodes, 9, 0, 16))),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 6 }),
        fc.nat(10),
        ([nodes, deals], top, maxLegs, windowDays) => {
          const { list, loops } = search(nodes, deals, { top, maxLegs, windowDays });
          expect(list.complete).toBe(true);
          expect(loops).toEqual(allTimedLoops(nodes, deals, maxLegs, windowDays).slice(0, top));
        },
      ),
      { seed: 30251, numRuns: 800 },
    );
  });

  it('equals the brute force on days that are spans', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }).chain((nodes) => fc.tuple(fc.constant(nodes), dated(nodes, 7, 6, 14))),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 5 }),
        fc.nat(8),
        ([nodes, deals], top, maxLegs, windowDays) => {
          const { list, loops } = search(nodes, deals, { top, maxLegs, windowDays });
          expect(list.complete).toBe(true);
          expect(loops).toEqual(allTimedLoops(nodes, deals, maxLegs, windowDays).slice(0, top));
        },
      ),
      { seed: 30252, numRuns: 800 },
    );
  });

  it('counts the window from the first leg, inclusive', () => {
    const deals = [
      { from: 0, to: 1, amount: 5, firstDay: 100, lastDay: 100 },
      { from: 1, to: 0, amount: 5, firstDay: 130, lastDay: 130 },
    ];
    expect(search(2, deals, { top: 9, maxLegs: 6, windowDays: 30 }).loops).toEqual([
      { legs: [0, 1], amount: 5 },
    ]);
    expect(search(2, deals, { top: 9, maxLegs: 6, windowDays: 29 }).loops).toEqual([]);
  });

  it('does not let money return before it left', () => {
    // In order only when told from row 2: the third leg of the triangle comes first.
    const triangle = (days: [number, number, number]): Deal[] =>
      days.map((day, i) => ({ from: i, to: (i + 1) % 3, amount: 5, firstDay: day, lastDay: day }));
    expect(search(3, triangle([20, 30, 10]), { top: 9, maxLegs: 6, windowDays: 365 }).loops).toEqual([
      { legs: [2, 0, 1], amount: 5 },
    ]);
    expect(search(3, triangle([30, 20, 10]), { top: 9, maxLegs: 6, windowDays: 365 }).loops).toEqual([]);
  });

  it('leaves out rows that can have no day', () => {
    const deals: Deal[] = [
      { from: 0, to: 1, amount: 5, firstDay: 3, lastDay: 3 },
      { from: 1, to: 0, amount: 5 },
      { from: 1, to: 0, amount: 4, firstDay: 5, lastDay: 4 },
      { from: 1, to: 0, amount: 3, firstDay: 4, lastDay: 5 },
    ];
    expect(search(2, deals, { top: 9, maxLegs: 6, windowDays: 9 }).loops).toEqual([
      { legs: [0, 3], amount: 3 },
    ]);
  });

  it('ranks ties of a dense ledger as if it had listed them all', () => {
    const deals: Deal[] = [];
    for (let u = 0; u < 7; u++)
      for (let v = 0; v < 7; v++)
        if (u !== v) deals.push({ from: u, to: v, amount: 7, firstDay: (u * 5 + v * 3) % 4, lastDay: 4 });
    const all = allTimedLoops(7, deals, 6, 3);
    expect(all.length).toBeGreaterThan(1_500);
    for (const top of [1, 25, 200, 600])
      expect(search(7, deals, { top, maxLegs: 6, windowDays: 3 }).loops).toEqual(all.slice(0, top));
  });

  it('answers for 60 parties that all deal with each other on one day', () => {
    const deals: Deal[] = [];
    for (let u = 0; u < 60; u++)
      for (let v = 0; v < 60; v++)
        if (u !== v) deals.push({ from: u, to: v, amount: 5, firstDay: 1, lastDay: 1 });
    const { list } = search(60, deals, { top: 2_000, maxLegs: 6, windowDays: 0 });
    expect(list).toMatchObject({ count: 2_000, complete: true });
  });

  it('lists true loops, largest first, of 10,000 rows, and the planted ones before all', () => {
    const random = new Random(8);
    const nodes = 600;
    const deals: Deal[] = [];
    for (let i = 0; i < 10_000; i++) {
      const day = random.integer(2_000);
      deals.push({
        from: random.integer(nodes),
        to: random.integer(nodes),
        amount: 1 + random.integer(1_000),
        firstDay: day,
        lastDay: day + (random.integer(4) === 0 ? 30 : 0),
      });
    }
    for (let k = 0; k < 10; k++)
      for (let i = 0; i < 4; i++)
        deals.push({
          from: (k * 40 + i * 9) % nodes,
          to: (k * 40 + ((i + 1) % 4) * 9) % nodes,
          amount: 50_000 - k,
          firstDay: 100 + k + i,
          lastDay: 100 + k + i,
        });
    const { list, loops } = search(nodes, deals, { top: 200, maxLegs: 6, windowDays: 365 });
    expect(list).toMatchObject({ count: 200, complete: true });
    expect(loops.slice(0, 10)).toEqual(
      Array.from({ length: 10 }, (_, k) => ({
        legs: [0, 1, 2, 3].map((i) => 10_000 + 4 * k + i),
        amount: 50_000 - k,
      })),
    );
    for (const { legs, amount } of loops) {
      const chain = legs.map((leg) => deals[leg]);
      expect(Math.min(...chain.map((deal) => deal.amount))).toBe(amount);
      chain.forEach((deal, i) => expect(deal.to).toBe(chain[(i + 1) % chain.length].from));
      expect(new Set(chain.map((deal) => deal.from)).size).toBe(chain.length);
      expect(happensInOrder(chain, 365)).toBe(true);
    }
  });
});
