/**
 * Drivers of the capex pillar: whether revenue carries the capital spending and the promises behind it.
 *
 * Sums over the companies of the deals in their latest year, so that a small company cannot set the score alone.
 * A figure that no company has leaves its driver without a value. Money in the unit of the sheet.
 */
import { monetizationGap } from '../measures/capex/commitments';
import { requiredRevenue } from '../measures/capex/requiredRevenue';
import type { YearOfParty } from '../measures/latestYears';
import { yearlyRate } from '../measures/revenue';
import type { Parties } from '../measures/parties';
import type { Solved } from '../measures/solved';
import { byContribution, meanOf, type DriverValue, type Term } from './driverValue';

export function capexDrivers(solved: Solved, parties: Parties, years: readonly YearOfParty[]): DriverValue[] {
  const money = 10 ** solved.ledger.money.decimals;
  const termsOf = (part: (year: YearOfParty) => number, whole: (year: YearOfParty) => number) =>
    years
      .map((year): Term => {
        const all = whole(year);
        return { party: year.party, part: part(year), whole: all, weight: all };
      })
      .filter((term) => !Number.isNaN(term.part) && !Number.isNaN(term.whole));
  const of = (id: string, terms: readonly Term[], order = byContribution): DriverValue => {
    const value = meanOf(terms);
    const none = value === null;
    return {
      id,
      value,
      scale: 1,
      terms: none ? [] : order(terms),
      perUnit: 1,
      reason: none ? 'no-figures' : null,
    };
  };
  const promised = (year: YearOfParty) => parties.promised[year.party] / money;
  const needed = ({ line }: YearOfParty) =>
    line.capex > 0 && line.revenue > 0 ? requiredRevenue(line.capex, 0.5, 1) : NaN;
  return [
    of(
      'capex-coverage',
      termsOf(
        (year) => year.cash,
        (year) => year.line.capex,
      ),
      // Cash is what does not worry: who spends most comes first.
      (terms) => [...terms].sort((a, b) => b.whole - a.whole || a.party - b.party),
    ),
    of(
      'capex-intensity',
      termsOf(
        (year) => year.line.capex,
        (year) => year.line.revenue,
      ),
    ),
    of(
      'commitment-gap',
      termsOf(
        (year) =>
          (monetizationGap(year.line.revenue * yearlyRate(year.line), promised(year)) ?? 0) * promised(year),
        (year) => (year.line.revenue > 0 && promised(year) > 0 ? promised(year) : NaN),
      ),
    ),
    of(
      'required-revenue',
      termsOf((year) => {
        // A year's round trip; revenue and capex are those of the line, which may be a part of a year.
        const uncleared = parties.uncleared[year.party] / money / yearlyRate(year.line);
        const back = uncleared > 0 ? uncleared : 0;
        return Math.max(0, needed(year) - Math.max(0, year.line.revenue - back));
      }, needed),
    ),
  ];
}
