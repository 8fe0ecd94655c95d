/** Areas handed out in pieces of so many cells: rows at a time, parts of a row where a row is too much. */
import type { Area } from '../../engine/index';

export interface Piece {
  /** Index into the areas. */
  readonly of: number;
  readonly area: Area;
}

interface Position {
  readonly of: number;
  readonly row: number;
  readonly column: number;
}

export class Sweep {
  private at: Position;
  private next: Position;

  constructor(private readonly areas: readonly Area[]) {
    this.at = this.start(0);
    this.next = this.at;
  }

  get isDone(): boolean {
    return this.at.of >= this.areas.length;
  }

  /** The next pieces, with at most `cells` cells in all (one at least). The same again until `advance` is called. */
  pieces(cells: number, most: number): Piece[] {
    const pieces: Piece[] = [];
    let left = cells;
    this.next = this.at;
    while (this.next.of < this.areas.length && pieces.length < most) {
      const piece = this.piece(left);
      const count = (piece.bottom - piece.top + 1) * (piece.right - piece.left + 1);
      if (count > left && pieces.length > 0) break;
      pieces.push({ of: this.next.of, area: piece });
      left -= count;
      this.step(piece);
      if (left < 1) break;
    }
    return pieces;
  }

  /** The pieces handed out last are done with. */
  advance(): void {
    this.at = this.next;
  }

  private piece(cells: number): Area {
    const area = this.areas[this.next.of];
    const { row, column } = this.next;
    const rows = Math.floor(cells / (area.right - area.left + 1));
    if (column === area.left && rows >= 1)
      return { ...area, top: row, bottom: Math.min(area.bottom, row + rows - 1) };
    return { top: row, bottom: row, left: column, right: Math.min(area.right, column + cells - 1) };
  }

  private step(piece: Area): void {
    const { of } = this.next;
    const area = this.areas[of];
    if (piece.right < area.right) this.next = { of, row: piece.bottom, column: piece.right + 1 };
    else if (piece.bottom < area.bottom) this.next = { of, row: piece.bottom + 1, column: area.left };
    else this.next = this.start(of + 1);
  }

  private start(of: number): Position {
    return of < this.areas.length
      ? { of, row: this.areas[of].top, column: this.areas[of].left }
      : { of, row: 0, column: 0 };
  }
}
