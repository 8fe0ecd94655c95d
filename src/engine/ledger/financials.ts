/**
 * A financials table -> lines of company and period, money in the unit of the deals.
 *
 * Scale of an amount: the suffix in its cell, else its column heading (or row label), else the title lines, else the deals' own
 * scale, which is said. Currencies are never mixed: a table in another currency than the deals is refused. Unknown is NaN, never 0.
 * Lines without any figure are left out and said. O(cells).
 */
import type { Area, Book } from '../book';
import { areaAddress, cellAddress } from '../address';
import { DOLLAR, sameCurrency } from './currency';
import { columnStyle } from './figure';
import type { Context } from './figureDrafts';
import { layOutFinancials } from './financialLayout';
import { longLines } from './financialsLong';
import { wideLines } from './financialsWide';
import { IssueLog } from './issues';
import { titleUnit } from './layout';
import { bareMarginsArePercent } from './margins';
import { exponentOfScale } from './scale';
import { folded, quoted } from './text';
import type { FinancialLine, Financials, Ledger, MoneyUnit, RowIssue } from './types';
import { NO_DAY } from './types';
import { say, type Said, type Sentence } from '../sentence';

export interface FinancialsRefusal {
  readonly code: 'empty' | 'no-financial-columns' | 'mixed-currencies';
  readonly message: Sentence;
  readonly cell: string;
  readonly issues: readonly RowIssue[];
}

export type FinancialsOutcome =
  | { readonly ok: true; readonly financials: Financials }
  | { readonly ok: false; readonly refusal: FinancialsRefusal };

export interface FinancialsWhere {
  readonly sheet: number;
  readonly area: Area;
  readonly table: string | null;
  readonly headingRows?: number;
  readonly totalsRows?: number;
}

export function readFinancials(
  book: Book,
  where: FinancialsWhere,
  ledger: Ledger,
  options: { readonly aliases?: ReadonlyMap<string, string> } = {},
): FinancialsOutcome {
  const sheet = book.sheets[where.sheet];
  const corner = cellAddress(sheet.name, where.area.top, where.area.left);
  const log = new IssueLog(sheet.name);
  const refuse = (code: FinancialsRefusal['code'], message: Sentence, cell: string): FinancialsOutcome => ({
    ok: false,
    refusal: { code, message, cell, issues: log.finish() },
  });
  const layout = layOutFinancials(sheet, { area: where.area, headingRows: where.headingRows });
  if (layout === null) {
    return refuse(
      'no-financial-columns',
      say`Nothing in ${areaAddress(sheet.name, where.area)} is headed revenue, capex or operating cash flow by company or period (${corner}).`,
      corner,
    );
  }
  const heading = {
    rows: { first: layout.area.top, last: layout.dataTop - 1 },
    reason: say``,
    confidence: 1,
  };
  const title = titleUnit(
    sheet,
    layout.area,
    heading,
    layout.columns.map((column) => column.column),
  );
  const bottom = layout.area.bottom - (where.totalsRows ?? 0);
  const context: Context = {
    sheet,
    date1904: book.date1904,
    layout,
    bottom,
    log,
    title,
    dealExponent: exponentOfScale(ledger.money.scale),
    style: columnStyle(sheet, layout),
    barePercent: bareMarginsArePercent(sheet, layout, bottom, log),
    currencies: new Map(),
    scaleAssumed: false,
  };
  if (title.currency !== null) context.currencies.set(title.currency, title.place);
  const drafts = layout.form === 'long' ? longLines(context) : wideLines(context);

  const dealCurrency = ledger.money.currency;
  const names = [...context.currencies.keys()];
  const foreign = names.find((name, i) => names.slice(0, i).some((other) => !sameCurrency(name, other)));
  const other = dealCurrency === null ? undefined : names.find((name) => !sameCurrency(name, dealCurrency));
  if (foreign !== undefined || other !== undefined) {
    const name = foreign ?? other ?? '';
    const against: Said =
      foreign === undefined ? say`the deals are in ${dealCurrency ?? ''}` : say`others are in ${names[0]}`;
    return refuse(
      'mixed-currencies',
      say`These financials name ${name} in ${context.currencies.get(name) ?? ''}, and ${against}; unlike money is never added (${corner}).`,
      corner,
    );
  }
  if (drafts.length === 0)
    return refuse(
      'empty',
      say`The financials in ${areaAddress(sheet.name, layout.area)} hold no figures (${corner}).`,
      corner,
    );

  const partyOf = partyFinder(ledger, options.aliases);
  const strangers = new Set<string>();
  const lines = drafts.map((line): FinancialLine => {
    const partyId = partyOf(line.party);
    if (partyId < 0 && !strangers.has(folded(line.party))) {
      strangers.add(folded(line.party));
      log.cell(
        'party-without-deals',
        'info',
        line.row,
        Math.max(layout.partyColumn, layout.area.left),
        say`${quoted(line.party)} has no deal; its figures are shown and enter no measure of the deals`,
      );
    }
    const { span, ...rest } = line;
    return { ...rest, partyId, firstDay: span?.first ?? NO_DAY, lastDay: span?.last ?? NO_DAY };
  });
  if (context.scaleAssumed) {
    log.cell(
      'scale-assumed',
      'warning',
      layout.area.top,
      layout.area.left,
      ledger.money.label === ''
        ? say`The financials state no scale; they are read in the unit of the deals`
        : say`The financials state no scale; they are read in the unit of the deals (${ledger.money.label})`,
    );
  }
  const currency = dealCurrency ?? (names[0] === undefined || names[0] === DOLLAR ? null : names[0]);
  const money: MoneyUnit = {
    ...ledger.money,
    currency,
    reason: say`brought into the unit of the deals: ${ledger.money.reason}`,
  };
  return {
    ok: true,
    financials: {
      sheet: sheet.name,
      area: layout.area,
      table: where.table,
      columns: layout.columns,
      money,
      lines,
      issues: log.finish(),
      columnOf: layout.columnOf,
    },
  };
}

/** The party of a name: as the deals write it, a spelling that they merged, or an alias. */
function partyFinder(
  ledger: Ledger,
  aliases: ReadonlyMap<string, string> | undefined,
): (name: string) => number {
  const known = new Map<string, number>();
  for (const merge of ledger.merges) for (const name of merge.names) known.set(folded(name), merge.party);
  ledger.parties.forEach((name, party) => known.set(folded(name), party));
  const alias = new Map<string, string>();
  for (const [spelling, name] of aliases ?? []) alias.set(folded(spelling), folded(name));
  return (name) => known.get(alias.get(folded(name)) ?? folded(name)) ?? -1;
}
