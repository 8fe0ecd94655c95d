/**
 * Outside income of a party: money that does not come out of its own circle.
 *
 * The larger of two readings, because they overlap: (a) what the sheet shows coming in from parties outside the
 * party's strongly connected component - customers, lenders, investors that none of its money can reach; and
 * (b) its stated revenue less what it earns inside the circle. Deals made after the stated period cannot be in that
 * revenue, so they are not taken off. A party is `known` when either says something: for the others "nobody outside
 * pays" cannot be told from "the sheet does not say". O(arcs + deals). Minor units a year.
 */
import type { Graph } from '../kernel/graph';
import { NO_DAY, SPEND, type Ledger } from '../ledger/types';
import type { Solved } from './solved';
import type { StatedRevenue } from './revenue';

export interface OutsideIncome {
  readonly income: Float64Array;
  readonly known: Uint8Array;
}

/** `annual` is by arc, `annualDeals` by deal, `stated` by party. */
export function outsideIncome(
  { ledger, graph, parts }: Pick<Solved, 'ledger' | 'graph' | 'parts'>,
  annual: { readonly all: Float64Array },
  annualDeals: Float64Array,
  stated: readonly (StatedRevenue | null)[],
): OutsideIncome {
  const income = new Float64Array(graph.nodes);
  const known = new Uint8Array(graph.nodes);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const head = graph.head[arc];
    if (parts.of[graph.tail[arc]] === parts.of[head]) continue;
    income[head] += annual.all[arc];
    known[head] = 1;
  }
  const earnedInside = earnedWithin(ledger, graph, parts.of, annualDeals, stated);
  const money = 10 ** ledger.money.decimals;
  stated.forEach((revenue, party) => {
    if (revenue === null) return;
    known[party] = 1;
    income[party] = Math.max(income[party], Math.round(revenue.revenue * money) - earnedInside[party]);
  });
  return { income, known };
}

/** What each party earns inside its circle by deals that its stated revenue can hold. */
function earnedWithin(
  ledger: Ledger,
  graph: Graph,
  part: Int32Array,
  annualDeals: Float64Array,
  stated: readonly (StatedRevenue | null)[],
): Float64Array {
  const earned = new Float64Array(graph.nodes);
  for (let deal = 0; deal < ledger.deals; deal++) {
    const party = ledger.to[deal];
    const revenue = stated[party];
    if (revenue === null || part[ledger.from[deal]] !== part[party]) continue;
    if (ledger.hasKinds && ledger.dealClass[deal] !== SPEND) continue;
    const isLater =
      ledger.day[deal] !== NO_DAY && revenue.lastDay !== NO_DAY && ledger.day[deal] > revenue.lastDay;
    if (!isLater) earned[party] += annualDeals[deal];
  }
  return earned;
}
