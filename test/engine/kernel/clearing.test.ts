import fc from 'fast-check';
import { clearPayments } from '../../../src/engine/kernel/clearing';
import { Random } from '../../../src/engine/kernel/random';
import { clearedByIteration } from '../../oracles/clearedByIteration';

type Debt = readonly [from: number, to: number, owed: number];

function clear(outside: readonly number[], debts: readonly Debt[]) {
  return clearPayments(
    outside.length,
    Int32Array.from(debts, ([from]) => from),
    Int32Array.from(debts, ([, to]) => to),
    Float64Array.from(debts, ([, , owed]) => owed),
    Float64Array.from(outside),
  );
}

const system = fc.integer({ min: 1, max: 7 }).chain((nodes) =>
  fc.record({
    outside: fc.array(fc.nat(60), { minLength: nodes, maxLength: nodes }),
    debts: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.nat(100)), { maxLength: 20 }),
  }),
);

/** Checks the definition itself: nobody pays more than it has or owes, and who does not pay all pays all it has. */
function expectCleared(outside: readonly number[], debts: readonly Debt[], tolerance: number): void {
  const { paid, share, round, settled } = clear(outside, debts);
  expect(settled).toBe(true);
  const owes = new Array<number>(outside.length).fill(0);
  const pays = new Array<number>(outside.length).fill(0);
  const has = [...outside];
  debts.forEach(([from, to, owed], r) => {
    if (from === to) return expect(paid[r]).toBe(owed);
    expect(paid[r]).toBeCloseTo(owed * share[from], 9);
    owes[from] += owed;
    pays[from] += paid[r];
    has[to] += paid[r];
  });
  outside.forEach((_, v) => {
    expect(share[v]).toBeGreaterThanOrEqual(0);
    expect(share[v]).toBeLessThanOrEqual(1);
    expect(pays[v]).toBeLessThanOrEqual(has[v] + tolerance);
    expect(Math.abs(pays[v] - Math.min(owes[v], has[v]))).toBeLessThanOrEqual(tolerance);
    expect(round[v] > 0).toBe(share[v] < 1);
  });
  // Money is neither made nor lost: what all hold afterwards is the outside cash.
  const held = has.reduce((sum, cash, v) => sum + cash - pays[v], 0);
  expect(Math.abs(held - outside.reduce((a, b) => a + b, 0))).toBeLessThanOrEqual(tolerance);
}

describe('worked by hand', () => {
  it('passes a shortfall down a chain, one round a step', () => {
    const { paid, share, round } = clear(
      [10, 0, 0],
      [
        [0, 1, 20],
        [1, 2, 20],
      ],
    );
    expect([...paid]).toEqual([10, 10]);
    expect([...share]).toEqual([0.5, 0.5, 1]);
    expect([...round]).toEqual([1, 2, 0]);
  });

  it('shares what there is in proportion', () => {
    const { paid } = clear(
      [30, 0, 0],
      [
        [0, 1, 40],
        [0, 2, 20],
      ],
    );
    expect([...paid]).toEqual([20, 10]);
  });

  it('lets debts that cancel out be paid without any cash', () => {
    const { share, round } = clear(
      [0, 0, 0],
      [
        [0, 1, 100],
        [1, 2, 100],
        [2, 0, 100],
      ],
    );
    expect([...share]).toEqual([1, 1, 1]);
    expect([...round]).toEqual([0, 0, 0]);
  });

  it('pays nothing round a loop without cash from which money leaks', () => {
    const { paid, share } = clear(
      [0, 0, 0, 0],
      [
        [0, 1, 100],
        [1, 2, 100],
        [2, 0, 100],
        [1, 3, 100],
      ],
    );
    expect([...paid]).toEqual([0, 0, 0, 0]);
    expect([...share]).toEqual([0, 0, 0, 1]);
  });

  it('solves for two who fail together', () => {
    // p0 = 10 + 0.6 p1 and p1 = p0: both pay 25. Party 1 has all it needs until party 0 has failed.
    const { paid, round } = clear(
      [10, 0, 0],
      [
        [0, 1, 100],
        [1, 0, 60],
        [1, 2, 40],
      ],
    );
    expect(paid[0]).toBeCloseTo(25, 12);
    expect(paid[1]).toBeCloseTo(15, 12);
    expect(paid[2]).toBeCloseTo(10, 12);
    expect([...round]).toEqual([1, 2, 0]);
  });

  it('takes a debt to oneself for paid', () => {
    const { paid, share } = clear(
      [5, 0],
      [
        [0, 0, 100],
        [0, 1, 10],
      ],
    );
    expect([...paid]).toEqual([100, 5]);
    expect([...share]).toEqual([0.5, 1]);
  });

  it('has nothing to say about nothing', () => {
    expect(clear([], []).paid).toHaveLength(0);
    expect([...clear([7], []).share]).toEqual([1]);
  });

  it('refuses amounts that are not amounts', () => {
    expect(() => clear([1, 1], [[0, 1, -5]])).toThrow('Row 0 owes "-5".');
    expect(() => clear([1, NaN], [[0, 1, 5]])).toThrow('Party 1 has outside cash of "NaN".');
  });
});

describe('clearPayments', () => {
  it('keeps limited liability, priority of debt and every unit of money', () => {
    fc.assert(
      fc.property(system, ({ outside, debts }) => expectCleared(outside, debts, 1e-7)),
      { seed: 40251, numRuns: 400 },
    );
  });

  it('is the greatest solution: the limit of everyone lowering payments from full', () => {
    fc.assert(
      fc.property(system, ({ outside, debts }) => {
        const shares = clearedByIteration(outside, debts);
        clear(outside, debts).share.forEach((share, v) =>
          expect(Math.abs(share - shares[v])).toBeLessThan(1e-6),
        );
      }),
      { seed: 40252, numRuns: 500 },
    );
  });

  it('never pays less when somebody has more cash', () => {
    fc.assert(
      fc.property(system, fc.nat(6), fc.nat(50), ({ outside, debts }, who, more) => {
        const richer = outside.map((cash, v) => (v === who ? cash + more : cash));
        const before = clear(outside, debts).paid;
        clear(richer, debts).paid.forEach((paid, r) => expect(paid).toBeGreaterThanOrEqual(before[r] - 1e-9));
      }),
      { seed: 40253, numRuns: 500 },
    );
  });

  it('clears a chain of 2,000 failures in the worst numbering', () => {
    const nodes = 2_000;
    const debts: Debt[] = Array.from({ length: nodes - 1 }, (_, i) => [nodes - 1 - i, nodes - 2 - i, 100]);
    const outside = new Array<number>(nodes).fill(0);
    outside[nodes - 1] = 60;
    const { share, round } = clear(outside, debts);
    expect(share[0]).toBe(1);
    expect(Math.max(...share.subarray(1))).toBeCloseTo(0.6, 12);
    expect(Math.min(...share)).toBeCloseTo(0.6, 12);
    expect(round[1]).toBe(nodes - 1);
  });

  it('clears a ring of failures larger than the dense solver takes', () => {
    // Everyone owes 100 to the next and 10 to party 0, which owes nothing; cash 4 each: p = 4 + p 100/110, p = 44.
    const ring = 1_000;
    const debts: Debt[] = [];
    for (let i = 1; i <= ring; i++) {
      debts.push([i, i === ring ? 1 : i + 1, 100]);
      debts.push([i, 0, 10]);
    }
    const outside = new Array<number>(ring + 1).fill(4);
    const { share } = clear(outside, debts);
    for (let i = 1; i <= ring; i++) expect(share[i]).toBeCloseTo(0.4, 10);
    expectCleared(outside, debts, 1e-6);
  });

  it('clears 10,000 debts among 1,000 parties', () => {
    const random = new Random(3);
    const debts: Debt[] = Array.from({ length: 10_000 }, () => [
      random.integer(1_000),
      random.integer(1_000),
      random.integer(1_000_000),
    ]);
    const outside = Array.from({ length: 1_000 }, () => random.integer(600_000));
    const { round } = clear(outside, debts);
    expect(round.filter((k) => k > 0).length).toBeGreaterThan(400);
    expectCleared(outside, debts, 1e-3);
  });
});
