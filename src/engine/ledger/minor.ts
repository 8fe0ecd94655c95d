/**
 * Amounts -> whole minor units, without float dust.
 *
 * A number cell is kept at its shortest decimal representation: the fewest decimals d <= 6 with round(v x 10^d) / 10^d = v, which
 * is exact while v x 10^d < 2^53 (a correctly rounded quotient is the double nearest to that decimal). A formula's last-digit noise
 * (relative 4 x 2^-52) counts as dust and does not cost decimals. The table keeps the most decimals of any amount, and at least
 * SPARE_DECIMALS while its total allows: weighted amounts and a year's part of a term are rounded to the same units.
 */

const MOST_DECIMALS = 6;
/** So that a weight of 0.25 on a deal of 1 bn is not rounded away. */
const SPARE_DECIMALS = 3;
const DUST = 4 * 2 ** -52;
const POWERS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** Decimals that a value needs, 0..6; 7 when six are not enough. O(1). */
export function decimalsNeeded(value: number): number {
  for (let d = 0; d <= MOST_DECIMALS; d++) {
    const back = Math.round(value * POWERS[d]) / POWERS[d];
    if (back === value || Math.abs(back - value) <= DUST * Math.abs(value)) return d;
  }
  return MOST_DECIMALS + 1;
}

export interface MinorAmounts {
  readonly amounts: Float64Array;
  readonly decimals: number;
  /** Decimals that the amounts themselves carry. */
  readonly written: number;
  /** How many amounts had to be rounded, and the first of them (-1: none). */
  readonly rounded: number;
  readonly firstRounded: number;
}

/**
 * Whole minor units of non-negative values; decimals are given up while the total is above 2^53 - 1; null when it is so even in
 * whole units. O(n).
 */
export function minorAmounts(values: Float64Array): MinorAmounts | null {
  let most = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    total += values[i];
    if (most <= MOST_DECIMALS) {
      const needed = decimalsNeeded(values[i]);
      if (needed > most) most = needed;
    }
  }
  let decimals = Math.min(Math.max(most, SPARE_DECIMALS), MOST_DECIMALS);
  while (decimals > 0 && total * POWERS[decimals] > Number.MAX_SAFE_INTEGER) decimals--;
  for (; decimals >= 0; decimals--) {
    const found = scaled(values, decimals);
    if (found !== null) return { ...found, written: Math.min(most, decimals) };
  }
  return null;
}

function scaled(values: Float64Array, decimals: number): Omit<MinorAmounts, 'written'> | null {
  const power = POWERS[decimals];
  const amounts = new Float64Array(values.length);
  let sum = 0;
  let rounded = 0;
  let firstRounded = -1;
  for (let i = 0; i < values.length; i++) {
    const amount = Math.round(values[i] * power);
    amounts[i] = amount;
    sum += amount;
    if (!(sum <= Number.MAX_SAFE_INTEGER)) return null;
    if (decimalsNeeded(values[i]) > decimals) {
      rounded++;
      if (firstRounded < 0) firstRounded = i;
    }
  }
  return { amounts, decimals, rounded, firstRounded };
}
