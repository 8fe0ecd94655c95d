/** Merged cells of one column as runs of rows, each row in one run at most. */
import type { Sheet } from '../book';

/** Rows `from` .. `to` of a column continue the merged cell that begins in row `head`; all counted from `top`. */
export interface MergedRun {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/**
 * By head, then in the order of the sheet. A workbook can hold half a million merges over the same million rows, which
 * Excel would not allow: a row that lies in a run is not looked at again. O(merges log merges + runs).
 */
export function mergedRuns(sheet: Sheet, column: number, top: number, count: number): MergedRun[] {
  const own = sheet.merges.filter(
    (merge) => merge.left <= column && merge.right >= column && merge.bottom > merge.top,
  );
  own.sort((a, b) => a.top - b.top);
  const runs: MergedRun[] = [];
  let reached = 0;
  for (const merge of own) {
    const from = Math.max(merge.top + 1 - top, reached);
    const to = Math.min(merge.bottom - top, count - 1);
    if (from > to) continue;
    runs.push({ head: merge.top - top, from, to });
    reached = to + 1;
  }
  return runs;
}
