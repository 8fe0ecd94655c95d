import { Random } from '../../../src/engine/kernel/random';

const take = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

describe('Random', () => {
  it('gives the reference sequence of xoshiro128** from the state 1, 2, 3, 4', () => {
    // First outputs of Blackman and Vigna's reference program (version 1.1) in this state.
    const random = Random.fromState(1, 2, 3, 4);
    expect(take(10, () => random.bits())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same sequence from a seed as an independent program in C', () => {
    const random = new Random(42);
    expect(take(6, () => random.bits())).toEqual([
      2837322924, 544945897, 479756282, 3500138142, 339756180, 113173290,
    ]);
    expect(take(4, () => random.next())).toEqual([
      0.015209237180418, 0.88068708274502538, 0.18337301518475291, 0.96887920753151846,
    ]);
  });

  it('starts differently from seeds that differ in either half', () => {
    const starts = [0, 1, 2, -1, 2 ** 32, 2 ** 32 + 1, 2 ** 52].map((seed) => new Random(seed).bits());
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('fills 0 <= x < 1 evenly', () => {
    const random = new Random(7);
    const bins = new Array<number>(10).fill(0);
    let sum = 0;
    let outside = 0;
    for (let i = 0; i < 100_000; i++) {
      const x = random.next();
      if (!(x >= 0 && x < 1)) outside++;
      bins[Math.floor(x * 10)]++;
      sum += x;
    }
    expect(outside).toBe(0);
    // Five standard deviations of a bin are 474, of the mean 0.0046.
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(474);
    expect(Math.abs(sum / 100_000 - 0.5)).toBeLessThan(0.0046);
  });

  it('gives every whole number below a bound equally often', () => {
    const random = new Random(9);
    const bins = new Array<number>(6).fill(0);
    for (let i = 0; i < 60_000; i++) bins[random.integer(6)]++;
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(457);
    expect(random.integer(1)).toBe(0);
    expect(random.integer(2 ** 32)).toBeLessThan(2 ** 32);
  });

  it('refuses a seed or a bound that is not a whole number', () => {
    expect(() => new Random(0.5)).toThrow('Seed "0.5" is not a whole number.');
    expect(() => new Random(NaN)).toThrow(RangeError);
    expect(() => new Random(1).integer(0)).toThrow('"0" is not a whole number from 1 to 4294967296.');
    expect(() => new Random(1).integer(2.5)).toThrow(RangeError);
    expect(() => Random.fromState(0, 0, 0, 0)).toThrow(RangeError);
  });
});
