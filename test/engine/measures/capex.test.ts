import { capexCoverage, cashFromRevenue } from '../../../src/engine/measures/capex/coverage';
import { capexIntensity } from '../../../src/engine/measures/capex/intensity';
import { capexPayback } from '../../../src/engine/measures/capex/payback';
import {
  commitmentCoverage,
  commitmentsToRevenue,
  externalDemand,
  monetizationGap,
} from '../../../src/engine/measures/capex/commitments';
import { depreciationOfOneYearLess } from '../../../src/engine/measures/capex/depreciation';
import { freeCashFlow } from '../../../src/engine/measures/capex/freeCashFlow';
import { requiredRevenue } from '../../../src/engine/measures/capex/requiredRevenue';

describe('capex measures on published figures', () => {
  it('finds the coverage of data/metrics.csv: Microsoft FY2025 2.11, Oracle FY2025 0.98', () => {
    expect(capexCoverage([136.162], [64.551])).toBeCloseTo(2.11, 2);
    expect(capexCoverage([20.821], [21.2])).toBeCloseTo(0.98, 2);
  });

  it('adds up periods before it divides, and leaves out a period without both figures', () => {
    expect(capexCoverage([10, NaN, 30], [10, 99, 10])).toBe(2);
  });

  it('has no coverage without capex', () => {
    expect(capexCoverage([10], [0])).toBeNull();
    expect(capexCoverage([], [])).toBeNull();
  });

  it('takes revenue times cash margin for cash', () => {
    expect(cashFromRevenue(200, 0.25)).toBe(50);
  });

  it('finds the intensity of Qwest in 2001, 0.43, and of CoreWeave in 2025, 2.0', () => {
    expect(capexIntensity([8.5], [19.8])).toBeCloseTo(0.43, 2);
    expect(capexIntensity([10.309], [5.131])).toBeCloseTo(2.0, 1);
  });

  it('finds the free cash flow of Oracle in FY2026, -23.7', () => {
    expect(freeCashFlow(26.3, 50)).toBeCloseTo(-23.7, 9);
    expect(freeCashFlow(NaN, 50)).toBeNull();
  });

  it('finds the 600 that 150 of chips need, by both factors of one half', () => {
    expect(requiredRevenue(150)).toBe(600);
    expect(requiredRevenue(50)).toBe(200);
    expect(() => requiredRevenue(50, 0)).toThrow('"0" is not a share above 0 and up to 1.');
  });

  it('finds the commitments of OpenAI: 107 times a year of revenue, 13 times when spread over 8 years', () => {
    expect(commitmentsToRevenue(1400, 13.1)).toBeCloseTo(107, 0);
    expect(commitmentsToRevenue(1400 / 8, 13.1)).toBeCloseTo(13.4, 1);
    expect(commitmentCoverage(13.1, 1400, 8)).toBeCloseTo(13.1 / 175, 12);
    expect(commitmentCoverage(13.1, 0)).toBeNull();
  });

  it('finds the gap and the external demand that Goldman saw for OpenAI in 2026', () => {
    expect(externalDemand(17, 114)).toBeCloseTo(0.15, 2);
    expect(monetizationGap(17, 114)).toBeCloseTo(0.85, 2);
    expect(monetizationGap(200, 114)).toBe(0);
    expect(monetizationGap(1, 0)).toBeNull();
  });

  it('takes more depreciation a year for a shorter life', () => {
    expect(depreciationOfOneYearLess(60, 6)).toBeCloseTo(-2, 12);
    expect(() => depreciationOfOneYearLess(60, 1)).toThrow('"1" years');
  });
});

describe('payback', () => {
  it('counts the year in which the capex comes back in part', () => {
    expect(capexPayback(100, 40, 0.5)).toBe(5);
    expect(capexPayback(30, 40, 0.5)).toBe(1.5);
  });

  it('agrees with adding up year by year, with growth and discount', () => {
    for (const [growth, discount] of [
      [0.1, 0],
      [0, 0.1],
      [0.2, 0.1],
      [-0.05, 0.02],
    ]) {
      let earned = 0;
      let year = 0;
      const inYear = () => (20 * (1 + growth) ** year) / (1 + discount) ** (year + 1);
      while (earned + inYear() <= 100) {
        earned += inYear();
        year++;
      }
      expect(capexPayback(100, 40, 0.5, growth, discount)).toBeCloseTo(year + (100 - earned) / inYear(), 9);
    }
  });

  it('is never when the series cannot reach the capex', () => {
    expect(capexPayback(100, 10, 0.5, -0.5, 0)).toBe(Infinity);
    expect(capexPayback(100, 0)).toBe(Infinity);
  });

  it('ends where years are so many that one more makes no difference', () => {
    expect(capexPayback(1e12, 1e-6)).toBe(1e18);
    expect(capexPayback(1e12, 1e-6, 1, 1e-15)).toBeGreaterThan(1e12);
    expect(capexPayback(1, 1e-300, 1, -1e-301)).toBeGreaterThan(1e6);
  });

  it('is at once without capex, and refuses a growth of -100 %', () => {
    expect(capexPayback(0, 10)).toBe(0);
    expect(() => capexPayback(1, 1, 1, -1)).toThrow('-100 %');
  });
});
