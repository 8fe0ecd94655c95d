/**
 * Random numbers that are the same on every machine: xoshiro128** over four 32-bit words, seeded by splitmix32.
 *
 * Only 32-bit integer operations and exact divisions by powers of two, so a seed written beside a result reproduces
 * it anywhere. Not for secrets.
 *
 * Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021), 36.
 * Period 2^128 - 1.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  /** `seed`: a safe integer; both halves of it count. Equal seeds give equal sequences. */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) throw new RangeError(`Seed "${seed}" is not a whole number.`);
    const low = seed >>> 0;
    const high = Math.floor(seed / 0x100000000) | 0;
    // The high half is scrambled before it joins, so that seeds that differ only there do not start alike.
    let state = low ^ mix(Math.imul(high, 0x9e3779b9));
    this.a = mix((state = (state + 0x9e3779b9) | 0));
    this.b = mix((state = (state + 0x9e3779b9) | 0));
    this.c = mix((state = (state + 0x9e3779b9) | 0));
    this.d = mix((state + 0x9e3779b9) | 0);
    // The mix is one-to-one and its four inputs differ: at most one word is zero, never all four.
  }

  /** A generator in a given state, for known-answer tests and for going on where another one stopped. */
  static fromState(a: number, b: number, c: number, d: number): Random {
    if ((a | b | c | d) === 0) throw new RangeError('A generator cannot start from four zeros.');
    const random = new Random(0);
    random.a = a | 0;
    random.b = b | 0;
    random.c = c | 0;
    random.d = d | 0;
    return random;
  }

  /** 32 random bits, 0 .. 2^32 - 1. */
  bits(): number {
    const times5 = Math.imul(this.b, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  /** 0 <= x < 1, a multiple of 2^-53. */
  next(): number {
    const high = this.bits() >>> 5;
    const low = this.bits() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  }

  /** A whole number, 0 <= x < below, every one equally likely. `below` is a whole number, 1 .. 2^32. */
  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > 0x100000000)
      throw new RangeError(`"${below}" is not a whole number from 1 to 4294967296.`);
    // Draws from an incomplete last block are thrown away: a remainder alone would favour small numbers.
    const limit = 0x100000000 - (0x100000000 % below);
    let drawn = this.bits();
    while (drawn >= limit) drawn = this.bits();
    return drawn % below;
  }
}

/** The output function of splitmix32 (the 32-bit finalizer of MurmurHash3): one-to-one on 32-bit words. */
function mix(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return z ^ (z >>> 16);
}
