/**
 * A scenario: the same deals with some of them off, closed otherwise, or with their funding cut. The sheet is not
 * touched, and rows keep their numbers, so that every figure still names its cell.
 *
 * O(deals). Pure.
 */
import { chosenStanding } from './ledger/standing';
import { folded } from './ledger/text';
import { FUNDING, GUARANTEE, WARRANT, type Ledger } from './ledger/types';

export interface WhatIf {
  /** Absolute rows of deals that are switched off. */
  readonly without?: ReadonlySet<number>;
  /**
   * Absolute row -> a status in the words of a sheet: 'closed', 'signed', 'announced', 'terminated'. It replaces the sheet's
   * status and probability of the row; the very status that the sheet has changes nothing.
   */
  readonly status?: ReadonlyMap<number, string>;
  /** Absolute row -> probability 0..1 that the deal closes; wins over its status. */
  readonly probability?: ReadonlyMap<number, number>;
  /** Share 0..1 that is cut from funding, warrants and guarantees. */
  readonly fundingCut?: number;
}

/** The ledger with deals switched off and closed as `whatIf` says; funding is not cut yet. Deals that are off count as left out. */
export function withDealsChanged(ledger: Ledger, { without, status, probability }: WhatIf): Ledger {
  const kept: number[] = [];
  for (let deal = 0; deal < ledger.deals; deal++) {
    if (without?.has(ledger.sheetRow[deal]) !== true) kept.push(deal);
  }
  const changed = keepDeals(ledger, kept);
  for (let deal = 0; deal < changed.deals; deal++) {
    const row = changed.sheetRow[deal];
    const word = status?.get(row);
    if (word !== undefined && !saysAlready(changed, deal, word)) {
      const own = { flags: changed.ownFlags[deal], firm: changed.statedFirm[deal] };
      const standing = chosenStanding(word, own, changed.dealClass[deal]);
      changed.weight[deal] = standing.weight;
      changed.firm[deal] = standing.firm;
      changed.flags[deal] = standing.flags;
    }
    const chance = probability?.get(row);
    if (chance !== undefined) changed.weight[deal] = Math.min(1, Math.max(0, chance));
  }
  return changed;
}

function saysAlready({ status, statuses }: Ledger, deal: number, word: string): boolean {
  return status[deal] >= 0 && folded(statuses[status[deal]]) === folded(word);
}

/** The ledger with a share of all funding, warrants and guarantees gone, to the whole minor unit. */
export function withFundingCut(ledger: Ledger, cut: number): Ledger {
  const left = 1 - Math.min(1, Math.max(0, cut));
  const amount = Float64Array.from(ledger.amount, (value, deal) => {
    const of = ledger.dealClass[deal];
    const isFunding = of === FUNDING || of === WARRANT || of === GUARANTEE;
    return isFunding ? Math.round(value * left) : value;
  });
  return { ...ledger, amount };
}

/** Only the deals at `kept` (ascending), in arrays of their own; links to the others are gone. */
function keepDeals(ledger: Ledger, kept: readonly number[]): Ledger {
  const deals = kept.length;
  const ints = (from: Int32Array) => Int32Array.from(kept, (deal) => from[deal]);
  const bytes = (from: Uint8Array) => Uint8Array.from(kept, (deal) => from[deal]);
  const doubles = (from: Float64Array) => Float64Array.from(kept, (deal) => from[deal]);
  const at = new Int32Array(ledger.deals).fill(-1);
  kept.forEach((deal, index) => (at[deal] = index));
  const linkStart = new Int32Array(deals + 1);
  const linkTarget: number[] = [];
  kept.forEach((deal, index) => {
    for (let link = ledger.linkStart[deal]; link < ledger.linkStart[deal + 1]; link++) {
      const target = at[ledger.linkTarget[link]];
      if (target >= 0) linkTarget.push(target);
    }
    linkStart[index + 1] = linkTarget.length;
  });
  const { ids } = ledger;
  return {
    ...ledger,
    deals,
    sheetRow: ints(ledger.sheetRow),
    from: ints(ledger.from),
    to: ints(ledger.to),
    amount: doubles(ledger.amount),
    weight: doubles(ledger.weight),
    firm: doubles(ledger.firm),
    dealClass: bytes(ledger.dealClass),
    kind: ints(ledger.kind),
    status: ints(ledger.status),
    flags: bytes(ledger.flags),
    ownFlags: bytes(ledger.ownFlags),
    statedFirm: doubles(ledger.statedFirm),
    day: ints(ledger.day),
    lastDay: ints(ledger.lastDay),
    term: doubles(ledger.term),
    linkStart,
    linkTarget: Int32Array.from(linkTarget),
    ids: ids === null ? null : kept.map((deal) => ids[deal]),
    leftOut: ledger.leftOut + ledger.deals - deals,
  };
}
