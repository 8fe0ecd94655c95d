import fc from 'fast-check';
import { certificateFault } from '../../../src/engine/kernel/certificate';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import { components } from '../../../src/engine/kernel/components';
import { graphOf, ledgers, withAmounts, withRow } from '../../arbitraries/ledgers';
import { circulationByCycleCancelling, sumOf } from '../../oracles/circulationByCycleCancelling';
import type { Rows } from '../../oracles/circulationByCycleCancelling';
import { everyMaximumCirculation } from '../../oracles/everyCirculation';

/** The circulation of a ledger, its certificate checked. */
function circulating(rows: Rows): number {
  const graph = graphOf(rows);
  const circulation = maximumCirculation(graph);
  expect(certificateFault(graph, circulation)).toBeNull();
  return circulation.amount;
}

/** Rows that can become arcs. */
const live = (rows: Rows) => rows.amount.map((amount, row) => (rows.from[row] === rows.to[row] ? 0 : amount));

function netPositions(rows: Rows): number[] {
  const net = new Array<number>(rows.nodes).fill(0);
  live(rows).forEach((amount, row) => {
    net[rows.from[row]] += amount;
    net[rows.to[row]] -= amount;
  });
  return net;
}

/** Whether rows with money form a cycle of two or more parties: strip parties without outgoing rows, see what stays. */
function hasCycle(rows: Rows): boolean {
  const alive = new Set(Array.from({ length: rows.nodes }, (_, v) => v));
  for (let before = -1; before !== alive.size;) {
    before = alive.size;
    for (const v of [...alive]) {
      const pays = live(rows).some((x, row) => x > 0 && rows.from[row] === v && alive.has(rows.to[row]));
      if (!pays) alive.delete(v);
    }
  }
  return alive.size > 0;
}

const small = ledgers(7, 18, 12);
const run = (seed: number, numRuns = 400) => ({ seed, numRuns });

describe('maximum circulation', () => {
  it('equals the best of all circulations of a tiny ledger', () => {
    fc.assert(
      fc.property(ledgers(4, 6, 3), (rows) => {
        expect(circulating(rows)).toBe(everyMaximumCirculation(rows).amount);
      }),
      run(11, 300),
    );
  });

  it('equals cycle cancelling', () => {
    fc.assert(
      fc.property(small, (rows) => {
        expect(circulating(rows)).toBe(sumOf(circulationByCycleCancelling(rows)));
      }),
      run(12, 1000),
    );
  });

  it('equals cycle cancelling on larger ledgers with few ties', () => {
    fc.assert(
      fc.property(ledgers(16, 60, 1_000_000), (rows) => {
        expect(circulating(rows)).toBe(sumOf(circulationByCycleCancelling(rows)));
      }),
      run(13, 150),
    );
  });

  it('law: lies between nothing and everything, and below gross minus net', () => {
    fc.assert(
      fc.property(small, (rows) => {
        const net = netPositions(rows).reduce((sum, x) => sum + Math.max(0, x), 0);
        const circulation = circulating(rows);
        expect(circulation).toBeGreaterThanOrEqual(0);
        expect(circulation).toBeLessThanOrEqual(sumOf(live(rows)) - net);
      }),
      run(14),
    );
  });

  it('law: is nothing exactly when there is no cycle', () => {
    fc.assert(
      fc.property(ledgers(6, 8, 4), (rows) => {
        expect(circulating(rows) === 0).toBe(!hasCycle(rows));
      }),
      run(15, 800),
    );
  });

  it('law: is everything exactly when every party takes in what it pays out', () => {
    fc.assert(
      fc.property(ledgers(3, 4, 2), (rows) => {
        expect(circulating(rows) === sumOf(live(rows))).toBe(netPositions(rows).every((x) => x === 0));
      }),
      run(16, 800),
    );
  });

  it('law: a ledger made of rings circulates whole', () => {
    const ring = fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 2 }),
    );
    fc.assert(
      fc.property(fc.array(ring, { maxLength: 6 }), (rings) => {
        let rows: Rows = { nodes: 9, from: [], to: [], amount: [] };
        for (const [amount, parties] of rings) {
          parties.forEach((v, i) => (rows = withRow(rows, v, parties[(i + 1) % parties.length], amount)));
        }
        expect(circulating(rows)).toBe(sumOf(rows.amount));
      }),
      run(17, 200),
    );
  });

  it('law: scales with the amounts', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 1_000_000_007 }), (rows, factor) => {
        const scaled = withAmounts(
          rows,
          rows.amount.map((x) => x * factor),
        );
        expect(circulating(scaled)).toBe(circulating(rows) * factor);
      }),
      run(18),
    );
  });

  it('law: does not depend on the order of the rows, and neither does the flow of an arc', () => {
    fc.assert(
      fc.property(small, fc.infiniteStream(fc.nat()), (rows, random) => {
        const order = rows.amount.map((_, row) => row);
        for (let i = order.length - 1; i > 0; i--) {
          const j = (random.next().value as number) % (i + 1);
          [order[i], order[j]] = [order[j], order[i]];
        }
        const shuffled = {
          nodes: rows.nodes,
          from: order.map((i) => rows.from[i]),
          to: order.map((i) => rows.to[i]),
          amount: order.map((i) => rows.amount[i]),
        };
        expect(maximumCirculation(graphOf(shuffled))).toEqual(maximumCirculation(graphOf(rows)));
      }),
      run(19),
    );
  });

  it('law: does not depend on the names of the parties', () => {
    fc.assert(
      fc.property(small, fc.nat(), (rows, shift) => {
        const rename = (v: number) => rows.nodes - 1 - ((v + shift) % rows.nodes);
        const renamed = { ...rows, from: rows.from.map(rename), to: rows.to.map(rename) };
        expect(circulating(renamed)).toBe(circulating(rows));
      }),
      run(20),
    );
  });

  it('law: a row split in two counts as before', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (rows, pick, part) => {
        fc.pre(rows.amount.length > 0);
        const row = pick % rows.amount.length;
        const piece = part % (rows.amount[row] + 1);
        const rest = rows.amount.map((x, i) => (i === row ? x - piece : x));
        const split = withRow(withAmounts(rows, rest), rows.from[row], rows.to[row], piece);
        expect(maximumCirculation(graphOf(split))).toEqual(maximumCirculation(graphOf(rows)));
      }),
      run(21),
    );
  });

  it('law: turning every deal round changes nothing', () => {
    fc.assert(
      fc.property(small, (rows) => {
        expect(circulating({ ...rows, from: rows.to, to: rows.from })).toBe(circulating(rows));
      }),
      run(22),
    );
  });

  it('law: one more deal never lowers it, and raises it by at most parties x amount', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), fc.nat({ max: 20 }), (rows, u, v, amount) => {
        const more = withRow(rows, u % rows.nodes, v % rows.nodes, amount);
        const gain = circulating(more) - circulating(rows);
        expect(gain).toBeGreaterThanOrEqual(0);
        expect(gain).toBeLessThanOrEqual(rows.nodes * amount);
      }),
      run(23),
    );
  });

  it('law: rows without money and deals with oneself are inert', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (rows, u, v) => {
        const zero = withRow(rows, u % rows.nodes, v % rows.nodes, 0);
        const more = withRow(zero, u % rows.nodes, u % rows.nodes, 99);
        expect(maximumCirculation(graphOf(more))).toEqual(maximumCirculation(graphOf(rows)));
      }),
      run(24),
    );
  });

  it('law: is the sum over strongly connected components', () => {
    fc.assert(
      fc.property(ledgers(9, 14, 9), (rows) => {
        const parts = components(graphOf(rows));
        let sum = 0;
        for (let part = 0; part < parts.count; part++) {
          const own = rows.amount.map((x, row) =>
            parts.of[rows.from[row]] === part && parts.of[rows.to[row]] === part ? x : 0,
          );
          sum += circulating(withAmounts(rows, own));
        }
        expect(sum).toBe(circulating(rows));
      }),
      run(25),
    );
  });

  it('law: two ledgers side by side add up', () => {
    fc.assert(
      fc.property(small, small, (one, two) => {
        const both = {
          nodes: one.nodes + two.nodes,
          from: [...one.from, ...two.from.map((v) => v + one.nodes)],
          to: [...one.to, ...two.to.map((v) => v + one.nodes)],
          amount: [...one.amount, ...two.amount],
        };
        expect(circulating(both)).toBe(circulating(one) + circulating(two));
      }),
      run(26),
    );
  });

  it('law: is concave in each amount', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.integer({ min: 1, max: 5 }), (rows, pick, step) => {
        fc.pre(rows.amount.length > 0);
        const row = pick % rows.amount.length;
        const at = (extra: number) =>
          circulating(
            withAmounts(
              rows,
              rows.amount.map((x, i) => (i === row ? x + extra : x)),
            ),
          );
        expect(2 * at(step)).toBeGreaterThanOrEqual(at(0) + at(2 * step));
      }),
      run(27),
    );
  });

  it('law: netting two by two first never gives more', () => {
    fc.assert(
      fc.property(small, (rows) => {
        const pair = new Map<string, number>();
        live(rows).forEach((x, row) => {
          const key = `${rows.from[row]},${rows.to[row]}`;
          pair.set(key, (pair.get(key) ?? 0) + x);
        });
        let netted = 0;
        let rest: Rows = { nodes: rows.nodes, from: [], to: [], amount: [] };
        for (const [key, x] of pair) {
          const [u, v] = key.split(',').map(Number);
          const both = Math.min(x, pair.get(`${v},${u}`) ?? 0);
          netted += both;
          rest = withRow(rest, u, v, x - both);
        }
        expect(netted + circulating(rest)).toBeLessThanOrEqual(circulating(rows));
      }),
      run(28),
    );
  });

  it('law: merging two parties never lowers it when deals inside the merged party count as circulating', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (rows, one, two) => {
        const kept = one % rows.nodes;
        const gone = two % rows.nodes;
        const merge = (v: number) => (v === gone ? kept : v);
        const merged = { ...rows, from: rows.from.map(merge), to: rows.to.map(merge) };
        const inside = sumOf(live(rows)) - sumOf(live(merged));
        expect(circulating(merged) + inside).toBeGreaterThanOrEqual(circulating(rows));
      }),
      run(29),
    );
  });
});
