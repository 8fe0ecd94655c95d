/**
 * The primal-dual engine of the cold solve: places the surplus of one part of a core on its deficits at least cost.
 *
 * It works on the remainder g = amount - flow: the least sum of g, 0 <= g <= amount, in which every party sends out its
 * net position. (Where much circulates the remainder is small, and so is the work.) All arcs cost 1, so whole ranks
 * are all the prices there are. With d = rank(head) - rank(tail) an arc is
 *   flat   d <= 0: g = 0, all of its amount circulates,
 *   tight  d = 1:  g may be anything,
 *   steep  d >= 2: g = amount, nothing circulates.
 * That holds from the first moment (ranks 0, g = 0) to the last; what changes is how much surplus is left. A step:
 *   (a) copy the tight arcs into a compact graph, each entry with two bits: this end can send, the other end can;
 *   (b) push surplus towards deficits over it until no surplus reaches one (rounds, below);
 *   (c) lower every party that reaches no deficit by 1. No residual tight arc leads out of that set, so all stays
 *       valid: an arc leaving it was flat (now d grows to at most 1) or full (now steep), one entering it has g = 0.
 * Once few parties are left to place, reroute.ts finishes locally.
 *
 * A round of (b): label parties with their distance to a deficit (breadth first from the deficits); one wave over the
 * parties, farthest first, pushes surplus one label down; what a wave leaves behind is relabelled and pushed on in
 * order of arrival while a budget of scans lasts. Surplus moves party by party, not along whole paths: one entry
 * carries at once what a path search would carry in many paths.
 *
 * Bounds. Labels are never above the true distance, pushes go one label down, hence keep them so: no label falls from
 * round to round. A party that a wave leaves with surplus has no open entry to a lower label, so its label
 * rises: at most n labels for each of n parties, n^2 + 1 rounds a step, O(arcs) each. A surplus has a simple residual
 * path to some deficit (no flow at all is feasible, so all of it can be placed) of cost at most n - 1, and deficits
 * keep rank 0: a party with surplus has rank >= 1 - n. Each step lowers one such party: at most n^2 steps.
 * In practice 5 to 20 steps of 5 to 10 rounds. After PATIENCE steps `finish` takes over, bounded in its own way.
 *
 * Complexity: as above; 60 bytes of work arrays an arc. Only +, - and min of whole numbers below 2^53: exact.
 * Source: primal-dual minimum cost flow (Ford and Fulkerson, Flows in Networks, 1962, III.3) with the waves of
 * Tarjan (Oper. Res. Letters 2, 1984, 265-268) and relabelling of Goldberg and Tarjan (J. ACM 35, 1988, 921-940).
 */
import { adjacencyOf } from './core';
import type { Core } from './core';
import { Rerouter } from './reroute';
import type { Remainder } from './reroute';

/** Scans of a round after its wave, in multiples of the entries of the compact graph. */
const SCANS_PER_ENTRY = 0.75;
/** Labels that relabelling may add to the farthest one; beyond, a party has most likely lost its way to a deficit. */
const LABELS_BEYOND = 4;
/** Below this many surpluses or deficits, or one party in a thousand, a local search beats going over all arcs. */
const FEW = 16;
/** Changes of rank that the local search may make before all of a part is priced anew. */
const PATIENCE = 64;

export class Settler {
  private readonly core: Core;
  private readonly state: Remainder;
  private readonly rerouter: Rerouter;
  // The compact graph of tight arcs of one part, nodes counted from the start of the part.
  // Entries of node v: first[v] .. first[v + 1] - 1.
  private readonly first: Int32Array;
  // other end x 4 + 1 if this end can send + 2 if the other end can.
  private readonly entry: Int32Array;
  // Index of the residual that sending over the entry uses up.
  private readonly code: Int32Array;
  // The entry of the same arc at the other end.
  private readonly mate: Int32Array;
  private readonly tight: Int32Array;
  private readonly place: Int32Array;
  // Distance to a deficit; -1 for none.
  private readonly label: Int32Array;
  // Parties in the order in which they were labelled.
  private readonly queue: Int32Array;
  // A ring of parties that wait to push on.
  private readonly waiting: Int32Array;
  private readonly waits: Uint8Array;

  /** Everything that the parts of a core need; `state` is brought to rest part by part. */
  constructor(core: Core, state: Remainder) {
    let nodes = 0;
    let arcs = 0;
    for (let p = 0; p < core.parts; p++) {
      nodes = Math.max(nodes, core.nodeStart[p + 1] - core.nodeStart[p]);
      arcs = Math.max(arcs, core.arcStart[p + 1] - core.arcStart[p]);
    }
    this.core = core;
    this.state = state;
    this.rerouter = new Rerouter(core, adjacencyOf(core), state, false);
    this.first = new Int32Array(nodes + 1);
    this.entry = new Int32Array(2 * arcs);
    this.code = new Int32Array(2 * arcs);
    this.mate = new Int32Array(2 * arcs);
    this.tight = new Int32Array(arcs);
    this.place = new Int32Array(nodes);
    this.label = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.waiting = new Int32Array(nodes);
    this.waits = new Uint8Array(nodes);
  }

  /** Places all surplus of a part whose ranks are all 0. */
  settle(part: number): void {
    const base = this.core.nodeStart[part];
    const n = this.core.nodeStart[part + 1] - base;
    const rank = this.state.rank.subarray(base, base + n);
    const excess = this.state.excess.subarray(base, base + n);
    const label = this.label;
    const few = Math.max(FEW, Math.floor(n / 1000));
    for (let step = 0; step <= n * n; step++) {
      let surpluses = 0;
      let deficits = 0;
      for (let v = 0; v < n; v++) {
        if (excess[v] > 0) surpluses++;
        else if (excess[v] < 0) deficits++;
      }
      if (surpluses <= few || deficits <= few || step > PATIENCE) {
        this.finish(base, n, few, rank, excess);
        return;
      }
      this.pushAll(base, n, rank, excess);
      for (let v = 0; v < n; v++) if (label[v] < 0) rank[v]--;
    }
    throw new Error(`A part of ${n} parties did not come to rest within ${n * n} steps.`);
  }

  /**
   * Hands what is left over to the local search. Where ways are longer than it has patience for (long chains, wide
   * bands), all of the part is priced anew from whichever side has fewer parties left, and pushed as before.
   * A surplus then has a tight way to a deficit, so every turn places at least one unit: checked, so it ends.
   */
  private finish(base: number, n: number, few: number, rank: Int32Array, excess: Float64Array): void {
    const { near, far } = this.rerouter;
    let before = Infinity;
    for (;;) {
      let surpluses = 0;
      let deficits = 0;
      let left = 0;
      for (let v = 0; v < n; v++) {
        if (excess[v] > 0) {
          near[surpluses++] = base + v;
          left += excess[v];
        } else if (excess[v] < 0) far[deficits++] = base + v;
      }
      if (left === 0) return;
      if (left >= before) throw new Error(`Surplus "${left}" of a part of ${n} parties found no deficit.`);
      before = left;
      if (surpluses <= few && deficits <= few) {
        this.rerouter.run(surpluses, deficits, PATIENCE);
        if (excess.every((x) => x === 0)) return;
      }
      this.rerouter.reprice(base, n, surpluses <= deficits);
      this.pushAll(base, n, rank, excess);
    }
  }

  /** (a) and (b) for the ranks as they are: pushes until no surplus reaches a deficit over tight arcs. */
  private pushAll(base: number, n: number, rank: Int32Array, excess: Float64Array): void {
    const entries = this.collectTight(base, n, rank);
    for (let round = 0; round <= n * n; round++) {
      const reached = this.labelFromDeficits(n, excess);
      if (reached < 0) return;
      this.push(reached, excess, Math.floor(entries * SCANS_PER_ENTRY), n);
    }
    throw new Error(`A part of ${n} parties did not come to rest within ${n * n} rounds.`);
  }

  /** (a) The compact graph of the tight arcs of a part. Returns its number of entries. */
  private collectTight(base: number, n: number, rank: Int32Array): number {
    const { first, entry, code, mate, tight, place } = this;
    const { first: arcsOf, tail, head } = this.core;
    const residual = this.state.residual;
    place.fill(0, 0, n);
    let count = 0;
    for (let u = 0; u < n; u++) {
      const above = rank[u] + 1;
      const end = arcsOf[base + u + 1];
      for (let a = arcsOf[base + u]; a < end; a++) {
        const v = head[a] - base;
        if (rank[v] !== above) continue;
        tight[count++] = a;
        place[u]++;
        place[v]++;
      }
    }
    let entries = 0;
    for (let v = 0; v < n; v++) {
      first[v] = entries;
      entries += place[v];
      place[v] = first[v];
    }
    first[n] = entries;
    for (let i = 0; i < count; i++) {
      const a = tight[i];
      const u = tail[a] - base;
      const v = head[a] - base;
      const sends = residual[2 * a] > 0 ? 1 : 0;
      const takes = residual[2 * a + 1] > 0 ? 1 : 0;
      const out = place[u]++;
      const into = place[v]++;
      entry[out] = (v << 2) | sends | (takes << 1);
      entry[into] = (u << 2) | takes | (sends << 1);
      code[out] = 2 * a;
      code[into] = 2 * a + 1;
      mate[out] = into;
      mate[into] = out;
    }
    return entries;
  }

  /** Distances to a deficit. Returns how many parties have one, listed in queue; -1 when no surplus has. */
  private labelFromDeficits(n: number, excess: Float64Array): number {
    const { first, entry, label, queue } = this;
    label.fill(-1, 0, n);
    let reached = 0;
    for (let v = 0; v < n; v++) {
      if (excess[v] >= 0) continue;
      label[v] = 0;
      queue[reached++] = v;
    }
    let found = false;
    for (let i = 0; i < reached; i++) {
      const v = queue[i];
      const distance = label[v] + 1;
      const end = first[v + 1];
      for (let e = first[v]; e < end; e++) {
        const code = entry[e];
        if ((code & 2) === 0) continue;
        const u = code >> 2;
        if (label[u] >= 0) continue;
        label[u] = distance;
        queue[reached++] = u;
        if (excess[u] > 0) found = true;
      }
    }
    return found ? reached : -1;
  }

  /** One wave over the labelled parties, then relabelling of what it left while `budget` scans last. */
  private push(reached: number, excess: Float64Array, budget: number, n: number): void {
    const { first, entry, label, queue, waiting, waits } = this;
    let count = 0;
    for (let i = reached - 1; i >= 0; i--) {
      const u = queue[i];
      if (excess[u] <= 0) continue;
      this.pushDown(u, label[u] - 1, excess);
      if (excess[u] === 0) continue;
      waiting[count++] = u;
      waits[u] = 1;
    }
    // A party pushes only to lower labels, so whoever receives in the wave is still ahead in it, and here waits again.
    const cap = label[queue[reached - 1]] + LABELS_BEYOND;
    let at = 0;
    let left = budget;
    while (count > 0 && left > 0) {
      const u = waiting[at];
      at = at + 1 === n ? 0 : at + 1;
      count--;
      waits[u] = 0;
      const begin = first[u];
      const end = first[u + 1];
      while (excess[u] > 0) {
        let lowest = cap;
        left -= end - begin;
        for (let e = begin; e < end; e++) {
          const code = entry[e];
          if ((code & 1) === 0) continue;
          const v = code >> 2;
          let of = label[v];
          // A deficit that has been filled is one no more: at least one entry away from the next.
          if (of === 0 && excess[v] >= 0) of = label[v] = 1;
          if (of >= 0 && of < lowest) lowest = of;
        }
        if (lowest === cap) break;
        label[u] = lowest + 1;
        for (let e = begin; e < end; e++) {
          const code = entry[e];
          if ((code & 1) === 0) continue;
          const v = code >> 2;
          if (label[v] !== lowest) continue;
          if (!this.pushOver(e, u, v, lowest, excess)) continue;
          if (lowest > 0 && waits[v] === 0) {
            waits[v] = 1;
            const end = at + count;
            waiting[end < n ? end : end - n] = v;
            count++;
          }
          if (excess[u] === 0) break;
        }
      }
    }
    for (; count > 0; count--) {
      waits[waiting[at]] = 0;
      at = at + 1 === n ? 0 : at + 1;
    }
  }

  /** Pushes the surplus of u to parties labelled `target` while it lasts. */
  private pushDown(u: number, target: number, excess: Float64Array): void {
    const { first, entry, label } = this;
    const end = first[u + 1];
    for (let e = first[u]; e < end; e++) {
      const code = entry[e];
      if ((code & 1) === 0) continue;
      const v = code >> 2;
      if (label[v] === target && this.pushOver(e, u, v, target, excess) && excess[u] === 0) return;
    }
  }

  /** Pushes what fits over an entry of u that can send; a deficit takes no more than it lacks. false: nothing fits. */
  private pushOver(e: number, u: number, v: number, label: number, excess: Float64Array): boolean {
    const { entry, mate } = this;
    const residual = this.state.residual;
    const c = this.code[e];
    let amount = residual[c] < excess[u] ? residual[c] : excess[u];
    if (label === 0) {
      const lacks = -excess[v];
      if (lacks <= 0) return false;
      if (lacks < amount) amount = lacks;
    }
    residual[c] -= amount;
    residual[c ^ 1] += amount;
    excess[u] -= amount;
    excess[v] += amount;
    const m = mate[e];
    if (residual[c] === 0) {
      entry[e] = (entry[e] & ~1) | 2;
      entry[m] = (entry[m] & ~2) | 1;
    } else {
      entry[e] |= 2;
      entry[m] |= 1;
    }
    return true;
  }
}
