/** Single cells put together to rectangles, so that a column of changes is one write and not a hundred thousand. */
import type { Area } from '../../engine/index';

export interface Block<Item> {
  readonly area: Area;
  /** By row, then by column. */
  readonly items: readonly (readonly Item[])[];
}

interface Growing<Item> {
  readonly top: number;
  readonly left: number;
  readonly items: Item[][];
}

/** Cells are added row by row, from left to right. O(cells). */
export class Blocks<Item> {
  private readonly found: Growing<Item>[] = [];
  /** Blocks that end in the row before, by their columns. */
  private open = new Map<string, Growing<Item>>();
  private run: { readonly left: number; readonly items: Item[] } | null = null;
  private runs: { readonly left: number; readonly items: Item[] }[] = [];
  private row = -1;

  add(row: number, column: number, item: Item): void {
    if (row !== this.row) this.endRow(row);
    if (this.run === null || column !== this.run.left + this.run.items.length) {
      this.run = { left: column, items: [] };
      this.runs.push(this.run);
    }
    this.run.items.push(item);
  }

  all(): Block<Item>[] {
    this.endRow(-1);
    return this.found.map(({ top, left, items }) => ({
      area: { top, left, bottom: top + items.length - 1, right: left + items[0].length - 1 },
      items,
    }));
  }

  private endRow(next: number): void {
    const open = new Map<string, Growing<Item>>();
    for (const { left, items } of this.runs) {
      const columns = `${left} ${items.length}`;
      let block = this.open.get(columns);
      if (block === undefined) this.found.push((block = { top: this.row, left, items: [] }));
      block.items.push(items);
      open.set(columns, block);
    }
    this.open = next === this.row + 1 ? open : new Map();
    this.runs = [];
    this.run = null;
    this.row = next;
  }
}
