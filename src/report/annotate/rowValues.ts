/**
 * A column beside the table with what each row carries, for who sorts or filters by it. A blank column lies between, so
 * that the next reading takes it for no part of the deals.
 */
import {
  areaAddress,
  digestOfTexts,
  type Analysis,
  type Area,
  type Book,
  type Cell,
  type DealReport,
  type Sheet,
} from '../../engine/index';
import type { NewCell, Operation } from '../../workbook/port';
import type { Money } from '../text/numbers';
import { placeOf } from './dealDigests';
import type { RunState } from './state';

/** Rows whose values an analysis is asked for, where a column of them is wanted. */
export const rowsWithValues = 1_000;

export interface ValuesPlan {
  readonly operations: readonly Operation[];
  readonly kept: RunState['values'];
  readonly notes: readonly string[];
}

const most = 16_383;

export function valuesPlan(
  analysis: Analysis,
  sheet: Sheet,
  deals: readonly DealReport[],
  money: Money,
  /** Of the last run, which go before these are written. */
  old: readonly Area[],
): ValuesPlan {
  const range = placeOf(analysis.input.range);
  if (range === null || deals.length === 0) return { operations: [], kept: null, notes: [] };
  const first = deals.reduce((least, { row }) => Math.min(least, row - 1), range.bottom);
  // Above the first deal: the heading of the table, or the row before where it has none.
  const top = Math.max(0, first - 1);
  const bottom = deals.reduce((last, { row }) => Math.max(last, row - 1), first);
  const column = freeColumn(sheet, { ...range, top, bottom }, old);
  if (column === null)
    return {
      operations: [],
      kept: null,
      notes: ['There is no free column beside the table for the values of the rows.'],
    };
  const heading = `Looplens: carries (${money.exactUnit})`;
  const value = new Map(analysis.rows.map((row) => [row.row, row.value]));
  const rows = new Set(deals.map(({ row }) => row));
  // Where the list of values ends before the rows do, nothing is known of the others.
  const others = analysis.rows.length < Math.min(rowsWithValues, deals.length) ? 0 : null;
  const cells: NewCell[][] = [[heading]];
  for (let row = top + 1; row <= bottom; row++)
    cells.push([rows.has(row + 1) ? (value.get(row + 1) ?? others) : null]);
  const area = { top, left: column, bottom, right: column };
  return {
    operations: [{ kind: 'write', sheet: sheet.name, area, cells }],
    kept: {
      sheet: sheet.name,
      heading,
      count: cells.filter(([cell]) => cell !== null).length,
      digest: digestOf(cells.map(([cell]) => cell)),
    },
    notes:
      others === 0
        ? []
        : ['The values of the rows that carry most are given; the sheet is too large for those of all.'],
  };
}

/** The first that is empty beside the rows, and the one before it too. */
function freeColumn(sheet: Sheet, { top, bottom, right }: Area, old: readonly Area[]): number | null {
  const isOld = (row: number, column: number): boolean =>
    old.some((area) => area.left === column && row >= area.top && row <= area.bottom);
  const isFree = (column: number): boolean => {
    for (let row = top; row <= bottom; row++)
      if (sheet.grid.at(row, column) !== null && !isOld(row, column)) return false;
    return !sheet.merges.some(
      (area) => area.left <= column && area.right >= column && area.top <= bottom && area.bottom >= top,
    );
  };
  for (let column = right + 2; column <= Math.min(most, right + 50); column++)
    if (isFree(column) && isFree(column - 1) && !sheet.hiddenColumns.includes(column)) return column;
  return null;
}

/** Takes the column away where it is as it was written, wherever it stands now. */
export function valuesRemoval(
  book: Book,
  { values }: RunState,
): { operations: Operation[]; notes: string[] } {
  if (values === null) return { operations: [], notes: [] };
  const { heading } = values;
  for (const sheet of book.sheets) {
    const { grid } = sheet;
    for (let row = grid.top; row < grid.top + grid.rows; row++)
      for (let column = grid.left; column < grid.left + grid.columns; column++) {
        if (grid.at(row, column) !== heading) continue;
        const cells = below(sheet, row, column, values.count);
        const area = { top: row, left: column, bottom: row + cells.length - 1, right: column };
        if (digestOf(cells) === values.digest)
          return {
            operations: [{ kind: 'write', sheet: sheet.name, area, cells: cells.map(() => [null]) }],
            notes: [],
          };
        return {
          operations: [],
          notes: [
            `The column at ${areaAddress(sheet.name, area)} was changed since Looplens wrote it: it stays.`,
          ],
        };
      }
  }
  return { operations: [], notes: [] };
}

/** The heading and what stands under it, as many values as were written; blanks between them do not count. */
function below({ grid }: Sheet, top: number, column: number, count: number): Cell[] {
  const cells: Cell[] = [];
  let left = count;
  for (let row = top; row < grid.top + grid.rows && left > 0; row++) {
    const cell = grid.at(row, column);
    cells.push(cell);
    if (cell !== null) left--;
  }
  return cells;
}

function digestOf(cells: readonly unknown[]): string {
  return digestOfTexts(cells.filter((cell) => cell !== null).map(String));
}
