/**
 * Loops as an analyst reads them: where they begin, what kind they are, how long they took, what speaks for a tie.
 *
 *   funded         a party receives spend and sends funding (F, W or G): its own money can have paid it
 *   swap           two legs of spend, sizes within 20 %, same quarter
 *   cross-holding  funding only
 *   reciprocal     any other
 * The path begins at the party whose funding starts it, else at the canonical rotation of the kernel. Each flag
 * names the cell that it rests on. Kind is null in a sheet that tells no kinds.
 * Complexity: O(rows on the legs) per loop. Source: model.md.
 */
import type { LegReport, LoopFlag, LoopKind, LoopReport } from '../analysis';
import type { Graph } from '../kernel/graph';
import type { LoopList } from '../kernel/loops';
import {
  CANCELLABLE,
  CONDITIONAL,
  DEAD,
  ESTIMATED,
  FUNDING,
  GUARANTEE,
  NO_DAY,
  RELATED_PARTY,
  SPEND,
  UP_TO,
  WARRANT,
  dealClasses,
  type DealRole,
  type Ledger,
} from '../ledger/types';
import { cellAddress } from '../address';
import { say, type Sentence, type Tell } from '../sentence';
import { nearlyEqual, quarter, withinDays } from './alike';

/** The deals of one leg, the largest first. */
type Leg = Int32Array;

export interface LoopContext {
  readonly ledger: Ledger;
  readonly graph: Graph;
  /** Minor units by deal, on the basis of the loops. */
  readonly amount: Float64Array;
  /** By party. */
  readonly outside: { readonly income: Float64Array; readonly known: Uint8Array };
  /** Tells what speaks for a flag. */
  readonly tell: Tell;
}

/** Loops of the kernel as reports; `dealsOfLeg` gives the deals behind one leg of the list. */
export function describeLoops(
  list: LoopList,
  context: LoopContext,
  dealsOfLeg: (leg: number) => Int32Array,
): LoopReport[] {
  const reports: LoopReport[] = [];
  for (let loop = 0; loop < list.count; loop++) {
    const legs: Leg[] = [];
    for (let index = list.start[loop]; index < list.start[loop + 1]; index++) {
      legs.push(
        dealsOfLeg(list.legs[index])
          .slice()
          .sort((a, b) => context.amount[b] - context.amount[a] || a - b),
      );
    }
    reports.push(describe(loop + 1, list.amount[loop], legs, context));
  }
  return reports;
}

function describe(rank: number, amount: number, found: Leg[], context: LoopContext): LoopReport {
  const { ledger } = context;
  const legs = rotateToSeller(found, context);
  const money = 10 ** ledger.money.decimals;
  const evidence = flagsOf(legs, context);
  return {
    rank,
    path: legs.map((leg) => ledger.parties[ledger.from[leg[0]]]),
    amount: amount / money,
    kind: ledger.hasKinds ? kindOf(legs, context) : null,
    legs: legs.map((leg): LegReport => {
      const largest = leg[0];
      return {
        row: ledger.sheetRow[largest] + 1,
        rows: Array.from(leg, (deal) => ledger.sheetRow[deal] + 1),
        cell: cellOf(ledger, largest, 'amount'),
        from: ledger.parties[ledger.from[largest]],
        to: ledger.parties[ledger.to[largest]],
        amount: legAmount(leg, context.amount) / money,
        class: dealClasses[ledger.dealClass[largest]],
      };
    }),
    months: monthsOf(legs, ledger),
    flags: [...new Set(evidence.map((entry) => entry.flag))],
    flagEvidence: evidence.map(({ flag, cell, note }) => ({ flag, cell, note: context.tell(note) })),
  };
}

function legAmount(leg: Leg, amount: Float64Array): number {
  let sum = 0;
  for (const deal of leg) sum += amount[deal];
  return sum;
}

function amountOfClass(leg: Leg, context: LoopContext, wanted: readonly number[]): number {
  let sum = 0;
  for (const deal of leg) if (wanted.includes(context.ledger.dealClass[deal])) sum += context.amount[deal];
  return sum;
}

const funds = [FUNDING, WARRANT, GUARANTEE];

/** Begins the loop with the largest funding leg that leaves a party into which spend returns. */
function rotateToSeller(legs: Leg[], context: LoopContext): Leg[] {
  if (!context.ledger.hasKinds) return legs;
  let start = -1;
  let largest = 0;
  legs.forEach((leg, index) => {
    const before = legs[(index + legs.length - 1) % legs.length];
    const funding = amountOfClass(leg, context, funds);
    if (funding > largest && amountOfClass(before, context, [SPEND]) > 0) {
      start = index;
      largest = funding;
    }
  });
  return start <= 0 ? legs : [...legs.slice(start), ...legs.slice(0, start)];
}

function kindOf(legs: Leg[], context: LoopContext): LoopKind {
  const spends = legs.map((leg) => amountOfClass(leg, context, [SPEND]) > 0);
  const isFunded = legs.map((leg) => amountOfClass(leg, context, funds) > 0);
  if (legs.some((_, index) => isFunded[index] && spends[(index + legs.length - 1) % legs.length]))
    return 'funded';
  if (isFunded.every(Boolean)) return 'cross-holding';
  if (
    legs.length === 2 &&
    spends.every(Boolean) &&
    nearlyEqual(legAmount(legs[0], context.amount), legAmount(legs[1], context.amount)) &&
    withinDays(context.ledger, legs[0][0], legs[1][0], quarter)
  ) {
    return 'swap';
  }
  return 'reciprocal';
}

/** Months between the deals of a loop at least: from the latest first day back to the earliest last day; null when one has none. */
function monthsOf(legs: Leg[], ledger: Ledger): number | null {
  let earliest = Infinity;
  let latest = -Infinity;
  for (const leg of legs) {
    for (const deal of leg) {
      if (ledger.day[deal] === NO_DAY) return null;
      earliest = Math.min(earliest, ledger.lastDay[deal]);
      latest = Math.max(latest, ledger.day[deal]);
    }
  }
  return Math.round(Math.max(0, latest - earliest) / 3.04375) / 10;
}

/** The cell of a role in a deal's row, or of its amount where the sheet has no such column. */
export function cellOf(ledger: Ledger, deal: number, role: DealRole): string {
  const column = ledger.columnOf[role];
  return cellAddress(
    ledger.sheet,
    ledger.sheetRow[deal],
    column >= 0 ? column : Math.max(0, ledger.columnOf.amount),
  );
}

interface FlagEvidence {
  readonly flag: LoopFlag;
  readonly cell: string;
  readonly note: Sentence;
}

/** Flags that are a bit of the deal itself: bit, flag, column of the evidence, words. */
const dealFlags: readonly (readonly [number, LoopFlag, DealRole, () => Sentence])[] = [
  [CONDITIONAL, 'conditional', 'status', () => say`depends on a condition`],
  [CANCELLABLE, 'cancellable', 'status', () => say`can be cancelled`],
  [UP_TO, 'up-to', 'status', () => say`is a cap, not a sum`],
  [RELATED_PARTY, 'related-parties', 'condition', () => say`is between related parties`],
  [ESTIMATED, 'estimated', 'status', () => say`is an estimate`],
  [DEAD, 'superseded', 'status', () => say`no longer stands`],
];

function flagsOf(legs: Leg[], context: LoopContext): FlagEvidence[] {
  const { ledger } = context;
  const evidence: FlagEvidence[] = [];
  const link = linkedDeal(legs, ledger);
  if (link >= 0) {
    evidence.push({
      flag: 'linked',
      cell: cellOf(ledger, link, 'link'),
      note: say`names another leg of this loop`,
    });
  }
  const mains = legs.map((leg) => leg[0]);
  const all = legs.flatMap((leg) => [...leg]);
  if (areWithinDays(all, ledger, 30)) {
    evidence.push({
      flag: 'within-30-days',
      cell: cellOf(ledger, mains[0], 'date'),
      note: say`all deals within 30 days`,
    });
  }
  const sizes = legs.map((leg) => legAmount(leg, context.amount));
  if (nearlyEqual(Math.min(...sizes), Math.max(...sizes))) {
    evidence.push({
      flag: 'equal-amounts',
      cell: cellOf(ledger, mains[0], 'amount'),
      note: say`legs within 20 %`,
    });
  }
  for (const leg of legs) {
    for (const deal of leg) {
      for (const [bit, flag, role, note] of dealFlags) {
        if ((ledger.flags[deal] & bit) !== 0)
          evidence.push({ flag, cell: cellOf(ledger, deal, role), note: note() });
      }
      if (ledger.dealClass[deal] === WARRANT) {
        evidence.push({
          flag: 'stock-to-customer',
          cell: cellOf(ledger, deal, 'kind'),
          note: say`is stock for a customer`,
        });
      }
      if (ledger.dealClass[deal] === GUARANTEE) {
        evidence.push({
          flag: 'guarantee',
          cell: cellOf(ledger, deal, 'kind'),
          note: say`stands behind the buyer`,
        });
      }
      if (isQuarterEnd(ledger.day[deal], ledger.lastDay[deal])) {
        evidence.push({
          flag: 'quarter-end',
          cell: cellOf(ledger, deal, 'date'),
          note: say`in the last days of a quarter`,
        });
      }
    }
    const payer = ledger.from[leg[0]];
    if (context.outside.income[payer] <= 0) {
      const note =
        context.outside.known[payer] === 0
          ? say`no row says who else pays ${ledger.parties[payer]}`
          : say`${ledger.parties[payer]} earns nothing outside the circle`;
      evidence.push({ flag: 'no-outside-income', cell: cellOf(ledger, leg[0], 'from'), note });
    }
  }
  return evidence;
}

function linkedDeal(legs: Leg[], ledger: Ledger): number {
  for (const leg of legs) {
    for (const deal of leg) {
      for (let link = ledger.linkStart[deal]; link < ledger.linkStart[deal + 1]; link++) {
        const target = ledger.linkTarget[link];
        if (legs.some((other) => other !== leg && other.includes(target))) return deal;
      }
    }
  }
  return -1;
}

/** All deals dated to a month at least, and no two further apart than `days`. */
function areWithinDays(deals: readonly number[], ledger: Ledger, days: number): boolean {
  let earliest = Infinity;
  let latest = -Infinity;
  for (const deal of deals) {
    if (ledger.day[deal] === NO_DAY || ledger.lastDay[deal] - ledger.day[deal] > 31) return false;
    earliest = Math.min(earliest, ledger.lastDay[deal]);
    latest = Math.max(latest, ledger.day[deal]);
  }
  return latest - earliest <= days;
}

/** The last five days of March, June, September or December, for deals dated to the day. */
function isQuarterEnd(day: number, lastDay: number): boolean {
  if (day === NO_DAY || lastDay !== day) return false;
  const date = new Date(day * 86_400_000);
  const next = new Date((day + 5) * 86_400_000);
  return date.getUTCMonth() % 3 === 2 && next.getUTCMonth() !== date.getUTCMonth();
}
