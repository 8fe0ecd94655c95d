/** When two amounts, or two dates, are near enough to answer one another (model.md: 20 %, the same period). O(1). */
import { NO_DAY, type Ledger } from '../ledger/types';

/** The smaller of two amounts within 20 % of each other is at least this part of the larger. */
const leastPart = 0.8;

/** Days of a quarter, the period within which two deals can be one trade. */
export const quarter = 92;

/** Two amounts within 20 % of each other, in any one unit. */
export function nearlyEqual(a: number, b: number): boolean {
  return Math.min(a, b) >= leastPart * Math.max(a, b);
}

/** Whether two deals can lie within `days` of each other; deals without a day can. */
export function withinDays(ledger: Ledger, a: number, b: number, days: number): boolean {
  if (ledger.day[a] === NO_DAY || ledger.day[b] === NO_DAY) return true;
  return ledger.day[a] - ledger.lastDay[b] <= days && ledger.day[b] - ledger.lastDay[a] <= days;
}
