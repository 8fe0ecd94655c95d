/** Which operations of a plan are carried out together: what a sheet part would otherwise be read and written for again. */
import { nameKey } from '../../names';
import type { Operation } from '../../port';
import type { Wanted } from './writeCells';

export type CellOperation = Extract<Operation, { kind: 'write' | 'number-formats' | 'look' }>;
export type CommentOperation = Extract<Operation, { kind: 'add-comment' | 'delete-comment' }>;
export type StructureOperation = Exclude<Operation, CellOperation | CommentOperation>;

function isWriting(operation: Operation): operation is CellOperation {
  return operation.kind === 'write' || operation.kind === 'number-formats' || operation.kind === 'look';
}

export function isCommenting(operation: Operation): operation is CommentOperation {
  return operation.kind === 'add-comment' || operation.kind === 'delete-comment';
}

export function isOnCells(operation: Operation): operation is CellOperation | CommentOperation {
  return isWriting(operation) || isCommenting(operation);
}

/**
 * Operations [from, to): writes, formats and looks of one sheet that follow each other are one, and so are comments added
 * to it or deleted; everything else stands alone.
 */
export interface Batch {
  readonly from: number;
  readonly to: number;
  readonly sheet: string;
  /** null for a change of sheets, tables or names. */
  readonly wanted: Wanted | null;
}

export function batches(operations: readonly Operation[]): Batch[] {
  const list: { from: number; to: number; sheet: string; wanted: Wanted | null }[] = [];
  operations.forEach((operation, index) => {
    const last = list[list.length - 1] as (typeof list)[number] | undefined;
    if (!isOnCells(operation)) {
      list.push({ from: index, to: index + 1, sheet: '', wanted: null });
      return;
    }
    const joins = last !== undefined && goTogether(operations[last.from], operation);
    const batch = joins
      ? last
      : {
          from: index,
          to: index,
          sheet: operation.sheet,
          wanted: isWriting(operation) ? (new Map() as Wanted) : null,
        };
    if (!joins) list.push(batch);
    batch.to = index + 1;
    if (isWriting(operation) && batch.wanted !== null) want(batch.wanted, operation);
  });
  return list;
}

function goTogether(one: Operation, other: CellOperation | CommentOperation): boolean {
  if (!isOnCells(one) || nameKey(one.sheet) !== nameKey(other.sheet)) return false;
  return one.kind === other.kind || (isWriting(one) && isWriting(other));
}

function want(wanted: Wanted, operation: CellOperation): void {
  const { top, left, bottom, right } = operation.area;
  if (operation.kind === 'look') {
    for (let row = top; row <= bottom; row++) {
      let cells = wanted.get(row);
      if (cells === undefined) wanted.set(row, (cells = new Map()));
      for (let column = left; column <= right; column++) {
        const known = cells.get(column) ?? {};
        cells.set(column, { ...known, look: { ...known.look, ...operation.look } });
      }
    }
    return;
  }
  const rows = operation.kind === 'write' ? operation.cells : operation.formats;
  rows.forEach((row, down) => {
    let cells = wanted.get(top + down);
    if (cells === undefined) wanted.set(top + down, (cells = new Map()));
    row.forEach((given, across) => {
      const known = cells.get(left + across) ?? {};
      const change =
        operation.kind === 'write' ? { value: operation.cells[down][across] } : { format: String(given) };
      cells.set(left + across, { ...known, ...change });
    });
  });
}
