/// <reference types="office-js" />
/**
 * Operations cut into pieces, each small enough for one request by itself. A piece says how large it is before it is
 * put into a request, so that requests can be filled; one that Excel finds too large all the same is cut in two.
 */
import type { Area } from '../../engine/index';
import { areaCells } from '../operations';
import { bounded } from './bounded';
import { encoded } from './encode';
import { mostBytes, mostCells, rangeBytes, valueBytes } from './limits';
import type { CarriedOut } from './notYet';
import type { OpenSheets } from './openSheets';

export interface Piece {
  /** Index of the operation, and whether it is the last of it. */
  readonly of: number;
  readonly isLast: boolean;
  readonly cells: number;
  readonly bytes: number;
  /** Puts it into the request that is being made. */
  queue(sheets: OpenSheets): void;
  /** null: it cannot be smaller. */
  halves(): readonly [Piece, Piece] | null;
}

/** O(cells) in time; one piece at a time is in memory. */
export function* piecesOf(operation: CarriedOut, of: number): Generator<Piece> {
  switch (operation.kind) {
    case 'write': {
      const { sheet, area, cells } = operation;
      const value = (row: number, column: number): string | number | boolean =>
        encoded(cells[row - area.top][column - area.left]);
      yield* matrixPieces(of, sheet, area, value, (range, rows, part) => {
        const hasFormula = cells
          .slice(part.top - area.top, part.bottom - area.top + 1)
          .some((row) => row.slice(part.left - area.left, part.right - area.left + 1).some(isFormula));
        if (hasFormula) range.formulas = rows;
        else range.values = rows;
      });
      return;
    }
    case 'number-formats': {
      const { sheet, area, formats } = operation;
      const value = (row: number, column: number): string => formats[row - area.top][column - area.left];
      yield* matrixPieces(of, sheet, area, value, (range, rows) => {
        range.numberFormat = rows;
      });
      return;
    }
    default:
      yield {
        of,
        isLast: true,
        cells: 0,
        bytes: 2 * rangeBytes + ('formula' in operation ? valueBytes(operation.formula) : 0),
        queue: (sheets) => queueNamed(operation, sheets),
        halves: () => null,
      };
  }
}

function isFormula(cell: unknown): boolean {
  return typeof cell === 'object' && cell !== null;
}

type Value = string | number | boolean;
type NamedOperation = Exclude<CarriedOut, { readonly kind: 'write' | 'number-formats' }>;

function queueNamed(operation: NamedOperation, sheets: OpenSheets): void {
  switch (operation.kind) {
    case 'add-sheet':
      sheets.add(operation.sheet);
      return;
    case 'rename-sheet':
      sheets.rename(operation.sheet, operation.to);
      return;
    case 'delete-sheet':
      sheets.delete(operation.sheet);
      return;
    case 'add-table': {
      const range = sheets.range(operation.sheet, operation.area);
      sheets.get(operation.sheet).tables.add(range, true).name = operation.name;
      return;
    }
    case 'delete-table':
      // Table.delete would take the cells along.
      sheets.tables.getItem(operation.name).convertToRange().untrack();
      return;
    case 'define-name':
      sheets.defineName(operation.name, operation.formula);
      return;
    case 'delete-name':
      sheets.deleteName(operation.name);
  }
}

/** Rows together as long as they fit, parts of a row where one row does not. */
function* matrixPieces(
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
