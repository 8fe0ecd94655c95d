/**
 * Seeded ledgers for benchmarks and for laws at size. The same arguments give the same ledger on every machine:
 * the generator is integer arithmetic plus square roots of its own (exp and log differ between engines).
 *
 * Shapes:
 *  mesh    random deals between parties of heavy-tailed size: one giant component.
 *  tiered  97 % of deals go up a tier order, 3 % back: a supply chain with some feedback.
 *  dense   a third of the deals among the first sqrt(deals) parties, in both directions.
 *  chains  long lines of parties, each passing on to the next, closed end to end, with a few shortcuts.
 *  rings   many separate rings of 3 to 40 parties with a few bridges between them.
 *
 * Party sizes: rank^-0.8 times a lognormal factor. Amounts: lognormal in cents, 80 % rounded to three digits (many
 * ties). deals / 400 rings of 2 to 6 legs at about 20 times the base amount are planted in mesh, tiered and dense.
 */
export type Shape = 'mesh' | 'tiered' | 'dense' | 'chains' | 'rings';

export interface SeededLedger {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly amount: Float64Array;
  /** Days since 1970-01-01, within three years. */
  readonly day: Int32Array;
}

/** xoshiro128** seeded by splitmix32: integers only, so the stream is the same everywhere. */
function generator(seed: number) {
  let mix = seed | 0;
  const word = () => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) | 0;
  };
  let a = word();
  let b = word();
  let c = word();
  let d = word();
  const next = () => {
    const x = Math.imul(b, 5);
    const result = Math.imul((x << 7) | (x >>> 25), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  /** Whole number from 0 to below - 1. */
  const below = (limit: number) => Math.floor((next() / 0x100000000) * limit);
  const unit = () => next() / 0x100000000;
  /** About normal(0, 1): twelve uniforms, exact additions. */
  const bell = () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += unit();
    return sum - 6;
  };
  return { below, unit, bell };
}

/** 2^x by repeated squaring of a short polynomial: only IEEE + and *, so the same on every engine. */
function powerOfTwo(x: number): number {
  const y = (x * 0.6931471805599453) / 64;
  let p = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + y / 4)));
  for (let i = 0; i < 6; i++) p *= p;
  return p;
}

/** log2 of a whole number >= 1, by squaring: 24 bits after the point. */
function logOfWhole(k: number): number {
  let exponent = 31 - Math.clz32(k);
  let x = k / (1 << exponent);
  for (let bit = 0.5; bit > 2 ** -25; bit /= 2) {
    x *= x;
    if (x >= 2) {
      x /= 2;
      exponent += bit;
    }
  }
  return exponent;
}

export function seededLedger(shape: Shape, parties: number, deals: number, seed: number): SeededLedger {
  const { below, unit, bell } = generator(
    seed * 16 + ['mesh', 'tiered', 'dense', 'chains', 'rings'].indexOf(shape),
  );
  const from = new Int32Array(deals);
  const to = new Int32Array(deals);
  const amount = new Float64Array(deals);
  const day = new Int32Array(deals);

  // Cumulative sizes; the order of sizes is shuffled over the parties.
  const order = Int32Array.from({ length: parties }, (_, i) => i);
  for (let i = parties - 1; i > 0; i--) {
    const j = below(i + 1);
    const keep = order[i];
    order[i] = order[j];
    order[j] = keep;
  }
  const cumulative = new Float64Array(parties);
  let total = 0;
  for (let i = 0; i < parties; i++) {
    total += powerOfTwo(-0.8 * logOfWhole(i + 1) + bell());
    cumulative[i] = total;
  }
  const party = () => {
    const x = unit() * total;
    let low = 0;
    let high = parties - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] < x) low = middle + 1;
      else high = middle;
    }
    return order[low];
  };
  const money = (times: number) => {
    let cents = Math.round(powerOfTwo(13 + 2.2 * bell()) * times) + 1;
    if (unit() < 0.8) {
      let step = 1;
      while (cents / step >= 1000) step *= 10;
      cents = Math.max(1, Math.round(cents / step)) * step;
    }
    return cents;
  };
  const put = (i: number, u: number, v: number, cents: number) => {
    from[i] = u;
    to[i] = v;
    amount[i] = cents;
    day[i] = 19_000 + below(1095);
  };

  let at = 0;
  if (shape === 'chains') {
    const length = Math.max(3, Math.floor(parties / Math.max(1, Math.floor(parties / 1000))));
    for (; at < deals; at++) {
      const u = at % parties;
      const lap = at < parties;
      const start = u - (u % length);
      const size = Math.min(length, parties - start);
      const leap = lap || unit() < 0.9 ? 1 : 1 + below(size);
      put(at, u, start + ((u - start + leap) % size), money(lap ? 4 : 1));
    }
  } else if (shape === 'rings') {
    let start = 0;
    while (at < deals) {
      const size = Math.min(3 + below(38), parties - start);
      if (size < 2) {
        start = 0;
        continue;
      }
      const times = 1 + below(3);
      for (let lap = 0; lap < times; lap++) {
        for (let i = 0; i < size && at < deals; i++) put(at++, start + i, start + ((i + 1) % size), money(1));
      }
      if (at < deals && unit() < 0.3) put(at++, start, below(parties), money(2));
      start = start + size >= parties ? 0 : start + size;
    }
  } else {
    const rings = Math.floor(deals / 400);
    for (let r = 0; r < rings; r++) {
      const legs = 2 + below(5);
      if (at + legs > deals) break;
      const base = money(20);
      let u = party();
      const start = u;
      let when = 19_000 + below(1000);
      for (let leg = 0; leg < legs; leg++) {
        let v = leg === legs - 1 ? start : party();
        if (v === u) v = (v + 1) % parties;
        put(at, u, v, Math.max(1, Math.round(base * (0.9 + 0.2 * unit()))));
        when += below(15);
        day[at++] = when;
        u = v;
      }
    }
    const clique = Math.max(2, Math.floor(Math.sqrt(deals)));
    for (; at < deals; at++) {
      let u = party();
      let v = party();
      if (shape === 'dense' && at % 3 === 0) {
        u = below(Math.min(clique, parties));
        v = below(Math.min(clique, parties));
      }
      // The party number itself is the tier order: 97 of 100 deals go up.
      if (shape === 'tiered' && u > v === unit() < 0.97) {
        const keep = u;
        u = v;
        v = keep;
      }
      put(at, u, v === u ? (v + 1) % parties : v, money(1));
    }
  }
  return { nodes: parties, from, to, amount, day };
}
