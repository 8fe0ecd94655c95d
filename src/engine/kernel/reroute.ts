/**
 * Places a little surplus on deficits at least cost, touching only their surroundings: the end of a cold solve, and
 * all of a warm one.
 *
 * The state (see Remainder) is that of settle.ts and stays optimal for what has been placed. A phase searches from the
 * surpluses and from the deficits at once over tight residual arcs, the side with less ahead of it first.
 *   - The two meet: every shortest path between them is filled (a blocking flow, as in Dinic's algorithm).
 *   - The side of the surpluses runs dry: nothing leaves the set that it reached, so the rank of all of it falls by 1.
 *   - The side of the deficits runs dry: nothing enters it, so the rank of all of it rises by 1.
 * Both changes keep every price valid and make at least as much as one arc out of the one set or into the other
 * a step closer to tight.
 *
 * Bound. Money only moves along whole paths here, so no new surplus or deficit appears. Between two changes of rank the
 * distance grows with every phase: at most n phases, each a blocking flow, O(n m) at worst. The caller bounds the
 * changes (`patience`); after them `reprice` makes a shortest way from the surpluses tight at once, and the next phase
 * places at least one unit. Every change raises rank(t) - rank(s) of all surpluses s and deficits t that are left,
 * and the cheapest way between them, at most n - 1, is an upper bound of the least of these differences.
 *
 * Complexity: usually a few phases of a few thousand arcs. Only +, - and min of whole numbers below 2^53.
 */
import type { Adjacency, Core } from './core';

/** State of a solve over a whole core: the remainder g = amount - flow, prices and what is not yet placed. */
export interface Remainder {
  /** Length 2 x arcs: residual[2a] = amount - g (the flow) and residual[2a + 1] = g of core arc a. */
  readonly residual: Float64Array;
  /** Length nodes. */
  readonly rank: Int32Array;
  /** Length nodes: > 0 surplus that must go out, < 0 deficit that takes it; sums to 0 over each part. */
  readonly excess: Float64Array;
}

export class Rerouter {
  /** To be filled by the caller: nodes with surplus, and nodes with deficit. */
  readonly near: Int32Array;
  readonly far: Int32Array;
  private readonly label: Int32Array;
  private readonly next: Int32Array;
  private readonly path: Int32Array;
  /** Arcs and nodes that `run` changed since the last `undo`, each once; kept only when asked for. */
  private readonly changedArcs: Int32Array;
  private readonly changedNodes: Int32Array;
  private readonly isChangedArc: Uint8Array;
  private readonly isChangedNode: Uint8Array;
  private arcCount = 0;
  private nodeCount = 0;
  private readonly core: Core;
  private readonly adjacency: Adjacency;
  private readonly state: Remainder;
  private readonly remembers: boolean;

  /** `remembers`: keep what changes, so that `undo` can restore it without copying everything. */
  constructor(core: Core, adjacency: Adjacency, state: Remainder, remembers: boolean) {
    this.core = core;
    this.adjacency = adjacency;
    this.state = state;
    this.remembers = remembers;
    const { nodes, arcs } = core;
    this.near = new Int32Array(nodes);
    this.far = new Int32Array(nodes);
    this.label = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes);
    this.path = new Int32Array(nodes);
    this.changedArcs = new Int32Array(remembers ? arcs : 0);
    this.changedNodes = new Int32Array(remembers ? nodes : 0);
    this.isChangedArc = new Uint8Array(remembers ? arcs : 0);
    this.isChangedNode = new Uint8Array(remembers ? nodes : 0);
  }

  /**
   * Places near[0 .. surpluses) on far[0 .. deficits), all of them in one part, and returns by how much the sum of g
   * grew. It stops after `patience` changes of rank: excess that is then left needs `reprice`, for its way is long.
   */
  run(surpluses: number, deficits: number, patience: number): number {
    const { near, far, label, state, adjacency } = this;
    const { rank, excess } = state;
    const { start, code, to } = adjacency;
    const residual = state.residual;
    let cost = 0;
    let changes = 0;
    while (changes <= patience) {
      // Drop what has been placed. Labels during the search: >= 0 distance to a deficit, <= -2 is -2 - distance from a
      // surplus, -1 not reached. Both sides hold complete levels, so the first arc that joins them is on a shortest path.
      let left = 0;
      let nearAhead = 0;
      for (let i = 0; i < surpluses; i++) {
        const v = near[i];
        if (excess[v] === 0) continue;
        near[left++] = v;
        label[v] = -2;
        nearAhead += start[v + 1] - start[v];
      }
      surpluses = left;
      if (surpluses === 0) return cost;
      left = 0;
      let farAhead = 0;
      for (let i = 0; i < deficits; i++) {
        const v = far[i];
        if (excess[v] === 0) continue;
        far[left++] = v;
        label[v] = 0;
        farAhead += start[v + 1] - start[v];
      }
      deficits = left;

      let nearLevel = 0;
      let nearEnd = surpluses;
      let nearDepth = 0;
      let farLevel = 0;
      let farEnd = deficits;
      let farDepth = 0;
      let met = false;
      while (!met && nearLevel < nearEnd && farLevel < farEnd) {
        if (nearAhead <= farAhead) {
          const end = nearEnd;
          const mark = -3 - nearDepth;
          nearAhead = 0;
          for (let i = nearLevel; i < end && !met; i++) {
            const u = near[i];
            const r = rank[u];
            const stop = start[u + 1];
            for (let e = start[u]; e < stop; e++) {
              const v = to[e];
              const c = code[e];
              // Tight: an arc leads one rank up, against its direction one rank down.
              if (rank[v] - r !== 1 - ((c & 1) << 1)) continue;
              const seen = label[v];
              if (seen < -1 || residual[c] === 0) continue;
              if (seen >= 0) {
                met = true;
                break;
              }
              label[v] = mark;
              near[nearEnd++] = v;
              nearAhead += start[v + 1] - start[v];
            }
          }
          nearLevel = end;
          if (!met) nearDepth++;
        } else {
          const end = farEnd;
          const mark = farDepth + 1;
          farAhead = 0;
          for (let i = farLevel; i < end && !met; i++) {
            const v = far[i];
            const r = rank[v];
            const stop = start[v + 1];
            for (let e = start[v]; e < stop; e++) {
              const u = to[e];
              const c = code[e];
              if (rank[u] - r !== 1 - ((c & 1) << 1)) continue;
              const seen = label[u];
              if (seen >= 0 || residual[c ^ 1] === 0) continue;
              if (seen < -1) {
                met = true;
                break;
              }
              label[u] = mark;
              far[farEnd++] = u;
              farAhead += start[u + 1] - start[u];
            }
          }
          farLevel = end;
          if (!met) farDepth++;
        }
      }

      if (met) {
        // One scale for both sides: the distance to a deficit along shortest paths.
        const distance = nearDepth + farDepth + 1;
        for (let i = 0; i < nearEnd; i++) label[near[i]] += distance + 2;
        cost += this.fillShortestPaths(surpluses, nearEnd, farEnd);
      } else {
        changes++;
        if (nearLevel === nearEnd) this.shiftRanks(near, nearEnd, -1);
        else this.shiftRanks(far, farEnd, 1);
      }
      for (let i = 0; i < nearEnd; i++) label[near[i]] = -1;
      for (let i = 0; i < farEnd; i++) label[far[i]] = -1;
    }
    return cost;
  }

  /** Puts everything that `run` changed back to what `resting` says. O(what changed). */
  undo(resting: { readonly residual: Float64Array; readonly rank: Int32Array }): void {
    const { changedArcs, changedNodes, isChangedArc, isChangedNode, state } = this;
    for (let i = 0; i < this.arcCount; i++) {
      const a = changedArcs[i];
      isChangedArc[a] = 0;
      state.residual[2 * a] = resting.residual[2 * a];
      state.residual[2 * a + 1] = resting.residual[2 * a + 1];
    }
    for (let i = 0; i < this.nodeCount; i++) {
      const v = changedNodes[i];
      isChangedNode[v] = 0;
      state.rank[v] = resting.rank[v];
    }
    this.arcCount = 0;
    this.nodeCount = 0;
  }

  /**
   * New ranks for a whole part in one pass, for ways that many changes by 1 would take long to find: the rank of every
   * party rises by its distance from the surpluses (`forward`), or falls by its distance to the deficits, in
   * reduced prices. Then a shortest way to (or from) each party is tight. Dial's buckets: O(nodes + arcs + distances).
   */
  reprice(base: number, nodes: number, forward: boolean): void {
    const { adjacency, state, remembers } = this;
    const { residual, rank, excess } = state;
    const { start, code, to } = adjacency;
    const sign = forward ? 1 : -1;
    let lowest = rank[base];
    let highest = rank[base];
    for (let v = base; v < base + nodes; v++) {
      if (rank[v] < lowest) lowest = rank[v];
      if (rank[v] > highest) highest = rank[v];
    }
    // A simple path costs at most nodes - 1, its reduced price at most the spread of the ranks more.
    const farthest = nodes + highest - lowest;
    // bucket[d]: first party with distance d not yet final; after, before: its neighbours there. -1: none.
    const bucket = new Int32Array(farthest + 1).fill(-1);
    const after = new Int32Array(nodes).fill(-1);
    const before = new Int32Array(nodes).fill(-1);
    const distance = new Int32Array(nodes).fill(farthest + 1);
    for (let i = 0; i < nodes; i++) {
      if (forward ? excess[base + i] <= 0 : excess[base + i] >= 0) continue;
      distance[i] = 0;
      after[i] = bucket[0];
      if (bucket[0] >= 0) before[bucket[0]] = i;
      bucket[0] = i;
    }
    let last = 0;
    for (let d = 0; d <= farthest; d++) {
      while (bucket[d] >= 0) {
        const i = bucket[d];
        bucket[d] = after[i];
        if (after[i] >= 0) before[after[i]] = -1;
        last = d;
        const u = base + i;
        const stop = start[u + 1];
        for (let e = start[u]; e < stop; e++) {
          const c = code[e];
          if (residual[forward ? c : c ^ 1] === 0) continue;
          const v = to[e];
          const j = v - base;
          // Price of the arc, or of undoing it, from the end nearer to the surplus to the other.
          const price = forward
            ? 1 - ((c & 1) << 1) + rank[u] - rank[v]
            : ((c & 1) << 1) - 1 + rank[v] - rank[u];
          const next = d + price;
          if (next >= distance[j]) continue;
          if (distance[j] <= farthest) {
            if (before[j] >= 0) after[before[j]] = after[j];
            else bucket[distance[j]] = after[j];
            if (after[j] >= 0) before[after[j]] = before[j];
          }
          distance[j] = next;
          before[j] = -1;
          after[j] = bucket[next];
          if (bucket[next] >= 0) before[bucket[next]] = j;
          bucket[next] = j;
        }
      }
    }
    // What is not reached has no residual arc from (or to) what is: it may move as far as the farthest.
    for (let i = 0; i < nodes; i++) {
      const by = distance[i] < last ? distance[i] : last;
      if (by === 0) continue;
      rank[base + i] += sign * by;
      if (remembers) this.rememberNode(base + i);
    }
  }

  private shiftRanks(nodes: Int32Array, count: number, by: number): void {
    const { remembers } = this;
    const rank = this.state.rank;
    for (let i = 0; i < count; i++) {
      rank[nodes[i]] += by;
      if (remembers) this.rememberNode(nodes[i]);
    }
  }

  /**
   * Blocking flow over tight arcs whose label falls by one. Every step back retires an entry, every path fills an arc,
   * a deficit or a surplus. Returns the growth of the sum of g: all arcs are tight, so a path costs the ranks it climbs.
   */
  private fillShortestPaths(surpluses: number, nearEnd: number, farEnd: number): number {
    const { near, far, label, next, path, state, adjacency, core, remembers } = this;
    const { residual, rank, excess } = state;
    const { start, code, to } = adjacency;
    const { tail, head } = core;
    for (let i = 0; i < nearEnd; i++) next[near[i]] = start[near[i]];
    for (let i = 0; i < farEnd; i++) next[far[i]] = start[far[i]];
    let cost = 0;
    for (let s = 0; s < surpluses; s++) {
      const source = near[s];
      let length = 0;
      let u = source;
      for (;;) {
        const wanted = label[u] - 1;
        if (wanted < 0) {
          let amount = excess[source] < -excess[u] ? excess[source] : -excess[u];
          for (let i = 0; i < length; i++) if (residual[path[i]] < amount) amount = residual[path[i]];
          let full = length - 1;
          for (let i = length - 1; i >= 0; i--) {
            const c = path[i];
            residual[c] -= amount;
            residual[c ^ 1] += amount;
            if (residual[c] === 0) full = i;
            if (remembers) this.rememberArc(c >> 1);
          }
          excess[source] -= amount;
          excess[u] += amount;
          cost += amount * (rank[u] - rank[source]);
          if (excess[source] === 0) break;
          // Go on from before the first arc that is full, or from before the deficit when that is what is.
          length = full;
          const c = path[full];
          u = (c & 1) === 0 ? tail[c >> 1] : head[c >> 1];
          continue;
        }
        const r = rank[u];
        const stop = start[u + 1];
        let e = next[u];
        for (; e < stop; e++) {
          const v = to[e];
          if (label[v] !== wanted || rank[v] - r !== 1 - ((code[e] & 1) << 1)) continue;
          if (residual[code[e]] > 0 && (wanted > 0 || excess[v] < 0)) break;
        }
        next[u] = e;
        if (e < stop) {
          path[length++] = code[e];
          u = to[e];
          continue;
        }
        if (length === 0) break;
        const c = path[--length];
        u = (c & 1) === 0 ? tail[c >> 1] : head[c >> 1];
        next[u]++;
      }
    }
    return cost;
  }

  private rememberNode(v: number): void {
    if (this.isChangedNode[v] !== 0) return;
    this.isChangedNode[v] = 1;
    this.changedNodes[this.nodeCount++] = v;
  }

  private rememberArc(a: number): void {
    if (this.isChangedArc[a] !== 0) return;
    this.isChangedArc[a] = 1;
    this.changedArcs[this.arcCount++] = a;
  }
}
