/**
 * Depreciation sensitivity: what a year less of useful life takes from operating income.
 *
 * Gross assets x (1 / life - 1 / (life - 1)), so negative: the extra depreciation a year of the capex of one period. Lives in use: Microsoft and Alphabet 6 years, Meta 5.5, CoreWeave 6,
 * Nebius 4 (metrics.csv). Throws RangeError when the life is a year or less.
 */
export function depreciationOfOneYearLess(grossAssets: number, life = 6): number {
  if (!(life > 1)) throw new RangeError(`A useful life of "${life}" years cannot be shortened by one.`);
  return grossAssets * (1 / life - 1 / (life - 1));
}
