/**
 * The score 0..100: two pillars, from named drivers with visible thresholds (thresholds.ts), adding up exactly.
 *
 * A driver weighs its share of its pillar times the pillar's share of the score (65 round trip, 35 capex). A driver
 * without data is left out and its weight is shared out among all others, so a pillar that rests on one figure cannot
 * outweigh one that rests on five. A pillar's own score is the weighted mean of its drivers. A driver's `points` are
 * its part of the overall score, so the points add up to it.
 * It is evidence, never a verdict: it says how much of what the sheet shows returns, and what does not clear it.
 */
import type { DriverValue } from './driverValue';
import { addUp, step } from './addUp';
import { driverRules, pillarWeights, pointsOn, type DriverRule } from './thresholds';

export interface ScoredDriver {
  readonly rule: DriverRule;
  readonly driver: DriverValue;
  readonly points: number;
  /** Points that it could bring at most; 0 without data. */
  readonly most: number;
}

export interface Score {
  readonly overall: number;
  readonly roundTrip: number;
  readonly capex: number | null;
  readonly drivers: readonly ScoredDriver[];
  readonly evidence: { readonly used: number; readonly of: number };
}

/** `values`: one for each rule, in any order. */
export function score(values: readonly DriverValue[]): Score {
  const drivers = driverRules.map((rule) => {
    const driver = values.find((value) => value.id === rule.id);
    if (driver === undefined) throw new Error(`The score has no driver "${rule.id}".`);
    return driver;
  });
  const weights = driverRules.map((rule, index) =>
    drivers[index].value === null ? 0 : (pillarWeights[rule.pillar] * rule.weight) / 100,
  );
  const available = weights.reduce((sum, weight) => sum + weight, 0);
  const marks = driverRules.map((rule, index) => {
    const { value, scale } = drivers[index];
    return value === null ? 0 : scale * pointsOn(rule.curve, value);
  });
  const most = weights.map((weight) => (available > 0 ? (100 * weight) / available : 0));
  const { total, parts } = addUp(
    marks.map((mark, index) => (most[index] * mark) / 100),
    most,
  );
  const pillar = (name: 'roundTrip' | 'capex') => {
    let sum = 0;
    let weight = 0;
    driverRules.forEach((rule, index) => {
      if (rule.pillar !== name) return;
      sum += weights[index] * marks[index];
      weight += weights[index];
    });
    return weight === 0 ? null : Math.round(sum / weight / step) * step;
  };
  return {
    overall: total,
    roundTrip: pillar('roundTrip') ?? 0,
    capex: pillar('capex'),
    drivers: driverRules.map((rule, index) => ({
      rule,
      driver: drivers[index],
      points: parts[index],
      most: most[index],
    })),
    evidence: {
      used: drivers.filter(({ value }) => value !== null).length,
      of: driverRules.length,
    },
  };
}
