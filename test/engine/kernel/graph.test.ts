import fc from 'fast-check';
import { buildGraph } from '../../../src/engine/kernel/graph';
import { graphOf, ledgers } from '../../arbitraries/ledgers';

const build = (nodes: number, from: number[], to: number[], amount: number[]) =>
  buildGraph(nodes, Int32Array.from(from), Int32Array.from(to), Float64Array.from(amount));

describe('rows as a graph', () => {
  it('merges parallel rows and leaves out self-deals and rows without money', () => {
    const graph = build(4, [2, 0, 0, 3, 0, 2], [0, 1, 1, 3, 2, 0], [70, 60, 40, 500, 0, 1]);
    expect(graph.arcs).toBe(2);
    expect([...graph.tail]).toEqual([0, 2]);
    expect([...graph.head]).toEqual([1, 0]);
    expect([...graph.amount]).toEqual([100, 71]);
    expect([...graph.first]).toEqual([0, 1, 1, 2, 2]);
    expect([...graph.arcOfRow]).toEqual([1, 0, 0, -1, -1, 1]);
  });

  it('is empty for no rows and for no parties', () => {
    expect(build(3, [], [], []).arcs).toBe(0);
    expect([...build(0, [], [], []).first]).toEqual([0]);
  });

  it('gives each live row to the arc of its two parties, and each arc the sum of its rows', () => {
    fc.assert(
      fc.property(ledgers(8, 40, 9), (rows) => {
        const graph = graphOf(rows);
        const sums = new Float64Array(graph.arcs);
        rows.amount.forEach((amount, row) => {
          const a = graph.arcOfRow[row];
          expect(a < 0).toBe(amount === 0 || rows.from[row] === rows.to[row]);
          if (a < 0) return;
          expect([graph.tail[a], graph.head[a]]).toEqual([rows.from[row], rows.to[row]]);
          expect(a).toBeGreaterThanOrEqual(graph.first[graph.tail[a]]);
          expect(a).toBeLessThan(graph.first[graph.tail[a] + 1]);
          sums[a] += amount;
        });
        expect(graph.amount).toEqual(sums);
        for (let a = 1; a < graph.arcs; a++) {
          const step = graph.tail[a] - graph.tail[a - 1] || graph.head[a] - graph.head[a - 1];
          expect(step).toBeGreaterThan(0);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it.each([
    ['a negative amount', -1, 'Amount "-1" is not a whole number from 0 to 2^53 - 1 (deal 1).'],
    ['a fraction', 0.5, 'Amount "0.5" is not a whole number from 0 to 2^53 - 1 (deal 1).'],
    ['not a number', NaN, 'Amount "NaN" is not a whole number from 0 to 2^53 - 1 (deal 1).'],
    ['infinity', Infinity, 'Amount "Infinity" is not a whole number from 0 to 2^53 - 1 (deal 1).'],
    [
      'an unsafe integer',
      2 ** 53,
      'Amount "9007199254740992" is not a whole number from 0 to 2^53 - 1 (deal 1).',
    ],
    [
      'a total that is not exact',
      2 ** 53 - 1,
      'The amounts add up to more than 2^53 - 1 at deal 1: use a larger unit.',
    ],
  ])('refuses %s', (_case, amount, message) => {
    const attempt = () => build(2, [0, 1], [1, 0], [1, amount]);
    expect(attempt).toThrow(RangeError);
    expect(attempt).toThrow(message);
  });

  it('takes a total of exactly 2^53 - 1', () => {
    expect(build(2, [0, 1], [1, 0], [1, 2 ** 53 - 2]).arcs).toBe(2);
  });

  it('refuses parties that are not there, columns of different length and a count that is none', () => {
    expect(() => build(2, [0], [2], [1])).toThrow('Deal 0 names a party outside 0 .. 1.');
    expect(() => build(2, [-1], [0], [1])).toThrow(RangeError);
    expect(() => build(2, [0], [1, 1], [1])).toThrow('1 payers, 2 receivers and 1 amounts do not match.');
    expect(() => build(1.5, [], [], [])).toThrow('"1.5" is not a number of parties.');
  });
});
