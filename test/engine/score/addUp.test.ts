import fc from 'fast-check';
import { addUp } from '../../../src/engine/score/addUp';

describe('points that add up', () => {
  it('gives the steps left over to the largest remainders', () => {
    expect(addUp([10.3, 20.4, 0.3])).toEqual({ total: 31, parts: [10.5, 20.5, 0] });
  });

  it('passes the limit of no part while another has room', () => {
    expect(addUp([9.8, 4.4, 4.3], [9.8, 30, 30])).toEqual({ total: 18.5, parts: [9.5, 4.5, 4.5] });
  });

  it('adds up exactly in binary arithmetic, part by part within a step', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const split = addUp(parts);
          expect(split.parts.reduce((sum, part) => sum + part, 0)).toBe(split.total);
          split.parts.forEach((part, index) =>
            expect(Math.abs(part - parts[index])).toBeLessThanOrEqual(0.5),
          );
        },
      ),
      { seed: 2000 },
    );
  });
});
