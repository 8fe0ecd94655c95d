import fc from 'fast-check';
import { Descending } from '../../../src/engine/kernel/descending';
import { Random } from '../../../src/engine/kernel/random';

describe('Descending', () => {
  it('hands out every item inside a component once, by amount and then index', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom(1, 2, 5, 300, 1_000_000),
        fc.integer({ min: 1, max: 50 }),
        fc.nat(1000),
        (size, values, nodes, seed) => {
          const random = new Random(seed);
          const amount = Float64Array.from({ length: size }, () => random.integer(values + 1));
          const from = Int32Array.from({ length: size }, () => random.integer(nodes));
          const to = Int32Array.from({ length: size }, () => random.integer(nodes));
          const component = Int32Array.from({ length: nodes }, (_, v) => v % 3);
          const wanted = Array.from(amount.keys())
            .filter((i) => amount[i] > 0 && from[i] !== to[i] && component[from[i]] === component[to[i]])
            .sort((a, b) => amount[b] - amount[a] || a - b);
          const descending = new Descending(amount, from, to, component);
          const handed: number[] = [];
          for (let chunk = descending.next(); chunk.length > 0; chunk = descending.next()) {
            // An amount is never split: a search may stop between two chunks.
            if (handed.length > 0) expect(amount[chunk[0]]).toBeLessThan(amount[handed[handed.length - 1]]);
            handed.push(...chunk);
          }
          expect(handed).toHaveLength(wanted.length);
          expect(handed.findIndex((item, i) => item !== wanted[i])).toBe(-1);
          expect(descending.next()).toHaveLength(0);
        },
      ),
      { seed: 70251, numRuns: 20 },
    );
  });
});
