/**
 * What a driver of the score takes from the measures: whose amounts make its value. Its words and its cells are made
 * of it in describe/drivers, and only for a reader: a formula that asks for the score alone does without.
 */
import type { DriverReason } from '../analysis';

/** One party's part of a driver. */
export interface Term {
  readonly party: number;
  readonly part: number;
  readonly whole: number;
  readonly weight: number;
}

export interface DriverValue {
  readonly id: string;
  /** Mean of part / whole over the terms, by weight; null without data. */
  readonly value: number | null;
  /** Multiplies the points: 1 but for drivers that matter only in proportion to another. */
  readonly scale: number;
  /** Largest contribution first. */
  readonly terms: readonly Term[];
  /** What the terms' amounts are divided by to be in the unit of the sheet. */
  readonly perUnit: number;
  /** Why there is no value, or none but 0; null where the terms say it. */
  readonly reason: DriverReason | null;
}

/** Where each term weighs as much as its whole, the mean is a sum of parts / a sum of wholes, without a rounding. */
export const contribution = ({ part, whole, weight }: Term): number =>
  weight === whole ? part : weight * (part / whole);

export function meanOf(terms: readonly Term[]): number | null {
  let above = 0;
  let below = 0;
  for (const term of terms) {
    above += contribution(term);
    below += term.weight;
  }
  return below > 0 ? above / below : null;
}

/** Largest first; among equals the larger whole, then the party that the sheet names first. */
export function byContribution(terms: readonly Term[]): Term[] {
  return [...terms].sort(
    (a, b) => contribution(b) - contribution(a) || b.whole - a.whole || a.party - b.party,
  );
}
