/** Who loses how much when funding is cut, in the unit of the sheet, rounded to its smallest amount. */
import type { StressReport } from '../analysis';
import type { Ledger } from '../ledger/types';
import type { StressLine } from '../measures/stress';

export function stressReports(ledger: Ledger, lines: readonly StressLine[]): StressReport['parties'] {
  const money = 10 ** ledger.money.decimals;
  return lines.map((line) => ({
    party: ledger.parties[line.party],
    revenue: line.revenue / money,
    lost: Math.round(line.lost) / money,
    direct: Math.round(line.direct) / money,
    knockOn: (Math.round(line.lost) - Math.round(line.direct)) / money,
    canPay: line.canPay,
    round: line.round,
  }));
}
