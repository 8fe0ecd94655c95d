/** A part of an operation that fits into a request by itself. */
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
