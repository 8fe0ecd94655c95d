/**
 * Revenue that the capex needs: capex / chip share / gross margin.
 *
 * The method of "AI's $600B question" (Cahn, Sequoia 2024): chips are about half of the cost of a data centre, and
 * the buyer of computing wants about half as gross margin, so both factors are 0.5 by default and both are open.
 * `capex` is what is spent on chips when `chipShare` is below 1; pass chipShare = 1 for capex that is already whole.
 * Throws RangeError for a factor outside (0, 1].
 */
export function requiredRevenue(capex: number, grossMargin = 0.5, chipShare = 0.5): number {
  for (const factor of [grossMargin, chipShare]) {
    if (!(factor > 0 && factor <= 1)) throw new RangeError(`"${factor}" is not a share above 0 and up to 1.`);
  }
  return capex / chipShare / grossMargin;
}
