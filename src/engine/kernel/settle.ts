/**
 * The primal-dual engine: places surplus on deficits at least cost, one part of a core at a time.
 *
 * It works on the remainder g = amount - flow: the least sum of g with 0 <= g <= amount in which every party sends out
 * its net position. All arcs cost 1, so whole ranks are all the prices there are. An arc is
 *   tight     when rank(head) - rank(tail) = 1: g may be anything,
 *   flat      when the difference is 0 or less: g = 0, all of the amount circulates,
 *   steep     when it is 2 or more: g = amount, nothing circulates.
 * This holds from the first moment (ranks 0, g = 0) to the last; what changes is how much surplus is left.
 *
 * A round: (a) collect the tight arcs; (b) push surplus to deficits over them until none can be reached; (c) lower the
 * rank of every party that reaches no deficit by 1, which makes new arcs tight.
 */
import type { Core } from './core';

/** State of a solve over a whole core; `settle` brings one part of it to rest. */
export interface Settling {
  /** Length 2 x arcs: residual[2a] = amount - g, residual[2a + 1] = g of core arc a. */
  readonly residual: Float64Array;
  /** Length nodes. */
  readonly rank: Int32Array;
  /** Length nodes: positive surplus that must go out, negative deficit that takes it; sums to 0 over a part. */
  readonly excess: Float64Array;
}

/** Arrays of one solve, as large as the largest part needs. */
export class Workshop {
  readonly tightFirst: Int32Array;
  readonly tightTo: Int32Array;
  readonly tightCode: Int32Array;
  readonly tightMate: Int32Array;
  readonly place: Int32Array;
  readonly label: Int32Array;
  readonly queue: Int32Array;
  readonly tight: Int32Array;
  constructor(core: Core) {
    let nodes = 0;
    let arcs = 0;
    for (let p = 0; p < core.parts; p++) {
      nodes = Math.max(nodes, core.nodeStart[p + 1] - core.nodeStart[p]);
      arcs = Math.max(arcs, core.arcStart[p + 1] - core.arcStart[p]);
    }
    this.tightFirst = new Int32Array(nodes + 1);
    this.tightTo = new Int32Array(2 * arcs);
    this.tightCode = new Int32Array(2 * arcs);
    this.tightMate = new Int32Array(2 * arcs);
    this.place = new Int32Array(nodes);
    this.label = new Int32Array(nodes);
    this.queue = new Int32Array(nodes);
    this.tight = new Int32Array(arcs);
  }
}

export function settle(core: Core, part: number, state: Settling, shop: Workshop): void {
  const base = core.nodeStart[part];
  const n = core.nodeStart[part + 1] - base;
  const { first, head, tail } = core;
  const { residual } = state;
  const rank = state.rank.subarray(base, base + n);
  const excess = state.excess.subarray(base, base + n);
  const { tightFirst, tightTo, tightCode, tightMate, place, label, queue, tight } = shop;

  let remaining = 0;
  for (let v = 0; v < n; v++) if (excess[v] > 0) remaining += excess[v];

  while (remaining > 0) {
    // (a) tight arcs
    place.fill(0, 0, n);
    let tights = 0;
    for (let u = 0; u < n; u++) {
      const next = rank[u] + 1;
      const end = first[base + u + 1];
      for (let a = first[base + u]; a < end; a++) {
        const v = head[a] - base;
        if (rank[v] === next) {
          tight[tights++] = a;
          place[u]++;
          place[v]++;
        }
      }
    }
    let sum = 0;
    for (let v = 0; v < n; v++) {
      tightFirst[v] = sum;
      sum += place[v];
      place[v] = tightFirst[v];
    }
    tightFirst[n] = sum;
    for (let i = 0; i < tights; i++) {
      const a = tight[i];
      const u = tail[a] - base;
      const v = head[a] - base;
      const e = place[u]++;
      const m = place[v]++;
      // bit 0: this end can send; bit 1: the other end can send here.
      const sends = residual[2 * a] > 0 ? 1 : 0;
      const takes = residual[2 * a + 1] > 0 ? 1 : 0;
      tightTo[e] = (v << 2) | sends | (takes << 1);
      tightTo[m] = (u << 2) | takes | (sends << 1);
      tightCode[e] = 2 * a;
      tightCode[m] = 2 * a + 1;
      tightMate[e] = m;
      tightMate[m] = e;
    }
    let reached;
    for (;;) {
      // BFS
      label.fill(-1, 0, n);
      reached = 0;
      for (let v = 0; v < n; v++) {
        if (excess[v] < 0) {
          label[v] = 0;
          queue[reached++] = v;
        }
      }
      let surplus = false;
      for (let i = 0; i < reached; i++) {
        const v = queue[i];
        const d = label[v] + 1;
        const end = tightFirst[v + 1];
        for (let e = tightFirst[v]; e < end; e++) {
          const code = tightTo[e];
          if ((code & 2) === 0) continue;
          const u = code >> 2;
          if (label[u] < 0) {
            label[u] = d;
            queue[reached++] = u;
            if (excess[u] > 0) surplus = true;
          }
        }
      }
      if (!surplus) break;
      // wave
      for (let i = reached - 1; i >= 0; i--) {
        const u = queue[i];
        let x = excess[u];
        if (x <= 0) continue;
        const d = label[u] - 1;
        if (d < 0) continue;
        const end = tightFirst[u + 1];
        for (let e = tightFirst[u]; e < end; e++) {
          const code = tightTo[e];
          if ((code & 1) === 0) continue;
          const v = code >> 2;
          if (label[v] !== d) continue;
          const c = tightCode[e];
          let amount = residual[c] < x ? residual[c] : x;
          if (d === 0) {
            const want = -excess[v];
            if (want <= 0) continue;
            if (want < amount) amount = want;
            remaining -= amount;
          }
          residual[c] -= amount;
          residual[c ^ 1] += amount;
          excess[v] += amount;
          x -= amount;
          const m = tightMate[e];
          if (residual[c] === 0) {
            tightTo[e] &= ~1;
            tightTo[m] &= ~2;
          }
          tightTo[e] |= 2;
          tightTo[m] |= 1;
          if (x === 0) break;
        }
        excess[u] = x;
      }
    }
    if (remaining === 0) break;
    for (let v = 0; v < n; v++) if (label[v] < 0) rank[v]--;
  }
}
