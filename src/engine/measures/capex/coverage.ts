/**
 * Capex coverage: cash from operations / capex over the same periods; below 1 the capex needs outside money.
 * Where operating cash flow is unknown, revenue x cash margin stands in. Arrays are periods in the same order; a
 * period without both figures is left out. null when nothing is left or capex is 0. O(periods).
 * Source: standard (operating cash flow to capex); DEAL.CAPEX_COVERAGE.
 */
export function capexCoverage(cash: ArrayLike<number>, capex: ArrayLike<number>): number | null {
  return ratioOfSums(cash, capex);
}

/** Cash that revenue brings: revenue x cash margin. */
export function cashFromRevenue(revenue: number, cashMargin: number): number {
  return revenue * cashMargin;
}

/** Sum of a / sum of b over the positions where both are numbers; null when there are none or b sums to 0 or less. */
export function ratioOfSums(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  let above = 0;
  let below = 0;
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    if (Number.isNaN(a[index]) || Number.isNaN(b[index])) continue;
    above += a[index];
    below += b[index];
  }
  return below > 0 ? above / below : null;
}
