/** Numbers as the reports write them, in the unit of one analysis. */
import type { Analysis } from '../../engine/index';
import { grouped, moneyOf, percent, ratio, type Money } from '../../report/text/numbers';
import { visible } from '../../report/visible';

export { grouped, percent, ratio };

/** 'USD bn' amounts with their unit: '644.0 USD bn'. */
export function moneyFor(analysis: Analysis): Money {
  return moneyOf(analysis.ledger, visible);
}

/** 59.5, 13, 6.5: halves are shown, whole points are not given decimals. */
export function points(value: number): string {
  return grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** What a driver can add at most: never less than its points, which are counted in halves. */
export function mostPoints(driver: Analysis['score']['drivers'][number]): string {
  return points(Math.max(driver.weight, driver.points));
}

/** A driver's value in its unit; '' where there is none. */
export function driverValue({ value, unit }: Analysis['score']['drivers'][number]): string {
  if (value === null) return '';
  return unit === 'share' ? percent(value) : ratio(value);
}

/** A value at which points turn: 10 %, 0.5; no decimals that it does not have. */
export function threshold(value: number, unit: Analysis['score']['drivers'][number]['unit']): string {
  const number = Number((unit === 'share' ? 100 * value : value).toFixed(2));
  return unit === 'share' ? `${number}\u00a0%` : String(number);
}

/** A stranger's text for the screen: one line, nothing invisible, and no longer than it needs to be. */
export function shownText(text: string, most = 80): string {
  const line = visible(text.length > most * 4 ? text.slice(0, most * 4) : text);
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
