import { driverReports } from '../../../src/engine/describe/drivers/driverReports';
import { measure } from '../../../src/engine/measured';
import { figuresOf, type Figure } from '../../oracles/figuresOf';
import { dayOf, ledgerOf, type DealLine } from '../../oracles/ledgerOf';

function scoreOf(lines: readonly DealLine[], figures: readonly Figure[] | null = null) {
  const ledger = ledgerOf(lines);
  const financials = figures === null ? null : figuresOf(ledger, figures);
  const measured = measure(ledger, financials, 'headline');
  return { ...measured.score, drivers: driverReports(measured, financials) };
}

const swap: DealLine[] = [
  { from: 'Duke', to: 'Desk', amount: 0.22, class: 'S' },
  { from: 'Desk', to: 'Duke', amount: 0.22, class: 'S' },
];
const vendor: DealLine[] = [
  { from: 'Maker', to: 'Buyer', amount: 30, class: 'F' },
  { from: 'Buyer', to: 'Maker', amount: 50, class: 'S' },
];

describe('the score', () => {
  it('adds up exactly from the points of its drivers', () => {
    const score = scoreOf(vendor, [
      { party: 'Maker', revenue: 100, capex: 90, operatingCashFlow: 40 },
      { party: 'Buyer', revenue: 10 },
    ]);
    expect(score.drivers.reduce((sum, driver) => sum + driver.points, 0)).toBe(score.overall);
    expect(score.overall).toBeGreaterThan(50);
    expect(score.capex).toBeGreaterThan(0);
  });

  it('is low for a true loop that is a small part of revenue, and high for the same loop of a small company', () => {
    expect(scoreOf(swap, [{ party: 'Duke', revenue: 75.6 }]).overall).toBeLessThan(5);
    expect(scoreOf(swap, [{ party: 'Duke', revenue: 0.5 }]).overall).toBeGreaterThan(60);
  });

  it('is nothing where outside demand pays for everything that is sold on credit', () => {
    const deere: DealLine[] = [...vendor, { from: 'Crop income', to: 'Buyer', amount: 500, class: 'S' }];
    expect(scoreOf(deere, [{ party: 'Maker', revenue: 50 }]).overall).toBe(0);
  });

  it('is nothing where the customer funds its supplier, because nothing returns', () => {
    const asml: DealLine[] = [
      { from: 'Intel', to: 'ASML', amount: 4.2, class: 'F' },
      { from: 'Intel', to: 'ASML', amount: 6.1, class: 'S' },
    ];
    expect(scoreOf(asml, [{ party: 'ASML', revenue: 6.1 }]).overall).toBe(0);
  });

  it('leaves out what it has no data for, shares out its weight, and says how many drivers it rests on', () => {
    const score = scoreOf(vendor);
    const missing = score.drivers.filter((driver) => driver.value === null);
    expect(missing.map((driver) => driver.id)).toEqual([
      'most-exposed',
      'missing-demand',
      'capex-coverage',
      'capex-intensity',
      'commitment-gap',
      'required-revenue',
    ]);
    expect(
      missing.every((driver) => driver.points === 0 && driver.weight === 0 && driver.evidence !== ''),
    ).toBe(true);
    expect(score.evidence).toEqual({ used: 4, of: 10 });
    expect(score.capex).toBeNull();
    expect(score.roundTrip).toBe(score.overall);
    expect(score.drivers.reduce((sum, driver) => sum + driver.weight, 0)).toBeCloseTo(100, 0);
  });

  it('does not let a counterparty of unknown size speak for a seller of known size', () => {
    const score = scoreOf(swap, [{ party: 'Duke', revenue: 75.6 }]);
    const share = score.drivers.find((driver) => driver.id === 'circular-revenue');
    expect(share?.value).toBeCloseTo(0.22 / 75.6, 9);
    expect(share?.cells).toEqual(['Figures!C2', 'Deals!D2', 'Deals!D3']);
  });

  it('keeps a small loop of unknown companies small in a large sheet', () => {
    const lines: DealLine[] = [...swap, { from: 'Consumers', to: 'Apple', amount: 394.3, class: 'S' }];
    expect(scoreOf(lines).overall).toBeLessThan(35);
    expect(scoreOf(swap).overall).toBeGreaterThan(60);
  });

  it('takes no more of half a year of revenue than half a year of the round trip', () => {
    const half = {
      party: 'Maker',
      period: 'H1-2025',
      firstDay: dayOf('2025-01-01'),
      lastDay: dayOf('2025-06-30'),
    };
    const of = (figures: readonly Figure[]) =>
      scoreOf(vendor, figures).drivers.find((driver) => driver.id === 'required-revenue')?.value;
    // 30 a year comes round, 14.9 in 181 days: 100 - 14.9 of the 200 that a capex of 100 needs.
    expect(of([{ ...half, revenue: 100, capex: 100 }])).toBeCloseTo(1 - (100 - (30 * 181) / 365.25) / 200, 9);
  });

  it('is 0 for a sheet without a loop', () => {
    expect(scoreOf([{ from: 'A', to: 'B', amount: 5, class: 'S' }]).overall).toBe(0);
  });

  it('grows with the circular share of revenue', () => {
    const scores = [1000, 300, 100, 60].map(
      (revenue) => scoreOf(vendor, [{ party: 'Maker', revenue }]).overall,
    );
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[3]).toBeGreaterThan(scores[0] + 30);
  });
});
