/**
 * Drivers of the capex pillar: whether revenue carries the capital spending and the promises behind it.
 *
 * Sums over the companies of the deals in their latest year, so that a small company cannot set the score alone.
 * A figure that no company has leaves its driver without a value. Money in the unit of the sheet.
 */
import { cellAddress } from '../address';
import { capexCoverage } from '../measures/capex/coverage';
import { capexIntensity } from '../measures/capex/intensity';
import { monetizationGap } from '../measures/capex/commitments';
import { requiredRevenue } from '../measures/capex/requiredRevenue';
import type { YearOfParty } from '../measures/latestYears';
import { yearlyRate } from '../measures/revenue';
import type { Parties } from '../measures/parties';
import type { Solved } from '../measures/solved';
import type { Financials } from '../ledger/types';
import { listed, percent, type DriverValue } from './driverValue';

export function capexDrivers(
  solved: Solved,
  parties: Parties,
  financials: Financials | null,
  years: readonly YearOfParty[],
): DriverValue[] {
  const money = 10 ** solved.ledger.money.decimals;
  const of = (read: (year: YearOfParty) => number) => years.map(read);
  const revenue = of((year) => year.line.revenue);
  const capex = of((year) => year.line.capex);
  const coverage = capexCoverage(
    of((year) => year.cash),
    capex,
  );
  const intensity = capexIntensity(capex, revenue);
  const cell = (year: YearOfParty, role: 'revenue' | 'capex') =>
    financials === null
      ? ''
      : cellAddress(
          financials.sheet,
          year.line.row,
          Math.max(0, year.line.column, financials.columnOf[role]),
        );
  const withCapex = years.filter((year) => year.line.capex > 0 && year.line.revenue > 0);
  const promisers = years.filter((year) => year.line.revenue > 0 && parties.promised[year.party] > 0);
  let promised = 0;
  let above = 0;
  for (const year of promisers) {
    const spend = parties.promised[year.party] / money;
    promised += spend;
    above += (monetizationGap(year.line.revenue * yearlyRate(year.line), spend) ?? 0) * spend;
  }
  let needed = 0;
  let short = 0;
  for (const year of withCapex) {
    const need = requiredRevenue(year.line.capex, 0.5, 1);
    // A year's round trip; revenue and capex are those of the line, which may be a part of a year.
    const uncleared = parties.uncleared[year.party] / money / yearlyRate(year.line);
    const back = uncleared > 0 ? uncleared : 0;
    needed += need;
    short += Math.max(0, need - Math.max(0, year.line.revenue - back));
  }
  const names = (list: readonly YearOfParty[]) =>
    listed(list.map((year) => solved.ledger.parties[year.party]));
  const value = (
    id: string,
    number: number | null,
    evidence: string,
    list: readonly YearOfParty[],
    role: 'revenue' | 'capex',
  ) => ({ id, value: number, scale: 1, evidence, cells: list.slice(0, 3).map((year) => cell(year, role)) });
  const none = 'No company of the deals has these figures.';
  const covered = years.filter((year) => !Number.isNaN(year.cash) && year.line.capex > 0);
  return [
    value(
      'capex-coverage',
      coverage,
      coverage === null
        ? none
        : `Cash from operations is ${coverage.toFixed(2)} times the capex of ${names(covered)}.`,
      covered,
      'capex',
    ),
    value(
      'capex-intensity',
      intensity,
      intensity === null ? none : `Capex of ${names(withCapex)} is ${percent(intensity)} of their revenue.`,
      withCapex,
      'capex',
    ),
    value(
      'commitment-gap',
      promised > 0 ? above / promised : null,
      promised > 0
        ? `${percent(above / promised)} of the yearly spending promised by ${names(promisers)} is above their revenue.`
        : none,
      promisers,
      'revenue',
    ),
    value(
      'required-revenue',
      needed > 0 ? short / needed : null,
      needed > 0
        ? `${percent(short / needed)} of the revenue that the capex of ${names(withCapex)} needs is missing.`
        : none,
      withCapex,
      'revenue',
    ),
  ];
}
