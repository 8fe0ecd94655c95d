/**
 * The score 0..100: two pillars, from named drivers with visible thresholds (thresholds.ts), adding up exactly.
 *
 * A driver weighs its share of its pillar times the pillar's share of the score (65 round trip, 35 capex). A driver
 * without data is left out and its weight is shared out among all others, so a pillar that rests on one figure cannot
 * outweigh one that rests on five. A pillar's own score is the weighted mean of its drivers. A driver's `points` are
 * its part of the overall score, so the points add up to it.
 * It is evidence, never a verdict: it says how much of what the sheet shows returns, and what does not clear it.
 */
import type { DriverReport } from '../analysis';
import type { DriverValue } from './driverValue';
import { addUp, step } from './addUp';
import { driverRules, pillarWeights, pointsOn } from './thresholds';

export interface Score {
  readonly overall: number;
  readonly roundTrip: number;
  readonly capex: number | null;
  readonly drivers: readonly DriverReport[];
  readonly evidence: { readonly used: number; readonly of: number };
}

export function score(values: readonly DriverValue[]): Score {
  const byId = new Map(values.map((value) => [value.id, value]));
  const known = driverRules.map((rule) => byId.get(rule.id)).map((value) => (value?.value ?? null) !== null);
  const weights = driverRules.map((rule, index) =>
    known[index] ? (pillarWeights[rule.pillar] * rule.weight) / 100 : 0,
  );
  const available = weights.reduce((sum, weight) => sum + weight, 0);
  const marks = driverRules.map((rule) => {
    const value = byId.get(rule.id);
    return value === undefined || value.value === null ? 0 : value.scale * pointsOn(rule.curve, value.value);
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
    drivers: driverRules.map((rule, index): DriverReport => {
      const value = byId.get(rule.id);
      return {
        id: rule.id,
        pillar: rule.pillar,
        label: rule.label,
        value: value?.value ?? null,
        unit: rule.unit,
        points: parts[index],
        weight: available > 0 ? Math.round((1000 * weights[index]) / available) / 10 : 0,
        evidence: value?.evidence ?? '',
        cells: value?.cells ?? [],
      };
    }),
    evidence: {
      used: known.filter(Boolean).length,
      of: driverRules.length,
    },
  };
}
