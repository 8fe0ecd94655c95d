/** Loops by amount with every leg, and the loops whose legs can follow one another in time. */
import type { Analysis } from '../../engine/index';
import { classWords, flagWords, kindWords } from '../words';
import { fit, hanging, padStart } from './columns';
import { count, grouped } from './numbers';
import type { Page } from './page';
import { atLeastMoreLine, cellOf, margin, nameOf, numbered, paragraph, pathLines, title } from './page';
import { table } from './table';

type Loop = Analysis['loops'][number];

export function loops(page: Page): string[] {
  const { loops: all, input } = page.analysis;
  const lines = title(page, 'Loops, by amount');
  if (all.length === 0)
    return [...lines, ...paragraph(page, `No loop of at most ${count(input.maxLegs, 'leg')} was found.`)];
  const shown = all.slice(0, page.top);
  lines.push(
    ...paragraph(
      page,
      `The amount is the smallest leg (${page.money.unit}). Loops can share a leg: their amounts must not be added up.`,
    ),
  );
  const size = sizeOf(page, shown);
  for (const loop of shown)
    lines.push('', ...summary(page, loop, size, signs(page, loop)), ...legs(page, loop, size.indent));
  if (!page.analysis.loopsComplete)
    lines.push(
      '',
      ...paragraph(page, 'There may be more loops than these; the totals above count all of them.'),
    );
  return [...lines, ...atLeastMoreLine(page, shown.length, all.length, 'loop')];
}

export function timedLoops(page: Page): string[] {
  const { timedLoops: all, input } = page.analysis;
  const lines = title(page, 'Loops in time: each leg can follow the one before it');
  const window = count(input.windowMonths, 'month');
  if (all.length === 0)
    return [...lines, ...paragraph(page, `No loop closes within ${window}, in the order of its dates.`)];
  const shown = all.slice(0, page.top);
  lines.push(
    ...paragraph(
      page,
      `Closed within ${window}, in the order of their dates; amounts in ${page.money.unit}.`,
    ),
    '',
  );
  const size = sizeOf(page, shown);
  for (const loop of shown) {
    const cells = loop.legs.map((leg) => cellOf(page, leg.cell)).join(', ');
    lines.push(...summary(page, loop, size, [`legs in ${cells}`]));
  }
  return [...lines, ...atLeastMoreLine(page, shown.length, all.length, 'loop')];
}

/** What stands below a path is indented to it, but for amounts that are very long. */
const deepest = 14;

interface Size {
  readonly last: number;
  readonly amount: number;
  readonly indent: number;
}

function sizeOf(page: Page, shown: readonly Loop[]): Size {
  const last = shown.reduce((most, loop) => Math.max(most, loop.rank), 0);
  const amount = shown.reduce((most, loop) => Math.max(most, page.money.text(loop.amount).length), 0);
  return { last, amount, indent: Math.min(margin + String(last).length + 2 + amount + 2, deepest) };
}

/** Rank, amount and path on one line; kind, time and `more` below. */
function summary(page: Page, loop: Loop, size: Size, more: readonly string[]): string[] {
  const amount = padStart(page.money.text(loop.amount), size.amount);
  const first = `${' '.repeat(margin)}${numbered(loop.rank, size.last)}  ${amount}  `;
  const path = pathLines(first, [...loop.path, ...loop.path.slice(0, 1)], page.width);
  const indent = ' '.repeat(size.indent);
  const facts = [loop.kind === null ? 'kinds not said' : kindWords[loop.kind], time(loop.months), ...more];
  return [
    ...path.map((line) => page.paint('accent', line)),
    ...hanging(indent, facts.join(' · '), page.width),
  ];
}

function signs(page: Page, loop: Loop): string[] {
  return loop.flags.map((flag) => {
    const cells = loop.flagEvidence.filter((one) => one.flag === flag).map((one) => cellOf(page, one.cell));
    return cells.length === 0 ? flagWords[flag] : `${flagWords[flag]} (${[...new Set(cells)].join(', ')})`;
  });
}

function time(months: number | null): string {
  if (months === null) return 'not all dated';
  if (months < 1) return 'within a month';
  return count(Math.round(months), 'month').replace(
    /^\S+/,
    grouped(months, Number.isInteger(months) ? 0 : 1),
  );
}

function legs(page: Page, loop: Loop, indent: number): string[] {
  return table(
    [
      { head: '', align: 'left', least: 6 },
      { head: '', align: 'left', least: 6, drop: 2 },
      { head: '', align: 'left', least: 17 },
      { head: '', align: 'left', drop: 1 },
      { head: '', align: 'point' },
    ],
    loop.legs.map((leg) => [
      leg.rows.length > 1 ? `rows ${leg.rows.join(', ')}` : `row ${leg.row}`,
      cellOf(page, leg.cell),
      `${fit(nameOf(leg.from), 24)} → ${fit(nameOf(leg.to), 24)}`,
      classWords[leg.class],
      page.money.text(leg.amount),
    ]),
    { width: page.width, indent, paint: page.paint, style: () => 'faint' },
  );
}
