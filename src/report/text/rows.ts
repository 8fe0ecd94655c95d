/** The rows that carry the circle, and the rows without an amount that could close one. */
import { visible } from '../visible';
import { count } from './numbers';
import type { Page } from './page';
import {
  atLeastMoreLine,
  cellOf,
  faint,
  margin,
  moreLine,
  nameOf,
  paragraph,
  pathLines,
  title,
} from './page';
import { table } from './table';
import { fit } from './columns';

export function carryingRows(page: Page): string[] {
  const { money } = page;
  const all = page.analysis.rows;
  const shown = all.slice(0, page.top);
  if (shown.length === 0) return [];
  return [
    ...title(page, 'Rows that carry the circle'),
    ...paragraph(
      page,
      `Without the row, so much less would go round (${money.unit}). The values do not add up.`,
    ),
    ...table(
      [
        { head: 'row', align: 'right' },
        { head: 'cell', align: 'left', least: 6, drop: 3 },
        { head: 'from → to', align: 'left', least: 17 },
        { head: 'amount', align: 'point', drop: 1 },
        { head: 'carries', align: 'point' },
        { head: 'least–most', align: 'right', drop: 2 },
      ],
      shown.map((row) => [
        String(row.row),
        cellOf(page, row.cell),
        arrow(row.from, row.to),
        money.text(row.amount),
        money.text(row.value),
        row.least === row.most ? money.text(row.least) : `${money.text(row.least)}–${money.text(row.most)}`,
      ]),
      { width: page.width, indent: margin, paint: page.paint },
    ),
    ...atLeastMoreLine(page, shown.length, all.length, 'row'),
  ];
}

export function unknownAmounts(page: Page): string[] {
  const { money } = page;
  const all = page.analysis.unknown;
  if (all.length === 0) return [];
  const shown = all.slice(0, page.top);
  const closing = all.filter((row) => (row.couldReturn ?? 0) > 0).length;
  const lines = [
    ...title(page, 'Rows without an amount'),
    ...paragraph(
      page,
      `${count(all.length, 'row')} without an amount; ${closing === 0 ? 'none' : closing} could close a loop. Not counted as zero and not part of any total.`,
    ),
    ...table(
      [
        { head: 'row', align: 'right' },
        { head: 'cell', align: 'left', least: 6, drop: 2 },
        { head: 'from → to', align: 'left', least: 17 },
        { head: 'could return', unit: money.unit, align: 'point' },
        { head: 'what the sheet says', align: 'left', least: 12, drop: 1 },
      ],
      shown.map((row) => [
        String(row.row),
        cellOf(page, row.cell),
        arrow(row.from, row.to),
        row.couldReturn === null ? '–' : money.text(row.couldReturn),
        visible(row.text),
      ]),
      { width: page.width, indent: margin, paint: page.paint },
    ),
  ];
  for (const row of shown)
    if ((row.couldReturn ?? 0) > 0 && row.path.length > 0)
      lines.push(...faint(page, pathLines(`  row ${row.row} comes back by  `, row.path, page.width)));
  return [...lines, ...moreLine(page, shown.length, all.length, 'row')];
}

function arrow(from: string, to: string): string {
  return `${fit(nameOf(from), 24)} → ${fit(nameOf(to), 24)}`;
}
