/** An answer as cells that Excel can show: no null, undefined, NaN or Infinity ever leaves, because Excel shows those as 0 or an error. */

export type AnswerCell = string | number;

export function answerCell(value: string | number | null | undefined): AnswerCell {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' && !Number.isFinite(value) ? '' : value;
}

/** A table with its headings; every row is as long as the heading. */
export function answerTable(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): AnswerCell[][] {
  return [[...headings], ...rows.map((row) => row.map(answerCell))];
}
