/**
 * The figures of each company of the deals for its latest year: the line of about a year that has both revenue and
 * capex, else one of them; the latest among equals; a part of a year, a plan or a forecast only where there is no more.
 * Cash is operating cash flow, or revenue x cash margin where that is all the sheet says. O(lines).
 */
import { NO_DAY, type FinancialLine, type Financials, type Ledger } from '../ledger/types';
import { cashFromRevenue } from './capex/coverage';

export interface YearOfParty {
  readonly party: number;
  readonly line: FinancialLine;
  /** NaN when unknown. */
  readonly cash: number;
}

export function latestYears(ledger: Ledger, financials: Financials): YearOfParty[] {
  const best = new Map<number, FinancialLine>();
  for (const line of financials.lines) {
    if (line.partyId < 0 || line.partyId >= ledger.parties.length) continue;
    if (Number.isNaN(line.revenue) && Number.isNaN(line.capex)) continue;
    const other = best.get(line.partyId);
    if (other === undefined || isBetter(line, other)) best.set(line.partyId, line);
  }
  return [...best.entries()]
    .sort(([a], [b]) => a - b)
    .map(([party, line]) => ({ party, line, cash: cashOf(line) }));
}

export function cashOf(line: FinancialLine): number {
  return Number.isNaN(line.operatingCashFlow)
    ? cashFromRevenue(line.revenue, line.cashMargin)
    : line.operatingCashFlow;
}

function isBetter(line: FinancialLine, other: FinancialLine): boolean {
  const rank = (of: FinancialLine) =>
    (Number.isNaN(of.revenue) ? 0 : 1) +
    (Number.isNaN(of.capex) ? 0 : 1) +
    (isYear(of) ? 4 : 0) +
    (isForecast(of) ? 0 : 8);
  return rank(line) !== rank(other) ? rank(line) > rank(other) : line.lastDay > other.lastDay;
}

function isYear(line: FinancialLine): boolean {
  const days = line.lastDay - line.firstDay + 1;
  return line.firstDay !== NO_DAY && days >= 350 && days <= 380;
}

/** Periods that are plans: '2002 plan', 'FY2026 guidance', '2027E', '2026 전망'. */
function isForecast(line: FinancialLine): boolean {
  return /plan|forecast|budget|guidance|estimate|\d{4}e$|계획|전망|예상/i.test(line.period);
}
