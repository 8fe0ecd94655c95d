/**
 * The values of a sheet by column, in typed arrays: about nine bytes a cell, no object per cell.
 *
 * Each column is cut into chunks of 4,096 rows that exist only where something is. A chunk starts as a short sorted list
 * (row, tag, value) and becomes a plain array of 4,096 slots when it holds more than 256 cells; so a full column is read
 * by position, and a stray cell in XFD1048576 costs a list of one. Number formats are one number per chunk as long as all
 * its cells share one, which is how sheets are made.
 *
 * A tag is a type in its low three bits and FORMULA. A value is the number itself, an index into the texts or the errors,
 * or 0 / 1. Setting in row order is O(1); reading is O(1) in a plain chunk, at most eight steps in a list.
 */
import type { Opening } from './opening';

export const EMPTY = 0;
export const NUMBER = 1;
export const TEXT = 2;
export const BOOLEAN = 3;
export const ERROR = 4;
export const TYPE = 7;
export const FORMULA = 8;

const CHUNK_BITS = 12;
export const CHUNK_ROWS = 1 << CHUNK_BITS;
const IN_CHUNK = CHUNK_ROWS - 1;
const FIRST_LIST = 16;
/** Of 16, 64 and 256 slots: fewer steps than doubling, because each leaves garbage behind in a full column. */
const LIST_GROWTH = 4;
const LONGEST_LIST = 256;
/** What a chunk costs beside its slots: three array headers and itself. */
const CHUNK_COST = 400;

class Chunk {
  /** Row within the chunk of each slot, ascending; null when slot i is row i. */
  rows: Uint16Array | null = new Uint16Array(FIRST_LIST);
  tags = new Uint8Array(FIRST_LIST);
  values = new Float64Array(FIRST_LIST);
  /** Index of the format of each slot; null when it is `format` for all. */
  formats: Uint16Array | null = null;
  format = 0;
  /** Slots in use, in a list. */
  count = 0;
}

export class Columns {
  /** columns[column][row >> 12] */
  private readonly columns: (Chunk | undefined)[][] = [];
  private readonly emptyColumn: readonly (Chunk | undefined)[] = [];
  cells = 0;
  top = Infinity;
  bottom = -1;
  left = Infinity;
  right = -1;

  constructor(private readonly opening: Opening) {}

  /** Puts a value; a second value for a cell replaces the first. */
  set(row: number, column: number, tag: number, value: number, format: number): void {
    if (row < this.top) this.top = row;
    if (row > this.bottom) this.bottom = row;
    if (column < this.left) this.left = column;
    if (column > this.right) this.right = column;
    const chunk = this.chunkFor(row >> CHUNK_BITS, column);
    const slot = this.slotFor(chunk, row & IN_CHUNK);
    if (chunk.tags[slot] === EMPTY) {
      this.cells++;
      this.opening.countCell();
    }
    chunk.tags[slot] = tag;
    chunk.values[slot] = value;
    if (chunk.formats !== null) chunk.formats[slot] = format;
    else if (format !== chunk.format) this.setFormat(chunk, slot, format);
  }

  /** 0 where there is no value. */
  tag(row: number, column: number): number {
    const chunk = this.chunkAt(row, column);
    const slot = chunk === undefined ? -1 : find(chunk, row & IN_CHUNK);
    return chunk === undefined || slot < 0 ? EMPTY : chunk.tags[slot];
  }

  value(row: number, column: number): number {
    const chunk = this.chunkAt(row, column);
    const slot = chunk === undefined ? -1 : find(chunk, row & IN_CHUNK);
    return chunk === undefined || slot < 0 ? 0 : chunk.values[slot];
  }

  /** Index of the number format of a cell with a value; 0 elsewhere. */
  format(row: number, column: number): number {
    const chunk = this.chunkAt(row, column);
    const slot = chunk === undefined ? -1 : find(chunk, row & IN_CHUNK);
    if (chunk === undefined || slot < 0 || chunk.tags[slot] === EMPTY) return 0;
    return chunk.formats === null ? chunk.format : chunk.formats[slot];
  }

  /** Calls back for each chunk that exists: its first row, its column, and how to go through its cells. */
  forEachChunk(visit: (firstRow: number, column: number, cells: number, chunk: ChunkRows) => void): void {
    this.columns.forEach((chunks, column) =>
      chunks.forEach((chunk, index) => {
        if (chunk !== undefined) visit(index << CHUNK_BITS, column, countCells(chunk), chunk);
      }),
    );
  }

  private chunkAt(row: number, column: number): Chunk | undefined {
    return (this.columns[column] ?? this.emptyColumn)[row >> CHUNK_BITS];
  }

  private chunkFor(index: number, column: number): Chunk {
    while (this.columns.length <= column) {
      this.columns.push([]);
      this.opening.countCellBytes(32);
    }
    const chunks = this.columns[column];
    while (chunks.length <= index) {
      chunks.push(undefined);
      this.opening.countCellBytes(8);
    }
    const known = chunks[index];
    if (known !== undefined) return known;
    this.opening.countCellBytes(CHUNK_COST + FIRST_LIST * 11);
    return (chunks[index] = new Chunk());
  }

  private slotFor(chunk: Chunk, row: number): number {
    const { rows, count } = chunk;
    if (rows === null) return row;
    if (count === 0 || rows[count - 1] < row) {
      if (count === rows.length) {
        this.grow(chunk);
        if (chunk.rows === null) return row;
        chunk.rows[count] = row;
      } else rows[count] = row;
      chunk.count = count + 1;
      return count;
    }
    const known = find(chunk, row);
    if (known >= 0) return known;
    if (count === rows.length) {
      this.grow(chunk);
      if (chunk.rows === null) return row;
    }
    return insert(chunk, row);
  }

  /** Lengthens a list, or turns a full one into a plain array. */
  private grow(chunk: Chunk): void {
    const { rows, tags, values, formats, count } = chunk;
    if (rows === null) return;
    const plain = rows.length >= LONGEST_LIST;
    const size = plain ? CHUNK_ROWS : rows.length * LIST_GROWTH;
    this.opening.countCellBytes((size - rows.length) * (plain ? 9 : 11));
    chunk.tags = new Uint8Array(size);
    chunk.values = new Float64Array(size);
    if (formats !== null) chunk.formats = new Uint16Array(size);
    if (plain) {
      for (let slot = 0; slot < count; slot++) {
        const row = rows[slot];
        chunk.tags[row] = tags[slot];
        chunk.values[row] = values[slot];
        if (formats !== null && chunk.formats !== null) chunk.formats[row] = formats[slot];
      }
      chunk.rows = null;
      return;
    }
    chunk.rows = new Uint16Array(size);
    chunk.rows.set(rows);
    chunk.tags.set(tags);
    chunk.values.set(values);
    if (formats !== null && chunk.formats !== null) chunk.formats.set(formats);
  }

  private setFormat(chunk: Chunk, slot: number, format: number): void {
    const lonely = chunk.rows !== null && chunk.count === 1;
    if (lonely) {
      chunk.format = format;
      return;
    }
    this.opening.countCellBytes(chunk.tags.length * 2);
    chunk.formats = new Uint16Array(chunk.tags.length).fill(chunk.format);
    chunk.formats[slot] = format;
  }
}

/** What `forEachChunk` lets see of a chunk. */
export interface ChunkRows {
  readonly rows: Uint16Array | null;
  readonly tags: Uint8Array;
  readonly count: number;
}

/** The slot of a row in a chunk; -1 when a list does not have it. */
function find(chunk: Chunk, row: number): number {
  const { rows } = chunk;
  if (rows === null) return row;
  let low = 0;
  let high = chunk.count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (rows[middle] === row) return middle;
    if (rows[middle] < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Opens a slot in the middle of a list that has room. */
function insert(chunk: Chunk, row: number): number {
  const { rows, tags, values, formats, count } = chunk;
  if (rows === null) return row;
  let slot = count;
  while (slot > 0 && rows[slot - 1] > row) slot--;
  rows.copyWithin(slot + 1, slot, count);
  tags.copyWithin(slot + 1, slot, count);
  values.copyWithin(slot + 1, slot, count);
  formats?.copyWithin(slot + 1, slot, count);
  rows[slot] = row;
  tags[slot] = EMPTY;
  if (formats !== null) formats[slot] = chunk.format;
  chunk.count = count + 1;
  return slot;
}

function countCells(chunk: Chunk): number {
  if (chunk.rows !== null) return chunk.count;
  let cells = 0;
  for (const tag of chunk.tags) if (tag !== EMPTY) cells++;
  return cells;
}
