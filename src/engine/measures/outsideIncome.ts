/**
 * Outside income of a party: money that does not come out of its own circle.
 *
 * The larger of two readings, because they overlap: (a) what the sheet shows coming in from parties outside the
 * party's strongly connected component - customers, lenders, investors that none of its money can reach; and
 * (b) the outside revenue that the figures state, else stated revenue less what it earns inside. Deals made after the stated period cannot be in that
 * revenue, so they are not taken off. A party is `known` when either says something: for the others "nobody outside
 * pays" cannot be told from "the sheet does not say". `unseen` is the part that no row shows at all: stated revenue
 * less everything that the sheet shows the party earning, inside the circle and out. Whoever adds rows up himself
 * (stress.ts) must use it, or he counts the rows from outside twice. O(arcs + deals). Minor units a year.
 */
import { NO_DAY, SPEND, type Ledger } from '../ledger/types';
import type { Solved } from './solved';
import type { StatedRevenue } from './revenue';

export interface OutsideIncome {
  readonly income: Float64Array;
  readonly unseen: Float64Array;
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
  const earned = earnedBefore(ledger, parts.of, annualDeals, stated);
  const unseen = new Float64Array(graph.nodes);
  const money = 10 ** ledger.money.decimals;
  stated.forEach((revenue, party) => {
    if (revenue === null) return;
    known[party] = 1;
    const minor = Math.round(revenue.revenue * money);
    const outside = Number.isNaN(revenue.outside)
      ? minor - earned.inside[party]
      : Math.round(revenue.outside * money);
    income[party] = Math.max(income[party], outside);
    unseen[party] = Math.max(0, minor - earned.all[party]);
  });
  return { income, unseen, known };
}

/** What each party earns by deals that its stated revenue can hold: inside its circle, and in all. */
function earnedBefore(
  ledger: Ledger,
  part: Int32Array,
  annualDeals: Float64Array,
  stated: readonly (StatedRevenue | null)[],
): { readonly inside: Float64Array; readonly all: Float64Array } {
  const inside = new Float64Array(stated.length);
  const all = new Float64Array(stated.length);
  for (let deal = 0; deal < ledger.deals; deal++) {
    const party = ledger.to[deal];
    const revenue = stated[party];
    if (revenue === null) continue;
    if (ledger.hasKinds && ledger.dealClass[deal] !== SPEND) continue;
    const isLater =
      ledger.day[deal] !== NO_DAY && revenue.lastDay !== NO_DAY && ledger.day[deal] > revenue.lastDay;
    if (isLater) continue;
    all[party] += annualDeals[deal];
    if (part[ledger.from[deal]] === part[party]) inside[party] += annualDeals[deal];
  }
  return { inside, all };
}
