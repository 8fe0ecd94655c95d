/// <reference types="office-js" />
/** Rows of values cut into pieces that fit into a request. */
import type { Area } from '../../engine/index';
import { areaCells } from '../operations';
import { bounded } from './bounded';
import { mostBytes, mostCells, rangeBytes, valueBytes } from './limits';
import type { Piece } from './piece';

type Value = string | number | boolean;

/** Rows together as long as they fit, parts of a row where one row does not. */
export function* matrixPieces(
  of: number,
  sheet: string,
  area: Area,
  value: (row: number, column: number) => Value,
  put: (range: Excel.Range, rows: Value[][], part: Area) => void,
): Generator<Piece> {
  const piece: MakePiece = (part, bytes) => ({
    of,
    isLast: part.bottom === area.bottom && part.right === area.right,
    cells: areaCells(part),
    bytes,
    queue(sheets) {
      const rows: Value[][] = [];
      for (let row = part.top; row <= part.bottom; row++) {
        const line: Value[] = [];
        for (let column = part.left; column <= part.right; column++) line.push(value(row, column));
        rows.push(line);
      }
      put(sheets.range(sheet, part), rows, part);
    },
    halves() {
      const cut = halved(part);
      return cut === null ? null : [piece(cut[0], bytes / 2), piece(cut[1], bytes / 2)];
    },
  });
  for (const part of bounded(area)) yield* rowsTogether(part, value, piece);
}

type MakePiece = (part: Area, bytes: number) => Piece;

function* rowsTogether(
  area: Area,
  value: (row: number, column: number) => Value,
  piece: MakePiece,
): Generator<Piece> {
  const width = area.right - area.left + 1;
  let top = area.top;
  let bytes = rangeBytes;
  for (let row = area.top; row <= area.bottom; row++) {
    let size = 0;
    for (let column = area.left; column <= area.right; column++) size += valueBytes(value(row, column));
    const cells = (row - top + 1) * width;
    if (row > top && (bytes + size > mostBytes || cells > mostCells)) {
      yield piece({ ...area, top, bottom: row - 1 }, bytes);
      top = row;
      bytes = rangeBytes;
    }
    if (rangeBytes + size <= mostBytes) {
      bytes += size;
      continue;
    }
    yield* partsOfRow(row, area, value, piece);
    top = row + 1;
  }
  if (top <= area.bottom) yield piece({ ...area, top }, bytes);
}

function* partsOfRow(
  row: number,
  area: Area,
  value: (row: number, column: number) => Value,
  piece: MakePiece,
): Generator<Piece> {
  let left = area.left;
  let bytes = rangeBytes;
  for (let column = area.left; column <= area.right; column++) {
    const size = valueBytes(value(row, column));
    if (column > left && bytes + size > mostBytes) {
      yield piece({ top: row, bottom: row, left, right: column - 1 }, bytes);
      left = column;
      bytes = rangeBytes;
    }
    bytes += size;
  }
  yield piece({ top: row, bottom: row, left, right: area.right }, bytes);
}

function halved({ top, left, bottom, right }: Area): readonly [Area, Area] | null {
  if (bottom > top) {
    const middle = (top + bottom) >> 1;
    return [
      { top, left, bottom: middle, right },
      { top: middle + 1, left, bottom, right },
    ];
  }
  if (right === left) return null;
  const middle = (left + right) >> 1;
  return [
    { top, left, bottom, right: middle },
    { top, left: middle + 1, bottom, right },
  ];
}
