/**
 * Deals from the largest amount down, sorting only what is asked for.
 *
 * The loops at the top of a list need a few hundred of a million deals, so sorting all of them would cost more than the
 * search itself. A sample gives a threshold that about `target` amounts reach, one scan collects those, and only they
 * are sorted; the next chunk is four times as large. Equal amounts are never split over two chunks, and within an
 * amount the items come in ascending index, so the order does not depend on the sample.
 *
 * Complexity: O(m) for the first chunk, O(m) once more when a second one is needed, O(c log c) per chunk of c items.
 */
const FIRST_TARGET = 2048;
const GROWTH = 4;
const SAMPLE = 4096;

export class Descending {
  /** Item indices not yet handed out; null = all of them, which saves writing a list for the first chunk. */
  private rest: Int32Array | null = null;
  private target = FIRST_TARGET;
  private ceiling = Infinity;

  /**
   * Only items that can lie on a loop are handed out: payer and receiver differ and are in the same strongly
   * connected component, and the amount is positive.
   */
  constructor(
    private readonly amount: Float64Array,
    private readonly from: Int32Array,
    private readonly to: Int32Array,
    private readonly componentOf: Int32Array,
  ) {}

  /** The next items, by amount descending and index ascending; empty when there are no more. */
  next(): Int32Array {
    for (;;) {
      if (this.ceiling <= 0) return new Int32Array(0);
      // Written only when the first chunk was not enough, which is rare.
      if (this.rest === null && this.ceiling < Infinity) this.rest = this.remainder();
      const floor = this.threshold();
      const chunk = this.collect(floor);
      this.target *= GROWTH;
      this.ceiling = floor;
      if (chunk.length > 0) return this.sorted(chunk);
    }
  }

  /** An amount that about `target` of the remaining items reach; 0 when that is all of them. */
  private threshold(): number {
    const { amount, rest, target, ceiling } = this;
    const length = rest === null ? amount.length : rest.length;
    if (length <= 2 * target) return 0;
    const stride = Math.max(1, Math.floor(length / SAMPLE));
    const sample = new Float64Array(Math.ceil(length / stride));
    let size = 0;
    for (let i = 0; i < length; i += stride) {
      const value = amount[rest === null ? i : rest[i]];
      if (value > 0 && value < ceiling) sample[size++] = value;
    }
    if (size === 0) return 0;
    const sortedSample = sample.subarray(0, size).sort();
    const rank = Math.ceil((target / length) * sample.length);
    return rank >= size ? 0 : sortedSample[size - 1 - rank];
  }

  private collect(floor: number): Int32Array {
    const { amount, rest, ceiling, from, to, componentOf } = this;
    const length = rest === null ? amount.length : rest.length;
    let found = new Int32Array(Math.min(length, 4 * this.target));
    let size = 0;
    for (let i = 0; i < length; i++) {
      const item = rest === null ? i : rest[i];
      const value = amount[item];
      if (value < floor || value >= ceiling || !(value > 0)) continue;
      const payer = from[item];
      const receiver = to[item];
      if (payer === receiver || componentOf[payer] !== componentOf[receiver]) continue;
      if (size === found.length) {
        const larger = new Int32Array(Math.min(length, 2 * size));
        larger.set(found);
        found = larger;
      }
      found[size++] = item;
    }
    return found.subarray(0, size);
  }

  private remainder(): Int32Array {
    const { amount, ceiling, from, to, componentOf } = this;
    const rest = new Int32Array(amount.length);
    let size = 0;
    for (let item = 0; item < amount.length; item++) {
      const value = amount[item];
      const payer = from[item];
      const receiver = to[item];
      if (value < ceiling && value > 0 && payer !== receiver && componentOf[payer] === componentOf[receiver])
        rest[size++] = item;
    }
    return rest.subarray(0, size);
  }

  /** Stable counting sort over the distinct amounts: the native sort of numbers is far faster than one with a comparator. */
  private sorted(items: Int32Array): Int32Array {
    const { amount } = this;
    const size = items.length;
    const values = new Float64Array(size);
    for (let i = 0; i < size; i++) values[i] = amount[items[i]];
    values.sort();
    let distinct = 0;
    const place = new Int32Array(size + 1);
    for (let i = size - 1, position = 0; i >= 0; position++) {
      const value = values[i];
      let j = i;
      while (j >= 0 && values[j] === value) j--;
      // Distinct amounts, descending, overwrite the tail that has been read already; place[k] is where amount k starts.
      values[size - 1 - distinct] = value;
      place[distinct++] = position;
      position += i - j - 1;
      i = j;
    }
    const result = new Int32Array(size);
    for (let i = 0; i < size; i++) {
      const value = amount[items[i]];
      let low = 0;
      let high = distinct - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (values[size - 1 - middle] <= value) high = middle;
        else low = middle + 1;
      }
      result[place[low]++] = items[i];
    }
    return result;
  }
}
