/**
 * Who stands where on the ring: few crossings, short arrows, money of large loops side by side.
 *
 *   cost = sum of weight x distance (a place passed through counts more) + sum over crossing arrows of weight x weight
 * The first party keeps the top. Exact for 8 parties or fewer (all 7! orders of the others), beyond that the best of
 * several descents by swaps and moves from orders that are always the same. The first order found wins a tie.
 * Complexity: O(7! pairs^2), or O(n^2 pairs^2) a round of a descent.
 */
import type { Point } from './types';

export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

const exactUntil = 8;
const mostRounds = 8;
/** Descents by the number of parties: the more there are, the longer one takes. */
const effort = (n: number) => (n <= 12 ? 6 : n <= 20 ? 2 : 1);
const crossing = 0.55;
const passing = 1.2;
const better = 1e-9;

/** Place of each party, by index. `ties` are unordered pairs, each once; `directed` decides which way round. */
export function placesFor(
  places: readonly Point[],
  ties: readonly Tie[],
  directed: readonly Tie[],
  reach: number,
): Int32Array {
  const n = places.length;
  const start = Int32Array.from({ length: n }, (_, i) => i);
  if (n <= 3) return clockwise(start, directed);
  const costOf = costs(places, ties, reach);
  const best = n <= exactUntil ? exact(n, costOf) : descend(n, ties, costOf);
  return clockwise(best, directed);
}

/** The cost, or any number above `bound` as soon as it is known to be above it: parts of the sum are never negative. */
type CostOf = (placeOf: Int32Array, bound: number) => number;

function costs(places: readonly Point[], ties: readonly Tie[], reach: number): CostOf {
  const n = places.length;
  const far = new Float64Array(n * n);
  let longest = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      far[i * n + j] = Math.sqrt((places[i].x - places[j].x) ** 2 + (places[i].y - places[j].y) ** 2);
      longest = Math.max(longest, far[i * n + j]);
    }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      far[i * n + j] /= longest;
      for (let k = 0; k < n; k++)
        if (k !== i && k !== j && distance(places[k], places[i], places[j]) < reach)
          far[i * n + j] += passing;
    }
  // The heaviest first, so that a bad order is known early.
  const heavy = [...ties].sort((p, q) => q.weight - p.weight || p.a - q.a || p.b - q.b);
  const a = Int32Array.from(heavy, (tie) => tie.a);
  const b = Int32Array.from(heavy, (tie) => tie.b);
  const weight = Float64Array.from(heavy, (tie) => tie.weight);
  const low = new Int32Array(ties.length);
  const high = new Int32Array(ties.length);
  return (placeOf, bound) => {
    let cost = 0;
    for (let i = 0; i < a.length && cost <= bound; i++) {
      const p = placeOf[a[i]];
      const q = placeOf[b[i]];
      low[i] = p < q ? p : q;
      high[i] = p < q ? q : p;
      cost += weight[i] * far[p * n + q];
      for (let j = 0; j < i; j++)
        if (
          (low[i] < low[j] && low[j] < high[i] && high[i] < high[j]) ||
          (low[j] < low[i] && low[i] < high[j] && high[j] < high[i])
        )
          cost += crossing * weight[i] * weight[j];
    }
    return cost;
  };
}

/** Of a point from a line between two others. */
function distance(p: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square));
  return Math.sqrt((p.x - a.x - t * dx) ** 2 + (p.y - a.y - t * dy) ** 2);
}

/** All orders of the parties behind the first, in lexicographic order. */
function exact(n: number, costOf: CostOf): Int32Array {
  const current = Int32Array.from({ length: n }, (_, i) => i);
  let best = current.slice();
  let least = costOf(current, Infinity);
  while (nextOrder(current)) {
    const cost = costOf(current, least);
    if (cost < least - better) {
      least = cost;
      best = current.slice();
    }
  }
  return best;
}

/** The next permutation of everything but the first place; false after the last one. */
function nextOrder(order: Int32Array): boolean {
  let i = order.length - 2;
  while (i >= 1 && order[i] > order[i + 1]) i--;
  if (i < 1) return false;
  let j = order.length - 1;
  while (order[j] < order[i]) j--;
  swap(order, i, j);
  order.subarray(i + 1).reverse();
  return true;
}

function descend(n: number, ties: readonly Tie[], costOf: CostOf): Int32Array {
  const start = neighbourly(n, ties);
  let best = improve(start, costOf);
  let least = costOf(best, Infinity);
  for (let round = 1; round < effort(n); round++) {
    const tried = improve(riffled(start, round), costOf);
    const cost = costOf(tried, least);
    if (cost < least - better) {
      least = cost;
      best = tried;
    }
  }
  return best;
}

/** The places behind the first, counted off in steps: another beginning for each round, the same every time. */
function riffled(placeOf: Int32Array, round: number): Int32Array {
  const n = placeOf.length;
  const left = Array.from({ length: n - 1 }, (_, i) => i + 1);
  const next = new Int32Array(n);
  for (let place = 1, at = 0; place < n; place++) {
    at = (at + 2 * round + 1) % left.length;
    next[place] = left.splice(at, 1)[0];
  }
  return placeOf.map((place) => next[place]);
}

/** Each next place to the party that is most tied to those just placed. */
function neighbourly(n: number, ties: readonly Tie[]): Int32Array {
  const placeOf = new Int32Array(n).fill(-1);
  placeOf[0] = 0;
  const pull = new Float64Array(n);
  let last = 0;
  for (let place = 1; place < n; place++) {
    for (let i = 0; i < n; i++) pull[i] *= 0.5;
    for (const { a, b, weight } of ties) {
      if (a === last) pull[b] += weight;
      if (b === last) pull[a] += weight;
    }
    let next = -1;
    for (let i = 1; i < n; i++) if (placeOf[i] < 0 && (next < 0 || pull[i] > pull[next] + better)) next = i;
    placeOf[next] = place;
    last = next;
  }
  return placeOf;
}

/** Swaps two parties, or moves one along the ring, while that lowers the cost. */
function improve(placeOf: Int32Array, costOf: CostOf): Int32Array {
  const n = placeOf.length;
  const order = new Int32Array(n);
  const tried = new Int32Array(n);
  placeOf.forEach((place, party) => (order[place] = party));
  const placed = new Int32Array(n);
  const costOfOrder = (bound: number) => {
    for (let place = 0; place < n; place++) placed[tried[place]] = place;
    return costOf(placed, bound);
  };
  tried.set(order);
  let least = costOfOrder(Infinity);
  for (let round = 0, isBetter = true; isBetter && round < mostRounds; round++) {
    isBetter = false;
    for (let i = 1; i < n; i++)
      for (let j = 1; j < n; j++) {
        if (i === j) continue;
        for (let move = i < j ? 0 : 1; move < 2; move++) {
          if (move === 0) swapInto(tried, order, i, j);
          else moveInto(tried, order, i, j);
          const cost = costOfOrder(least);
          if (cost >= least - better) continue;
          least = cost;
          order.set(tried);
          isBetter = true;
        }
      }
  }
  const result = new Int32Array(n);
  order.forEach((party, place) => (result[party] = place));
  return result;
}

/** `tried` becomes `order` with two parties swapped. */
function swapInto(tried: Int32Array, order: Int32Array, i: number, j: number): void {
  tried.set(order);
  swap(tried, i, j);
}

/** `tried` becomes `order` with one party moved along the ring. */
function moveInto(tried: Int32Array, order: Int32Array, from: number, to: number): void {
  tried.set(order);
  if (from < to) tried.copyWithin(from, from + 1, to + 1);
  else tried.copyWithin(to + 1, to, from);
  tried[to] = order[from];
}

function swap(values: Int32Array, i: number, j: number): void {
  const held = values[i];
  values[i] = values[j];
  values[j] = held;
}

/** A ring and its mirror image cost the same: the one is taken in which more money goes with the clock. */
function clockwise(placeOf: Int32Array, directed: readonly Tie[]): Int32Array {
  const n = placeOf.length;
  let withClock = 0;
  for (const { a, b, weight } of directed) {
    const step = (placeOf[b] - placeOf[a] + n) % n;
    if (2 * step < n) withClock += weight;
    else if (2 * step > n) withClock -= weight;
  }
  return withClock < -better ? placeOf.map((place) => (n - place) % n) : placeOf;
}
