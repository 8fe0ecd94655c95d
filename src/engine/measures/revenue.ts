/**
 * The revenue that a party's round trip is compared with: stated, never guessed.
 *
 * Deals without a term count whole, so they are set against all periods in which they fall: lines of the company
 * figures whose periods overlap their dates are added up (periods that overlap one another once, the longest first).
 * Where a deal that pays the party has a term, its deals are counted by the year, and the latest such period stands
 * for it. Where no period overlaps, or nothing is dated, it is the latest of about a year, else the latest.
 * A part of a year that stands for a year is taken at its yearly rate, and its name says so.
 * NaN where the figures name no revenue of the party. O(lines of the party + deals that pay it).
 */
import { NO_DAY, type FinancialLine, type Financials, type Ledger } from '../ledger/types';

export interface StatedRevenue {
  /** In the unit of the sheet. */
  readonly revenue: number;
  /** Of it, what the figures say comes from outside; NaN where they do not say. */
  readonly outside: number;
  readonly period: string;
  readonly lines: readonly FinancialLine[];
  /** Last day of the latest period, NO_DAY when it cannot be read. */
  readonly lastDay: number;
}

/** By party; null where none is stated. `pays` tells whether a deal counts as revenue of its receiver. */
export function statedRevenues(
  ledger: Ledger,
  financials: Financials | null,
  pays: (deal: number) => boolean,
): (StatedRevenue | null)[] {
  const lines: FinancialLine[][] = ledger.parties.map(() => []);
  for (const line of financials?.lines ?? []) {
    if (line.partyId >= 0 && line.revenue > 0) lines[line.partyId].push(line);
  }
  const spans: (readonly [number, number])[][] = ledger.parties.map(() => []);
  const isByTheYear = new Uint8Array(ledger.parties.length);
  for (let deal = 0; deal < ledger.deals; deal++) {
    const party = ledger.to[deal];
    if (ledger.term[deal] > 1 && pays(deal)) isByTheYear[party] = 1;
    if (lines[party].length > 0 && ledger.day[deal] !== NO_DAY && pays(deal)) {
      spans[party].push([ledger.day[deal], ledger.lastDay[deal]]);
    }
  }
  return lines.map((own, party) =>
    own.length === 0 ? null : choose(own, spans[party], isByTheYear[party] === 1),
  );
}

const days = (line: FinancialLine) => (line.firstDay === NO_DAY ? 0 : line.lastDay - line.firstDay + 1);
const isYear = (line: FinancialLine) => days(line) >= 350 && days(line) <= 380;

function choose(
  lines: readonly FinancialLine[],
  spans: readonly (readonly [number, number])[],
  isByTheYear: boolean,
): StatedRevenue {
  const chosen: FinancialLine[] = [];
  for (const line of [...lines].sort((a, b) => days(b) - days(a) || b.lastDay - a.lastDay)) {
    const isHit = spans.some(
      ([from, to]) => line.firstDay !== NO_DAY && from <= line.lastDay && to >= line.firstDay,
    );
    const isApart = chosen.every((other) => line.lastDay < other.firstDay || line.firstDay > other.lastDay);
    if (isHit && isApart) chosen.push(line);
  }
  const isSum = chosen.length > 0 && !isByTheYear;
  if (chosen.length === 0) {
    const latest = (of: readonly FinancialLine[]) => of.reduce((a, b) => (b.lastDay > a.lastDay ? b : a));
    const years = lines.filter(isYear);
    chosen.push(latest(years.length > 0 ? years : lines));
  }
  chosen.sort((a, b) => a.lastDay - b.lastDay);
  if (isByTheYear) chosen.splice(0, chosen.length - 1);
  const [latest] = chosen.slice(-1);
  const place = { lines: chosen, lastDay: latest.lastDay };
  if (isSum) {
    const sum = (of: (line: FinancialLine) => number) => chosen.reduce((all, line) => all + of(line), 0);
    return {
      revenue: sum((line) => line.revenue),
      outside: sum((line) => line.outsideRevenue),
      period: chosen.map((line) => line.period).join(' + '),
      ...place,
    };
  }
  const year = yearlyRate(latest);
  const period = year === 1 ? latest.period : `${latest.period}, at a yearly rate`;
  return { revenue: latest.revenue * year, outside: latest.outsideRevenue * year, period, ...place };
}

/** What a line's amounts are multiplied by to be a year's: 1 for about a year or more, or when the period is unknown. */
export function yearlyRate(line: FinancialLine): number {
  return days(line) > 0 && days(line) < 350 ? 365.25 / days(line) : 1;
}
