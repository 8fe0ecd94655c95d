/** Everything that Looplens wrote, taken away again: known by its seals, its rules and its state, wherever it is now. */
import { cellAddress } from '../../engine/index';
import type { Operation, Snapshot } from '../../workbook/port';
import { isBrokenSeal, isSealed } from '../../workbook/seal';
import { findState } from './state';
import { valuesRemoval } from './rowValues';

export interface Removal {
  readonly operations: readonly Operation[];
  /** Sentences about what stays, and why. */
  readonly notes: readonly string[];
}

/** `keepsReport`: the report is about to be written anew, and only what lies on the other sheets goes. */
export function removalPlan(book: Snapshot, keepsReport: boolean): Removal {
  const operations: Operation[] = [];
  const notes: string[] = [];
  const found = findState(book);
  for (const { sheet, comments, highlights, isProtected } of book.marks?.sheets ?? []) {
    const ours = comments.filter(({ text }) => isSealed(text));
    if (isProtected && (ours.length > 0 || highlights.length > 0)) {
      notes.push(`The sheet "${sheet}" is protected: what Looplens wrote on it stays.`);
      continue;
    }
    for (const { row, column } of ours) operations.push({ kind: 'delete-comment', sheet, row, column });
    for (const { row, column, text } of comments)
      if (isBrokenSeal(text))
        notes.push(
          `The comment on ${cellAddress(sheet, row, column)} was changed since Looplens wrote it: it stays.`,
        );
    if (highlights.length > 0) operations.push({ kind: 'delete-highlights', sheet });
  }
  if (found !== null && typeof found.state === 'object') {
    const values = valuesRemoval(book, found.state);
    operations.push(...values.operations);
    notes.push(...values.notes);
  }
  if (found !== null && !keepsReport) operations.push({ kind: 'delete-sheet', sheet: found.sheet });
  return { operations, notes };
}
