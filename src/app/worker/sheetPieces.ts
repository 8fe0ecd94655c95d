/**
 * A sheet as messages: flat pieces of its cells, each small enough that handing it over does not hold the thread.
 *
 * Formats go as numbers into a list of codes, because a column has one and a sheet has few.
 */
import type { Cell, Sheet } from '../../engine/index';

/** Everything of a sheet but its cells. */
export interface SheetHead extends Omit<Sheet, 'grid' | 'format' | 'isFormula' | 'formula'> {
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
  readonly knowsFormats: boolean;
  readonly knowsFormulas: boolean;
}

export interface SheetPiece {
  /** First row of the piece, counted from the top of the grid. */
  readonly first: number;
  /** Row by row. */
  readonly cells: readonly Cell[];
  /** Per cell: index into `codes`. */
  readonly formats: Uint16Array;
  /** Per cell: 1 where it holds a formula. */
  readonly formulas: Uint8Array;
  /** The codes that were not sent before, continuing the list. */
  readonly codes: readonly string[];
}

/** Cells in a piece: some 5 ms of work. */
const cellsAtOnce = 20_000;

export function headOf(sheet: Sheet): SheetHead {
  const { name, visibility, hiddenRows, hiddenColumns, filter, merges, grid } = sheet;
  const { top, left, rows, columns } = grid;
  const knows = { knowsFormats: sheet.format !== null, knowsFormulas: sheet.isFormula !== null };
  return { name, visibility, hiddenRows, hiddenColumns, filter, merges, top, left, rows, columns, ...knows };
}

/** The cells of a sheet, top to bottom. A piece is made when it is asked for. O(cells). */
export function* piecesOf({ grid, format, isFormula }: Sheet): Generator<SheetPiece> {
  const known = new Map<string, number>();
  const rowsAtOnce = Math.max(1, Math.floor(cellsAtOnce / Math.max(1, grid.columns)));
  for (let first = 0; first < grid.rows; first += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, grid.rows - first);
    const cells: Cell[] = new Array<Cell>(rows * grid.columns);
    const formats = new Uint16Array(cells.length);
    const formulas = new Uint8Array(cells.length);
    const codes: string[] = [];
    let at = 0;
    for (let row = grid.top + first; row < grid.top + first + rows; row++) {
      for (let column = grid.left; column < grid.left + grid.columns; column++, at++) {
        cells[at] = grid.at(row, column);
        if (isFormula?.(row, column) === true) formulas[at] = 1;
        const code = format?.(row, column) ?? '';
        let index = known.get(code);
        if (index === undefined) {
          // Excel keeps at most 250 formats of a user's own; should there be more, the rest count as the first.
          index = known.size < 65_535 ? known.size : 0;
          if (index === known.size) codes.push(code);
          known.set(code, index);
        }
        formats[at] = index;
      }
    }
    yield { first, cells, formats, formulas, codes };
  }
}

/** Puts a sheet together again. */
export class SheetBuilder {
  readonly #cells: Cell[];
  readonly #formats: Uint16Array;
  readonly #formulas: Uint8Array;
  readonly #codes: string[] = [];

  constructor(private readonly head: SheetHead) {
    const cells = head.rows * head.columns;
    this.#cells = new Array<Cell>(cells).fill(null);
    this.#formats = new Uint16Array(cells);
    this.#formulas = new Uint8Array(cells);
  }

  add({ first, cells, formats, formulas, codes }: SheetPiece): void {
    const at = first * this.head.columns;
    for (let index = 0; index < cells.length; index++) this.#cells[at + index] = cells[index];
    this.#formats.set(formats, at);
    this.#formulas.set(formulas, at);
    this.#codes.push(...codes);
  }

  sheet(): Sheet {
    const { top, left, rows, columns, knowsFormats, knowsFormulas, ...rest } = this.head;
    const indexOf = (row: number, column: number): number => {
      const isInside = row >= top && row < top + rows && column >= left && column < left + columns;
      return isInside ? (row - top) * columns + (column - left) : -1;
    };
    const format = (row: number, column: number): string => {
      const index = indexOf(row, column);
      return index < 0 ? 'General' : this.#codes[this.#formats[index]];
    };
    const isFormula = (row: number, column: number): boolean => this.#formulas[indexOf(row, column)] === 1;
    const at = (row: number, column: number): Cell => this.#cells[indexOf(row, column)] ?? null;
    return {
      ...rest,
      grid: { top, left, rows, columns, at },
      format: knowsFormats ? format : null,
      isFormula: knowsFormulas ? isFormula : null,
    };
  }
}
