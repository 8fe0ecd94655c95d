/** The one pipeline: workbook -> ledger -> measures -> score -> Analysis. */
import {
  analysisSchema,
  type Analysis,
  type Basis,
  type ColumnReport,
  type DealReport,
  type IssueReport,
  type StressReport,
} from './analysis';
import { areaAddress } from './address';
import type { Book } from './book';
import { chooseDeals, chooseFigures, rolesOn, type SheetRoles, type Place } from './choose';
import { digestOf } from './digest';
import { topLoops } from './kernel/loops';
import { topTimedLoops } from './kernel/timedLoops';
import { readAliases } from './ledger/aliases';
import { readFinancials } from './ledger/financials';
import { readLedger, type ReadOptions, type Refusal as LedgerRefusal, type Where } from './ledger/read';
import type { DealRole, Financials, Ledger, RowIssue } from './ledger/types';
import { closingRange } from './measures/closing';
import { amountsOn, annualAmounts } from './measures/basis';
import { withKnownLegs } from './measures/knownLegs';
import { describeLoops } from './measures/loops';
import { mixing } from './measures/mixing';
import { rowValues } from './measures/rowValues';
import { circularShare, solve, type Solved } from './measures/solved';
import { dotComFall, stress } from './measures/stress';
import { onlyTogether, unknownLegs, type UnknownLeg } from './measures/unknownLegs';
import { measure, type Measured } from './measured';
import { capexReports } from './describe/capexReports';
import { dealReports } from './describe/dealReports';
import { certificateReport } from './describe/certificateReport';
import { columnReports, inputReport, ledgerReport, refusalReport } from './describe/ledgerReport';
import { notesFor, openLoopsNote } from './describe/notes';
import { driverReports } from './describe/drivers/driverReports';
import { partyReports } from './describe/partyReports';
import { rowReports, unknownReports } from './describe/rowReports';
import { scoreSentence } from './describe/sentence';
import { stressReports } from './describe/stressReports';
import { rules } from './score/thresholds';
import type { RefusalCode } from './refusals';
import { say, telling, type Sentences, type Tell } from './sentence';
import { workFor } from './sizes';
import { version } from './version';
import { withDealsChanged, withFundingCut, type WhatIf } from './whatIf';

export interface AnalyzeOptions {
  /** Name of the sheet to take; the best deal table of all sheets otherwise. */
  readonly sheet?: string;
  /** Name of the Excel table to take. */
  readonly table?: string;
  /** 'A1:H90' or 'Sheet!A1:H90'. */
  readonly range?: string;
  /** Table, sheet or range with the company figures; found by itself otherwise. */
  readonly financials?: string;
  /** A workbook of its own for the company figures. */
  readonly financialsBook?: Book;
  /** Default headline. */
  readonly basis?: Basis;
  /** Spelling -> name. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** The party that keeps the sheet, where each row names one counterparty and a direction. */
  readonly owner?: string;
  /** Currency of a sheet that does not say; in a sheet of several, the one to keep. */
  readonly currency?: string;
  /**
   * A user's corrections of the reading: sheet -> absolute column -> role, null for a column that is not used. Only those of the
   * sheet that the deals are on are applied.
   */
  readonly roles?: SheetRoles;
  /** A user's correction: absolute row of the heading. */
  readonly headingRow?: number;
  /** Rows of each ranked list; default 20. */
  readonly top?: number;
  /** Default 6. */
  readonly maxLegs?: number;
  /** Months within which a time-respecting loop must close; default 12. */
  readonly windowMonths?: number;
  /** Only deals dated from / until this day (days since 1970-01-01). */
  readonly since?: number;
  readonly until?: number;
  readonly certificate?: boolean;
  /** Share of funding cut in the stress; default 0.78. */
  readonly cut?: number;
  /** Monte Carlo; defaults 1,000 and 1. 0 draws leaves it out. */
  readonly draws?: number;
  readonly seed?: number;
  /** A scenario instead of the sheet as it stands. */
  readonly whatIf?: WhatIf;
  /** The outcome lists the deals as read, at most this many (the largest). Default: it does not. */
  readonly listDeals?: number;
  /** The language of what is said about the workbook; English otherwise. Names of drivers and steps are told by whoever shows them. */
  readonly sentences?: Sentences;
  /** Called with the name of each step as it begins and the share of the work that is done. */
  readonly onStep?: (step: string, done: number) => void;
}

export interface AnalyzeRefusal {
  readonly code: RefusalCode;
  /** A sentence: what was looked for, what was seen, what to do. */
  readonly message: string;
  readonly cell: string;
  readonly issues: readonly IssueReport[];
  /** The cells that were taken for the deals, where it came to that: what to put right about them. */
  readonly seen?: {
    readonly range: string;
    readonly columns: readonly ColumnReport<DealRole>[];
    /** Of amounts in several currencies. */
    readonly currencies: readonly string[];
  };
}

export type AnalyzeOutcome =
  | {
      readonly ok: true;
      readonly analysis: Analysis;
      /** In sheet order, as they stand in the sheet whatever the scenario; empty unless asked for. */
      readonly deals: readonly DealReport[];
    }
  | { readonly ok: false; readonly refusal: AnalyzeRefusal };

/**
 * Everything that Looplens says about the deals of a workbook. Pure: the same workbook and options give the same
 * answer on every machine. Refuses, with a sentence, what is not a sheet of deals; throws only when the engine
 * cannot prove its own result, which is a defect.
 */
export function analyze(book: Book, options: AnalyzeOptions = {}): AnalyzeOutcome {
  const step = options.onStep ?? (() => {});
  step('Finding the deals', 0);
  const tell = telling(options.sentences ?? {});
  const choice = chooseDeals(book, options);
  if (!choice.ok) {
    const { code, message, nearly } = choice;
    const seen = nearly === undefined ? {} : { seen: seenOf(book, nearly.where, nearly.refusal, tell) };
    return { ok: false, refusal: { code, message: tell(message), cell: '', issues: [], ...seen } };
  }

  step('Reading the deals', 0.05);
  const aliases = new Map([...readAliases(book), ...(options.aliases ?? [])]);
  const outcome = readLedger(
    book,
    choice.where,
    readOptions(options, aliases, rolesOn(book, choice.where.sheet, options.roles)),
  );
  if (!outcome.ok) {
    const seen = seenOf(book, choice.where, outcome.refusal, tell);
    return { ok: false, refusal: { ...refusalReport(outcome.refusal, tell), seen } };
  }
  const whatIf = options.whatIf ?? {};
  const standing = options.whatIf === undefined ? outcome.ledger : withDealsChanged(outcome.ledger, whatIf);
  const { fundingCut } = whatIf;
  const ledger = fundingCut === undefined ? standing : withFundingCut(standing, fundingCut);
  const figures = readFigures(book, options, choice.where, ledger, aliases, tell);
  if ('refusal' in figures) return { ok: false, refusal: figures.refusal };

  step('Solving the circulation', 0.2);
  const basis = options.basis ?? 'headline';
  const maxLegs = options.maxLegs ?? 6;
  const solved = {
    headline: solve(ledger, 'headline'),
    expected: solve(ledger, 'expected'),
    firm: solve(ledger, 'firm'),
  };
  step('Measuring the parties', 0.4);
  const measured = measure(ledger, figures.financials, basis, solved[basis]);
  step('Describing what was found', 0.7);
  // Who loses what is measured from before the cut; afterwards there is nothing left to lose.
  const before = fundingCut === undefined ? measured : measure(standing, figures.financials, basis);
  const analysis = describe({
    book,
    options,
    choice,
    ledger,
    ...figures,
    solved,
    measured,
    stressed: stressOf(standing, before, basis, options.cut ?? fundingCut ?? dotComFall),
    basis,
    maxLegs,
    tell,
  });
  const deals = options.listDeals === undefined ? [] : dealReports(outcome.ledger, options.listDeals);
  step('Done', 1);
  return { ok: true, analysis, deals };
}

interface Found {
  readonly book: Book;
  readonly options: AnalyzeOptions;
  readonly choice: { readonly where: Place; readonly others: readonly Place[] };
  readonly ledger: Ledger;
  readonly financials: Financials | null;
  readonly figureIssues: readonly RowIssue[];
  readonly solved: Readonly<Record<Basis, Solved>>;
  readonly measured: Measured;
  readonly stressed: StressReport | null;
  readonly basis: Basis;
  readonly maxLegs: number;
  readonly tell: Tell;
}

function describe(found: Found): Analysis {
  const { ledger, financials, options, measured, basis, maxLegs, solved, tell } = found;
  const work = workFor(ledger.deals);
  const top = options.top ?? 20;
  const windowMonths = options.windowMonths ?? 12;
  const money = 10 ** ledger.money.decimals;
  const { graph, parts, amount } = measured.solved;
  const context = { ledger, graph, amount, outside: measured.parties.outside, tell };
  const loops = topLoops(graph, parts.of, { top, maxLegs });
  const timed = topTimedLoops(
    {
      nodes: graph.nodes,
      from: ledger.from,
      to: ledger.to,
      amount,
      firstDay: ledger.day,
      lastDay: ledger.lastDay,
    },
    parts.of,
    { top, maxLegs, windowDays: Math.round(windowMonths * 30.4375) },
  );
  const unknown = unknownLegs(ledger, graph);
  const scoresAll = work.scoresAllBases;
  const draws = options.draws ?? work.draws;
  const seed = options.seed ?? 1;
  // Where every deal is certain there is nothing to draw.
  const isOpen = ledger.weight.some((weight) => weight < 1);
  const closing = draws > 0 && isOpen ? { draws, seed, ...closingRange(ledger, draws, seed) } : null;
  const mixed = mixing(measured.solved);
  const byBasis = (of: Basis) =>
    of === basis
      ? measured.score.overall
      : scoresAll
        ? measure(ledger, financials, of, solved[of]).score.overall
        : null;
  return {
    schema: analysisSchema,
    engine: { name: 'looplens', version, rules },
    input: inputReport(
      found.book,
      found.choice,
      found.financials,
      { file: found.book.name, digest: digestOf(ledger), basis, windowMonths, maxLegs },
      tell,
    ),
    ledger: ledgerReport(ledger, financials, found.figureIssues, tell),
    circularity: {
      headline: circularity(solved.headline, money),
      expected: circularity(solved.expected, money),
      firm: circularity(solved.firm, money),
    },
    closing,
    mixing: { share: mixed.share, reason: tell(mixed.reason) },
    loops: describeLoops(loops, context, (arc) =>
      measured.rows.rows.subarray(measured.rows.start[arc], measured.rows.start[arc + 1]),
    ),
    timedLoops: describeLoops(timed, context, (deal) => Int32Array.of(deal)),
    loopsComplete: loops.complete && timed.complete,
    rows: rowReports(ledger, amount, rowValues(measured.solved, measured.rows, work.rowValues), top),
    parties: partyReports(measured),
    unknown: unknownReports(ledger, unknown),
    capex: financials === null ? [] : capexReports(ledger, financials, measured),
    stress: found.stressed,
    score: {
      ...measured.score,
      drivers: driverReports(measured, financials),
      byBasis: { headline: byBasis('headline'), expected: byBasis('expected'), firm: byBasis('firm') },
      ifUnknownReturns: scoresAll ? scoreIfKnown(found, unknown) : null,
      sentence: tell(scoreSentence(measured)),
    },
    ...(options.certificate === true ? { certificate: certificateReport(measured.solved) } : {}),
    notes: [
      ...found.book.notes,
      ...notesFor(found.book, ledger, financials, measured, closing).map(tell),
      ...openLoopsNote(onlyTogether(graph, unknown)).map(tell),
    ],
  };
}

/** Who loses how much revenue when funding is cut; null where the sheet does not tell funding. */
function stressOf(ledger: Ledger, measured: Measured, basis: Basis, cut: number): StressReport | null {
  if (!ledger.hasKinds) return null;
  const annual = annualAmounts(ledger, amountsOn(basis, ledger));
  return {
    cut,
    parties: stressReports(ledger, stress(ledger, annual, measured.parties.outside.unseen, cut)),
  };
}

/** The score if every unknown leg returned as much as it could; null when there is none that could close a loop. */
function scoreIfKnown(found: Found, unknown: readonly UnknownLeg[]): number | null {
  if (!unknown.some((leg) => (leg.couldReturn ?? 0) > 0)) return null;
  return measure(withKnownLegs(found.ledger, unknown), found.financials, found.basis).score.overall;
}

function circularity(solved: Solved, money: number) {
  return {
    share: circularShare(solved),
    amount: solved.circulation.amount / money,
    gross: solved.gross / money,
  };
}

type Figures =
  | { readonly financials: Financials | null; readonly figureIssues: readonly RowIssue[] }
  | { readonly refusal: AnalyzeRefusal };

/** Company figures that were asked for must be readable; those that were only found are left out with an issue. */
function readFigures(
  book: Book,
  options: AnalyzeOptions,
  deals: Place,
  ledger: Ledger,
  aliases: ReadonlyMap<string, string>,
  tell: Tell,
): Figures {
  const isOwn = options.financialsBook === undefined;
  const figuresBook = options.financialsBook ?? book;
  const chosen = chooseFigures(figuresBook, options.financials, isOwn ? deals : null);
  if (chosen === null) {
    if (isOwn) return { financials: null, figureIssues: [] };
    const message = say`No table of company figures was found in ${figuresBook.name}: it needs a company, a period and revenue or capex.`;
    return { refusal: { code: 'no-figures', message: tell(message), cell: '', issues: [] } };
  }
  if ('code' in chosen)
    return { refusal: { code: chosen.code, message: tell(chosen.message), cell: '', issues: [] } };
  const read = readFinancials(figuresBook, chosen, ledger, { aliases });
  if ('financials' in read) return { financials: read.financials, figureIssues: read.financials.issues };
  if (!isOwn || options.financials !== undefined) return { refusal: refusalReport(read.refusal, tell) };
  const { code, message, cell } = read.refusal;
  const left: RowIssue = { code, severity: 'warning', message, row: chosen.area.top, column: -1, cell };
  return { financials: null, figureIssues: [left] };
}

/** Only what the user has said: a filter by date, even an open one, leaves out deals without a date. */
function readOptions(
  options: AnalyzeOptions,
  aliases: ReadonlyMap<string, string>,
  roles: ReadOptions['roles'],
): ReadOptions {
  const { since, until, owner, currency, headingRow } = options;
  const include = {
    ...(since === undefined ? {} : { firstDay: since }),
    ...(until === undefined ? {} : { lastDay: until }),
  };
  return {
    aliases,
    ...(since === undefined && until === undefined ? {} : { include }),
    ...(owner === undefined ? {} : { owner }),
    ...(currency === undefined ? {} : { currency }),
    ...(roles === undefined ? {} : { roles }),
    ...(headingRow === undefined ? {} : { headingRow }),
  };
}

function seenOf(
  book: Book,
  where: Where,
  { columns, headRow, currencies }: LedgerRefusal,
  tell: Tell,
): NonNullable<AnalyzeRefusal['seen']> {
  const { name } = book.sheets[where.sheet];
  return {
    range: areaAddress(name, where.area),
    columns: columnReports(name, headRow, columns, tell),
    currencies,
  };
}
