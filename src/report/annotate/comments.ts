/** Which cells get a comment: that of the amount, or another of its row where somebody has written one there. */
import { cellAddress, type Analysis, type Area, type Sheet } from '../../engine/index';
import type { CellComment } from '../../workbook/marks';
import type { Operation } from '../../workbook/port';
import { isSealed, sealed } from '../../workbook/seal';
import type { Money } from '../text/numbers';
import { commentText, type RowFindings } from './commentTexts';
import { placeOf } from './dealDigests';

export interface CommentPlan {
  readonly operations: readonly Operation[];
  /** Rows whose every cell for it has a comment of somebody else. */
  readonly crowded: readonly number[];
}

/** `before` are the comments of the sheet as it is; ours among them go. O(rows + comments + merged areas). */
export function commentPlan(
  analysis: Analysis,
  sheet: Sheet,
  findings: readonly RowFindings[],
  before: readonly CellComment[],
  money: Money,
): CommentPlan {
  const columns = columnsFor(analysis);
  const theirs = new Set(
    before.filter(({ text }) => !isSealed(text)).map(({ row, column }) => cellAddress('', row, column)),
  );
  const texts = new Map<string, { row: number; column: number; text: string }>();
  const crowded: number[] = [];
  for (const found of findings) {
    const text = commentText(found, money);
    const place = columns
      .map((column) => shownAt(found.row - 1, column, sheet.merges))
      .find(({ row, column }) => !theirs.has(cellAddress('', row, column)));
    if (place === undefined) {
      crowded.push(found.row);
      continue;
    }
    const key = cellAddress('', place.row, place.column);
    // Rows whose cells are merged share one.
    const known = texts.get(key);
    texts.set(key, {
      ...place,
      text: known === undefined ? text : `${known.text}\n\nRow ${found.row}: ${text}`,
    });
  }
  const { version } = analysis.engine;
  const operations = [...texts.values()].map(({ row, column, text }): Operation => ({
    kind: 'add-comment',
    sheet: sheet.name,
    row,
    column,
    text: sealed(`Looplens: ${text}`, version),
  }));
  return { operations, crowded };
}

/** The amount, the receiver, the payer: the first that is free. */
function columnsFor({ ledger, input }: Analysis): number[] {
  const columns = (['amount', 'to', 'from'] as const).flatMap((role) => {
    const cell = ledger.columns.find((column) => column.role === role)?.cell;
    return cell === undefined ? [] : (placeOf(cell)?.left ?? []);
  });
  return columns.length > 0 ? columns : [placeOf(input.range)?.left ?? 0];
}

/** The cell that is seen where the other lies in merged cells. */
function shownAt(row: number, column: number, merges: readonly Area[]): { row: number; column: number } {
  const around = merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return around === undefined ? { row, column } : { row: around.top, column: around.left };
}
