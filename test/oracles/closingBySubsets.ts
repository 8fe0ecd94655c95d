/** Every set of deals that can close, one after another: its probability and its circular share. 2^deals solves, for 8 deals. */
import { circulationByCycleCancelling } from './circulationByCycleCancelling';

export interface ClosingDeal {
  readonly from: number;
  readonly to: number;
  readonly amount: number;
  /** 0..1 */
  readonly weight: number;
  /** Deals that are drawn together with this one. */
  readonly links: readonly number[];
}

export interface Outcome {
  readonly probability: number;
  readonly share: number;
}

export function closingBySubsets(nodes: number, deals: readonly ClosingDeal[]): Outcome[] {
  const groups = groupsOf(deals);
  const outcomes: Outcome[] = [];
  for (let set = 0; set < 1 << deals.length; set++) {
    const closes = (deal: number): boolean => (set & (1 << deal)) !== 0;
    // One number u decides for a group, so just these deals close when u lies below all their weights and above the others'.
    const probability = groups.reduce((product, group) => {
      const below = Math.min(1, ...group.filter(closes).map((deal) => deals[deal].weight));
      const above = Math.max(0, ...group.filter((deal) => !closes(deal)).map((deal) => deals[deal].weight));
      return product * Math.max(0, below - above);
    }, 1);
    if (probability === 0) continue;
    const closed = deals.filter((_, deal) => closes(deal));
    const gross = closed.reduce((sum, deal) => sum + deal.amount, 0);
    const flow = circulationByCycleCancelling({
      nodes,
      from: closed.map((deal) => deal.from),
      to: closed.map((deal) => deal.to),
      amount: closed.map((deal) => deal.amount),
    });
    const circulating = flow.reduce((sum, amount) => sum + amount, 0);
    outcomes.push({ probability, share: gross === 0 ? 0 : circulating / gross });
  }
  return outcomes;
}

/** Deals that reach one another over links, whichever of the two names the other. */
function groupsOf(deals: readonly ClosingDeal[]): number[][] {
  const groups: number[][] = [];
  const seen = new Set<number>();
  deals.forEach((_, start) => {
    if (seen.has(start)) return;
    const group = [start];
    seen.add(start);
    for (const deal of group) {
      deals.forEach((other, index) => {
        if (seen.has(index)) return;
        if (!other.links.includes(deal) && !deals[deal].links.includes(index)) return;
        seen.add(index);
        group.push(index);
      });
    }
    groups.push(group);
  });
  return groups;
}
