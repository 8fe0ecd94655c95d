/** "What if": the deals with some of them off or closed otherwise, and funding cut. The sheet is never touched. */
import type { DealReport, WhatIf } from '../engine/index';

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

/**
 * The scenario after the sheet has changed: what was said of a deal follows it to its row, and is forgotten where the deal
 * cannot be told any more. The same object where nothing moved. O(deals), where the scenario names any.
 */
export function scenarioOf(
  scenario: Scenario,
  before: readonly DealReport[],
  after: readonly DealReport[],
): Scenario {
  const rows = new Set([...scenario.without, ...scenario.status.keys(), ...scenario.probability.keys()]);
  if (rows.size === 0) return scenario;
  const moved = movedRows(rows, before, after);
  if ([...rows].every((row) => moved.get(row) === row)) return scenario;
  const follow = <T>(entries: Iterable<readonly [number, T]>): [number, T][] =>
    [...entries].flatMap(([row, value]) => {
      const to = moved.get(row);
      return to === undefined ? [] : [[to, value] as [number, T]];
    });
  return {
    ...scenario,
    without: new Set(follow([...scenario.without].map((row) => [row, null])).map(([row]) => row)),
    status: new Map(follow(scenario.status)),
    probability: new Map(follow(scenario.probability)),
  };
}

/** Where the deals of these rows are now: in their row while it has the same parties, else where the only one like it is. */
function movedRows(
  rows: ReadonlySet<number>,
  before: readonly DealReport[],
  after: readonly DealReport[],
): ReadonlyMap<number, number> {
  const now = new Map(after.map((deal) => [deal.row, deal]));
  const moved = new Map<number, number>();
  for (const old of before) {
    if (!rows.has(old.row)) continue;
    const here = now.get(old.row);
    const alike = (deal: DealReport): boolean => deal.from === old.from && deal.to === old.to;
    if (here !== undefined && alike(here)) {
      moved.set(old.row, old.row);
      continue;
    }
    const same = after.filter((deal) => alike(deal) && deal.amount === old.amount && deal.kind === old.kind);
    if (same.length === 1) moved.set(old.row, same[0].row);
  }
  return moved;
}
