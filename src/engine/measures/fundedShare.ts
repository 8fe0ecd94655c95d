/**
 * Funded share: the part of a seller's sales that its own funding can have paid for.
 *
 * To one buyer b: min(F + W + pi G from a to b, S from b to a) / S from b to a.
 * Over all buyers: the funded round trip (roundTrip.ts) / S received, so that no leg is used twice and funding that
 * reaches the buyer through others counts. null where the party sells nothing in the sheet. O(1) here.
 */
import type { Graph } from '../kernel/graph';
import type { ClassAmounts } from './classAmounts';

export function fundedShare(fundedRoundTrip: number, received: number): number | null {
  return received > 0 ? fundedRoundTrip / received : null;
}

/** Funded share of `seller` to `buyer`; null when the buyer buys nothing. O(arcs of the two). */
export function fundedShareOfPair(
  graph: Graph,
  amounts: ClassAmounts,
  seller: number,
  buyer: number,
): number | null {
  const sale = arcBetween(graph, buyer, seller);
  if (sale < 0 || amounts.spend[sale] <= 0) return null;
  const funding = arcBetween(graph, seller, buyer);
  const funded = funding < 0 ? 0 : amounts.funding[funding];
  return Math.min(funded, amounts.spend[sale]) / amounts.spend[sale];
}

/** The arc from one party to another, -1 when there is none. Binary search in the sorted arcs of the tail. */
export function arcBetween(graph: Graph, from: number, to: number): number {
  let low = graph.first[from];
  let high = graph.first[from + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const head = graph.head[middle];
    if (head === to) return middle;
    if (head < to) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
