/**
 * A sheet as blocks of cells separated by empty rows and columns.
 *
 * Work is bounded by what exists, never by the used range: a row is looked at until 64 empty cells in a row, a sheet until 1,000
 * empty rows in a row or 200 blocks; inside a block only the columns that its first rows use are looked at, and of those only as far
 * as the first filled one. So a sheet of 1,048,576 full rows costs about one look per row, and an empty used range down to
 * XFD1048576 about 64,000 looks. A block that starts further away than that is not found.
 */
import type { Area, Sheet } from '../book';
import { isBlank } from './text';

const EMPTY_COLUMNS = 64;
const EMPTY_ROWS = 1000;
const MOST_BLOCKS = 200;
const MOST_COLUMNS = 512;
/** Rows that tell which columns a block uses. */
const HEAD_ROWS = 60;

/** Filled columns of a row from `left`, ascending; stops after a long run of empty ones. */
function filledColumns(sheet: Sheet, row: number, left: number, right: number): number[] {
  const found: number[] = [];
  let empty = 0;
  for (let column = left; column <= right && empty < EMPTY_COLUMNS && found.length < MOST_COLUMNS; column++) {
    if (isBlank(sheet.grid.at(row, column))) empty++;
    else {
      empty = 0;
      found.push(column);
    }
  }
  return found;
}

/** Blocks of rows between empty rows, each over all columns in use; `within` limits the search. */
function rowBlocks(sheet: Sheet, within: Area): { area: Area; columns: number[] }[] {
  const blocks: { area: Area; columns: number[] }[] = [];
  let row = within.top;
  let empty = 0;
  while (row <= within.bottom && empty < EMPTY_ROWS && blocks.length < MOST_BLOCKS) {
    const first = filledColumns(sheet, row, within.left, within.right);
    if (first.length === 0) {
      empty++;
      row++;
      continue;
    }
    empty = 0;
    const used = new Set(first);
    let bottom = row;
    for (let next = row + 1; next <= Math.min(within.bottom, row + HEAD_ROWS); next++) {
      const filled = filledColumns(sheet, next, within.left, within.right);
      if (filled.length === 0) break;
      for (const column of filled) used.add(column);
      bottom = next;
    }
    const columns = [...used].sort((a, b) => a - b);
    if (bottom === row + HEAD_ROWS) {
      while (bottom < within.bottom && columns.some((column) => !isBlank(sheet.grid.at(bottom + 1, column))))
        bottom++;
    }
    blocks.push({
      area: { top: row, left: columns[0], bottom, right: columns[columns.length - 1] },
      columns,
    });
    row = bottom + 1;
  }
  return blocks;
}

/** Runs of neighbouring columns. */
function columnRuns(columns: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/**
 * Blocks in reading order. Where empty columns split a block, its parts come after it: the whole may be one table with a spacer
 * column, or the parts may be tables side by side.
 */
export function blocksOf(sheet: Sheet): Area[] {
  const { top, left, rows, columns } = sheet.grid;
  if (rows === 0 || columns === 0) return [];
  const found: Area[] = [];
  for (const block of rowBlocks(sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 })) {
    found.push(block.area);
    const runs = columnRuns(block.columns);
    if (runs.length < 2 || runs.length > 20) continue;
    for (const [first, last] of runs) {
      for (const part of rowBlocks(sheet, { ...block.area, left: first, right: last })) found.push(part.area);
    }
  }
  return found;
}
