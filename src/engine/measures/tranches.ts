/**
 * Money that two parties send each other within a quarter, summed: a swap stays one when it is paid in tranches.
 *
 * Deals of both directions in order of their days; from the first on, all within a quarter of it are one period. Where
 * the two sums are within 20 % of each other the smaller is matched and the period is used up; else the period moves
 * on by one day. Funding counts on one side only, because holdings in each other are no trade. Deals without a date
 * within a quarter take no part (swaps.ts compares them one by one). Splitting a deal changes nothing.
 * Complexity: sorting by day, then O(deals). Source: ours.
 */
import { FUNDING, WARRANT, type Ledger } from '../ledger/types';
import { isDated, nearlyEqual, quarter } from './alike';

/** `there` and `here` are deals of two opposite directions; `amount` by deal. In the unit of `amount`. */
export function matchedByPeriod(
  ledger: Ledger,
  amount: Float64Array,
  there: Int32Array,
  here: Int32Array,
): number {
  const deals: { readonly deal: number; readonly isThere: boolean }[] = [];
  for (const deal of there) if (isDated(ledger, deal)) deals.push({ deal, isThere: true });
  for (const deal of here) if (isDated(ledger, deal)) deals.push({ deal, isThere: false });
  deals.sort((a, b) => ledger.day[a.deal] - ledger.day[b.deal] || a.deal - b.deal);
  // Running sums before position i: all money and trade (no funding), there and here.
  const sums = { there: [0], here: [0], tradeThere: [0], tradeHere: [0] };
  deals.forEach(({ deal, isThere }, at) => {
    const trade = isFunding(ledger, deal) ? 0 : amount[deal];
    sums.there.push(sums.there[at] + (isThere ? amount[deal] : 0));
    sums.here.push(sums.here[at] + (isThere ? 0 : amount[deal]));
    sums.tradeThere.push(sums.tradeThere[at] + (isThere ? trade : 0));
    sums.tradeHere.push(sums.tradeHere[at] + (isThere ? 0 : trade));
  });
  let matched = 0;
  let end = 0;
  for (let start = 0; start < deals.length;) {
    const until = ledger.day[deals[start].deal] + quarter;
    while (end < deals.length && ledger.day[deals[end].deal] <= until) end++;
    const between = (of: readonly number[]): number => of[end] - of[start];
    const size = Math.max(
      alike(between(sums.there), between(sums.tradeHere)),
      alike(between(sums.tradeThere), between(sums.here)),
    );
    matched += size;
    // By whole days, so that a deal in two rows moves the period no differently from one.
    const day = ledger.day[deals[start].deal];
    start = size > 0 ? end : start + 1;
    while (start < end && ledger.day[deals[start].deal] === day) start++;
  }
  return matched;
}

/** The smaller of two sums that are within 20 % of each other; 0 when they are not. */
function alike(a: number, b: number): number {
  return a > 0 && b > 0 && nearlyEqual(a, b) ? Math.min(a, b) : 0;
}

function isFunding(ledger: Ledger, deal: number): boolean {
  return ledger.hasKinds && (ledger.dealClass[deal] === FUNDING || ledger.dealClass[deal] === WARRANT);
}
