/** The drivers of the score as a reader asks about them: whose amounts, at which points, in which cells. */
import type { DriverReport, DriverTerm } from '../../analysis';
import type { Financials } from '../../ledger/types';
import type { Measured } from '../../measured';
import { cellOf } from '../../measures/loops';
import type { DriverValue, Term } from '../../score/driverValue';
import type { ScoredDriver } from '../../score/score';
import { leftOutSellers } from '../../score/sellers';
import { driverCells, type DriverCells, type Place } from './driverCells';
import { driverSentence } from './driverSentences';

/** A list that is longer is cut, and its length is said. */
const most = 12;

export function driverReports(measured: Measured, financials: Financials | null): DriverReport[] {
  const { solved, parties, years, sellers } = measured;
  const names = solved.ledger.parties;
  const cellsOf = driverCells(measured, financials);
  const leftOut = leftOutSellers(parties, sellers);
  const periodOf = ({ rule }: ScoredDriver, { party }: Term): string | null => {
    if (rule.pillar === 'capex') return years.find((year) => year.party === party)?.line.period ?? null;
    return rule.id === 'missing-demand' ? null : parties.stated[party]?.period || null;
  };
  return measured.score.drivers.map((scored): DriverReport => {
    const { rule, driver, points } = scored;
    const isMean = rule.id === 'circular-revenue';
    const places = inOrder(cellsOf(driver));
    const facts = {
      id: rule.id,
      value: driver.value,
      ...sums(driver),
      terms: termsOf(driver, names, (term) => periodOf(scored, term)),
      termCount: driver.terms.length,
      reason: driver.reason,
      unstated: isMean ? sellers.filter(({ isStated }) => !isStated).length : 0,
      leftOut:
        isMean && driver.reason === null
          ? { parties: leftOut.slice(0, most).map((party) => names[party]), count: leftOut.length }
          : { parties: [], count: 0 },
    };
    return {
      ...facts,
      pillar: rule.pillar,
      label: rule.label,
      unit: rule.unit,
      points,
      weight: tenths(scored.most),
      evidence: driverSentence(facts),
      cells: places
        .slice(0, most)
        .map((place) => (typeof place === 'string' ? place : cellOf(solved.ledger, place, 'amount'))),
      cellCount: places.length,
      thresholds:
        driver.value === null
          ? []
          : rule.curve.map(([value, at]) => ({ value, points: tenths((scored.most * at) / 100) })),
      scale: driver.scale,
    };
  });
}

const tenths = (points: number) => Math.round(10 * points) / 10;

function termsOf(
  { terms, perUnit }: DriverValue,
  names: readonly string[],
  periodOf: (term: Term) => string | null,
): DriverTerm[] {
  const weight = terms.reduce((sum, term) => sum + term.weight, 0);
  return terms.slice(0, most).map((term) => ({
    party: names[term.party],
    part: term.part / perUnit,
    whole: term.whole / perUnit,
    weight: term.weight / weight,
    period: periodOf(term),
  }));
}

/** Of terms that weigh as much as their wholes: only there the mean is one sum divided by another. */
function sums({ terms, perUnit, value }: DriverValue): Pick<DriverReport, 'part' | 'whole'> {
  const isRatio = terms.every(({ whole, weight }) => whole === weight);
  if (value === null || terms.length === 0 || !(isRatio || terms.length === 1))
    return { part: null, whole: null };
  const sum = (of: (term: Term) => number) => terms.reduce((all, term) => all + of(term), 0) / perUnit;
  return { part: sum(({ part }) => part), whole: sum(({ whole }) => whole) };
}

/** Figures and deals: neither may crowd out the other where the list is cut. */
function inOrder({ figures, deals }: DriverCells): Place[] {
  const first = Math.max(most / 2, most - deals.length);
  return [...new Set([...figures.slice(0, first), ...deals, ...figures.slice(first)])];
}
