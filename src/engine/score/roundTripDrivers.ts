/**
 * Drivers of the round-trip pillar: how much of the sellers' revenue is their own money coming back.
 *
 * Every driver is a share of the revenue of the sellers in circles, so that a true but immaterial loop scores low
 * and a shape alone scores nothing. All amounts are a year's worth, in minor units.
 */
import { cellAddress } from '../address';
import type { Parties } from '../measures/parties';
import type { Solved } from '../measures/solved';
import type { Financials } from '../ledger/types';
import { listed, percent, type DriverValue } from './driverValue';
import { exposedFloor, material, unstatedSizeFloor } from './thresholds';

/** A seller inside a circle, on the figures that count: annual, minor units. */
interface Seller {
  readonly party: number;
  readonly uncleared: number;
  readonly size: number;
  readonly isStated: boolean;
}

export function roundTripDrivers(
  solved: Solved,
  parties: Parties,
  financials: Financials | null,
): DriverValue[] {
  const { ledger } = solved;
  const name = (party: number) => ledger.parties[party];
  const sellers = sellersInCircles(solved, parties);
  const circular = sellers.reduce((sum, seller) => sum + seller.uncleared, 0);
  /** Mean over sellers of part / size, weighted by their uncleared amounts. */
  const weighted = (part: (party: number) => number) =>
    circular === 0
      ? 0
      : sellers.reduce(
          (sum, seller) => sum + seller.uncleared * Math.min(1, part(seller.party) / seller.size),
          0,
        ) / circular;
  const cellsOf = (list: readonly Seller[]) =>
    list.slice(0, 3).flatMap((seller) => revenueCells(parties, financials, seller.party));
  const leftOut = leftOutSellers(parties, sellers);
  const unstated = sellers.filter((seller) => !seller.isStated).length;
  const caveat =
    (unstated === 0
      ? ''
      : ` Revenue of ${unstated} of ${sellers.length} is not given: their size in the sheet stands in.`) +
    (leftOut.length === 0
      ? ''
      : ` Not in it, because their revenue is not given: ${listed(leftOut.map(name))}.`);

  const share = weighted((party) => parties.uncleared[party]);
  const nothing = 'No seller in this sheet gets back money that nothing clears.';
  const exposed = sellers
    .filter((seller) => seller.isStated && seller.uncleared >= exposedFloor * circular)
    .sort((a, b) => b.uncleared / b.size - a.uncleared / a.size || a.party - b.party);
  const tenPercent = tenPercentCustomers(solved, parties, sellers);
  const demand = missingDemand(solved, parties, sellers);
  const one = (
    id: string,
    value: number | null,
    evidence: string,
    cells: readonly string[] = [],
    scale = 1,
  ) => ({
    id,
    value,
    scale,
    evidence,
    cells,
  });
  return [
    one(
      'circular-revenue',
      share,
      sellers.length === 0
        ? nothing
        : `${percent(share)} of a year’s revenue is the sellers’ own money coming back: the mean over ${listed(sellers.map((seller) => name(seller.party)))}, each weighed by what comes back to it.${caveat}`,
      cellsOf(sellers),
    ),
    exposed.length > 0
      ? one(
          'most-exposed',
          Math.min(1, exposed[0].uncleared / exposed[0].size),
          `${name(exposed[0].party)}: ${percent(Math.min(1, exposed[0].uncleared / exposed[0].size))} of its revenue of ${parties.stated[exposed[0].party]?.period}.`,
          cellsOf(exposed.slice(0, 1)),
        )
      : sellers.length === 0
        ? one('most-exposed', 0, nothing)
        : one('most-exposed', null, 'The revenue of no seller in a circle is given.'),
    ledger.hasKinds
      ? one(
          'funded-sales',
          weighted((party) => parties.unclearedFunded[party]),
          sellers.length === 0
            ? nothing
            : `${percent(weighted((party) => parties.unclearedFunded[party]))} of revenue, on the same mean, left the sellers as funding.`,
        )
      : one('funded-sales', null, 'The sheet has no column that tells the kind of a deal.'),
    one(
      'ties',
      weighted((party) => parties.tied[party]),
      sellers.length === 0
        ? nothing
        : `${percent(weighted((party) => parties.tied[party]))} of revenue, on the same mean, is in deals that match or name one another.`,
    ),
    one(
      'circle-customers',
      weighted((party) => tenPercent.get(party) ?? 0),
      sellers.length === 0
        ? nothing
        : `${percent(weighted((party) => tenPercent.get(party) ?? 0))} of revenue, on the same mean, comes from customers in the circle who are 10 % or more of the seller.`,
    ),
    sellers.length > 0 && demand === null
      ? one('missing-demand', null, 'No row or figure says who else pays the buyers in the circle.')
      : one(
          'missing-demand',
          demand ?? 0,
          sellers.length === 0
            ? nothing
            : `${percent(demand ?? 0)} of what the buyers promise a year is not covered by outside income.`,
          [],
          Math.min(1, share / material),
        ),
  ];
}

/**
 * Sellers with an uncleared round trip. In a circle where some have a stated revenue only those count: the others are
 * the counterparties whose size nobody gave. Where none has, each is taken as large as its throughflow, and no smaller than
 * 1 % of the sheet, so that a small loop of unknown companies stays small.
 */
function sellersInCircles(solved: Solved, parties: Parties): Seller[] {
  const stated = new Set<number>();
  const found: number[] = [];
  for (const party of parties.measured) {
    if (!(parties.uncleared[party] > 0)) continue;
    found.push(party);
    if (parties.revenue[party] > 0) stated.add(solved.parts.of[party]);
  }
  let annualGross = 0;
  for (const amount of parties.annual.all) annualGross += amount;
  const sellers: Seller[] = [];
  for (const party of found) {
    const isStated = parties.revenue[party] > 0;
    if (!isStated && stated.has(solved.parts.of[party])) continue;
    const size = isStated
      ? parties.revenue[party]
      : Math.max(parties.throughflow[party], unstatedSizeFloor * annualGross);
    sellers.push({ party, uncleared: Math.min(parties.uncleared[party], size), size, isStated });
  }
  return sellers.sort((a, b) => b.uncleared - a.uncleared || a.party - b.party);
}

/** Parties with an uncleared round trip whose size nobody gave, in circles where others' is given; the largest first. */
function leftOutSellers(parties: Parties, sellers: readonly Seller[]): number[] {
  const counted = new Set(sellers.map((seller) => seller.party));
  return [...parties.measured]
    .filter((party) => parties.uncleared[party] > 0 && !counted.has(party))
    .sort((a, b) => parties.uncleared[b] - parties.uncleared[a] || a - b);
}

/** By seller: what comes from customers of its circle who are each 10 % of it or more, at most its uncleared amount. */
function tenPercentCustomers(
  solved: Solved,
  parties: Parties,
  sellers: readonly Seller[],
): Map<number, number> {
  const { graph, parts } = solved;
  const size = new Map(sellers.map((seller) => [seller.party, seller.size]));
  const sums = new Map<number, number>();
  for (let arc = 0; arc < graph.arcs; arc++) {
    const head = graph.head[arc];
    const of = size.get(head);
    if (of === undefined || parts.of[graph.tail[arc]] !== parts.of[head]) continue;
    if (parties.annual.spend[arc] >= 0.1 * of)
      sums.set(head, (sums.get(head) ?? 0) + parties.annual.spend[arc]);
  }
  for (const [party, sum] of sums) sums.set(party, Math.min(sum, parties.uncleared[party]));
  return sums;
}

/** Of what the sellers' customers in their circles promise a year, the part without outside income; null when it is known of none. */
function missingDemand(solved: Solved, parties: Parties, sellers: readonly Seller[]): number | null {
  const { graph, parts } = solved;
  const isSeller = new Set(sellers.map((seller) => seller.party));
  const buyers = new Set<number>();
  for (let arc = 0; arc < graph.arcs; arc++) {
    const [tail, head] = [graph.tail[arc], graph.head[arc]];
    if (!isSeller.has(head) || parts.of[tail] !== parts.of[head] || parties.annual.spend[arc] <= 0) continue;
    if (parties.outside.known[tail] === 1) buyers.add(tail);
  }
  let promised = 0;
  let missing = 0;
  for (const buyer of buyers) {
    promised += parties.promised[buyer];
    missing += Math.max(0, parties.promised[buyer] - parties.outside.income[buyer]);
  }
  return promised > 0 ? missing / promised : null;
}

/** Cells of the revenue that a party's round trip is compared with. */
function revenueCells(parties: Parties, financials: Financials | null, party: number): string[] {
  const column = financials?.columnOf.revenue ?? -1;
  if (financials === null || column < 0) return [];
  return (parties.stated[party]?.lines ?? []).map((line) => cellAddress(financials.sheet, line.row, column));
}
