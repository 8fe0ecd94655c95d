import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topLoops } from '../../../src/engine/kernel/loops';
import type { LoopList } from '../../../src/engine/kernel/loops';
import { Random } from '../../../src/engine/kernel/random';
import { allLoops } from '../../oracles/bruteLoops';
import type { Loop } from '../../oracles/bruteLoops';
import { componentsOf, graphOf } from '../../oracles/graphOf';
import type { Row } from '../../oracles/graphOf';

interface Vector {
  id: string;
  scale?: number;
  rows: { from: string; to: string; amount: number }[];
  expected: {
    loops_by_bottleneck: { bottleneck: number; length: number; parties: string[] }[];
    loops_total: number;
  };
}
const vectors = (
  JSON.parse(readFileSync(join(__dirname, '../../fixtures/circulation-vectors.json'), 'utf8')) as {
    vectors: Vector[];
  }
).vectors;

function listed(list: LoopList): Loop[] {
  return Array.from({ length: list.count }, (_, k) => ({
    legs: [...list.legs.subarray(list.start[k], list.start[k + 1])],
    amount: list.amount[k],
  }));
}

function search(nodes: number, rows: readonly Row[], top: number, maxLegs: number, budget?: number) {
  const graph = graphOf(nodes, rows);
  const component = componentsOf(nodes, graph.tail, graph.head);
  const list = topLoops(graph, component, { top, maxLegs, ...(budget === undefined ? {} : { budget }) });
  return { graph, list, loops: listed(list) };
}

/** The ranking by brute force, legs as arcs of the same graph. */
function expected(nodes: number, rows: readonly Row[], maxLegs: number): Loop[] {
  const graph = graphOf(nodes, rows);
  const arcs = Array.from({ length: graph.arcs }, (_, arc) => ({
    from: graph.tail[arc],
    to: graph.head[arc],
    amount: graph.amount[arc],
  }));
  return allLoops(nodes, arcs, maxLegs);
}

function complete(nodes: number, amount: (u: number, v: number) => number): Row[] {
  const rows: Row[] = [];
  for (let u = 0; u < nodes; u++)
    for (let v = 0; v < nodes; v++) if (u !== v) rows.push({ from: u, to: v, amount: amount(u, v) });
  return rows;
}

const ledger = fc.integer({ min: 2, max: 7 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    rows: fc.array(
      fc.record({
        from: fc.nat(nodes - 1),
        to: fc.nat(nodes - 1),
        amount: fc.oneof(fc.nat(3), fc.nat(1000)),
      }),
      { maxLength: 24 },
    ),
    top: fc.integer({ min: 1, max: 40 }),
    maxLegs: fc.integer({ min: 2, max: 7 }),
  }),
);

describe('the test vectors', () => {
  it.each(vectors.map((vector) => [vector.id, vector] as const))('%s lists its loops', (_, vector) => {
    const names = [...new Set(vector.rows.flatMap(({ from, to }) => [from, to]))].sort();
    const rows = vector.rows.map(({ from, to, amount }) => ({
      from: names.indexOf(from),
      to: names.indexOf(to),
      amount: Math.round(amount * (vector.scale ?? 100)),
    }));
    const { graph, list, loops } = search(names.length, rows, 1000, names.length);
    expect(list.complete).toBe(true);
    expect(list.count).toBe(vector.expected.loops_total);
    const wanted = vector.expected.loops_by_bottleneck;
    expect(
      loops.slice(0, wanted.length).map(({ legs, amount }) => ({
        bottleneck: amount,
        length: legs.length,
        parties: legs.map((arc) => names[graph.tail[arc]]),
      })),
    ).toEqual(wanted);
  });
});

describe('topLoops', () => {
  it('equals the brute-force ranking on small ledgers', () => {
    fc.assert(
      fc.property(ledger, ({ nodes, rows, top, maxLegs }) => {
        const { list, loops } = search(nodes, rows, top, maxLegs);
        expect(list.complete).toBe(true);
        expect(loops).toEqual(expected(nodes, rows, maxLegs).slice(0, top));
      }),
      { seed: 20251, numRuns: 1500 },
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(ledger, ({ nodes, rows, top, maxLegs }) => {
        expect(search(nodes, [...rows].reverse(), top, maxLegs).list).toEqual(
          search(nodes, rows, top, maxLegs).list,
        );
      }),
      { seed: 20252, numRuns: 300 },
    );
  });

  it('ranks ties of a dense ledger as if it had listed them all', () => {
    // 5,264 loops of one amount: more than it keeps before it changes over to generating them in order.
    const rows = complete(8, () => 7);
    const all = expected(8, rows, 6);
    expect(all).toHaveLength(5_264);
    for (const top of [1, 27, 28, 29, 140, 141, 1_000, 3_000])
      expect(search(8, rows, top, 6).loops).toEqual(all.slice(0, top));
  });

  it('ranks ties at the cut as if it had listed them all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 56, maxLength: 56 }),
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 4, max: 6 }),
        (amounts, top, maxLegs) => {
          const rows = complete(8, (u, v) => amounts[(u * 8 + v) % 56]);
          const { list, loops } = search(8, rows, top, maxLegs);
          expect(list.complete).toBe(true);
          expect(loops).toEqual(expected(8, rows, maxLegs).slice(0, top));
        },
      ),
      { seed: 20253, numRuns: 12 },
    );
  });

  it('answers for 60 parties that all deal with each other at one amount', () => {
    const { list, loops } = search(
      60,
      complete(60, () => 5),
      2_000,
      6,
    );
    expect(list.complete).toBe(true);
    expect(list.count).toBe(2_000);
    expect(loops.filter(({ legs }) => legs.length === 2)).toHaveLength(1_770);
    expect(loops.every(({ amount }) => amount === 5)).toBe(true);
  });

  it('answers where every one of 46 billion tied loops has six legs', () => {
    const rows: Row[] = [];
    for (let layer = 0; layer < 6; layer++)
      for (let i = 0; i < 60; i++)
        for (let j = 0; j < 60; j++)
          rows.push({ from: layer * 60 + i, to: ((layer + 1) % 6) * 60 + j, amount: 9 });
    const { graph, list, loops } = search(360, rows, 150, 6);
    expect(list.complete).toBe(true);
    expect(list.count).toBe(150);
    expect(loops[0].legs.map((arc) => graph.tail[arc])).toEqual([0, 60, 120, 180, 240, 300]);
    expect(loops[60].legs.map((arc) => graph.tail[arc])).toEqual([0, 60, 120, 180, 241, 300]);
  });

  it('says so when the budget ends the search, and what it lists is right', () => {
    const random = new Random(11);
    const rows = complete(40, () => 1 + random.integer(1_000_000));
    const { graph, list, loops } = search(40, rows, 100_000, 8, 3_000);
    expect(list.complete).toBe(false);
    expect(list.count).toBeGreaterThan(0);
    for (const { legs, amount } of loops) {
      expect(Math.min(...legs.map((arc) => graph.amount[arc]))).toBe(amount);
      legs.forEach((arc, i) => expect(graph.head[arc]).toBe(graph.tail[legs[(i + 1) % legs.length]]));
      expect(new Set(legs.map((arc) => graph.tail[arc])).size).toBe(legs.length);
    }
    expect(search(40, rows, 1, 3, 0).list).toMatchObject({ count: 0, complete: false });
  });

  it('finds the rings planted in 10,000 rows', () => {
    const random = new Random(5);
    const nodes = 1_000;
    const rows: Row[] = [];
    for (let i = 0; i < 10_000; i++)
      rows.push({
        from: random.integer(nodes),
        to: random.integer(nodes),
        amount: 1 + random.integer(1_000),
      });
    const planted: number[][] = [];
    for (let k = 0; k < 20; k++) {
      const size = 2 + (k % 5);
      const ring = Array.from({ length: size }, (_, i) => (k * 37 + i * 211) % nodes);
      ring.forEach((from, i) =>
        rows.push({ from, to: ring[(i + 1) % size], amount: 1_000_000 - k * 10_000 }),
      );
      const smallest = ring.indexOf(Math.min(...ring));
      planted.push([...ring.slice(smallest), ...ring.slice(0, smallest)]);
    }
    const { graph, list, loops } = search(nodes, rows, 20, 6);
    expect(list.complete).toBe(true);
    const parties = loops.map(({ legs }) => legs.map((arc) => graph.tail[arc]));
    expect(new Set(parties.map(String))).toEqual(new Set(planted.map(String)));
  });

  it('finds the same loops whether it is asked for many or few', () => {
    const random = new Random(6);
    const rows: Row[] = [];
    for (let i = 0; i < 20_000; i++)
      rows.push({ from: random.integer(800), to: random.integer(800), amount: 1 + random.integer(50) });
    const few = search(800, rows, 150, 6).loops;
    const many = search(800, rows, 5_000, 6).loops;
    expect(few).toHaveLength(150);
    expect(many).toHaveLength(5_000);
    expect(many.slice(0, 150)).toEqual(few);
  });

  it('is empty where there is nothing to list', () => {
    const ring = [
      { from: 0, to: 1, amount: 1 },
      { from: 1, to: 0, amount: 1 },
    ];
    expect(search(2, ring, 0, 6).list).toMatchObject({ count: 0, complete: true });
    expect(search(2, ring, 5, 1).list).toMatchObject({ count: 0, complete: true });
    expect(search(0, [], 5, 6).list).toMatchObject({ count: 0, complete: true });
    expect(search(3, ring.slice(0, 1), 5, 6).list).toMatchObject({ count: 0, complete: true });
    expect(search(2, ring, 5, 6).loops).toEqual([{ legs: [0, 1], amount: 1 }]);
  });
});
