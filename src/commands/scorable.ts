/** Whether formulas over some cells would answer, asked of the engine before a sheet of errors is added. */
import { areaAddress, readDealRange, type Sentences, type Sheet } from '../engine/index';

/** Why every formula over them would be an error, in whole sentences; null when none would. */
export function faultOf({ name, grid }: Sheet, sentences: Sentences): string | null {
  const { top, left } = grid;
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => {
      const cell = grid.at(top + row, left + column);
      return cell === '' ? null : cell;
    }),
  );
  const outcome = readDealRange({ name, top, left, rows }, undefined, sentences);
  return outcome.ok ? null : outcome.message;
}

/** Where the cells are, as a user reads it. */
export function addressOf({ name, grid: { top, left, rows, columns } }: Sheet): string {
  return areaAddress(name, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
}
