import { driverRules, pillarWeights, pointsOn } from '../../../src/engine/score/thresholds';

describe('the table of thresholds', () => {
  it.each(['roundTrip', 'capex'] as const)('weighs the drivers of %s to 100', (pillar) => {
    const rules = driverRules.filter((rule) => rule.pillar === pillar);
    expect(rules.reduce((sum, rule) => sum + rule.weight, 0)).toBe(100);
  });

  it('weighs the pillars to 100', () => {
    expect(pillarWeights.roundTrip + pillarWeights.capex).toBe(100);
  });

  it.each(driverRules)(
    'has a curve for $id that goes one way from corner to corner and stays in 0..100',
    ({ curve }) => {
      const values = curve.map(([value]) => value);
      expect(values).toEqual([...values].sort((a, b) => a - b));
      const points = curve.map(([, at]) => at);
      const rising = [...points].sort((a, b) => a - b);
      expect([rising, [...rising].reverse()]).toContainEqual(points);
      expect(Math.min(...points)).toBe(0);
      expect(Math.max(...points)).toBe(100);
    },
  );

  it('draws straight lines between the corners and is flat beyond them', () => {
    const curve = [
      [0, 0],
      [0.5, 50],
      [1, 100],
    ] as const;
    expect(pointsOn(curve, -1)).toBe(0);
    expect(pointsOn(curve, 0.25)).toBe(25);
    expect(pointsOn(curve, 0.75)).toBe(75);
    expect(pointsOn(curve, 7)).toBe(100);
  });
});
