/**
 * Loops found so far, and the ranked list that they become.
 *
 * Rank: amount descending, legs ascending, then leg by leg from the smallest node id: receiver, then item. Loops met
 * twice count once. Complexity of `ranked`: O(c log c) comparisons of at most maxLegs steps for c loops.
 */
export interface LoopList {
  readonly count: number;
  /** Length count + 1: loop k is legs[start[k]] .. legs[start[k + 1] - 1], in path order. */
  readonly start: Int32Array;
  /** Arcs of the graph, or rows where the search is over rows. */
  readonly legs: Int32Array;
  /** Length count: the smallest leg of loop k, minor units. */
  readonly amount: Float64Array;
  /** False when the search stopped at its budget: what the list holds is right, but it may miss loops. */
  readonly complete: boolean;
}

export class LoopStore {
  count = 0;
  private offset = new Int32Array(257);
  private amount = new Float64Array(256);
  /** By loop: which leg, counted from the smallest node, the loop is told from. */
  private lead = new Int32Array(256);
  private legs = new Int32Array(1024);

  constructor(
    private readonly from: Int32Array,
    private readonly to: Int32Array,
  ) {}

  /** Adds the loop path[0 .. size), a closed chain of items, told from path[lead]; lead -1: from its smallest node. */
  add(path: Int32Array, size: number, amount: number, lead: number): void {
    const { from } = this;
    let lowest = 0;
    for (let i = 1; i < size; i++) if (from[path[i]] < from[path[lowest]]) lowest = i;
    const start = this.offset[this.count];
    if (this.count === this.lead.length) {
      this.offset = copied(this.offset, new Int32Array(2 * this.lead.length + 1));
      this.lead = copied(this.lead, new Int32Array(2 * this.lead.length));
      const larger = new Float64Array(2 * this.amount.length);
      larger.set(this.amount);
      this.amount = larger;
    }
    if (start + size > this.legs.length)
      this.legs = copied(this.legs, new Int32Array(2 * this.legs.length + size));
    for (let i = 0; i < size; i++) this.legs[start + i] = path[(lowest + i) % size];
    this.amount[this.count] = amount;
    this.lead[this.count] = lead < 0 ? 0 : (lead - lowest + size) % size;
    this.offset[++this.count] = start + size;
  }

  ranked(top: number, complete: boolean): LoopList {
    const { offset, amount, legs, lead, from, to } = this;
    const order = new Int32Array(this.count);
    for (let k = 0; k < order.length; k++) order[k] = k;
    const compare = (a: number, b: number): number => {
      if (amount[a] !== amount[b]) return amount[b] - amount[a];
      const size = offset[a + 1] - offset[a];
      const other = offset[b + 1] - offset[b];
      if (size !== other) return size - other;
      for (let i = 0; i < size; i++) {
        const x = legs[offset[a] + i];
        const y = legs[offset[b] + i];
        if (x !== y) return from[x] - from[y] || to[x] - to[y] || x - y;
      }
      return 0;
    };
    order.sort(compare);
    let count = 0;
    let total = 0;
    for (let k = 0; k < order.length && count < top; k++) {
      if (count > 0 && compare(order[count - 1], order[k]) === 0) continue;
      order[count++] = order[k];
      total += offset[order[k] + 1] - offset[order[k]];
    }
    const list = {
      count,
      start: new Int32Array(count + 1),
      legs: new Int32Array(total),
      amount: new Float64Array(count),
      complete,
    };
    for (let k = 0, end = 0; k < count; k++) {
      const loop = order[k];
      const size = offset[loop + 1] - offset[loop];
      for (let i = 0; i < size; i++) list.legs[end++] = legs[offset[loop] + ((lead[loop] + i) % size)];
      list.amount[k] = amount[loop];
      list.start[k + 1] = end;
    }
    return list;
  }
}

function copied(old: Int32Array, larger: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  larger.set(old);
  return larger;
}
