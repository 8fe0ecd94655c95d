/** What was read and how: the input and the ledger as a user can check and correct them, in a user's language. O(columns + issues). */
import { areaAddress, cellAddress } from '../address';
import type { Basis, ColumnReport, InputReport, IssueReport, LedgerReport } from '../analysis';
import type { Book } from '../book';
import type { Place } from '../choose';
import type { Sentence, Tell } from '../sentence';
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
  tell: Tell,
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
    reason: tell(choice.where.reason),
  };
}

export function ledgerReport(
  ledger: Ledger,
  financials: Financials | null,
  figureIssues: readonly RowIssue[],
  tell: Tell,
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
    unitReason: tell(ledger.money.reason),
    heading: headingReport(ledger.sheet, ledger.area.left, ledger.heading, tell),
    columns: columnReports(ledger.sheet, ledger.heading.rows?.first ?? ledger.area.top, ledger.columns, tell),
    financialColumns:
      financials === null
        ? []
        : columnReports(financials.sheet, financials.area.top, financials.columns, tell),
    hasKinds: ledger.hasKinds,
    dataRows: ledger.dataRows,
    leftOut: ledger.leftOut,
    unknownAmounts: ledger.unknownAmounts.length,
    merges: ledger.merges.map((merge) => ({
      party: ledger.parties[merge.party],
      names: merge.names,
      reason: tell(merge.reason),
    })),
    issues: issueReports([...ledger.issues, ...figureIssues], tell),
  };
}

/** Why there is nothing to describe. */
export function refusalReport<Code extends string>(
  {
    code,
    message,
    cell,
    issues,
  }: { code: Code; message: Sentence; cell: string; issues: readonly RowIssue[] },
  tell: Tell,
): { code: Code; message: string; cell: string; issues: IssueReport[] } {
  return { code, message: tell(message), cell, issues: issueReports(issues, tell) };
}

function issueReports(issues: readonly RowIssue[], tell: Tell): IssueReport[] {
  return issues.map(({ code, severity, message, cell }) => ({
    code,
    severity,
    message: tell(message),
    cell,
  }));
}

function headingReport(
  sheet: string,
  left: number,
  heading: HeadingDecision,
  tell: Tell,
): LedgerReport['heading'] {
  return heading.rows === null
    ? null
    : { cell: cellAddress(sheet, heading.rows.first, left), reason: tell(heading.reason) };
}

export function columnReports<Role extends string>(
  sheet: string,
  row: number,
  columns: readonly ColumnDecision<Role>[],
  tell: Tell,
): ColumnReport<Role>[] {
  return columns.map((column) => ({
    cell: cellAddress(sheet, row, column.column),
    heading: column.heading,
    role: column.role,
    reason: tell(column.reason),
    confidence: column.confidence,
  }));
}
