/** The score and, driver by driver, the points that add up to it. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { pillarWords } from '../words';
import { hanging, padStart } from './columns';
import { grouped, percent, ratio, unknown } from './numbers';
import type { Page } from './page';
import { cellList, margin, paragraph, title } from './page';

type Score = Analysis['score'];
type Driver = Score['drivers'][number];

const barLength = 12;
/** A line of them: the report is read, and the JSON has more. */
const mostCells = 6;
const pillars = ['roundTrip', 'capex'] as const;

export function score(page: Page): string[] {
  const { score: result, input } = page.analysis;
  const capex =
    result.capex === null ? 'capex not scored (no company figures)' : `capex ${points(result.capex)}`;
  const others = (['headline', 'expected', 'firm'] as const)
    .filter((basis) => basis !== input.basis)
    .map((basis) => `${points(result.byBasis[basis])} on ${basis} amounts`);
  const lines = [
    ...title(page, `Score: ${points(result.overall)} of 100`),
    ...paragraph(page, visible(result.sentence)),
    ...paragraph(
      page,
      `Round trip ${points(result.roundTrip)}, ${capex}. ${others.join(', ')}. Evidence: ${result.evidence.used} of ${result.evidence.of} drivers.`,
    ),
  ];
  if (result.ifUnknownReturns !== null)
    lines.push(
      ...paragraph(
        page,
        `If every row without an amount returned as much as it could: ${points(result.ifUnknownReturns)}.`,
      ),
    );
  for (const pillar of pillars) {
    const drivers = result.drivers.filter((driver) => driver.pillar === pillar);
    if (drivers.length === 0 || (pillar === 'capex' && result.capex === null)) continue;
    lines.push('', page.paint('faint', `  points    of  ${pillarWords[pillar]}`));
    for (const driver of drivers) lines.push(...driverLines(page, driver));
  }
  return [...lines, '', ...paragraph(page, sum(result))];
}

/** Points, weight, bar, name and value; below them the evidence with its cells. */
function driverLines(page: Page, driver: Driver): string[] {
  const known = (value: number) => (driver.value === null ? unknown : points(value));
  const first = `${' '.repeat(margin)}${padStart(known(driver.points), 6)}${padStart(known(driver.weight), 6)}  `;
  const indent = ' '.repeat(first.length);
  const label = hanging(
    `${indent}${' '.repeat(barLength)}  `,
    `${visible(driver.label)}: ${value(driver)}`,
    page.width,
  );
  const evidence = hanging(indent, evidenceOf(page, driver), page.width);
  return [
    `${first}${bar(page, driver)}  ${label[0].trimStart()}`,
    ...label.slice(1),
    ...evidence.map((line) => page.paint('faint', line)),
  ];
}

/** The evidence with its cells in brackets at the end, unless it names them itself; how many there are where they are cut. */
function evidenceOf(page: Page, driver: Driver): string {
  const evidence = visible(driver.evidence);
  const cells = driver.cells.filter((cell) => !driver.evidence.includes(cell));
  if (cells.length === 0) return evidence;
  const list = cellList(page, cells.slice(0, mostCells), mostCells);
  const cut = driver.cellCount > mostCells ? `first ${mostCells} of ${grouped(driver.cellCount, 0)}: ` : '';
  return `${evidence.replace(/\.$/, '')} (${cut}${list}).`;
}

function bar(page: Page, driver: Driver): string {
  if (driver.value === null) return ' '.repeat(barLength);
  const share = driver.weight > 0 ? Math.max(0, Math.min(1, driver.points / driver.weight)) : 0;
  const full = Math.round(share * barLength);
  return page.paint('accent', '█'.repeat(full)) + page.paint('faint', '░'.repeat(barLength - full));
}

function value(driver: Driver): string {
  if (driver.value === null) return 'no data';
  return driver.unit === 'share' ? percent(driver.value) : `${ratio(driver.value)} x`;
}

/** Steps of a half; null where a very large sheet was not scored on that basis. */
function points(value: number | null): string {
  return value === null ? 'not scored' : grouped(value, Number.isInteger(value) ? 0 : 1);
}

/** The addition, written out. */
function sum({ drivers, overall }: Score): string {
  const parts = drivers.filter((driver) => driver.points !== 0).map((driver) => points(driver.points));
  return `The points add up to the score: ${parts.join(' + ') || '0'} = ${points(overall)}.`;
}
