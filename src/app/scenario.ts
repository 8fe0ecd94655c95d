/** "What if": the deals with some of them off or closed otherwise, and funding cut. The sheet is never touched. */
import type { WhatIf } from '../engine/index';

/** Rows as a user sees them, counted from 1. */
export interface Scenario {
  readonly without: ReadonlySet<number>;
  /** Row -> a status in words. */
  readonly status: ReadonlyMap<number, string>;
  /** Row -> probability 0..1. */
  readonly probability: ReadonlyMap<number, number>;
  /** Share 0..1. */
  readonly fundingCut: number;
}

export const asItStands: Scenario = {
  without: new Set(),
  status: new Map(),
  probability: new Map(),
  fundingCut: 0,
};

/** The fall of the Nasdaq Composite from 2000-03-10 to 2002-10-09. */
export const dotComFall = 0.78;

/** Statuses to choose from, in the engine's own words. */
export const statuses = ['closed', 'signed', 'announced', 'conditional', 'terminated'] as const;

export function countChanges({ without, status, probability, fundingCut }: Scenario): number {
  return without.size + status.size + probability.size + (fundingCut > 0 ? 1 : 0);
}

/** null when nothing is changed. */
export function whatIfOf(scenario: Scenario): WhatIf | null {
  if (countChanges(scenario) === 0) return null;
  const { without, status, probability, fundingCut } = scenario;
  const byRow = <T>(of: ReadonlyMap<number, T>): Map<number, T> =>
    new Map([...of].map(([row, value]) => [row - 1, value]));
  return {
    without: new Set([...without].map((row) => row - 1)),
    status: byRow(status),
    probability: byRow(probability),
    ...(fundingCut > 0 ? { fundingCut } : {}),
  };
}

/** With a row in or out of a set. */
export function withRow(rows: ReadonlySet<number>, row: number, isIn: boolean): Set<number> {
  const changed = new Set(rows);
  if (isIn) changed.add(row);
  else changed.delete(row);
  return changed;
}

/** With a row's value; null takes it off. */
export function withValue<T>(values: ReadonlyMap<number, T>, row: number, value: T | null): Map<number, T> {
  const changed = new Map(values);
  if (value === null) changed.delete(row);
  else changed.set(row, value);
  return changed;
}
