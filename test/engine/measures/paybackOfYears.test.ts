import fc from 'fast-check';
import { capexPayback, paybackOfYears } from '../../../src/engine/measures/capex/payback';

describe('payback of years given one by one', () => {
  it('is the payback of a growing revenue when the years grow like it', () => {
    const rate = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        rate(0, 0.5),
        rate(-0.2, 0.15),
        (years, growth, discount) => {
          const revenues = Array.from({ length: years }, (_, year) => 100 * (1 + growth) ** year);
          const whole = capexPayback(250, 100, 0.5, growth, discount);
          const parts = paybackOfYears(250, revenues, 0.5, growth, discount);
          if (Number.isFinite(whole)) expect(parts).toBeCloseTo(whole, 6);
          else expect(parts).toBe(whole);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('a year that loses money has to be earned back too', () => {
    expect(paybackOfYears(100, [-50, 100])).toBe(2.5);
  });

  it('nothing to earn back takes no time, and no year at all is misuse', () => {
    expect(paybackOfYears(0, [5])).toBe(0);
    expect(() => paybackOfYears(1, [])).toThrow(RangeError);
  });
});
