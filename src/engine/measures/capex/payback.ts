/**
 * Payback: years until the capex is earned back by revenue x cash margin, with growth and discounting.
 *
 * Year t brings revenue x cashMargin x (1 + growth)^(t-1) / (1 + discount)^t (undiscounted for discount 0); the year
 * in which the capex is reached counts in part. Infinity when it never is. O(1): a geometric series, solved for t.
 * Throws RangeError for growth or discount of -100 % or less. Source: standard.
 */
export function capexPayback(
  capex: number,
  revenue: number,
  cashMargin = 1,
  growth = 0,
  discount = 0,
): number {
  if (growth <= -1 || discount <= -1) throw new RangeError('Growth and discount must be above -100 %.');
  if (capex <= 0) return 0;
  const first = (revenue * cashMargin) / (1 + discount);
  if (!(first > 0)) return Infinity;
  const ratio = (1 + growth) / (1 + discount);
  if (ratio === 1) return capex / first;
  // Whole years by the sum of the series, then the part of the next year that is still needed.
  const whole = Math.floor(Math.log1p((capex * (ratio - 1)) / first) / Math.log(ratio));
  if (!Number.isFinite(whole)) return Infinity;
  // So many years are known to no single year, and a step of one would not move them.
  if (whole > mostYears) return whole;
  const earned = (years: number) => (first * (ratio ** years - 1)) / (ratio - 1);
  // The logarithm can be off by one in the last bit: settle on the year by the sums themselves.
  let years = whole;
  while (years > 0 && earned(years) > capex) years--;
  while (earned(years + 1) <= capex && years <= whole) years++;
  return years + (capex - earned(years)) / (first * ratio ** years);
}

/** More than any useful life; beyond it a part of a year is lost in rounding. */
const mostYears = 1e6;
/**
 * The same where the first years are given one by one: `revenues[t - 1]` is year t, at least one of them; the years
 * after the last grow from it. A year earns its cash evenly, so the year of the payback counts in part. A year that
 * loses money takes from what was earned. O(years).
 */
export function paybackOfYears(
  capex: number,
  revenues: ArrayLike<number>,
  cashMargin = 1,
  growth = 0,
  discount = 0,
): number {
  if (growth <= -1 || discount <= -1) throw new RangeError('Growth and discount must be above -100 %.');
  if (revenues.length === 0) throw new RangeError('A payback needs the revenue of at least one year.');
  let left = capex;
  for (let year = 1; year <= revenues.length; year++) {
    if (left <= 0) return year - 1;
    const cash = (revenues[year - 1] * cashMargin) / (1 + discount) ** year;
    if (cash >= left) return year - 1 + left / cash;
    left -= cash;
  }
  const years = revenues.length;
  const next = revenues[years - 1] * (1 + growth);
  return years + capexPayback(left * (1 + discount) ** years, next, cashMargin, growth, discount);
}
