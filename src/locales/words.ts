/** Every word of the pane. What the engine says about a sheet is told by its own table: sentencesFor. */
import type { Basis, DealClass, DealRole, DriverReport, LoopFlag, LoopKind } from '../engine/index';
import type { CompanyGroup } from '../app/capexView';
import type { Tab } from '../app/state';
import type { Era } from '../app/yardstick';
import type { RefusalReason } from '../workbook/port';

/** What the sentence of a driver is made of. */
export type DriverFacts = Pick<
  DriverReport,
  'id' | 'label' | 'evidence' | 'terms' | 'termCount' | 'reason' | 'unstated' | 'leftOut'
>;

/** A value and the points that it brings, both written out. */
export interface Corner {
  readonly value: string;
  readonly points: string;
}

export interface PaneWords {
  readonly locale: 'en' | 'ko';
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly tabList: string;

  readonly bases: Readonly<Record<Basis, string>>;
  readonly basis: string;
  readonly basisHelp: Readonly<Record<Basis, string>>;

  /** The sentence that answers before any table does. `who`: the parties that most of it goes round between. */
  readonly answer: (share: string, amount: string, gross: string, who: string) => string;
  readonly answerNothing: (gross: string) => string;
  readonly answerNoMoney: string;
  readonly and: (names: readonly string[]) => string;

  readonly score: string;
  readonly outOf: string;
  readonly pillars: { readonly roundTrip: string; readonly capex: string };
  readonly pillarUnknown: string;
  readonly evidence: (used: number, of: number) => string;
  readonly howScoreAddsUp: string;
  readonly waterfallTable: string;
  readonly points: (points: string, weight: string) => string;
  readonly total: string;
  readonly noData: string;
  /** A driver's name, and what it rests on in a sentence. `value` is written out, '14.6 %'. */
  readonly driver: (
    driver: DriverFacts,
    value: string,
  ) => { readonly label: string; readonly evidence: string };
  /** What a party's share is made of; amounts are written out. */
  readonly termOf: (party: string, part: string, whole: string) => string;
  readonly partOf: (part: string, whole: string) => string;
  readonly andOthers: (many: number) => string;
  /** How a value turns into points: two corners or more, the first and the last flat beyond. */
  readonly thresholds: (corners: readonly Corner[]) => string;
  /** Where a driver counts in proportion to the money that comes back. */
  readonly scaledTo: (share: string) => string;
  /** Of a list that is cut. */
  readonly firstOf: (shown: number, all: number) => string;
  readonly showCells: (cell: string) => string;

  readonly goesRound: string;
  readonly partialEvidence: (used: number, of: number) => string;
  readonly lossesHelp: string;
  readonly chooseOwner: string;
  readonly use: string;
  readonly sinceBefore: string;
  readonly unchanged: string;
  readonly changedBy: (name: string, from: string, to: string) => string;

  readonly whatWasRead: string;
  readonly rowsRead: (deals: number, rows: number, leftOut: number) => string;
  readonly figuresIn: (range: string) => string;
  readonly noFigures: string;
  readonly chooseTable: string;
  readonly useSelection: string;
  readonly columns: string;
  readonly columnWithoutHeading: (letters: string) => string;
  readonly roleOf: (heading: string) => string;
  readonly notUsed: string;
  readonly roles: Readonly<Record<DealRole, string>>;
  readonly forget: string;
  readonly forgetHelp: string;
  readonly dropped: (headings: string) => string;
  /** The unit is 'money' where the sheet says neither currency nor scale; so is it for `unit`, which heads amounts. */
  readonly amountsIn: (unit: string) => string;
  readonly unit: (unit: string) => string;
  readonly issues: (many: number) => string;
  readonly more: (many: number) => string;
  readonly notes: string;

  readonly selectedRow: (row: number) => string;
  readonly addsToCircle: (amount: string) => string;
  readonly addsNothing: string;
  readonly inLoops: (ranks: string) => string;
  readonly amountNotGiven: (text: string) => string;

  readonly loops: (many: number) => string;
  readonly noLoops: string;
  readonly noLoopsWhy: string;
  readonly loopTitle: (rank: number) => string;
  readonly loopAmount: string;
  readonly months: (months: string) => string;
  readonly kinds: Readonly<Record<LoopKind, string>>;
  readonly kindUnknown: string;
  readonly flags: Readonly<Record<LoopFlag, string>>;
  readonly classes: Readonly<Record<DealClass, string>>;
  readonly legs: string;
  readonly flowTable: string;
  readonly copyPicture: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly loopsMayShare: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly amount: string;
  readonly row: string;

  /** The companies of the deals together; null: no company has the figures. */
  readonly capexAnswer: (coverage: string | null, intensity: string | null) => string;
  readonly capexTogether: string;
  readonly capexNone: string;
  readonly capexNoneWhy: string;
  readonly capexNoneDo: string;
  readonly coverage: string;
  readonly intensity: string;
  readonly coverageHelp: string;
  readonly intensityHelp: string;
  /** Beside the dashed line of the coverage. */
  readonly coveredLine: string;
  readonly byPeriod: (company: string) => string;
  readonly periodsLeftOut: (many: number) => string;
  readonly revenue: string;
  readonly capexWord: string;
  readonly needed: string;
  readonly neededWord: string;
  readonly neededHelp: string;
  readonly figuresOf: (period: string) => string;
  readonly operatingCash: string;
  readonly freeCash: string;
  readonly payback: string;
  readonly promised: string;
  readonly promisedHelp: string;
  readonly commitments: string;
  readonly commitmentCoverage: string;
  readonly lessLife: string;
  readonly organic: string;
  readonly organicHelp: string;
  readonly notGiven: string;
  readonly period: string;
  readonly company: string;
  readonly companyGroups: Readonly<Record<CompanyGroup, string>>;
  readonly yardstick: string;
  /** `own`: the companies of the deals together; null where they have no such figures. Ranges are written out. */
  readonly yardstickAnswer: (own: string | null, ranges: Readonly<Record<Era, string>>) => string;
  readonly rangeOf: (least: string, most: string) => string;
  readonly eras: Readonly<Record<Era, string>>;
  readonly ofThisSheet: string;
  readonly generalKnowledge: string;
  readonly grades: string;
  readonly sources: string;
  readonly grade: string;

  readonly whatIfOn: (changes: number) => string;
  readonly whatIfLead: string;
  readonly reset: string;
  readonly cutFunding: string;
  readonly cutPreset: string;
  readonly noCut: string;
  readonly dealsOff: string;
  readonly searchDeals: string;
  readonly chancesDoNotCount: (headline: string, expected: string) => string;
  readonly dealIsOn: (from: string, to: string) => string;
  readonly statusOf: (from: string, to: string) => string;
  readonly asInSheet: (status: string) => string;
  readonly statuses: Readonly<Record<string, string>>;
  readonly closesWith: (from: string, to: string) => string;
  readonly instead: (before: string) => string;
  readonly losesRevenue: string;
  readonly lost: string;
  readonly knockOn: string;
  readonly largestDeals: (many: number) => string;

  readonly busy: Readonly<Record<string, string>>;
  readonly cancel: string;
  readonly refresh: string;
  readonly stale: string;
  readonly stopped: string;
  readonly close: string;

  readonly welcomeTitle: string;
  readonly welcomeText: string;
  readonly fillSample: string;
  readonly skip: string;
  readonly filled: (sheets: { readonly deals: string; readonly figures: string }) => string;

  readonly noDealsWhy: string;
  readonly troubleTitles: Readonly<Record<string, string>>;
  readonly troubleOther: string;
  readonly tryAgain: string;
  readonly chooseCurrency: string;

  /** What a workbook would not do; `message` says it in English, with the place and what Excel itself said. */
  readonly refused: (why: RefusalReason, message: string) => string;

  readonly shareLead: string;
  readonly shareComments: string;
  readonly shareHighlight: string;
  readonly shareValues: string;
  readonly sharePlan: string;
  readonly shareWillWrite: (changes: number, comments: number, rows: number) => string;
  readonly shareWillRemove: (changes: number) => string;
  readonly shareWrite: string;
  readonly shareRemove: string;
  readonly shareNotNow: string;
  readonly shareNothing: string;
  readonly sharePlanRemoval: string;
  readonly shareCheck: string;
  readonly shareReport: string;
  /** A report that was written at a time, and whether it still matches. */
  readonly shareSame: (sheet: string, time: string) => string;
  readonly shareChanged: (sheet: string, time: string) => string;
  readonly shareUnchecked: (sheet: string, time: string) => string;
  readonly shareDamaged: (sheet: string) => string;
  readonly shareNewer: (sheet: string) => string;
  readonly shareWritten: string;
  readonly shareRemoved: string;
  readonly shareAnew: string;
}
