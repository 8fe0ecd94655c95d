/** The tables of the report: circularity, loops, rows, parties, capex and stress. */
import type { Analysis } from '../../engine/index';
import { fit } from '../text/columns';
import { count, grouped, percent } from '../text/numbers';
import { cellIn } from '../text/page';
import { visible } from '../visible';
import { flagWords, kindWords } from '../words';
import type { Cells } from './moneyCells';
import type { LookName, ReportCell, ReportSheet } from './sheetRows';

export interface List {
  readonly sheet: ReportSheet;
  readonly analysis: Analysis;
  readonly cells: Cells;
  /** Rows of each ranked list. */
  readonly top: number;
}

const longestName = 60;

export function circularity({ sheet, analysis, cells }: List): void {
  sheet.heading('Circularity: how much of the money can go round');
  sheet.row([
    null,
    head('basis'),
    right('share'),
    right(`can go round, ${cells.money.unit}`),
    right(`of all, ${cells.money.unit}`),
    head('', 3),
  ]);
  const meaning = {
    headline: 'face amounts',
    expected: 'weighted by probability or status',
    firm: 'signed and closed only',
  } as const;
  for (const basis of ['headline', 'expected', 'firm'] as const) {
    const { share, amount, gross } = analysis.circularity[basis];
    const look: LookName = basis === analysis.input.basis ? 'strong' : 'plain';
    sheet.row([
      null,
      { value: basis, look },
      cells.share(share),
      cells.amount(amount),
      cells.amount(gross),
      { value: meaning[basis], look: 'label', span: 3 },
    ]);
  }
  const { closing } = analysis;
  if (closing !== null)
    sheet.paragraph(
      `If each deal closes with its probability: ${percent(closing.mean)} on average, ${percent(closing.p5)} to ${percent(closing.p95)} in nine draws of ten (${grouped(closing.draws, 0)} draws, seed ${closing.seed}).`,
    );
}

export function loops({ sheet, analysis, cells, top }: List): void {
  const all = analysis.loops;
  sheet.heading('Loops, by amount');
  if (all.length === 0) {
    sheet.paragraph(`No loop of at most ${count(analysis.input.maxLegs, 'leg')} was found.`);
    return;
  }
  sheet.paragraph(
    'The amount is that of the smallest leg. Loops can share a leg: their amounts must not be added up.',
    'remark',
  );
  sheet.row([
    right('rank'),
    head('through', 4),
    right(cells.money.unit),
    head('kind'),
    head('months between legs'),
  ]);
  for (const loop of all.slice(0, top)) {
    const path = [...loop.path, loop.path[0]].map(name).join(' → ');
    sheet.row([
      { value: loop.rank, look: 'number' },
      { value: path, look: 'text', span: 4 },
      cells.amount(loop.amount),
      text(loop.kind === null ? 'not said' : kindWords[loop.kind]),
      text(loop.months === null ? 'not all dated' : grouped(loop.months, 1)),
    ]);
    const signs = loop.flags.map((flag) => {
      const evidence = loop.flagEvidence
        .filter((one) => one.flag === flag)
        .map(({ cell }) => cellIn(analysis.input.range, cell));
      const shown = [...new Set(evidence)].slice(0, 4);
      return shown.length === 0 ? flagWords[flag] : `${flagWords[flag]} (${shown.join(', ')})`;
    });
    const legs = loop.legs.map((leg) => cellIn(analysis.input.range, leg.cell)).join(', ');
    sheet.row([null, { value: [`Legs in ${legs}`, ...signs].join(' · '), look: 'faint', span: 7 }]);
  }
  more(sheet, all.length, top, 'loop');
  if (!analysis.loopsComplete)
    sheet.paragraph('There may be more loops than these; the totals count all of them.', 'remark');
}

export function rows({ sheet, analysis, cells, top }: List): void {
  const all = analysis.rows;
  if (all.length === 0) return;
  sheet.heading('Rows that carry the circle');
  sheet.paragraph(
    'Without the row, so much less would go round, counted over all legs. The values do not add up.',
    'remark',
  );
  const { unit } = cells.money;
  sheet.row([
    right('row'),
    head('from → to', 3),
    right(`amount, ${unit}`),
    right(`carries, ${unit}`),
    right('returns at least'),
    right('and at most'),
  ]);
  for (const row of all.slice(0, top))
    sheet.row([
      { value: row.row, look: 'number' },
      { value: `${name(row.from)} → ${name(row.to)}`, look: 'text', span: 3 },
      cells.amount(row.amount),
      cells.amount(row.value),
      cells.amount(row.least),
      cells.amount(row.most),
    ]);
  more(sheet, all.length, top, 'row');
}

/** All of them: every row that is left out is told. */
export function unknownRows({ sheet, analysis, cells }: List): void {
  const all = analysis.unknown;
  if (all.length === 0) return;
  sheet.heading('Rows without an amount');
  sheet.paragraph('Not counted as zero and not part of any total.', 'remark');
  sheet.row([
    right('row'),
    head('from → to', 3),
    right(`could return, ${cells.money.unit}`),
    head('what the sheet says', 3),
  ]);
  for (const row of all)
    sheet.row([
      { value: row.row, look: 'number' },
      { value: `${name(row.from)} → ${name(row.to)}`, look: 'text', span: 3 },
      cells.amount(row.couldReturn),
      { value: fit(visible(row.text), 300), look: 'text', span: 3 },
    ]);
}

export function parties({ sheet, analysis, cells, top }: List): void {
  const all = analysis.parties;
  if (all.length === 0) return;
  const { unit } = cells.money;
  sheet.heading('Parties');
  sheet.paragraph(
    'Round trip: what leaves the party and can come back to it as revenue. Funded: the share of its sales that its own funding can have paid for.',
    'remark',
  );
  sheet.row([
    head('in a loop'),
    head('party'),
    right(`in, ${unit}`),
    right(`out, ${unit}`),
    right(`round trip, ${unit}`),
    right('funded'),
    right(`revenue, ${unit}`),
    head('largest customer'),
  ]);
  for (const party of all.slice(0, top)) {
    const { largestCustomer: largest } = party;
    sheet.row([
      text(party.inLoop ? 'yes' : ''),
      { value: name(party.party), look: party.inLoop ? 'strong' : 'plain' },
      cells.amount(party.inflow),
      cells.amount(party.outflow),
      cells.amount(party.roundTrip),
      cells.share(party.fundedShare),
      cells.amount(party.revenue),
      text(largest === null ? '–' : `${fit(name(largest.party), 24)}, ${percent(largest.share)}`),
    ]);
  }
  more(sheet, all.length, top, 'party', 'parties');
}

export function capex({ sheet, analysis, cells, top }: List): void {
  const all = analysis.capex;
  sheet.heading('Capex: can the revenue carry it');
  if (all.length === 0) {
    sheet.paragraph('The workbook has no figures of companies (revenue, capex).');
    return;
  }
  const isTied = (row: Analysis['capex'][number]): boolean =>
    row.organicRevenue !== null || row.commitmentsToRevenue !== null;
  const ordered = [...all.filter(isTied), ...all.filter((row) => !isTied(row))];
  const { unit } = cells.money;
  sheet.paragraph(
    'Coverage: operating cash flow / capex. Needed: the revenue that the capex asks for.',
    'remark',
  );
  sheet.row([
    head('period'),
    head('party'),
    right(`revenue, ${unit}`),
    right(`capex, ${unit}`),
    right('coverage, times'),
    right('capex / revenue'),
    right(`needed, ${unit}`),
    head('cell'),
  ]);
  for (const row of ordered.slice(0, top))
    sheet.row([
      text(fit(visible(row.period), 12)),
      { value: name(row.party), look: 'plain' },
      cells.amount(row.revenue),
      cells.amount(row.capex),
      cells.ratio(row.coverage),
      cells.share(row.intensity),
      cells.amount(row.requiredRevenue),
      text(visible(row.cell)),
    ]);
  more(sheet, all.length, top, 'line');
}

export function stress({ sheet, analysis, cells, top }: List): void {
  const report = analysis.stress;
  if (report === null || report.parties.length === 0) return;
  const { unit } = cells.money;
  sheet.heading(`Stress: funding cut by ${percent(report.cut)}`);
  sheet.row([
    null,
    head('party'),
    right(`revenue, ${unit}`),
    right(`lost, ${unit}`),
    right(`directly, ${unit}`),
    right(`by knock-on, ${unit}`),
    right('can pay'),
    null,
  ]);
  for (const party of report.parties.slice(0, top))
    sheet.row([
      null,
      { value: name(party.party), look: 'plain' },
      cells.amount(party.revenue),
      cells.amount(party.lost),
      cells.amount(party.direct),
      cells.amount(party.knockOn),
      cells.share(party.canPay),
    ]);
  more(sheet, report.parties.length, top, 'party', 'parties');
}

function name(party: string): string {
  return party === '' ? '(no name)' : fit(visible(party), longestName);
}

function head(value: string, span = 1): ReportCell {
  return { value, look: 'head', span };
}

function right(value: string): ReportCell {
  return { value, look: 'headRight' };
}

function text(value: string): ReportCell {
  return { value, look: 'text' };
}

function more(sheet: ReportSheet, all: number, shown: number, one: string, many = `${one}s`): void {
  if (all > shown)
    sheet.paragraph(`${count(all - shown, `more ${one}`, `more ${many}`)} not listed.`, 'remark');
}
