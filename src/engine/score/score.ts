/**
 * The score 0..100: two pillars, from named drivers with visible thresholds (thresholds.ts), adding up exactly.
 *
 * A pillar is the weighted mean of its drivers' points; a driver without data is left out and its weight is shared
 * out among the others of the pillar. Overall = 65 % round trip + 35 % capex; the round trip alone where the sheet
 * has no company figures. A driver's `points` are its part of the overall score, so the points add up to it.
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
  const used = (pillar: string) =>
    driverRules.filter((rule) => rule.pillar === pillar && (byId.get(rule.id)?.value ?? null) !== null);
  const weightOf = {
    roundTrip: used('roundTrip').reduce((sum, rule) => sum + rule.weight, 0),
    capex: used('capex').reduce((sum, rule) => sum + rule.weight, 0),
  };
  const available =
    (weightOf.roundTrip > 0 ? pillarWeights.roundTrip : 0) + (weightOf.capex > 0 ? pillarWeights.capex : 0);
  const exact = driverRules.map((rule) => {
    const value = byId.get(rule.id);
    if (value === undefined || value.value === null) return { points: 0, weight: 0 };
    const weight = (100 * (pillarWeights[rule.pillar] / available) * rule.weight) / weightOf[rule.pillar];
    return { points: (weight * value.scale * pointsOn(rule.curve, value.value)) / 100, weight };
  });
  const { total, parts } = addUp(exact.map((entry) => entry.points));
  const pillar = (name: 'roundTrip' | 'capex') => {
    const sum = exact.reduce(
      (all, entry, index) => all + (driverRules[index].pillar === name ? entry.points : 0),
      0,
    );
    return Math.round((sum * available) / pillarWeights[name] / step) * step;
  };
  return {
    overall: total,
    roundTrip: pillar('roundTrip'),
    capex: weightOf.capex > 0 ? pillar('capex') : null,
    drivers: driverRules.map((rule, index): DriverReport => {
      const value = byId.get(rule.id);
      return {
        id: rule.id,
        pillar: rule.pillar,
        label: rule.label,
        value: value?.value ?? null,
        unit: rule.unit,
        points: parts[index],
        weight: Math.round(10 * exact[index].weight) / 10,
        evidence: value?.evidence ?? '',
        cells: value?.cells ?? [],
      };
    }),
    evidence: {
      used: values.filter((value) => value.value !== null).length,
      of: driverRules.length,
    },
  };
}
