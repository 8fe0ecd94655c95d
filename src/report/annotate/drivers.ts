/** The score and the points that add up to it, each with a bar of its share. */
import type { Analysis } from '../../engine/index';
import { percent, ratio, unknown } from '../text/numbers';
import { visible } from '../visible';
import { pillarWords } from '../words';
import type { List } from './figures';

type Driver = Analysis['score']['drivers'][number];

const barLength = 16;
const pillars = ['roundTrip', 'capex'] as const;

export function drivers({ sheet, analysis, cells }: List): void {
  const { score } = analysis;
  sheet.heading(`Score: ${text(score.overall)} of 100`);
  const capex =
    score.capex === null ? 'capex is not scored, for want of company figures' : `capex ${text(score.capex)}`;
  const bases = (['headline', 'expected', 'firm'] as const).map(
    (basis) => `${text(score.byBasis[basis])} on ${basis} amounts`,
  );
  sheet.paragraph(
    `Round trip ${text(score.roundTrip)}, ${capex}. ${bases.join(', ')}. Evidence: ${score.evidence.used} of ${score.evidence.of} drivers.`,
  );
  for (const pillar of pillars) {
    const own = score.drivers.filter((driver) => driver.pillar === pillar);
    if (own.length === 0 || (pillar === 'capex' && score.capex === null)) continue;
    if (pillar === 'capex') sheet.blank();
    sheet.row([
      { value: 'points', look: 'headRight' },
      { value: pillarWords[pillar], look: 'head', span: 3 },
      { value: 'value', look: 'headRight' },
      { value: 'at most', look: 'headRight' },
      { value: 'part of what it could bring', look: 'head', span: 2 },
    ]);
    for (const driver of own) {
      sheet.row([
        { value: driver.value === null ? unknown : driver.points, look: 'number', format: '0.0' },
        { value: visible(driver.label), look: 'strong', span: 3 },
        { value: valueOf(driver), look: 'number' },
        { value: driver.value === null ? unknown : driver.weight, look: 'number', format: '0.0' },
        { value: bar(driver), look: 'bar', span: 2 },
      ]);
      sheet.row([null, { value: evidence(driver), look: 'faint', span: 7 }]);
    }
  }
  sheet.row([
    { ...cells.ratio(score.overall), look: 'total', format: '0.0' },
    { value: 'the points of all drivers together', look: 'label', span: 4 },
  ]);
}

function text(value: number | null): string {
  return value === null ? 'not scored' : Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function valueOf(driver: Driver): string {
  if (driver.value === null) return 'no data';
  return driver.unit === 'share' ? percent(driver.value) : `${ratio(driver.value)} x`;
}

/** Letters, so that it is there in every program, on paper and for who copies the cells. */
function bar(driver: Driver): string {
  if (driver.value === null || driver.weight <= 0) return '';
  const full = Math.round(Math.max(0, Math.min(1, driver.points / driver.weight)) * barLength);
  return '█'.repeat(full) + '░'.repeat(barLength - full);
}

function evidence(driver: Driver): string {
  const cells = driver.cells.filter((cell) => !driver.evidence.includes(cell)).slice(0, 6);
  const more = driver.cells.length > 6 ? ', ...' : '';
  const said = visible(driver.evidence);
  return cells.length === 0 ? said : `${said} (${cells.map(visible).join(', ')}${more})`;
}
