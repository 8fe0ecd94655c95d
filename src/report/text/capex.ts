/** Whether revenue carries the capex: as reported, and on organic revenue. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { fit } from './columns';
import { percent, ratio, unknown } from './numbers';
import type { Page } from './page';
import { cellOf, faint, margin, moreLine, nameOf, paragraph, title } from './page';
import { table } from './table';

type Capex = Analysis['capex'][number];

export function capex(page: Page): string[] {
  const { money } = page;
  const all = page.analysis.capex;
  const lines = title(page, 'Capex: can the revenue carry it');
  if (all.length === 0)
    return [
      ...lines,
      ...paragraph(
        page,
        'The workbook has no figures of companies (revenue, capex); --financials takes a table, a sheet or a file.',
      ),
    ];
  // The years that the deals are set against come first: they are the ones that a reader asks about.
  const isTied = (row: Capex) => row.organicRevenue !== null || row.commitmentsToRevenue !== null;
  const shown = [...all.filter(isTied), ...all.filter((row) => !isTied(row))].slice(0, page.top);
  const who = (row: Capex) => [fit(nameOf(row.party), 24), fit(visible(row.period), 16)];
  const options = { width: page.width, indent: margin, paint: page.paint };
  return [
    ...lines,
    ...table(
      [
        { head: 'party', align: 'left', least: 10 },
        { head: 'period', align: 'left', least: 6 },
        { head: 'revenue', unit: money.unit, align: 'point', drop: 2 },
        { head: 'capex', unit: money.unit, align: 'point' },
        { head: 'op. cash', unit: money.unit, align: 'point', drop: 3 },
        { head: 'coverage', unit: 'times', align: 'point' },
        { head: 'capex /', unit: 'revenue', align: 'right' },
        { head: 'free cash', unit: money.unit, align: 'point', drop: 4 },
        { head: 'cell', align: 'left', least: 6, drop: 5 },
      ],
      shown.map((row) => [
        ...who(row),
        money.text(row.revenue),
        money.text(row.capex),
        money.text(row.operatingCashFlow),
        ratio(row.coverage),
        percent(row.intensity),
        money.text(row.freeCashFlow),
        cellOf(page, row.cell),
      ]),
      options,
    ),
    '',
    ...table(
      [
        { head: 'party', align: 'left', least: 10 },
        { head: 'period', align: 'left', least: 6 },
        { head: 'needs', unit: 'revenue', align: 'point' },
        { head: 'organic', unit: 'revenue', align: 'point', drop: 1 },
        { head: 'coverage', unit: 'organic', align: 'point', drop: 3 },
        { head: 'capex /', unit: 'organic', align: 'right', drop: 4 },
        { head: 'payback', unit: 'years', align: 'point', drop: 5 },
        { head: 'promised', unit: '/ revenue', align: 'right' },
        { head: 'deprec.', unit: 'per year', align: 'point', drop: 6 },
        { head: 'grade', align: 'left', least: 5, drop: 2 },
      ],
      shown.map((row) => [
        ...who(row),
        money.text(row.requiredRevenue),
        money.text(row.organicRevenue),
        ratio(row.organicCoverage),
        percent(row.organicIntensity),
        ratio(row.payback),
        percent(row.commitmentsToRevenue),
        money.text(row.depreciationPerYearOfLife),
        row.grade === '' ? unknown : fit(visible(row.grade), 8),
      ]),
      options,
    ),
    ...faint(
      page,
      paragraph(
        page,
        'Coverage: operating cash flow / capex. Organic: revenue less the round trip. Needs: the revenue that the capex asks for. Promised: spending promised in the deals, a year.',
      ),
    ),
    ...moreLine(page, shown.length, all.length, 'line'),
  ];
}
