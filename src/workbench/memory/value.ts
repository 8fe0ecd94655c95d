/** What a formula comes to: one cell, or rows of cells. */
import { isCellError, type Cell } from '../../engine/index';

export type Value = Cell | readonly (readonly Cell[])[];

export function isRows(value: Value): value is readonly (readonly Cell[])[] {
  return Array.isArray(value);
}

export const busy: Cell = { error: '#BUSY!' };

/** Whether something in it waits for an answer. */
export function isBusy(value: Value): boolean {
  if (isRows(value)) return value.some((row) => row.some(isBusy));
  return isCellError(value) && value.error === '#BUSY!';
}
