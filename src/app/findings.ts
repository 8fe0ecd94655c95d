/** What an analysis says about one row of the sheet. */
import type {
  Analysis,
  CapexReport,
  DealReport,
  IssueReport,
  RowReport,
  UnknownReport,
} from '../engine/index';
import { placeOf } from './corrections';

export interface Finding {
  readonly row: number;
  readonly deal: DealReport | null;
  /** null: the row is not among those whose value was computed. */
  readonly value: RowReport | null;
  /** Ranks of the loops that the row is a leg of. */
  readonly loops: readonly number[];
  readonly unknown: UnknownReport | null;
  readonly issues: readonly IssueReport[];
}

/** null where the row is no row of the deals. O(loops + rows). */
export function findingOf(
  { sheet, row }: { readonly sheet: string; readonly row: number },
  analysis: Analysis,
  deals: readonly DealReport[],
): Finding | null {
  if (sheet !== analysis.input.sheet) return null;
  const deal = deals.find((one) => one.row === row) ?? null;
  const value = analysis.rows.find((one) => one.row === row) ?? null;
  const unknown = analysis.unknown.find((one) => one.row === row) ?? null;
  const issues = analysis.ledger.issues.filter(({ cell }) => {
    const place = placeOf(cell);
    return place !== null && place.sheet === sheet && place.row === row - 1;
  });
  const loops = analysis.loops
    .filter(({ legs }) => legs.some(({ rows }) => rows.includes(row)))
    .map(({ rank }) => rank);
  const isKnown = deal !== null || unknown !== null || issues.length > 0;
  return isKnown ? { row, deal, value, loops, unknown, issues } : null;
}

/**
 * What an analysis says about a cell of the company figures; null where it is none of theirs. A row of one period answers as a
 * whole; where periods are columns, each answers for its own.
 */
export function figuresOf(
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  { input, capex }: Analysis,
): CapexReport | null {
  if (sheet !== input.financials?.sheet) return null;
  const inRow = capex.filter(({ cell }) => placeOf(cell)?.row === row - 1);
  if (inRow.length === 1) return inRow[0];
  return inRow.find(({ cell }) => placeOf(cell)?.column === column) ?? null;
}
