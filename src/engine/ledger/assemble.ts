/** From a laid-out table to the ledger: the passes over its rows, in order. Each pass is a file of its own. */
import type { Book, Sheet } from '../book';
import { cellAddress } from '../address';
import { say, type Sentence } from '../sentence';
import { amountRows } from './amountRows';
import { scanAmounts } from './amounts';
import { ClassReader } from './classes';
import { noDays, readDays } from './dates';
import { dealArrays } from './dealArrays';
import { sayDuplicates } from './duplicates';
import { excludeRows } from './exclude';
import type { IssueLog } from './issues';
import type { Layout } from './layout';
import { readLinks } from './links';
import { minorAmounts } from './minor';
import { decideUnit } from './moneyUnit';
import type { PartyBook } from './parties';
import type { ReadOptions, Where } from './readOptions';
import { BLANK_ROW, CANDIDATE, classifyRows } from './rows';
import { saySheet } from './sheetNotes';
import type { Sides } from './sides';
import { StandingReader, interned } from './standing';
import { readTerms } from './term';
import type { TextColumn } from './textColumn';
import { noTexts, readTexts } from './textColumn';
import { grouped } from './text';
import type { DealRole, Ledger } from './types';

export interface AssembleInput {
  readonly book: Book;
  readonly sheet: Sheet;
  readonly where: Where;
  readonly options: ReadOptions;
  readonly layout: Layout;
  readonly sides: Sides;
  readonly parties: PartyBook;
  readonly log: IssueLog;
}

/** Why no ledger can be made of rows that were read. */
export interface AssembleRefusal {
  readonly code: 'mixed-currencies' | 'no-deals' | 'amounts-too-large';
  readonly message: Sentence;
  readonly cell: string;
  /** Of amounts in several: those that were seen. */
  readonly currencies?: readonly string[];
}

export function assemble(input: AssembleInput): Ledger | AssembleRefusal {
  const { book, sheet, where, options, layout, sides, parties, log } = input;
  const { columnOf, dataTop: top, area } = layout;
  const count = area.bottom - top + 1;
  const columns = layout.columns.map((decision) => decision.column);
  const amountCell = cellAddress(sheet.name, top, columnOf.amount);
  const texts = (role: DealRole): TextColumn =>
    columnOf[role] < 0 ? noTexts(count) : readTexts(sheet.grid, columnOf[role], top, count);
  const headingOf = (column: number): string =>
    layout.heading.rows === null
      ? ''
      : (layout.columns.find((decision) => decision.column === column)?.heading ?? '');

  // 1. What each row is.
  const scan = scanAmounts(sheet, columnOf.amount, top, count);
  const prose = new Set([columnOf.amountNote, columnOf.condition, columnOf.source, columnOf.status]);
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
  const days = (column: number): ReturnType<typeof readDays> | null =>
    column < 0
      ? null
      : readDays(sheet, book.date1904, column, top, area.bottom, log, (i) => verdict[i] === CANDIDATE);
  const dated = days(columnOf.date) ?? noDays(count);
  const ends = days(columnOf.endDate);
  const candidate = excludeRows(
    { top, columnOf, sides, kind, days: dated, include: options.include, parties },
    verdict,
    log,
  );

  // 2. What its money is.
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
  if ('message' in unit) return { code: 'mixed-currencies', ...unit };
  const money = amountRows({
    sheet,
    top,
    scan,
    unit,
    candidate,
    from: sides.from,
    to: sides.to,
    notes: texts('amountNote'),
    parties,
    classes: new ClassReader(kind, columnOf.kind, texts('class'), columnOf.class, log),
    term: readTerms(texts('term'), headingOf(columnOf.term), dated, ends),
    log,
  });
  const deals = money.rows.length;
  let dataRows = 0;
  for (let i = 0; i < count; i++) if (verdict[i] !== BLANK_ROW) dataRows++;
  if (deals === 0) {
    const why =
      dataRows === 0
        ? say`the table has no rows`
        : say`${grouped(dataRows)} rows were read and none can be used`;
    return {
      code: 'no-deals',
      message: say`No row is a deal with a payer, a receiver and an amount: ${why} (${amountCell}).`,
      cell: amountCell,
    };
  }
  const minor = minorAmounts(money.values);
  if (minor === null) {
    return {
      code: 'amounts-too-large',
      message: say`The amounts add up to more than 9,007,199,254,740,991 units, which cannot be counted exactly: state them in a larger unit (${amountCell}).`,
      cell: amountCell,
    };
  }
  if (minor.rounded > 0) {
    const sentence = say`${grouped(minor.rounded)} amounts carry more decimals than can be kept; they are rounded to ${minor.decimals}`;
    log.cell('amount-rounded', 'warning', top + money.rows[minor.firstRounded], columnOf.amount, sentence);
  }

  // 3. How it stands.
  const status = texts('status');
  const standing = new StandingReader(
    {
      status,
      statusColumn: columnOf.status,
      probability: texts('probability'),
      probabilityColumn: columnOf.probability,
      firmShare: texts('firmShare'),
      firmShareColumn: columnOf.firmShare,
      condition: texts('condition'),
    },
    log,
  );
  const kinds = interned(kind);
  const statuses = interned(status);
  const arrays = dealArrays({ top, money, standing, kind, kinds, status, statuses, days: dated });
  const links = readLinks(sheet.grid, money.rows, top, columnOf.id, columnOf.link, texts('link'), log);
  sayDuplicates(
    sheet.grid,
    top,
    money.rows,
    [sides.from, sides.to, kind.ids, dated.first, dated.last],
    minor.amounts,
    columns,
    log,
  );
  saySheet(sheet, layout, verdict, log, unit, sides);

  return {
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
      written: minor.written,
      reason: unit.reason,
    },
    deals,
    ...arrays,
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
}
