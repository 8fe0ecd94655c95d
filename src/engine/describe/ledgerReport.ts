/** What was read and how: the input and the ledger as a user can check and correct them. O(columns + issues). */
import { areaAddress, cellAddress } from '../address';
import type { Basis, ColumnReport, InputReport, IssueReport, LedgerReport } from '../analysis';
import type { Book } from '../book';
import type { Place } from '../choose';
import type { ColumnDecision, Financials, HeadingDecision, Ledger, RowIssue } from '../ledger/types';

interface InputFacts {
  readonly file: string;
  readonly digest: string;
  readonly basis: Basis;
  readonly windowMonths: number;
  readonly maxLegs: number;
}

export function inputReport(
  book: Book,
  choice: { readonly where: Place; readonly others: readonly Place[] },
  financials: Financials | null,
  facts: InputFacts,
): InputReport {
  const placeOf = (candidate: Place) => {
    const sheet = book.sheets[candidate.sheet].name;
    return { sheet, table: candidate.table, range: areaAddress(sheet, candidate.area) };
  };
  return {
    ...facts,
    ...placeOf(choice.where),
    financials:
      financials === null
        ? null
        : {
            sheet: financials.sheet,
            table: financials.table,
            range: areaAddress(financials.sheet, financials.area),
          },
    others: choice.others.map(placeOf),
    reason: choice.where.reason,
  };
}

export function ledgerReport(
  ledger: Ledger,
  financials: Financials | null,
  figureIssues: readonly RowIssue[],
): LedgerReport {
  let gross = 0;
  for (let deal = 0; deal < ledger.deals; deal++) gross += ledger.amount[deal];
  return {
    deals: ledger.deals,
    parties: ledger.parties.length,
    gross: gross / 10 ** ledger.money.decimals,
    currency: ledger.money.currency,
    unit: ledger.money.label,
    scale: ledger.money.scale,
    decimals: ledger.money.written,
    unitReason: ledger.money.reason,
    heading: headingReport(ledger.sheet, ledger.area.left, ledger.heading),
    columns: columnReports(ledger.sheet, ledger.heading.rows?.first ?? ledger.area.top, ledger.columns),
    financialColumns:
      financials === null ? [] : columnReports(financials.sheet, financials.area.top, financials.columns),
    hasKinds: ledger.hasKinds,
    dataRows: ledger.dataRows,
    leftOut: ledger.leftOut,
    unknownAmounts: ledger.unknownAmounts.length,
    merges: ledger.merges.map((merge) => ({
      party: ledger.parties[merge.party],
      names: merge.names,
      reason: merge.reason,
    })),
    issues: [...ledger.issues, ...figureIssues].map((issue): IssueReport => ({
      code: issue.code,
      severity: issue.severity,
      message: issue.message,
      cell: issue.cell,
    })),
  };
}

function headingReport(sheet: string, left: number, heading: HeadingDecision): LedgerReport['heading'] {
  return heading.rows === null
    ? null
    : { cell: cellAddress(sheet, heading.rows.first, left), reason: heading.reason };
}

export function columnReports<Role extends string>(
  sheet: string,
  row: number,
  columns: readonly ColumnDecision<Role>[],
): ColumnReport<Role>[] {
  return columns.map((column) => ({
    cell: cellAddress(sheet, row, column.column),
    heading: column.heading,
    role: column.role,
    reason: column.reason,
    confidence: column.confidence,
  }));
}
