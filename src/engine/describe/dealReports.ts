/** The deals themselves, as read: for lists to choose from. */
import type { DealReport } from '../analysis';
import { dealClasses, type Ledger } from '../ledger/types';
import { cellOf } from '../measures/loops';

/** At most `most` deals, the largest, in sheet order; amounts in the unit of the sheet. O(deals log deals). */
export function dealReports(ledger: Ledger, most: number): DealReport[] {
  const money = 10 ** ledger.money.decimals;
  const order = Array.from({ length: ledger.deals }, (_, deal) => deal);
  if (order.length > most) {
    order.sort((a, b) => ledger.amount[b] - ledger.amount[a] || a - b);
    order.length = most;
    order.sort((a, b) => a - b);
  }
  return order.map((deal) => ({
    row: ledger.sheetRow[deal] + 1,
    cell: cellOf(ledger, deal, 'amount'),
    from: ledger.parties[ledger.from[deal]],
    to: ledger.parties[ledger.to[deal]],
    amount: ledger.amount[deal] / money,
    class: dealClasses[ledger.dealClass[deal]],
    kind: ledger.kind[deal] < 0 ? '' : ledger.kinds[ledger.kind[deal]],
    status: ledger.status[deal] < 0 ? '' : ledger.statuses[ledger.status[deal]],
    weight: ledger.weight[deal],
  }));
}
