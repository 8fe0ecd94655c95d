/**
 * A table of deals -> the ledger, with everything that was not usable said and counted: deals + leftOut = dataRows.
 *
 * Reads column by column; each distinct text is parsed once; arrays are allocated from counts. O(rows x role columns + distinct
 * texts), about 40 bytes a row beside the result. Rules: headingWords.ts (columns), amountText.ts and moneyUnit.ts (money),
 * rows.ts (totals and other rows that are no deals), status.ts (weights), kinds.ts (classes), period.ts (dates).
 *
 * Known limits: a table is read 256 columns wide; amounts keep 6 decimals; a firm share column is recognised but not used.
 */
import type { Area, Book, Sheet } from '../book';
import { areaAddress, cellAddress, columnLetters } from '../address';
import { amountRows } from './amountRows';
import { scanAmounts } from './amounts';
import { ClassReader } from './classes';
import { readDays } from './dates';
import { firstEqualRow } from './duplicates';
import { IssueLog } from './issues';
import { isUndirected } from './kinds';
import type { Layout } from './layout';
import { layOut } from './layout';
import { readLinks } from './links';
import { minorAmounts } from './minor';
import { decideUnit } from './moneyUnit';
import { PartyBook } from './parties';
import { CANDIDATE, LEFT_OUT, classifyRows } from './rows';
import type { Sides } from './sides';
import { readSides } from './sides';
import { StandingReader, interned } from './standing';
import { periodOfHeading, readTerm } from './term';
import type { TextColumn } from './textColumn';
import { noTexts, readTexts } from './textColumn';
import { grouped, listed, quoted } from './text';
import type { ColumnDecision, DealRole, Ledger, RowIssue } from './types';
import { NO_DAY } from './types';

export interface ReadOptions {
  /** Spelling -> party name, both as typed. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** Absolute column -> role, a user's correction; null: not used. */
  readonly roles?: ReadonlyMap<number, DealRole | null>;
  /** Absolute row, a user's correction. */
  readonly headingRow?: number;
  /** Currency of a sheet that does not say; in a sheet of several, the one to keep. */
  readonly currency?: string;
  /** Only deals dated wholly within; undated rows are then left out. Days since 1970-01-01. */
  readonly include?: { readonly firstDay?: number; readonly lastDay?: number };
  /** The party that keeps the sheet, for sheets with one counterparty column and a direction flag. */
  readonly owner?: string;
}

export type RefusalCode =
  | 'empty'
  | 'no-amount-column'
  | 'no-party-columns'
  | 'owner-needed'
  | 'mixed-currencies'
  | 'mixed-scales'
  | 'no-deals'
  | 'amounts-too-large';

export interface Refusal {
  readonly code: RefusalCode;
  /** A sentence: what was seen and what is missing. */
  readonly message: string;
  readonly cell: string;
  readonly issues: readonly RowIssue[];
  readonly columns: readonly ColumnDecision<DealRole>[];
}

export type ReadOutcome =
  { readonly ok: true; readonly ledger: Ledger } | { readonly ok: false; readonly refusal: Refusal };

export interface Where {
  readonly sheet: number;
  readonly area: Area;
  readonly table: string | null;
  readonly headingRows?: number;
  readonly totalsRows?: number;
}

export function readLedger(book: Book, where: Where, options: ReadOptions = {}): ReadOutcome {
  const sheet = book.sheets[where.sheet];
  const log = new IssueLog(sheet.name);
  const corner = cellAddress(sheet.name, where.area.top, where.area.left);
  const refuse = (code: RefusalCode, message: string, cell: string, layout: Layout | null): ReadOutcome => ({
    ok: false,
    refusal: { code, message, cell, issues: log.finish(), columns: layout?.columns ?? [] },
  });
  const layout = layOut(sheet, {
    area: where.area,
    headingRows: where.headingRows,
    headingRow: options.headingRow,
    roles: options.roles,
  });
  if (layout === null || layout.dataTop > layout.area.bottom) {
    return refuse(
      'empty',
      `There are no rows of deals in ${areaAddress(sheet.name, where.area)} (${corner}).`,
      corner,
      layout,
    );
  }
  const headCell = cellAddress(sheet.name, layout.heading.rows?.first ?? layout.area.top, layout.area.left);
  const count = layout.area.bottom - layout.dataTop + 1;
  const book2 = new PartyBook(options.aliases);
  if (layout.columnOf.amount < 0) {
    return refuse(
      'no-amount-column',
      `No column holds the amounts of deals: ${seen(layout)} (${headCell}).`,
      headCell,
      layout,
    );
  }
  const sides = readSides(sheet, layout, book2, options.owner, count);
  if (sides === null) {
    return refuse(
      'no-party-columns',
      `${missingSide(layout)}: ${seen(layout)} (${headCell}).`,
      headCell,
      layout,
    );
  }
  if (sides === 'owner-needed') {
    return refuse(
      'owner-needed',
      `Each row names a counterparty and a direction, but not whose sheet it is: say who the owner is (${headCell}).`,
      headCell,
      layout,
    );
  }
  return assemble(book, sheet, where, options, layout, sides, book2, log, refuse);
}

function missingSide(layout: Layout): string {
  const { from, to } = layout.columnOf;
  if (from < 0 && to < 0) return 'No columns say who pays and who is paid';
  return from < 0 ? 'No column says who pays' : 'No column says who is paid';
}

function seen(layout: Layout): string {
  const names = layout.columns
    .slice(0, 12)
    .map((column) => `${quoted(column.heading)}${column.role === null ? '' : ` (${column.role})`}`);
  return `the columns seen are ${listed(names)}${layout.columns.length > 12 ? ` and ${layout.columns.length - 12} more` : ''}`;
}

function assemble(
  book: Book,
  sheet: Sheet,
  where: Where,
  options: ReadOptions,
  layout: Layout,
  sides: Sides,
  parties: PartyBook,
  log: IssueLog,
  refuse: (code: RefusalCode, message: string, cell: string, layout: Layout) => ReadOutcome,
): ReadOutcome {
  const { columnOf, dataTop: top, area } = layout;
  const count = area.bottom - top + 1;
  const grid = sheet.grid;
  const texts = (role: DealRole): TextColumn =>
    columnOf[role] < 0 ? noTexts(count) : readTexts(grid, columnOf[role], top, count);
  const headingOf = (column: number): string =>
    layout.heading.rows === null
      ? ''
      : (layout.columns.find((decision) => decision.column === column)?.heading ?? '');

  const scan = scanAmounts(sheet, columnOf.amount, top, count);
  const prose: ReadonlySet<number> = new Set([
    columnOf.amountNote,
    columnOf.condition,
    columnOf.source,
    columnOf.status,
  ]);
  const columns = layout.columns.map((decision) => decision.column);
  const verdict = classifyRows(
    {
      sheet,
      top,
      count,
      columns,
      labelColumns: columns.filter((column) => !prose.has(column)),
      fromColumn: sides.fromColumn,
      toColumn: sides.toColumn,
      from: sides.from,
      to: sides.to,
      scan,
      totalsRows: where.totalsRows ?? 0,
      headings: [headingOf(sides.fromColumn), headingOf(sides.toColumn), headingOf(columnOf.amount)],
    },
    parties,
    log,
  );

  const kind = texts('kind');
  const undirected = kind.texts.map(isUndirected);
  const candidate = new Uint8Array(count);
  for (let i = 0; i < count; i++) candidate[i] = verdict[i] === CANDIDATE ? 1 : 0;
  const isCandidate = (i: number): boolean => candidate[i] === 1;
  const none = new Int32Array(count).fill(NO_DAY);
  const days =
    columnOf.date < 0
      ? { first: none, last: none }
      : readDays(sheet, book.date1904, columnOf.date, top, area.bottom, log, isCandidate);
  const ends =
    columnOf.endDate < 0
      ? null
      : readDays(sheet, book.date1904, columnOf.endDate, top, area.bottom, log, isCandidate);

  const leave = (i: number): void => {
    candidate[i] = 0;
    verdict[i] = LEFT_OUT;
  };
  const { include } = options;
  for (let i = 0; i < count; i++) {
    if (candidate[i] === 0) continue;
    if (sides.unsaid !== null && sides.unsaid[i] === 1) {
      log.cell(
        'direction-unsaid',
        'error',
        top + i,
        columnOf.direction,
        'Nothing says which way the money of this row goes',
      );
      leave(i);
    } else if (kind.ids[i] >= 0 && undirected[kind.ids[i]]) {
      log.cell(
        'direction-unsaid',
        'info',
        top + i,
        columnOf.kind,
        `Kind ${quoted(kind.texts[kind.ids[i]])} has no payer and no receiver; the row is context, not a deal`,
      );
      leave(i);
    } else if (include !== undefined && days.first[i] === NO_DAY) {
      log.cell(
        'undated',
        'error',
        top + i,
        columnOf.date,
        'The row has no date, and only dated deals are asked for',
      );
      leave(i);
    } else if (
      include !== undefined &&
      (days.first[i] < (include.firstDay ?? -Infinity) || days.last[i] > (include.lastDay ?? Infinity))
    ) {
      log.cell(
        'outside-dates',
        'info',
        top + i,
        columnOf.date,
        'The row is dated outside the days asked for',
      );
      leave(i);
    } else if (sides.from[i] === sides.to[i]) {
      log.cell(
        'self-deal',
        'warning',
        top + i,
        sides.toColumn,
        `${quoted(parties.display(sides.from[i]))} pays itself; the row is left out`,
      );
      leave(i);
    }
  }

  const unit = decideUnit({
    sheet: sheet.name,
    top,
    scan,
    candidate,
    currencies: texts('currency'),
    units: texts('unit'),
    heading: layout.unit,
    title: layout.title,
    chosen: options.currency,
  });
  if ('message' in unit) return refuse('mixed-currencies', unit.message, unit.cell, layout);

  const classes = new ClassReader(kind, columnOf.kind, texts('class'), columnOf.class, log);
  const notes = texts('amountNote');
  const money = amountRows({
    sheet,
    top,
    scan,
    unit,
    candidate,
    from: sides.from,
    to: sides.to,
    notes,
    parties,
    classes,
    term: termsOf(),
    log,
  });

  /** Years of each row: its term cell, else from its date to its end date; NaN. */
  function termsOf(): Float64Array {
    const terms = new Float64Array(count).fill(NaN);
    const column = texts('term');
    const perYear = periodOfHeading(headingOf(columnOf.term));
    const years = column.texts.map((text) => readTerm(text, perYear));
    for (let i = 0; i < count; i++) {
      if (column.ids[i] >= 0) terms[i] = years[column.ids[i]];
      else if (
        ends !== null &&
        ends.last[i] !== NO_DAY &&
        days.first[i] !== NO_DAY &&
        ends.last[i] > days.first[i]
      ) {
        terms[i] = (ends.last[i] - days.first[i]) / 365.25;
      }
    }
    return terms;
  }

  const deals = money.rows.length;
  let dataRows = 0;
  for (let i = 0; i < count; i++) if (verdict[i] !== 0) dataRows++;
  if (deals === 0) {
    const cell = cellAddress(sheet.name, top, columnOf.amount);
    const why =
      dataRows === 0 ? 'the table has no rows' : `${grouped(dataRows)} rows were read and none can be used`;
    return refuse(
      'no-deals',
      `No row is a deal with a payer, a receiver and an amount: ${why} (${cell}).`,
      cell,
      layout,
    );
  }
  const minor = minorAmounts(money.values);
  if (minor === null) {
    const cell = cellAddress(sheet.name, top, columnOf.amount);
    return refuse(
      'amounts-too-large',
      `The amounts add up to more than 9,007,199,254,740,991 units, which cannot be counted exactly: state them in a larger unit (${cell}).`,
      cell,
      layout,
    );
  }
  if (minor.rounded > 0) {
    log.cell(
      'amount-rounded',
      'warning',
      top + money.rows[minor.firstRounded],
      columnOf.amount,
      `${grouped(minor.rounded)} amounts carry more decimals than can be kept; they are rounded to ${minor.decimals}`,
    );
  }

  const status = texts('status');
  const standing = new StandingReader(
    {
      status,
      statusColumn: columnOf.status,
      probability: texts('probability'),
      probabilityColumn: columnOf.probability,
      condition: texts('condition'),
    },
    log,
  );
  const kinds = interned(kind);
  const statuses = interned(status);
  const out = {
    sheetRow: new Int32Array(deals),
    from: new Int32Array(deals),
    to: new Int32Array(deals),
    weight: new Float64Array(deals),
    firm: new Uint8Array(deals),
    dealClass: new Uint8Array(deals),
    kind: new Int32Array(deals),
    status: new Int32Array(deals),
    flags: new Uint8Array(deals),
    day: new Int32Array(deals),
    lastDay: new Int32Array(deals),
    term: new Float64Array(deals),
  };
  for (let d = 0; d < deals; d++) {
    const i = money.rows[d];
    const held = standing.read(i, money.dealClass[d], money.flags[d], top + i);
    out.sheetRow[d] = top + i;
    out.from[d] = money.from[d];
    out.to[d] = money.to[d];
    out.weight[d] = held.weight;
    out.firm[d] = held.firm;
    out.flags[d] = held.flags;
    out.dealClass[d] = money.dealClass[d];
    out.kind[d] = kind.ids[i] < 0 ? -1 : kinds.of[kind.ids[i]];
    out.status[d] = status.ids[i] < 0 ? -1 : statuses.of[status.ids[i]];
    out.day[d] = days.first[i];
    out.lastDay[d] = days.last[i];
    out.term[d] = money.term[d];
  }
  const links = readLinks(grid, money.rows, top, columnOf.id, columnOf.link, texts('link'), log);
  sayDuplicates();
  saySheet(sheet, layout, verdict, log, {
    dollar: unit.bareDollar,
    assumed: unit.currencyAssumed,
    currency: unit.currency,
    sides,
  });

  const ledger: Ledger = {
    sheet: sheet.name,
    area,
    table: where.table,
    heading: layout.heading,
    columns: layout.columns,
    money: {
      currency: unit.currency,
      scale: Number(`1e${unit.exponent}`),
      label: unit.label,
      decimals: minor.decimals,
      reason: unit.reason,
    },
    deals,
    ...out,
    amount: minor.amounts,
    linkStart: links.start,
    linkTarget: links.target,
    parties: parties.names,
    kinds: kinds.names,
    statuses: statuses.names,
    columnOf,
    ids: links.ids,
    hasKinds: (columnOf.kind >= 0 && kind.texts.length > 0) || columnOf.class >= 0,
    unknownAmounts: money.unknown,
    merges: parties.merges(),
    issues: log.finish(),
    dataRows,
    leftOut: dataRows - deals,
  };
  return { ok: true, ledger };

  /** Same parties, amount, kind and date, and then the same text in every other column. */
  function sayDuplicates(): void {
    const keyed = [sides.from, sides.to, kind.ids, days.first, days.last];
    const amountOfRow = new Float64Array(count);
    for (let d = 0; d < deals; d++) amountOfRow[money.rows[d]] = minor === null ? 0 : minor.amounts[d];
    const twins = firstEqualRow(money.rows, keyed, amountOfRow);
    for (let d = 0; d < deals; d++) {
      if (twins[d] < 0) continue;
      const row = top + money.rows[d];
      const twin = top + money.rows[twins[d]];
      if (!columns.every((column) => grid.at(row, column) === grid.at(twin, column))) continue;
      log.cell(
        'duplicate-row',
        'warning',
        row,
        -1,
        `Row ${row + 1} repeats row ${twin + 1} exactly; both are counted`,
      );
    }
  }
}

/** What is to be said once per sheet: hidden rows and columns, assumptions. */
function saySheet(
  sheet: Sheet,
  layout: Layout,
  verdict: Uint8Array,
  log: IssueLog,
  facts: { dollar: boolean; assumed: boolean; currency: string | null; sides: Sides },
): void {
  const { dataTop: top, area, columnOf } = layout;
  const head = layout.heading.rows?.first ?? area.top;
  const hidden = (rows: readonly number[], code: string, what: string): void => {
    const inside = rows.filter((row) => row >= top && row <= area.bottom && verdict[row - top] === CANDIDATE);
    if (inside.length > 0)
      log.cell(code, 'info', inside[0], -1, `${grouped(inside.length)} ${what} and counted`);
  };
  hidden(sheet.hiddenRows, 'hidden-rows', 'rows of deals are hidden');
  hidden(sheet.filter?.hiddenRows ?? [], 'filtered-rows', 'rows of deals are out of sight under a filter');
  for (const decision of layout.columns) {
    if (decision.role !== null && sheet.hiddenColumns.includes(decision.column)) {
      log.cell(
        'hidden-column',
        'info',
        head,
        decision.column,
        `Column ${columnLetters(decision.column)} (${decision.role}) is hidden and used`,
      );
    }
  }
  if (facts.dollar)
    log.cell(
      'dollar-which',
      'info',
      head,
      columnOf.amount,
      'The sheet writes "$" and no country; US dollars are assumed',
    );
  if (facts.assumed && facts.currency !== null)
    log.cell(
      'currency-assumed',
      'info',
      head,
      columnOf.amount,
      `Some amounts name no currency; they are read as ${facts.currency}`,
    );
  if (facts.sides.unsaid !== null)
    log.cell(
      'direction-from-flag',
      'info',
      head,
      columnOf.direction,
      'Payer and receiver follow the direction column: out and buy pay, in and sell receive',
    );
  if (layout.assumed)
    log.cell(
      'columns-assumed',
      'warning',
      area.top,
      area.left,
      'There is no heading; the first two text columns are read as payer and receiver, the number column after them as the amount',
    );
  if (layout.columnsCut)
    log.cell(
      'columns-cut',
      'warning',
      head,
      area.left,
      'The table is wider than 256 columns; the rest is not read',
    );
  if (columnOf.kind < 0 && columnOf.class < 0) {
    log.cell(
      'no-kinds',
      'info',
      head,
      area.left,
      'No column tells kinds of deals, so measures that need kinds are left out',
    );
  }
}
