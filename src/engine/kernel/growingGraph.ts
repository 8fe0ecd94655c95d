/**
 * A graph that deals are added to one by one, and the hop labels that loop searches prune with.
 *
 * Adjacency is linked lists over slots (slot = the how-manieth insertion): an insertion is O(1), which sorted rows
 * could not offer. `link - 1` is a slot; link 0 ends a list.
 */
export class GrowingGraph {
  /** Number of items inserted; slots are 0 .. slots - 1 in the order of insertion. */
  slots = 0;
  /** By slot: item, payer, receiver, next link of the same payer, next link of the same receiver. */
  item = new Int32Array(0);
  tail = new Int32Array(0);
  head = new Int32Array(0);
  nextOut = new Int32Array(0);
  nextIn = new Int32Array(0);
  /** By slot: the days of the item; empty when the search does not know time. */
  firstDay = new Int32Array(0);
  lastDay = new Int32Array(0);
  /** By node: link to the latest item out of it or into it. */
  readonly firstOut: Int32Array;
  readonly firstIn: Int32Array;
  /** By node: hops from the source, hops to the target, hops to it through a marked item; each + 1, 0 = not reached. */
  readonly hopsFrom: Int32Array;
  readonly hopsTo: Int32Array;
  readonly markedHopsTo: Int32Array;
  /** Links followed since the start: the unit of a search's budget. */
  steps = 0;

  private readonly forward: Int32Array;
  private readonly backward: Int32Array;
  private forwardSize = 0;
  private backwardSize = 0;

  constructor(
    nodes: number,
    private readonly timed: boolean,
  ) {
    this.firstOut = new Int32Array(nodes);
    this.firstIn = new Int32Array(nodes);
    this.hopsFrom = new Int32Array(nodes);
    this.hopsTo = new Int32Array(nodes);
    this.markedHopsTo = new Int32Array(nodes);
    this.forward = new Int32Array(nodes);
    // Twice: a labelling with marks visits a node once per kind of label.
    this.backward = new Int32Array(2 * nodes);
  }

  /** Makes room for `count` more insertions. */
  reserve(count: number): void {
    const size = this.slots + count;
    if (size <= this.item.length) return;
    this.item = grown(this.item, size);
    this.tail = grown(this.tail, size);
    this.head = grown(this.head, size);
    this.nextOut = grown(this.nextOut, size);
    this.nextIn = grown(this.nextIn, size);
    if (this.timed) {
      this.firstDay = grown(this.firstDay, size);
      this.lastDay = grown(this.lastDay, size);
    }
  }

  insert(item: number, from: number, to: number, firstDay: number, lastDay: number): void {
    const slot = this.slots++;
    this.item[slot] = item;
    this.tail[slot] = from;
    this.head[slot] = to;
    this.nextOut[slot] = this.firstOut[from];
    this.firstOut[from] = slot + 1;
    this.nextIn[slot] = this.firstIn[to];
    this.firstIn[to] = slot + 1;
    if (this.timed) {
      this.firstDay[slot] = firstDay;
      this.lastDay[slot] = lastDay;
    }
  }

  /**
   * Whether `target` can be reached from `source` in at most `hops` hops, over items that may fall on a day in
   * low .. high. Then hopsTo is exact for every node that lies on such a path. Searches from both ends, the smaller
   * frontier first, and stops counting on `limit` steps. Call `forget` before the next labelling.
   */
  connect(source: number, target: number, hops: number, low: number, high: number, limit: number): boolean {
    const { tail, head, nextOut, nextIn, firstOut, firstIn, hopsFrom, hopsTo, forward, backward } = this;
    const { timed, firstDay, lastDay } = this;
    let steps = this.steps;
    let met = false;
    let forwardLevel = 0;
    let forwardEnd = 1;
    let backwardLevel = 0;
    let backwardEnd = 1;
    let forwardDepth = 0;
    let backwardDepth = 0;
    forward[0] = source;
    hopsFrom[source] = 1;
    backward[0] = target;
    hopsTo[target] = 1;

    while (forwardDepth + backwardDepth < hops && steps < limit) {
      const ahead = forwardEnd - forwardLevel;
      const behind = backwardEnd - backwardLevel;
      if (ahead === 0 || behind === 0) break;
      if (ahead <= behind) {
        forwardDepth++;
        let size = forwardEnd;
        for (let i = forwardLevel; i < forwardEnd; i++) {
          const node = forward[i];
          // A path ends where it meets the target: nothing beyond it counts.
          if (node === target) continue;
          for (let link = firstOut[node]; link !== 0; link = nextOut[link - 1]) {
            steps++;
            if (timed && (firstDay[link - 1] > high || lastDay[link - 1] < low)) continue;
            const next = head[link - 1];
            if (hopsFrom[next] !== 0) continue;
            hopsFrom[next] = forwardDepth + 1;
            forward[size++] = next;
            if (hopsTo[next] !== 0) met = true;
          }
        }
        forwardLevel = forwardEnd;
        forwardEnd = size;
      } else {
        backwardDepth++;
        let size = backwardEnd;
        for (let i = backwardLevel; i < backwardEnd; i++) {
          const node = backward[i];
          if (node === source) continue;
          for (let link = firstIn[node]; link !== 0; link = nextIn[link - 1]) {
            steps++;
            if (timed && (firstDay[link - 1] > high || lastDay[link - 1] < low)) continue;
            const next = tail[link - 1];
            if (hopsTo[next] !== 0) continue;
            hopsTo[next] = backwardDepth + 1;
            backward[size++] = next;
            if (hopsFrom[next] !== 0) met = true;
          }
        }
        backwardLevel = backwardEnd;
        backwardEnd = size;
      }
    }
    // The rest of the labels, only where the search from the source has been: elsewhere they would never be read.
    while (met && backwardDepth < hops && backwardEnd > backwardLevel && steps < limit) {
      backwardDepth++;
      let size = backwardEnd;
      for (let i = backwardLevel; i < backwardEnd; i++) {
        const node = backward[i];
        if (node === source) continue;
        for (let link = firstIn[node]; link !== 0; link = nextIn[link - 1]) {
          steps++;
          if (timed && (firstDay[link - 1] > high || lastDay[link - 1] < low)) continue;
          const next = tail[link - 1];
          if (hopsTo[next] !== 0 || hopsFrom[next] === 0 || hopsFrom[next] - 1 + backwardDepth > hops)
            continue;
          hopsTo[next] = backwardDepth + 1;
          backward[size++] = next;
        }
      }
      backwardLevel = backwardEnd;
      backwardEnd = size;
    }
    this.forwardSize = forwardEnd;
    this.backwardSize = backwardEnd;
    this.steps = steps;
    return met;
  }

  /**
   * Labels every node above `target` with its hops to it over nodes above it, at most `hops`: hopsTo over any items,
   * markedHopsTo over at least one item of slot >= marked. Returns whether some loop-like walk of at most hops + 1
   * legs through `target` has a marked item. Call `forget` before the next labelling.
   */
  labelAbove(target: number, hops: number, marked: number): boolean {
    const { tail, nextIn, firstIn, firstOut, nextOut, head, hopsTo, markedHopsTo, backward } = this;
    let steps = this.steps;
    let level = 0;
    let end = 1;
    // A queue entry is 2 x node, + 1 when it was reached through a marked item.
    backward[0] = 2 * target;
    hopsTo[target] = 1;
    for (let depth = 1; depth <= hops && end > level; depth++) {
      let size = end;
      for (let i = level; i < end; i++) {
        const node = backward[i] >> 1;
        const viaMarked = (backward[i] & 1) === 1;
        for (let link = firstIn[node]; link !== 0; link = nextIn[link - 1]) {
          steps++;
          const next = tail[link - 1];
          if (next <= target) continue;
          if ((viaMarked || link > marked) && markedHopsTo[next] === 0) {
            markedHopsTo[next] = depth + 1;
            backward[size++] = 2 * next + 1;
          }
          if (!viaMarked && hopsTo[next] === 0) {
            hopsTo[next] = depth + 1;
            backward[size++] = 2 * next;
          }
        }
      }
      level = end;
      end = size;
    }
    let closes = false;
    for (let link = firstOut[target]; link !== 0 && !closes; link = nextOut[link - 1]) {
      steps++;
      const next = head[link - 1];
      if (next > target) closes = link > marked ? hopsTo[next] !== 0 : markedHopsTo[next] !== 0;
    }
    this.backwardSize = end;
    this.forwardSize = 0;
    this.steps = steps;
    return closes;
  }

  /** Clears the labels of the latest `connect`. */
  forgetConnect(): void {
    const { forward, backward, hopsFrom, hopsTo } = this;
    for (let i = 0; i < this.forwardSize; i++) hopsFrom[forward[i]] = 0;
    for (let i = 0; i < this.backwardSize; i++) hopsTo[backward[i]] = 0;
  }

  /** Clears the labels of the latest `labelAbove`. */
  forgetAbove(): void {
    const { backward, hopsTo, markedHopsTo } = this;
    for (let i = 0; i < this.backwardSize; i++) {
      const node = backward[i] >> 1;
      hopsTo[node] = 0;
      markedHopsTo[node] = 0;
    }
  }
}

function grown(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size);
  larger.set(old);
  return larger;
}
