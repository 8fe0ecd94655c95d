/**
 * The ledger as if every deal of unknown amount that could close a loop returned as much as it could: an upper
 * bound for "what if", never a guess. The new deals stand at the end and keep their rows, so cells stay right.
 * O(deals).
 */
import { ESTIMATED, NO_DAY, type Ledger } from '../ledger/types';
import type { UnknownLeg } from './unknownLegs';

export function withKnownLegs(ledger: Ledger, legs: readonly UnknownLeg[]): Ledger {
  const added = legs.filter((leg) => (leg.couldReturn ?? 0) > 0);
  const deals = ledger.deals + added.length;
  const ints = (from: Int32Array, value: (leg: UnknownLeg) => number) =>
    Int32Array.from({ length: deals }, (_, deal) =>
      deal < ledger.deals ? from[deal] : value(added[deal - ledger.deals]),
    );
  const bytes = (from: Uint8Array, value: (leg: UnknownLeg) => number) =>
    Uint8Array.from({ length: deals }, (_, deal) =>
      deal < ledger.deals ? from[deal] : value(added[deal - ledger.deals]),
    );
  const doubles = (from: Float64Array, value: (leg: UnknownLeg) => number) =>
    Float64Array.from({ length: deals }, (_, deal) =>
      deal < ledger.deals ? from[deal] : value(added[deal - ledger.deals]),
    );
  return {
    ...ledger,
    deals,
    sheetRow: ints(ledger.sheetRow, (leg) => leg.deal.row),
    from: ints(ledger.from, (leg) => leg.deal.from),
    to: ints(ledger.to, (leg) => leg.deal.to),
    amount: doubles(ledger.amount, (leg) => leg.couldReturn ?? 0),
    weight: doubles(ledger.weight, () => 1),
    firm: doubles(ledger.firm, () => 1),
    dealClass: bytes(ledger.dealClass, (leg) => leg.deal.dealClass),
    kind: ints(ledger.kind, () => -1),
    status: ints(ledger.status, () => -1),
    flags: bytes(ledger.flags, () => ESTIMATED),
    ownFlags: bytes(ledger.ownFlags, () => ESTIMATED),
    statedFirm: doubles(ledger.statedFirm, () => NaN),
    day: ints(ledger.day, () => NO_DAY),
    lastDay: ints(ledger.lastDay, () => NO_DAY),
    term: doubles(ledger.term, () => NaN),
    linkStart: Int32Array.from(
      { length: deals + 1 },
      (_, deal) => ledger.linkStart[Math.min(deal, ledger.deals)],
    ),
    unknownAmounts: [],
  };
}
