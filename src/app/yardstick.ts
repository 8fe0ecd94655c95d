/** The companies of a sheet among those of 1999 to 2003 and of 2019 and 2025, by capex / revenue. */
import type { CapexLine } from './capexView';
import facts from './yardstick.json';

export type Era = 'telecoms' | 'hyperscalers-2019' | 'hyperscalers-2025';
export const eras: readonly Era[] = ['hyperscalers-2019', 'hyperscalers-2025', 'telecoms'];

export interface Fact {
  readonly company: string;
  readonly group: string;
  readonly period: string;
  readonly intensity: number;
  readonly coverage: number | null;
  readonly source: string;
  readonly grade: string;
}

export const yardstick: readonly Fact[] = facts;

export interface Rung {
  readonly company: string;
  readonly period: string;
  readonly intensity: number;
  readonly coverage: number | null;
  readonly grade: string;
  /** null: of the sheet. */
  readonly era: Era | null;
  /** Of the sheet's own figure; '' for a fact of the yardstick. */
  readonly cell: string;
  readonly source: string;
}

export function eraOf({ group, period }: Fact): Era {
  if (group === 'telecom') return 'telecoms';
  return period.includes('2019') ? 'hyperscalers-2019' : 'hyperscalers-2025';
}

/** Smallest and largest capex / revenue of an era. */
export function rangeOf(era: Era, known: readonly Fact[] = yardstick): { least: number; most: number } {
  const intensities = known.filter((fact) => eraOf(fact) === era).map(({ intensity }) => intensity);
  return { least: Math.min(...intensities), most: Math.max(...intensities) };
}

/** Largest first. A fact that the sheet has as well, to a tenth of a per cent, stands there as the sheet's own. */
export function ladderOf(own: readonly CapexLine[], known: readonly Fact[] = yardstick): Rung[] {
  const ownRungs = own.flatMap((line): Rung[] => {
    const { party: company, period, intensity, coverage, grade, cell } = line;
    if (intensity === null) return [];
    return [{ company, period, intensity, coverage, grade, era: null, cell, source: '' }];
  });
  const isOwn = (fact: Fact): boolean =>
    ownRungs.some(
      ({ company, period, intensity }) =>
        company === fact.company &&
        period === fact.period &&
        Math.abs(intensity - fact.intensity) < sameIntensity,
    );
  const factRungs = known
    .filter((fact) => !isOwn(fact))
    .map((fact): Rung => ({ ...fact, era: eraOf(fact), cell: '' }));
  return [...ownRungs, ...factRungs].sort((a, b) => b.intensity - a.intensity);
}

const sameIntensity = 0.0005;

/** Each source of the rungs once, in their order: its place in the list is the number of its footnote. */
export function sourcesOf(rungs: readonly Rung[]): string[] {
  return [...new Set(rungs.flatMap(({ source }) => (source === '' ? [] : [source])))];
}

/** Grade K: nobody's text stands behind the figure, or behind a part of it. */
export function isGeneralKnowledge(grade: string): boolean {
  return /\bK\b/.test(grade);
}
