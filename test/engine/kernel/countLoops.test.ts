import fc from 'fast-check';
import { countLoops } from '../../../src/engine/kernel/countLoops';
import { topLoops } from '../../../src/engine/kernel/loops';
import { Random } from '../../../src/engine/kernel/random';
import { allLoops } from '../../oracles/bruteLoops';
import { componentsOf, graphOf } from '../../oracles/graphOf';
import type { Row } from '../../oracles/graphOf';

function count(nodes: number, rows: readonly Row[], maxLegs: number, budget?: number) {
  const graph = graphOf(nodes, rows);
  const component = componentsOf(nodes, graph.tail, graph.head);
  return countLoops(graph, component, { maxLegs, ...(budget === undefined ? {} : { budget }) });
}

const everyPair = (nodes: number): Row[] =>
  Array.from({ length: nodes * nodes }, (_, i) => ({
    from: Math.floor(i / nodes),
    to: i % nodes,
    amount: 1,
  }));

describe('countLoops', () => {
  it('counts what brute force lists', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).chain((nodes) =>
          fc.tuple(
            fc.constant(nodes),
            fc.array(fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), amount: fc.nat(2) }), {
              maxLength: 30,
            }),
          ),
        ),
        fc.integer({ min: 1, max: 8 }),
        ([nodes, rows], maxLegs) => {
          const graph = graphOf(nodes, rows);
          const arcs = Array.from(graph.tail, (from, arc) => ({ from, to: graph.head[arc], amount: 1 }));
          const loops = allLoops(nodes, arcs, maxLegs);
          const counted = count(nodes, rows, maxLegs);
          expect(counted).toMatchObject({ total: loops.length, complete: true });
          counted.byLegs.forEach((loopsOfLength, legs) =>
            expect(loopsOfLength).toBe(loops.filter((loop) => loop.legs.length === legs).length),
          );
        },
      ),
      { seed: 60251, numRuns: 500 },
    );
  });

  it('knows the formula of a complete graph', () => {
    // Parties that all deal with each other: n! / ((n - k)! k) loops of k legs.
    const { byLegs } = count(12, everyPair(12), 6);
    const falling = (k: number): number =>
      Array.from({ length: k }, (_, i) => 12 - i).reduce((a, b) => a * b, 1);
    for (let k = 2; k <= 6; k++) expect(byLegs[k]).toBe(falling(k) / k);
  });

  it('agrees with the list of loops on 5,000 rows', () => {
    const random = new Random(12);
    const rows = Array.from({ length: 5_000 }, () => ({
      from: random.integer(800),
      to: random.integer(800),
      amount: 1 + random.integer(1_000),
    }));
    const graph = graphOf(800, rows);
    const component = componentsOf(800, graph.tail, graph.head);
    const list = topLoops(graph, component, { top: 100_000, maxLegs: 5 });
    expect(list.complete).toBe(true);
    expect(countLoops(graph, component, { maxLegs: 5 }).total).toBe(list.count);
  });

  it('says so when the budget ends the count', () => {
    const counted = count(60, everyPair(60), 6, 1_000_000);
    expect(counted.complete).toBe(false);
    expect(counted.total).toBeGreaterThan(0);
  });

  it('counts nothing where there is nothing', () => {
    expect(count(0, [], 6)).toMatchObject({ total: 0, complete: true });
    expect(count(3, everyPair(3), 1)).toMatchObject({ total: 0, complete: true });
  });
});
