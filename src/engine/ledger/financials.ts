/**
 * A financials table -> lines of company and period, money in the unit of the deals.
 *
 * Scale of an amount: the suffix in its cell, else its column heading (or row label), else the title lines, else the deals' own
 * scale, which is said. Currencies are never mixed: a table in another currency than the deals is refused. Unknown is NaN, never 0.
 * Lines without any figure are left out and said. O(cells).
 */
import type { Area, Book, Cell, Sheet } from '../book';
import { isCellError } from '../book';
import { areaAddress, cellAddress } from '../address';
import { parseAmount, numbersIn } from './amountText';
import { DOLLAR, sameCurrency } from './currency';
import { dayOfNumber, isDateFormat } from './dates';
import { civilOf } from './civil';
import type { FinancialLayout } from './financialLayout';
import { layOutFinancials } from './financialLayout';
import { itemOfLabel } from './financialWords';
import { IssueLog } from './issues';
import { titleUnit } from './layout';
import type { NumberStyle } from './numberStyle';
import { styleOf } from './numberStyle';
import type { Span } from './period';
import { parsePeriod } from './period';
import { cellText, folded, isBlank, quoted, tidy } from './text';
import { isTotalLabel } from './totals';
import type { FinancialLine, FinancialRole, Financials, Ledger, MoneyUnit, RowIssue } from './types';
import { NO_DAY } from './types';
import type { UnitHint } from './unitHint';
import { unitOfHeading } from './unitHint';

export interface FinancialsRefusal {
  readonly code: 'empty' | 'no-financial-columns' | 'mixed-currencies';
  readonly message: string;
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

type AmountRole = 'revenue' | 'outsideRevenue' | 'capex' | 'operatingCashFlow' | 'cashMargin' | 'commitments';
const amountRoles: readonly AmountRole[] = [
  'revenue',
  'outsideRevenue',
  'capex',
  'operatingCashFlow',
  'cashMargin',
  'commitments',
];

type Draft = {
  row: number;
  party: string;
  period: string;
  span: Span | null;
  source: string;
  grade: string;
} & Record<AmountRole, number>;

function draft(row: number, party: string, period: string, span: Span | null): Draft {
  return {
    row,
    party,
    period,
    span,
    source: '',
    grade: '',
    revenue: NaN,
    outsideRevenue: NaN,
    capex: NaN,
    operatingCashFlow: NaN,
    cashMargin: NaN,
    commitments: NaN,
  };
}

/** What the readers of both shapes share. */
interface Context {
  readonly sheet: Sheet;
  readonly date1904: boolean;
  readonly layout: FinancialLayout;
  readonly bottom: number;
  readonly log: IssueLog;
  readonly title: UnitHint;
  /** Power of ten of the deals' unit. */
  readonly dealExponent: number;
  readonly style: NumberStyle;
  /** Currencies seen, with the cell that names each. */
  readonly currencies: Map<string, string>;
  scaleAssumed: boolean;
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
  const refuse = (code: FinancialsRefusal['code'], message: string, cell: string): FinancialsOutcome => ({
    ok: false,
    refusal: { code, message, cell, issues: log.finish() },
  });
  const layout = layOutFinancials(sheet, { area: where.area, headingRows: where.headingRows });
  if (layout === null) {
    return refuse(
      'no-financial-columns',
      `Nothing in ${areaAddress(sheet.name, where.area)} is headed revenue, capex or operating cash flow by company or period (${corner}).`,
      corner,
    );
  }
  const heading = { rows: { first: layout.area.top, last: layout.dataTop - 1 }, reason: '', confidence: 1 };
  const title = titleUnit(
    sheet,
    layout.area,
    heading,
    layout.columns.map((column) => column.column),
  );
  const context: Context = {
    sheet,
    date1904: book.date1904,
    layout,
    bottom: layout.area.bottom - (where.totalsRows ?? 0),
    log,
    title,
    dealExponent: Math.round(Math.log10(ledger.money.scale)),
    style: columnStyle(sheet, layout),
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
    const against =
      foreign === undefined ? `the deals are in ${dealCurrency ?? ''}` : `others are in ${names[0]}`;
    return refuse(
      'mixed-currencies',
      `These financials name ${name} in ${context.currencies.get(name) ?? ''}, and ${against}; unlike money is never added (${corner}).`,
      corner,
    );
  }
  if (drafts.length === 0)
    return refuse(
      'empty',
      `The financials in ${areaAddress(sheet.name, layout.area)} hold no figures (${corner}).`,
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
        `${quoted(line.party)} has no deal; its figures are shown and enter no measure of the deals`,
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
      `The financials state no scale; they are read in the unit of the deals${ledger.money.label === '' ? '' : ` (${ledger.money.label})`}`,
    );
  }
  const currency = dealCurrency ?? (names[0] === undefined || names[0] === DOLLAR ? null : names[0]);
  const money: MoneyUnit = {
    ...ledger.money,
    currency,
    reason: `brought into the unit of the deals: ${ledger.money.reason}`,
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

/** The decimal sign of the table's text numbers. */
function columnStyle(sheet: Sheet, layout: FinancialLayout): NumberStyle {
  const runs: string[] = [];
  const columns =
    layout.form === 'wide'
      ? layout.periods.map((period) => period.column)
      : amountRoles.map((role) => layout.columnOf[role]);
  for (const column of columns) {
    if (column < 0) continue;
    for (let row = layout.dataTop; row <= layout.area.bottom; row++) {
      const cell = sheet.grid.at(row, column);
      if (typeof cell === 'string') runs.push(...numbersIn(cell));
    }
  }
  return styleOf(runs).style;
}

/** One figure in the unit of the deals (a margin: as a fraction); NaN when unknown. */
function figure(
  context: Context,
  cell: Cell,
  row: number,
  column: number,
  role: AmountRole,
  unit: UnitHint,
): number {
  if (isBlank(cell) || cell === null) return NaN;
  const { log, sheet } = context;
  if (role === 'cashMargin') return margin(context, cell, row, column);
  const stated = unit.exponent >= 0 ? unit.exponent : context.title.exponent;
  if (unit.currency !== null && !context.currencies.has(unit.currency)) {
    context.currencies.set(unit.currency, cellAddress(sheet.name, row, column));
  }
  let digits: string;
  let exponent = stated;
  if (typeof cell === 'number') digits = String(cell);
  else if (typeof cell === 'string') {
    const parsed = parseAmount(cell, context.style);
    if (parsed.kind === 'unknown') return NaN;
    if (parsed.kind !== 'amount') {
      log.cell(
        'figure-unreadable',
        'warning',
        row,
        column,
        `Figure ${quoted(cell)} is not an amount of money; it counts as unknown`,
      );
      return NaN;
    }
    if (parsed.currency !== null && !context.currencies.has(parsed.currency)) {
      context.currencies.set(parsed.currency, cellAddress(sheet.name, row, column));
    }
    digits = `${parsed.negative ? '-' : ''}${parsed.digits}`;
    if (parsed.exponent >= 0) exponent = parsed.exponent;
  } else {
    const shown = isCellError(cell) ? cell.error : String(cell);
    log.cell(
      'figure-unreadable',
      'warning',
      row,
      column,
      `Figure ${quoted(shown)} is not an amount of money; it counts as unknown`,
    );
    return NaN;
  }
  if (exponent < 0) {
    context.scaleAssumed = true;
    exponent = context.dealExponent;
  }
  const shift = exponent - context.dealExponent;
  if (shift === 0) return Number(digits);
  return digits.includes('e') ? Number(digits) * 10 ** shift : Number(`${digits}e${shift}`);
}

/** 0.35, 35 or '35 %' -> 0.35. */
function margin(context: Context, cell: Cell, row: number, column: number): number {
  const text = cellText(cell);
  const bare = Number(text.replace(/ ?%$/, ''));
  if (text === '' || !Number.isFinite(bare) || Math.abs(bare) > 1000) {
    context.log.cell(
      'figure-unreadable',
      'warning',
      row,
      column,
      `Cash margin ${quoted(text)} is not a share; it counts as unknown`,
    );
    return NaN;
  }
  return text.endsWith('%') || Math.abs(bare) > 1.5 ? bare / 100 : bare;
}

function hasFigures(line: Draft): boolean {
  return amountRoles.some((role) => !Number.isNaN(line[role]));
}

function periodOfCell(context: Context, row: number, column: number): { text: string; span: Span | null } {
  const cell = context.sheet.grid.at(row, column);
  if (typeof cell === 'number') {
    const span = dayOfNumber(cell, context.date1904);
    const isDate = context.sheet.format !== null && isDateFormat(context.sheet.format(row, column));
    return { text: isDate && span !== null ? isoOf(span.first) : String(cell), span };
  }
  const text = cellText(cell);
  const span = text === '' ? null : parsePeriod(text);
  if (span?.plan)
    context.log.cell(
      'period-is-plan',
      'info',
      row,
      column,
      `Period ${quoted(text)} is a plan or an estimate, not a result`,
    );
  if (text !== '' && span === null)
    context.log.cell(
      'period-unreadable',
      'warning',
      row,
      column,
      `Period ${quoted(text)} has no single reading; its figures are used without days`,
    );
  return { text, span };
}

function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function longLines(context: Context): Draft[] {
  const { sheet, layout, log } = context;
  const { columnOf } = layout;
  const heading = (column: number): string =>
    layout.columns.find((decision) => decision.column === column)?.heading ?? '';
  const units = new Map<FinancialRole, UnitHint>(
    amountRoles.map((role) => [role, unitOfHeading(columnOf[role] < 0 ? '' : heading(columnOf[role]))]),
  );
  const text = (row: number, column: number): string =>
    column < 0 ? '' : cellText(sheet.grid.at(row, column));
  const lines: Draft[] = [];
  for (let row = layout.dataTop; row <= context.bottom; row++) {
    const party = columnOf.party < 0 ? '' : tidy(text(row, columnOf.party));
    if (columnOf.party >= 0 && party === '') continue;
    if (isTotalLabel(party)) {
      log.cell('total-row', 'info', row, columnOf.party, `Row ${quoted(party)} is a total, not a company`);
      continue;
    }
    const period =
      columnOf.period < 0 ? { text: '', span: null } : periodOfCell(context, row, columnOf.period);
    const line = draft(row, party, period.text, period.span);
    for (const role of amountRoles) {
      const column = columnOf[role];
      const unit = units.get(role);
      if (column >= 0 && unit !== undefined)
        line[role] = figure(context, sheet.grid.at(row, column), row, column, role, unit);
    }
    line.source = text(row, columnOf.source);
    line.grade = text(row, columnOf.grade);
    if (hasFigures(line)) lines.push(line);
    else if (party !== '')
      log.cell('no-figures', 'info', row, -1, `${quoted(party)} has no figure in this row`);
  }
  return lines;
}

/** A corner cell that says what the labels are, not whose they are. */
const CORNER =
  /^(?:item|items|metric|metrics|line item|fiscal year|year|period|in|units?|항목|구분|계정|과목|단위|)$/;

function wideLines(context: Context): Draft[] {
  const { sheet, layout, log } = context;
  const { itemColumn, partyColumn, periods } = layout;
  const heads = periods.map((period) => periodOfCell(context, layout.dataTop - 1, period.column));
  const corner = cellText(sheet.grid.at(layout.dataTop - 1, itemColumn));
  const cornerUnit = unitOfHeading(corner);
  const isName =
    !CORNER.test(folded(corner).replace(/\(.*$/, '').trim()) &&
    cornerUnit.exponent < 0 &&
    cornerUnit.currency === null;
  let party = isName ? corner : titleAbove(context);
  let lines: Draft[] = [];
  const done: Draft[] = [];
  const flush = (): void => {
    for (const line of lines) if (hasFigures(line)) done.push(line);
    lines = [];
  };
  for (let row = layout.dataTop; row <= context.bottom; row++) {
    const label = cellText(sheet.grid.at(row, itemColumn));
    const own = partyColumn < 0 ? '' : cellText(sheet.grid.at(row, partyColumn));
    if (own !== '' && folded(own) !== folded(party)) {
      flush();
      party = own;
    }
    if (label === '') continue;
    const role = itemOfLabel(label);
    const empty = periods.every((period) => isBlank(sheet.grid.at(row, period.column)));
    if (role === null) {
      if (empty && partyColumn < 0) {
        flush();
        party = label;
      }
      continue;
    }
    const unit = unitOfHeading(label);
    const known = {
      ...unit,
      exponent: unit.exponent >= 0 ? unit.exponent : cornerUnit.exponent,
      currency: unit.currency ?? cornerUnit.currency,
    };
    periods.forEach((period, k) => {
      lines[k] ??= draft(row, party, heads[k].text, heads[k].span);
      const target = role as AmountRole;
      if (Number.isNaN(lines[k][target]))
        lines[k][target] = figure(
          context,
          sheet.grid.at(row, period.column),
          row,
          period.column,
          target,
          known,
        );
      else
        log.cell(
          'item-repeated',
          'warning',
          row,
          itemColumn,
          `Item ${quoted(label)} stands twice for ${quoted(party)}; the first is used`,
        );
    });
  }
  flush();
  return done;
}

/** The name over a wide block: the nearest text above the heading that is no unit line. */
function titleAbove(context: Context): string {
  const { sheet, layout } = context;
  for (let row = layout.dataTop - 2; row >= Math.max(sheet.grid.top, layout.dataTop - 6); row--) {
    const text = cellText(sheet.grid.at(row, layout.itemColumn));
    if (text === '') continue;
    if (unitOfHeading(text).exponent < 0) return text;
  }
  return '';
}
