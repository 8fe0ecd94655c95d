/**
 * The historical yardstick of the pane: how much of their revenue the telecoms of 1999 to 2003 and the hyperscalers of
 * 2019 and 2025 put into capex. Only lines with revenue and capex. Ratios are of the amounts: those in the data are
 * rounded, and would round another way than the same figures in a sheet.
 */
import { fundamentals, type Fundamental } from './facts';
import { gradeOf } from './figures';

export interface YardstickLine {
  readonly company: string;
  readonly group: string;
  readonly period: string;
  /** Capex / revenue. */
  readonly intensity: number;
  /** Operating cash flow / capex; null where no cash flow is known. */
  readonly coverage: number | null;
  readonly source: string;
  readonly grade: string;
}

export const yardstickPath = 'src/app/yardstick.json';

/** Group -> whether a year of it is one to be measured against. */
const measuredYears: ReadonlyMap<string, (year: number) => boolean> = new Map([
  ['telecom', (year: number) => year >= 1999 && year <= 2003],
  ['hyperscaler', (year: number) => year === 2019 || year === 2025],
]);

export function yardstickLines(): YardstickLine[] {
  return fundamentals().filter(isYardstick).map(lineOf);
}

export function yardstickText(): string {
  return `${JSON.stringify(yardstickLines(), null, 2)}\n`;
}

/** Addresses by their host: 'https://www.foxnews.com/story/qwest' -> 'foxnews.com'. A second path of the same host says no more; other text stays. */
export function hostsOnly(source: string): string {
  return source
    .replace(/https?:\/\/(?:www\.)?([^/\s;,]+)[^\s;,]*/g, '$1')
    .replace(/ and \/\S+/g, '')
    .replace(/ ;/g, ';');
}

/** A part of a year, or twelve months that are no one's financial year, is no yardstick. */
function isYardstick({ group, period, revenue, capex }: Fundamental): boolean {
  const year = /^(?:FY)?(\d{4})\b/.exec(period);
  const isMeasured = year !== null && measuredYears.get(group)?.(Number(year[1])) === true;
  return isMeasured && revenue !== '' && capex !== '';
}

function lineOf(line: Fundamental): YardstickLine {
  return {
    company: line.entity,
    group: line.group,
    period: line.period,
    intensity: quotient(line.capex, line.revenue),
    coverage: line.operatingCashFlow === '' ? null : quotient(line.operatingCashFlow, line.capex),
    source: hostsOnly(line.source),
    grade: gradeOf(line),
  };
}

function quotient(part: string, whole: string): number {
  return Number((Number(part) / Number(whole)).toPrecision(6));
}
