/** A list of whole numbers below 2^31 that grows: four bytes each. */
export class NumberList {
  private data: Int32Array;
  length = 0;

  constructor(room: number) {
    this.data = new Int32Array(room);
  }

  push(...values: readonly number[]): void {
    if (this.length + values.length > this.data.length) {
      const larger = new Int32Array(2 * this.data.length + values.length);
      larger.set(this.data);
      this.data = larger;
    }
    for (const value of values) this.data[this.length++] = value;
  }

  at(index: number): number {
    return this.data[index];
  }

  set(index: number, value: number): void {
    this.data[index] = value;
  }
}
