/** What was read: where, which columns as what and why, how many rows. */
import { visible } from '../visible';
import { fit } from './columns';
import { count, grouped, hold } from './numbers';
import type { Page } from './page';
import { cellIn, cellOf, labelled, margin, nameOf, title } from './page';
import { table } from './table';

export function whatWasRead(page: Page): string[] {
  const { input, ledger } = page.analysis;
  const { money } = page;
  const place = [
    `sheet "${fit(visible(input.sheet), 40)}"`,
    ...(input.table === null ? [] : [`table "${fit(visible(input.table), 40)}"`]),
    visible(input.range),
  ];
  const lines = [
    ...title(page, 'What was read'),
    ...labelled(page, 'Deals', place.join(', ')),
    ...labelled(page, '', visible(input.reason)),
    ...labelled(page, 'Rows', rows(page)),
    ...labelled(
      page,
      'Amounts',
      [`${money.unit}: ${visible(ledger.unitReason)}`, ...noted(money.note)].join(' '),
    ),
    ...labelled(page, 'Companies', companies(page)),
    ...labelled(
      page,
      'Settings',
      `basis ${input.basis}, loops of at most ${count(input.maxLegs, 'leg')}, window ${count(input.windowMonths, 'month')}`,
    ),
    ...labelled(page, 'Digest', `${visible(input.digest)} (rules ${visible(page.analysis.engine.rules)})`),
  ];
  for (const other of input.others)
    lines.push(
      ...labelled(page, 'Not used', `${visible(other.range)} looks like deals too; --range takes it.`),
    );
  if (ledger.heading === null)
    lines.push(...labelled(page, 'Heading', 'none; columns are told by what they hold.'));
  else
    lines.push(
      ...labelled(page, 'Heading', `${cellOf(page, ledger.heading.cell)}: ${visible(ledger.heading.reason)}`),
    );
  if (!ledger.hasKinds)
    lines.push(
      ...labelled(page, 'Kinds', 'no column says what a deal is for, so measures that need it are left out.'),
    );
  return [
    ...lines,
    ...roles(page, 'Columns', ledger.columns, input.range),
    ...roles(page, 'Figures', ledger.financialColumns, input.financials?.range ?? ''),
    ...merges(page),
  ];
}

/** Why each column was taken for what: for who doubts the reading, so near the end. */
export function columnsAndWhy(page: Page): string[] {
  const { input, ledger } = page.analysis;
  const lines = [
    ...columns(page, 'deals', ledger.columns, input.range),
    ...columns(page, 'figures', ledger.financialColumns, input.financials?.range ?? ''),
  ];
  return lines.length === 0 ? [] : [...title(page, 'Columns, and why'), ...lines.slice(1)];
}

const noted = (note: string | null): string[] => (note === null ? [] : [note]);

function rows(page: Page): string {
  const { ledger } = page.analysis;
  const { deals, parties, leftOut } = ledger;
  const used = `${count(deals, 'deal')} between ${count(parties, 'party', 'parties')}`;
  return leftOut === 0
    ? `${used}, every row of the table`
    : `${used}; left out: ${grouped(leftOut, 0)} of ${rowsLeftOut(ledger)}`;
}

/** '85 rows, 8 of which have no amount': what follows the number of rows that are left out. */
export function rowsLeftOut(ledger: Page['analysis']['ledger']): string {
  const { dataRows, leftOut, unknownAmounts } = ledger;
  const all = count(dataRows, 'row');
  if (unknownAmounts === 0) return all;
  return unknownAmounts === leftOut
    ? `${all}, for want of an amount`
    : `${all}, ${unknownAmounts} for want of an amount`;
}

function companies(page: Page): string {
  const { financials } = page.analysis.input;
  if (financials === null) return 'no figures of companies (revenue, capex) were found.';
  return `figures of companies from ${visible(financials.range)}${financials.table === null ? '' : `, table "${fit(visible(financials.table), 40)}"`}`;
}

type AnyColumn =
  Page['analysis']['ledger']['columns'][number] | Page['analysis']['ledger']['financialColumns'][number];

/** 'payer C1, receiver D1': which column is taken for what, in a line or two. */
function roles(page: Page, label: string, all: readonly AnyColumn[], range: string): string[] {
  const used = all.filter((column) => column.role !== null);
  if (used.length === 0) return [];
  const text = used.map((column) => {
    const check = column.confidence < certain ? ' (check)' : '';
    return `${column.role ?? ''} ${cellIn(range, column.cell)}${check}`.replace(/ /g, hold);
  });
  return labelled(page, label, text.join(', '));
}

/** Below this confidence a reader is asked to check what a column was taken for. */
const certain = 0.6;

/** One line for each column that is used, one list of those that are not. */
function columns(page: Page, label: string, all: readonly AnyColumn[], range: string): string[] {
  if (all.length === 0) return [];
  const used = all.filter((column) => column.role !== null);
  const spare = all.filter((column) => column.role === null);
  const lines = [
    '',
    ...table(
      [
        { head: label, align: 'left', least: 8 },
        { head: 'taken for', align: 'left' },
        { head: 'because', align: 'left', least: 20 },
      ],
      used.map((column) => [
        cellIn(range, column.cell),
        column.role ?? '',
        `${visible(column.reason)}${column.confidence < certain ? ' (check)' : ''}`,
      ]),
      {
        width: page.width,
        indent: margin,
        paint: page.paint,
        style: (row) => (used[row].confidence < certain ? 'check' : null),
      },
    ),
  ];
  if (spare.length > 0)
    lines.push(
      ...labelled(
        page,
        'Not used',
        spare
          .map((column) => `${cellIn(range, column.cell)} "${fit(visible(column.heading), 30)}"`)
          .join(', '),
      ),
    );
  return lines;
}

function merges(page: Page): string[] {
  return page.analysis.ledger.merges.flatMap((merge) =>
    labelled(
      page,
      'One party',
      `${nameOf(merge.party)}: ${merge.names.map((name) => `"${nameOf(name)}"`).join(', ')} (${visible(merge.reason)})`,
    ),
  );
}
