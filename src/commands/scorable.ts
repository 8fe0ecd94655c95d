/** Whether formulas over some cells would answer, asked of the engine before a sheet of errors is added. */
import { areaAddress, readDealSheet, type Sheet } from '../engine/index';

/** Why every formula over them would be an error, in a sentence; null when none would. */
export function faultOf(deals: Sheet): string | null {
  const outcome = readDealSheet(deals);
  if (!outcome.ok) return outcome.refusal.message;
  const { faults, isGuessed } = outcome.sheet;
  if (faults.length > 0) return faults[0].message;
  return isGuessed ? 'Without headings it cannot be told who pays whom: include the heading row.' : null;
}

/** Where the cells are, as a user reads it. */
export function addressOf({ name, grid: { top, left, rows, columns } }: Sheet): string {
  return areaAddress(name, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
}
