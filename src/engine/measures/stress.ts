/**
 * Stress: who loses how much revenue when funding is cut, after knock-on effects.
 *
 * Funding (F, W, G) received is cut by a share; then payments clear proportionally (Eisenberg & Noe 2001): a party
 * pays at most what it has, spread over what it owes: money that no row shows (outsideIncome.ts: unseen), funding, and
 * what other rows pay it - from customers outside the circle too, each row once.
 * Today everybody is taken to pay: where that is unknown or too small, the difference is taken as means of its own, so
 * that every loss comes from the cut and none from a gap in the sheet.
 *   direct   = loss when each party misses only its own cut funding,
 *   knock-on = what is lost beyond that, because its customers' customers fell short.
 * The preset 0.78 is the fall of the Nasdaq Composite from 2000-03-10 to 2002-10-09 (5,048.62 to 1,114.11).
 *
 * Amounts a year, minor units. Complexity: one clearing. Source: Eisenberg & Noe, Management Science 47 (2001).
 */
import { clearPayments } from '../kernel/clearing';
import { FUNDING, GUARANTEE, WARRANT, type Ledger } from '../ledger/types';

export const dotComFall = 0.78;

export interface StressLine {
  readonly party: number;
  /** What rows other than funding bring the party today. */
  readonly revenue: number;
  readonly lost: number;
  readonly direct: number;
  /** Share of what it owes that it can still pay. */
  readonly canPay: number;
  readonly round: number;
}

/** Every party that sells or buys, largest loss first. `annual` is by deal, `unseen` by party. */
export function stress(
  ledger: Ledger,
  annual: Float64Array,
  unseen: Float64Array,
  cut: number,
): StressLine[] {
  const parties = ledger.parties.length;
  const isFunding = (deal: number) =>
    ledger.dealClass[deal] === FUNDING ||
    ledger.dealClass[deal] === WARRANT ||
    ledger.dealClass[deal] === GUARANTEE;
  const owed = annual.map((amount, deal) => (isFunding(deal) ? 0 : amount));
  const funding = new Float64Array(parties);
  const earned = new Float64Array(parties);
  const owes = new Float64Array(parties);
  for (let deal = 0; deal < ledger.deals; deal++) {
    if (isFunding(deal)) funding[ledger.to[deal]] += annual[deal];
    earned[ledger.to[deal]] += owed[deal];
    owes[ledger.from[deal]] += owed[deal];
  }
  const means = new Float64Array(parties);
  const directShare = new Float64Array(parties).fill(1);
  for (let party = 0; party < parties; party++) {
    const today = Math.max(unseen[party] + funding[party], owes[party] - earned[party]);
    means[party] = Math.max(0, today - cut * funding[party]);
    if (owes[party] > 0) directShare[party] = Math.min(1, (means[party] + earned[party]) / owes[party]);
  }
  const cleared = clearPayments(parties, ledger.from, ledger.to, owed, means);
  const lost = new Float64Array(parties);
  const direct = new Float64Array(parties);
  for (let deal = 0; deal < ledger.deals; deal++) {
    lost[ledger.to[deal]] += owed[deal] - cleared.paid[deal];
    direct[ledger.to[deal]] += owed[deal] * (1 - directShare[ledger.from[deal]]);
  }
  const lines: StressLine[] = [];
  for (let party = 0; party < parties; party++) {
    if (earned[party] === 0 && owes[party] === 0) continue;
    lines.push({
      party,
      revenue: earned[party],
      lost: lost[party],
      direct: Math.min(direct[party], lost[party]),
      canPay: cleared.share[party],
      round: cleared.round[party],
    });
  }
  return lines.sort((a, b) => b.lost - a.lost || a.party - b.party);
}
