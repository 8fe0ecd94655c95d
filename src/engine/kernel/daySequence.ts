/**
 * Whether a closed chain of legs can have happened in order: a depth-first search adds and drops legs at the end.
 *
 * Leg i has a first and a last possible day. The chain, read from some starting leg s and wrapping round, respects time
 * when days can be chosen that never decrease and end at most `window` days after they began. That is so exactly when
 *   1. firstDay(i) <= lastDay(j) for every i before j, read from s (earliest days never run past a later leg), and
 *   2. max firstDay - min lastDay <= window (start as late as the tightest leg allows; no rotation changes this).
 * Every possible starting leg is carried along, so a chain is met once however many starts would do.
 *
 * Complexity: O(legs) per added leg. Known limit: none beyond 32-bit days.
 */
export class DaySequence {
  private readonly stride: number;
  /** By depth: largest first day and smallest last day of the legs so far. */
  private readonly maxFirst: Float64Array;
  private readonly minLast: Float64Array;
  /** By depth x stride + s: latest first day of the legs from s on, +Infinity where s cannot be the start. */
  private readonly latest: Float64Array;
  private readonly first: Float64Array;
  private readonly last: Float64Array;
  /** Items, for the choice between starts on the same day. */
  private readonly item: Int32Array;

  constructor(
    maxLegs: number,
    private readonly window: number,
  ) {
    this.stride = maxLegs + 1;
    this.maxFirst = new Float64Array(maxLegs + 1);
    this.minLast = new Float64Array(maxLegs + 1);
    this.maxFirst[0] = -Infinity;
    this.minLast[0] = Infinity;
    this.latest = new Float64Array((maxLegs + 1) * (maxLegs + 1));
    this.first = new Float64Array(maxLegs);
    this.last = new Float64Array(maxLegs);
    this.item = new Int32Array(maxLegs);
  }

  /** Leg number `depth` (0-based) becomes `item`; false when no start is left for which it fits. */
  extend(depth: number, item: number, firstDay: number, lastDay: number): boolean {
    const { maxFirst, minLast, latest, stride } = this;
    const maxFirstNow = firstDay > maxFirst[depth] ? firstDay : maxFirst[depth];
    const minLastNow = lastDay < minLast[depth] ? lastDay : minLast[depth];
    if (maxFirstNow - minLastNow > this.window) return false;
    const row = depth * stride;
    const next = row + stride;
    let possible = false;
    for (let s = 0; s < depth; s++) {
      const before = latest[row + s];
      // The leg comes after the legs s .. depth - 1, and before the legs 0 .. s - 1 of the other side of the start.
      if (lastDay >= before && (s === 0 || firstDay <= minLast[s])) {
        latest[next + s] = firstDay > before ? firstDay : before;
        possible = true;
      } else latest[next + s] = Infinity;
    }
    // The leg itself as the start: everything before it comes at the end, so it must be in order by itself.
    if (depth === 0 || (latest[row] !== Infinity && firstDay <= minLast[depth])) {
      latest[next + depth] = firstDay;
      possible = true;
    } else latest[next + depth] = Infinity;
    if (!possible) return false;
    maxFirst[depth + 1] = maxFirstNow;
    minLast[depth + 1] = minLastNow;
    this.first[depth] = firstDay;
    this.last[depth] = lastDay;
    this.item[depth] = item;
    return true;
  }

  /** The start of a chain of `legs` legs: of all possible ones the earliest first day, last day, item. */
  start(legs: number): number {
    const { latest, stride, first, last, item } = this;
    let best = -1;
    for (let s = 0; s < legs; s++) {
      if (latest[legs * stride + s] === Infinity) continue;
      if (
        best < 0 ||
        first[s] < first[best] ||
        (first[s] === first[best] &&
          (last[s] < last[best] || (last[s] === last[best] && item[s] < item[best])))
      )
        best = s;
    }
    return best;
  }
}
