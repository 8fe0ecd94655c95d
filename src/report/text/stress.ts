/** Who loses how much revenue when funding is cut, directly and by knock-on. */
import { count, percent } from './numbers';
import type { Page } from './page';
import { margin, moreLine, nameOf, paragraph, title } from './page';
import { table } from './table';

export function stress(page: Page): string[] {
  const { stress: report } = page.analysis;
  if (report === null) return [];
  const { money } = page;
  const lines = title(page, `Stress: funding cut by ${percent(report.cut).replace('.0', '')}`);
  const shown = report.parties.slice(0, page.top);
  if (shown.length === 0) return [...lines, ...paragraph(page, 'No party loses revenue.')];
  const short = report.parties.filter((party) => party.round > 0).length;
  return [
    ...lines,
    ...paragraph(
      page,
      `${short === 0 ? 'Every party can still pay what it promised.' : `${count(short, 'party', 'parties')} can no longer pay all that was promised.`}${report.cut === 0.78 ? ' 78 % is the fall of the Nasdaq in 2000-2002.' : ''}`,
    ),
    ...table(
      [
        { head: 'party', align: 'left', least: 12 },
        { head: 'revenue', unit: money.unit, align: 'point', drop: 2 },
        { head: 'lost', unit: money.unit, align: 'point' },
        { head: 'directly', unit: money.unit, align: 'point', drop: 3 },
        { head: 'knock-on', unit: money.unit, align: 'point', drop: 3 },
        { head: 'can pay', align: 'right' },
        { head: 'short in', unit: 'round', align: 'right', drop: 1 },
      ],
      shown.map((party) => [
        nameOf(party.party),
        money.text(party.revenue),
        money.text(party.lost),
        money.text(party.direct),
        money.text(party.knockOn),
        percent(party.canPay),
        party.round === 0 ? 'never' : String(party.round),
      ]),
      {
        width: page.width,
        indent: margin,
        paint: page.paint,
        style: (row) => (shown[row].round > 0 ? 'check' : null),
      },
    ),
    ...moreLine(page, shown.length, report.parties.length, 'party', 'parties'),
  ];
}
