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

/** null where the row is no row of the deals. O(1) after the first question about an analysis, which goes through all of it once. */
export function findingOf(
  { sheet, row }: { readonly sheet: string; readonly row: number },
  analysis: Analysis,
  deals: readonly DealReport[],
): Finding | null {
  if (sheet !== analysis.input.sheet) return null;
  const parts = partsOf(analysis).get(row);
  const deal = dealsByRow(deals).get(row) ?? null;
  const { value = null, unknown = null, loops = [], issues = [] } = parts ?? {};
  const isKnown = deal !== null || unknown !== null || issues.length > 0;
  return isKnown ? { row, deal, value, loops, unknown, issues } : null;
}

/**
 * What an analysis says about a cell of the company figures; null where it is none of theirs. A row of one period answers as a
 * whole; where periods are columns, each answers for its own. O(periods of the row) after the first question.
 */
export function figuresOf(
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  { input, capex }: Analysis,
): CapexReport | null {
  if (sheet !== input.financials?.sheet) return null;
  const inRow = figuresByRow(capex).get(row) ?? [];
  if (inRow.length === 1) return inRow[0].report;
  return inRow.find((figure) => figure.column === column)?.report ?? null;
}

interface Parts {
  value: RowReport | null;
  unknown: UnknownReport | null;
  readonly loops: number[];
  readonly issues: IssueReport[];
}

/** Row -> what is said of it. O(deals + legs + issues). */
const partsOf = oncePer((analysis: Analysis): ReadonlyMap<number, Parts> => {
  const parts = new Map<number, Parts>();
  const at = (row: number): Parts => {
    const known = parts.get(row) ?? { value: null, unknown: null, loops: [], issues: [] };
    parts.set(row, known);
    return known;
  };
  for (const value of analysis.rows) at(value.row).value ??= value;
  for (const unknown of analysis.unknown) at(unknown.row).unknown ??= unknown;
  for (const { rank, legs } of analysis.loops)
    for (const row of new Set(legs.flatMap(({ rows }) => rows))) at(row).loops.push(rank);
  for (const issue of analysis.ledger.issues) {
    const place = placeOf(issue.cell);
    if (place?.sheet === analysis.input.sheet) at(place.row + 1).issues.push(issue);
  }
  return parts;
});

const dealsByRow = oncePer(
  (deals: readonly DealReport[]) => new Map(deals.map((deal) => [deal.row, deal] as const)),
);

const figuresByRow = oncePer((capex: Analysis['capex']) => {
  const rows = new Map<number, { readonly column: number; readonly report: CapexReport }[]>();
  for (const report of capex) {
    const place = placeOf(report.cell);
    if (place === null) continue;
    const inRow = rows.get(place.row + 1) ?? [];
    inRow.push({ column: place.column, report });
    rows.set(place.row + 1, inRow);
  }
  return rows;
});

/** Remembers an answer for as long as what was asked about is kept. */
function oncePer<Of extends object, Answer>(compute: (of: Of) => Answer): (of: Of) => Answer {
  const known = new WeakMap<Of, { readonly answer: Answer }>();
  return (of) => {
    const kept = known.get(of) ?? { answer: compute(of) };
    known.set(of, kept);
    return kept.answer;
  };
}
