/**
 * Columns as the Grid that the engine reads: the smallest rectangle around the values.
 *
 * A stray value at the far end of a sheet would make that rectangle seventeen thousand million cells, and whoever goes
 * through it would never come back. When the rectangle is beyond the limit, only the block with most of the cells is
 * kept, blocks being what at least 4,096 empty rows or 256 empty columns set apart, and the note says what was left out.
 */
import type { Area, Cell, CellError, Grid } from '../../engine/index';
import { cellAddress } from '../../engine/index';
import { BOOLEAN, CHUNK_ROWS, type ChunkRows, type Columns, EMPTY, NUMBER, TEXT, TYPE } from './columns';
import type { Opening } from './opening';
import { grouped } from './opening';

const APART_COLUMNS = 256;

export function columnGrid(
  sheet: string,
  columns: Columns,
  texts: readonly string[],
  errors: readonly CellError[],
  opening: Opening,
): Grid {
  if (columns.cells === 0) return { top: 0, left: 0, rows: 0, columns: 0, at: () => null };
  const { top, left, bottom, right } = kept(sheet, columns, opening);
  return {
    top,
    left,
    rows: bottom - top + 1,
    columns: right - left + 1,
    at(row, column): Cell {
      if (row < top || row > bottom || column < left || column > right) return null;
      const type = columns.tag(row, column) & TYPE;
      if (type === EMPTY) return null;
      const value = columns.value(row, column);
      if (type === NUMBER) return value;
      if (type === TEXT) return texts[value];
      return type === BOOLEAN ? value === 1 : errors[value];
    },
  };
}

function areaSize(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

function kept(sheet: string, columns: Columns, opening: Opening): Area {
  const { top, left, bottom, right } = columns;
  const all = { top, left, bottom, right };
  if (areaSize(all) <= opening.limits.sheetArea) return all;
  const block = largestBlock(columns);
  const size = areaSize(block.area);
  if (size > opening.limits.sheetArea)
    throw opening.over(
      'too-scattered',
      `scatters ${grouped(columns.cells)} cells over a rectangle of ${grouped(size)} in "${sheet}"`,
      'sheetArea',
    );
  const out = columns.cells - block.cells;
  const far = bottom > block.area.bottom || right > block.area.right ? [bottom, right] : [top, left];
  opening.note(
    `${grouped(out)} ${out === 1 ? 'cell' : 'cells'} far away from the data of "${sheet}" ` +
      `(towards ${cellAddress('', far[0], far[1])}) ${out === 1 ? 'was' : 'were'} left out.`,
  );
  return block.area;
}

interface Piece {
  readonly row: number;
  readonly column: number;
  readonly cells: number;
  readonly chunk: ChunkRows;
}

function largestBlock(columns: Columns): { area: Area; cells: number } {
  const pieces: Piece[] = [];
  columns.forEachChunk((row, column, cells, chunk) => {
    if (cells > 0) pieces.push({ row, column, cells, chunk });
  });
  const rows = heaviest(pieces, (piece) => piece.row, 2 * CHUNK_ROWS);
  const block = heaviest(rows, (piece) => piece.column, APART_COLUMNS + 1);
  const area = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  let cells = 0;
  for (const piece of block) {
    cells += piece.cells;
    area.left = Math.min(area.left, piece.column);
    area.right = Math.max(area.right, piece.column);
    const { rows: list, tags, count } = piece.chunk;
    const slots = list === null ? CHUNK_ROWS : count;
    for (let slot = 0; slot < slots; slot++) {
      if (tags[slot] === EMPTY) continue;
      const row = piece.row + (list === null ? slot : list[slot]);
      area.top = Math.min(area.top, row);
      area.bottom = Math.max(area.bottom, row);
    }
  }
  return { area, cells };
}

/** The pieces of the group with most cells, groups being `apart` or more from each other; the first of equals. */
function heaviest(pieces: readonly Piece[], place: (piece: Piece) => number, apart: number): Piece[] {
  const sorted = [...pieces].sort((a, b) => place(a) - place(b));
  let best: Piece[] = [];
  let bestCells = -1;
  let group: Piece[] = [];
  let cells = 0;
  sorted.forEach((piece, index) => {
    if (index > 0 && place(piece) - place(sorted[index - 1]) >= apart) {
      group = [];
      cells = 0;
    }
    group.push(piece);
    cells += piece.cells;
    if (cells > bestCells) {
      best = group;
      bestCells = cells;
    }
  });
  return best;
}
