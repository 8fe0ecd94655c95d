/** Each party: what goes through it, what comes back to it, and who pays it. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { fit } from './columns';
import { count, percent, ratio } from './numbers';
import type { Page } from './page';
import { faint, margin, moreLine, nameOf, paragraph, title } from './page';
import { table } from './table';

type Party = Analysis['parties'][number];

export function parties(page: Page): string[] {
  const { money } = page;
  const all = page.analysis.parties;
  const shown = all.slice(0, page.top);
  if (shown.length === 0) return [];
  const mark = (party: Party) => `${party.inLoop ? '*' : ' '} ${nameOf(party.party)}`;
  const style = (row: number) => (shown[row].inLoop ? 'accent' : null);
  const options = { width: page.width, indent: margin, paint: page.paint, style };
  return [
    ...title(page, 'Parties'),
    ...table(
      [
        { head: '  party', align: 'left', least: 12 },
        { head: 'in', unit: money.unit, align: 'point' },
        { head: 'out', unit: money.unit, align: 'point' },
        { head: 'round trip', unit: money.unit, align: 'point' },
        { head: 'funded', unit: money.unit, align: 'point', drop: 2 },
        { head: 'uncleared', unit: 'a year', align: 'point', drop: 3 },
        { head: 'funded', unit: 'share', align: 'right', drop: 1 },
      ],
      shown.map((party) => [
        mark(party),
        money.text(party.inflow),
        money.text(party.outflow),
        money.text(party.roundTrip),
        money.text(party.fundedRoundTrip),
        money.text(party.uncleared),
        percent(party.fundedShare),
      ]),
      options,
    ),
    '',
    ...table(
      [
        { head: '  party', align: 'left', least: 12 },
        { head: 'promised', unit: 'a year', align: 'point' },
        { head: 'revenue', unit: money.unit, align: 'point', drop: 2 },
        { head: 'organic', unit: money.unit, align: 'point', drop: 1 },
        { head: 'outside', unit: money.unit, align: 'point', drop: 4 },
        { head: 'HHI', align: 'right', drop: 3 },
        { head: 'largest customer', align: 'left', least: 16 },
      ],
      shown.map((party) => [
        mark(party),
        money.text(party.promised),
        money.text(party.revenue),
        money.text(party.organicRevenue),
        money.text(party.outsideIncome),
        ratio(party.concentration),
        party.largestCustomer === null
          ? '–'
          : `${percent(party.largestCustomer.share)} ${nameOf(party.largestCustomer.party)}`,
      ]),
      options,
    ),
    ...faint(page, paragraph(page, legend(shown))),
    ...moreLine(page, shown.length, all.length, 'party', 'parties'),
  ];
}

function legend(shown: readonly Party[]): string {
  const inLoops = shown.filter((party) => party.inLoop).length;
  const periods = [...new Set(shown.map((party) => party.revenuePeriod).filter((period) => period !== null))];
  const when = periods.length === 1 ? ` Revenue: ${fit(visible(periods[0]), 20)}.` : '';
  return `* in a loop (${count(inLoops, 'party', 'parties')} of those listed). Round trip: leaves the party and can come back to it; a part of it is not the party's share of the circle. HHI and largest customer: of the sales in this sheet.${when}`;
}
