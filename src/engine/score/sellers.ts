/** The sellers that the round trip is measured on, and those that nobody has put a size to. */
import type { Parties } from '../measures/parties';
import type { Solved } from '../measures/solved';
import { unstatedSizeFloor } from './thresholds';

/** A seller inside a circle, on the figures that count: annual, minor units. */
export interface Seller {
  readonly party: number;
  readonly uncleared: number;
  readonly size: number;
  readonly isStated: boolean;
}

/**
 * Sellers with an uncleared round trip. In a circle where some have a stated revenue only those count: the others are
 * the counterparties whose size nobody gave. Where none has, each is taken as large as its throughflow, and no smaller than
 * 1 % of the sheet, so that a small loop of unknown companies stays small.
 */
export function sellersInCircles(solved: Solved, parties: Parties): Seller[] {
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
export function leftOutSellers(parties: Parties, sellers: readonly Seller[]): number[] {
  const counted = new Set(sellers.map((seller) => seller.party));
  return [...parties.measured]
    .filter((party) => parties.uncleared[party] > 0 && !counted.has(party))
    .sort((a, b) => parties.uncleared[b] - parties.uncleared[a] || a - b);
}

/** Arcs to a seller from customers of its circle who are each 10 % of it or more. O(arcs). */
export function tenPercentArcs(solved: Solved, parties: Parties, sellers: readonly Seller[]): number[] {
  const { graph, parts } = solved;
  const size = new Map(sellers.map((seller) => [seller.party, seller.size]));
  const arcs: number[] = [];
  for (let arc = 0; arc < graph.arcs; arc++) {
    const head = graph.head[arc];
    const of = size.get(head);
    if (of === undefined || parts.of[graph.tail[arc]] !== parts.of[head]) continue;
    if (parties.annual.spend[arc] >= 0.1 * of) arcs.push(arc);
  }
  return arcs;
}

/** The sellers' customers in their circles of whom it is known whether anybody else pays them. O(arcs). */
export function buyersInCircles(solved: Solved, parties: Parties, sellers: readonly Seller[]): number[] {
  const { graph, parts } = solved;
  const isSeller = new Set(sellers.map((seller) => seller.party));
  const buyers = new Set<number>();
  for (let arc = 0; arc < graph.arcs; arc++) {
    const [tail, head] = [graph.tail[arc], graph.head[arc]];
    if (!isSeller.has(head) || parts.of[tail] !== parts.of[head] || parties.annual.spend[arc] <= 0) continue;
    if (parties.outside.known[tail] === 1) buyers.add(tail);
  }
  return [...buyers];
}
