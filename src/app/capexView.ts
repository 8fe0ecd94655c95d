/** What the view of the capex shows of which company, and in what order. Figures are the engine's; nothing is computed. */
import type { Analysis } from '../engine/index';

export type CapexLine = Analysis['capex'][number];

/** Whether a company's deals bring its own money back, are there at all, or are not. */
export type CompanyGroup = 'round-trip' | 'deals' | 'apart';
export const companyGroups: readonly CompanyGroup[] = ['round-trip', 'deals', 'apart'];

export interface Company {
  readonly party: string;
  readonly group: CompanyGroup;
  /** As they follow one another in the sheet. */
  readonly lines: readonly CapexLine[];
  /** The line that the deals are set against; the last one with both figures where there are no deals. */
  readonly latest: CapexLine;
}

/** Companies with a round trip first, then those of the deals, then the others; in the order of the sheet. O(lines). */
export function companiesOf(capex: readonly CapexLine[]): Company[] {
  const byParty = new Map<string, CapexLine[]>();
  for (const line of capex) {
    const lines = byParty.get(line.party);
    if (lines === undefined) byParty.set(line.party, [line]);
    else lines.push(line);
  }
  const companies = [...byParty].map(([party, lines]): Company => {
    const latest = latestOf(lines);
    return { party, group: groupOf(latest), lines, latest };
  });
  return companyGroups.flatMap((group) => companies.filter((company) => company.group === group));
}

/** At most `most` periods around the latest one, which is the one that a reader asks about. */
export function periodsOf({ lines, latest }: Company, most: number): readonly CapexLine[] {
  const after = Math.floor(most / 4);
  const end = Math.max(most, Math.min(lines.length, lines.indexOf(latest) + 1 + after));
  return lines.slice(Math.max(0, end - most), end);
}

/** The round trip is known of this line, and it is not nothing. */
export function hasRoundTrip({ organicRevenue, revenue }: CapexLine): boolean {
  return organicRevenue !== null && revenue !== null && organicRevenue < revenue;
}

/** The same line before a scenario changed it. */
export function sameLine(line: CapexLine, before: readonly CapexLine[]): CapexLine | null {
  return before.find(({ cell, period }) => cell === line.cell && period === line.period) ?? null;
}

function latestOf(lines: readonly CapexLine[]): CapexLine {
  return (
    lines.find(isTied) ??
    lines.filter(({ intensity }) => intensity !== null).at(-1) ??
    lines[lines.length - 1]
  );
}

/** The deals are set against the latest year of a company only. */
function isTied({ organicRevenue, commitmentsToRevenue }: CapexLine): boolean {
  return organicRevenue !== null || commitmentsToRevenue !== null;
}

function groupOf(latest: CapexLine): CompanyGroup {
  if (hasRoundTrip(latest)) return 'round-trip';
  return isTied(latest) ? 'deals' : 'apart';
}
