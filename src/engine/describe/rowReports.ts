/** Rows that carry the circle, and rows whose amount nobody gave. */
import type { RowReport, UnknownReport } from '../analysis';
import type { Ledger } from '../ledger/types';
import { cellOf } from '../measures/loops';
import type { RowValue } from '../measures/rowValues';
import type { UnknownLeg } from '../measures/unknownLegs';

export function rowReports(
  ledger: Ledger,
  amount: Float64Array,
  values: readonly RowValue[],
  top: number,
): RowReport[] {
  const money = 10 ** ledger.money.decimals;
  return values.slice(0, top).map((entry) => ({
    row: ledger.sheetRow[entry.deal] + 1,
    cell: cellOf(ledger, entry.deal, 'amount'),
    from: ledger.parties[ledger.from[entry.deal]],
    to: ledger.parties[ledger.to[entry.deal]],
    amount: amount[entry.deal] / money,
    value: entry.value / money,
    least: entry.least / money,
    most: entry.most / money,
  }));
}

/** Those that could close a loop first, the largest first; then in sheet order. */
export function unknownReports(ledger: Ledger, legs: readonly UnknownLeg[]): UnknownReport[] {
  const money = 10 ** ledger.money.decimals;
  return [...legs]
    .sort((a, b) => (b.couldReturn ?? 0) - (a.couldReturn ?? 0) || a.deal.row - b.deal.row)
    .map((leg) => ({
      row: leg.deal.row + 1,
      cell: leg.deal.cell,
      from: ledger.parties[leg.deal.from],
      to: ledger.parties[leg.deal.to],
      text: leg.deal.text,
      couldReturn: leg.couldReturn === null ? null : leg.couldReturn / money,
      path: leg.path.map((party) => ledger.parties[party]),
    }));
}
