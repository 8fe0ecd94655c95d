/** When two amounts, or two dates, are near enough to answer one another (model.md: 20 %, the same period). O(1). */
import { NO_DAY, type Ledger } from '../ledger/types';

/** The smaller of two amounts within 20 % of each other is at least this part of the larger. */
const leastPart = 0.8;

/**
 * Of two amounts whose dates do not show that they belong together, because one is missing or as long as a year, only
 * the same amount twice says so: within 1 %.
 */
const leastPartUndated = 0.99;

/** Days of a quarter, the period within which two deals can be one trade. */
export const quarter = 92;
/** Days within which equal legs can be one amount going round. */
export const year = 366;

/** Two amounts within 20 % of each other, within 1 % where dates say nothing; in any one unit. */
export function nearlyEqual(a: number, b: number, isDated = true): boolean {
  return Math.min(a, b) >= (isDated ? leastPart : leastPartUndated) * Math.max(a, b);
}

/** Whether a deal's date is one within a quarter; a year or no date at all cannot show that two deals belong together. */
export function isDated(ledger: Ledger, deal: number): boolean {
  return ledger.day[deal] !== NO_DAY && ledger.lastDay[deal] - ledger.day[deal] <= quarter;
}

/** Whether two deals can lie within `days` of each other; deals without a day can. */
export function withinDays(ledger: Ledger, a: number, b: number, days: number): boolean {
  if (ledger.day[a] === NO_DAY || ledger.day[b] === NO_DAY) return true;
  return ledger.day[a] - ledger.lastDay[b] <= days && ledger.day[b] - ledger.lastDay[a] <= days;
}
