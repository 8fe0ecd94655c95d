/**
 * Maximum flow between two nodes: Dinic's algorithm with a two-sided search.
 *
 * Each phase finds the distance from source to sink by a breadth-first search from both ends at once, whichever
 * frontier is smaller, and then fills every shortest path with a depth-first search (a blocking flow). The distance
 * grows with every phase, so there are at most n phases; one phase costs O(n m) at worst and O(what it visits)
 * in practice, which on a large ledger is a small part of it. No recursion.
 *
 * Capacities are whole numbers, so every sum and difference is exact:
 *   - a capacity is from 0 to 2^53 - 1; Infinity is taken as 2^53 - 1, which is as good as unlimited;
 *   - `maximum` stops at `limit`, at most 2^53 - 1: a larger flow is never half-counted;
 *   - the capacity of an arc plus its `back` capacity may not exceed 2^53 - 1.
 *
 * Source: E. A. Dinic, Soviet Math. Doklady 11 (1970) 1277-1280.
 */
export class FlowNetwork {
  private readonly nodes: number;
  private count = 0;
  // Arc i is the pair of codes 2i (forward) and 2i + 1 (backward). target[code]: where it leads.
  private target: Int32Array;
  private capacity: Float64Array;
  private residual: Float64Array;
  // Codes that leave node v: codes[start[v]] .. codes[start[v + 1] - 1]. Made anew after arcs were added.
  private start: Int32Array;
  private codes: Int32Array;
  private sorted = false;
  // label[v]: distance to the sink in the current phase; -1 when not labelled. next[v]: position in codes.
  private readonly label: Int32Array;
  private readonly next: Int32Array;
  private readonly path: Int32Array;
  private readonly near: Int32Array;
  private readonly far: Int32Array;

  /** A network of nodes 0 .. nodes - 1 without arcs. Arcs beyond `arcsAtMost` are taken too; the arrays then grow. */
  constructor(nodes: number, arcsAtMost: number) {
    this.nodes = nodes;
    this.target = new Int32Array(2 * arcsAtMost);
    this.capacity = new Float64Array(2 * arcsAtMost);
    this.residual = new Float64Array(2 * arcsAtMost);
    this.start = new Int32Array(nodes + 1);
    this.codes = new Int32Array(0);
    this.label = new Int32Array(nodes).fill(-1);
    this.next = new Int32Array(nodes);
    this.path = new Int32Array(nodes);
    this.near = new Int32Array(nodes);
    this.far = new Int32Array(nodes);
  }

  /**
   * Adds an arc and returns its index: 0, 1, 2, ... `back`: capacity of the opposite direction of the same arc.
   * Throws RangeError on a node or a capacity out of range.
   */
  addArc(from: number, to: number, capacity: number, back = 0): number {
    if (!(from >= 0 && from < this.nodes && to >= 0 && to < this.nodes)) {
      throw new RangeError(`Arc "${from} -> ${to}" leaves the nodes 0 .. ${this.nodes - 1}.`);
    }
    const code = 2 * this.count;
    if (code === this.target.length) this.grow();
    this.target[code] = to;
    this.target[code + 1] = from;
    this.capacity[code] = this.residual[code] = wholeCapacity(capacity);
    this.capacity[code + 1] = this.residual[code + 1] = wholeCapacity(back);
    this.sorted = false;
    return this.count++;
  }

  /**
   * Sends as much as can be sent from source to sink on top of the flow that is there (none at first and after
   * `reset`), up to `limit`, and returns what it added.
   */
  maximum(source: number, sink: number, limit: number = Number.MAX_SAFE_INTEGER): number {
    if (source === sink) throw new RangeError(`Node "${source}" cannot be both source and sink.`);
    if (!this.sorted) this.sortArcs();
    const most = Math.min(limit, Number.MAX_SAFE_INTEGER);
    let sent = 0;
    // Each phase ends with a larger distance, and no shortest path has more than nodes - 1 arcs.
    for (let phase = 0; phase < this.nodes && sent < most; phase++) {
      const added = this.phase(source, sink, most - sent);
      if (added === 0) break;
      sent += added;
    }
    return sent;
  }

  /** Flow on an arc: positive with its direction, negative against it. */
  flow(arc: number): number {
    return this.capacity[2 * arc] - this.residual[2 * arc];
  }

  /** Takes all flow away; arcs and capacities stay. O(arcs). */
  reset(): void {
    this.residual.set(this.capacity);
  }

  /**
   * Changes the capacity of an arc, and that of its opposite direction where `back` is given. The flow on it must fit;
   * after `reset` any does. Throws RangeError when it does not.
   */
  setCapacity(arc: number, capacity: number, back: number = this.capacity[2 * arc + 1]): void {
    const flow = this.flow(arc);
    const whole = wholeCapacity(capacity);
    const wholeBack = wholeCapacity(back);
    if (flow > whole || -flow > wholeBack) {
      throw new RangeError(`Arc ${arc} carries "${flow}", more than its new capacity "${whole}" holds.`);
    }
    this.capacity[2 * arc] = whole;
    this.capacity[2 * arc + 1] = wholeBack;
    this.residual[2 * arc] = whole - flow;
    this.residual[2 * arc + 1] = wholeBack + flow;
  }

  /**
   * After `maximum`: 1 for every node that the source still reaches over free capacity. The arcs from 1 to 0 are
   * full and make a minimum cut.
   */
  minimumCut(source: number): Uint8Array {
    if (!this.sorted) this.sortArcs();
    const { target, residual, start, codes, near } = this;
    const reached = new Uint8Array(this.nodes);
    reached[source] = 1;
    near[0] = source;
    let length = 1;
    for (let i = 0; i < length; i++) {
      const end = start[near[i] + 1];
      for (let e = start[near[i]]; e < end; e++) {
        const code = codes[e];
        const v = target[code];
        if (residual[code] > 0 && reached[v] === 0) {
          reached[v] = 1;
          near[length++] = v;
        }
      }
    }
    return reached;
  }

  /** One phase: labels, then a blocking flow of at most `limit`. Returns what it sent; 0 when no path is left. */
  private phase(source: number, sink: number, limit: number): number {
    const { target, residual, start, codes, label, near, far, next } = this;
    // While the search runs, label[v] >= 0 is the distance to the sink and label[v] <= -2 is -2 - distance from the
    // source. Both searches hold complete levels, so the first arc that joins them closes a shortest path.
    near[0] = source;
    far[0] = sink;
    label[source] = -2;
    label[sink] = 0;
    let nearLevel = 0;
    let nearEnd = 1;
    let farLevel = 0;
    let farEnd = 1;
    let nearDepth = 0;
    let farDepth = 0;
    let met = false;
    while (!met && nearLevel < nearEnd && farLevel < farEnd) {
      const forward = nearEnd - nearLevel <= farEnd - farLevel;
      const queue = forward ? near : far;
      const end = forward ? nearEnd : farEnd;
      const mark = forward ? -3 - nearDepth : farDepth + 1;
      const flip = forward ? 0 : 1;
      let length = end;
      for (let i = forward ? nearLevel : farLevel; i < end && !met; i++) {
        const stop = start[queue[i] + 1];
        for (let e = start[queue[i]]; e < stop; e++) {
          const code = codes[e];
          if (residual[code ^ flip] <= 0) continue;
          const v = target[code];
          const seen = label[v];
          if (seen === -1) {
            label[v] = mark;
            queue[length++] = v;
          } else if (seen >= 0 === forward) {
            met = true;
            break;
          }
        }
      }
      if (forward) {
        nearLevel = nearEnd;
        nearEnd = length;
        if (!met) nearDepth++;
      } else {
        farLevel = farEnd;
        farEnd = length;
        if (!met) farDepth++;
      }
    }

    let sent = 0;
    if (met) {
      const distance = nearDepth + farDepth + 1;
      for (let i = 0; i < nearEnd; i++) label[near[i]] = distance + 2 + label[near[i]];
      for (let i = 0; i < nearEnd; i++) next[near[i]] = start[near[i]];
      for (let i = 0; i < farEnd; i++) next[far[i]] = start[far[i]];
      sent = this.fillShortestPaths(source, sink, limit);
    }
    for (let i = 0; i < nearEnd; i++) label[near[i]] = -1;
    for (let i = 0; i < farEnd; i++) label[far[i]] = -1;
    return sent;
  }

  /** Blocking flow over arcs whose label falls by one. Every step back retires an arc, every augmentation fills one. */
  private fillShortestPaths(source: number, sink: number, limit: number): number {
    const { target, residual, start, codes, label, next, path } = this;
    let sent = 0;
    let length = 0;
    let u = source;
    for (;;) {
      if (u === sink) {
        let amount = limit - sent;
        for (let i = 0; i < length; i++) if (residual[path[i]] < amount) amount = residual[path[i]];
        let full = length;
        for (let i = length - 1; i >= 0; i--) {
          const code = path[i];
          residual[code] -= amount;
          residual[code ^ 1] += amount;
          if (residual[code] === 0) full = i;
        }
        sent += amount;
        if (sent === limit) return sent;
        length = full;
        u = target[path[full] ^ 1];
        continue;
      }
      const wanted = label[u] - 1;
      const end = start[u + 1];
      let e = next[u];
      while (e < end && (residual[codes[e]] <= 0 || label[target[codes[e]]] !== wanted)) e++;
      next[u] = e;
      if (e < end) {
        path[length++] = codes[e];
        u = target[codes[e]];
        continue;
      }
      if (length === 0) return sent;
      u = target[path[--length] ^ 1];
      next[u]++;
    }
  }

  private grow(): void {
    const size = Math.max(16, 2 * this.target.length);
    const target = new Int32Array(size);
    const capacity = new Float64Array(size);
    const residual = new Float64Array(size);
    target.set(this.target);
    capacity.set(this.capacity);
    residual.set(this.residual);
    this.target = target;
    this.capacity = capacity;
    this.residual = residual;
  }

  private sortArcs(): void {
    const { target, start } = this;
    const codeCount = 2 * this.count;
    start.fill(0);
    for (let code = 0; code < codeCount; code++) start[target[code ^ 1] + 1]++;
    for (let v = 0; v < this.nodes; v++) start[v + 1] += start[v];
    const place = start.slice();
    const codes = new Int32Array(codeCount);
    for (let code = 0; code < codeCount; code++) codes[place[target[code ^ 1]]++] = code;
    this.codes = codes;
    this.sorted = true;
  }
}

function wholeCapacity(capacity: number): number {
  if (capacity === Infinity) return Number.MAX_SAFE_INTEGER;
  if (!Number.isSafeInteger(capacity) || capacity < 0) {
    throw new RangeError(`Capacity "${capacity}" is not a whole number from 0 to 2^53 - 1.`);
  }
  return capacity;
}
