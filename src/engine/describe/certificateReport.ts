/**
 * The proof of the circulating amount, for a user who wants to check it in plain Excel: one rank for each party and one flow for
 * each row. The flows show that so much can go round (zero net at every party); the ranks show that no more can.
 */
import type { CertificateReport } from '../analysis';
import type { Solved } from '../measures/solved';

export function certificateReport(solved: Solved): CertificateReport {
  const { ledger, graph, circulation, amount } = solved;
  const money = 10 ** ledger.money.decimals;
  // An arc's flow is given to its rows in sheet order: which row takes it makes no difference to any total.
  const left = circulation.flow.slice();
  const flows: { row: number; flow: number }[] = [];
  for (let deal = 0; deal < ledger.deals; deal++) {
    const arc = graph.arcOfRow[deal];
    const flow = arc < 0 ? 0 : Math.min(left[arc], amount[deal]);
    if (arc >= 0) left[arc] -= flow;
    flows.push({ row: ledger.sheetRow[deal] + 1, flow: flow / money });
  }
  return {
    basis: solved.basis,
    // MAX would make one number of a whole column inside SUMPRODUCT; the comparison keeps row by row apart.
    formula:
      'SUMPRODUCT(amount * (1 + rank[from] > rank[to]) * (1 + rank[from] - rank[to])) = circulating amount',
    amount: circulation.amount / money,
    ranks: ledger.parties.map((party, node) => ({ party, rank: circulation.rank[node] })),
    flows,
  };
}
