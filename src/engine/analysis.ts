/**
 * The answer: everything that Looplens says about a sheet of deals, as plain data.
 *
 * This is also the published JSON (docs/analysis.schema.json). Money is in the unit of the sheet (`ledger.unit`,
 * `ledger.scale`), shares are 0..1, null is "cannot be known from this sheet", cells are addresses.
 * A field is never removed or given another meaning within one major version of `schema`.
 */
import type { DealClass, DealRole, FinancialRole, IssueSeverity } from './ledger/types';

export type Basis = 'headline' | 'expected' | 'firm';
export const bases: readonly Basis[] = ['headline', 'expected', 'firm'];

export const analysisSchema = 'looplens-analysis/1';

export interface Analysis {
  readonly schema: typeof analysisSchema;
  /** `rules` changes whenever the same sheet can get another score. */
  readonly engine: { readonly name: 'looplens'; readonly version: string; readonly rules: string };
  readonly input: InputReport;
  readonly ledger: LedgerReport;
  readonly circularity: Readonly<Record<Basis, CircularityReport>>;
  /** When each deal closes or not with its probability: a range rather than one number. */
  readonly closing: ClosingReport | null;
  /** Finn cycling index: the share of throughflow that comes back when every party spends its money in proportion. */
  readonly mixing: { readonly share: number | null; readonly reason: string };
  readonly loops: readonly LoopReport[];
  /** Loops whose legs can follow one another in time within the window, row by row. */
  readonly timedLoops: readonly LoopReport[];
  /** Whether the lists of loops hold every loop that belongs in them. */
  readonly loopsComplete: boolean;
  /** The rows that carry most of the circulating amount, largest value first. */
  readonly rows: readonly RowReport[];
  readonly parties: readonly PartyReport[];
  /** Rows without an amount that could close a loop: how much more could come round at most. */
  readonly unknown: readonly UnknownReport[];
  readonly capex: readonly CapexReport[];
  readonly stress: StressReport | null;
  readonly score: ScoreReport;
  /** Present when asked for (--certificate). */
  readonly certificate?: CertificateReport;
  /** What a reader should know before quoting a number: sentences. */
  readonly notes: readonly string[];
}

export interface InputReport {
  readonly file: string;
  readonly sheet: string;
  readonly table: string | null;
  /** 'Deals!A1:P86' */
  readonly range: string;
  /** 64-bit digest of the deals as read, in hex: same deals, same digest, whatever the order of columns. */
  readonly digest: string;
  /** The basis of loops, rows, parties, stress and score. */
  readonly basis: Basis;
  readonly windowMonths: number;
  readonly maxLegs: number;
  /** Where the company figures were read; null when there are none. */
  readonly financials: {
    readonly sheet: string;
    readonly table: string | null;
    readonly range: string;
  } | null;
  /** Other tables that look like deals and were not used. */
  readonly others: readonly {
    readonly sheet: string;
    readonly table: string | null;
    readonly range: string;
  }[];
  readonly reason: string;
}

export interface ColumnReport<Role extends string> {
  readonly cell: string;
  readonly heading: string;
  readonly role: Role | null;
  readonly reason: string;
  readonly confidence: number;
}

export interface IssueReport {
  readonly code: string;
  readonly severity: IssueSeverity;
  readonly message: string;
  readonly cell: string;
}

export interface LedgerReport {
  readonly deals: number;
  readonly parties: number;
  /** Face amounts of all usable deals. */
  readonly gross: number;
  readonly currency: string | null;
  /** 'bn' */
  readonly unit: string;
  readonly scale: number;
  readonly decimals: number;
  readonly unitReason: string;
  readonly heading: { readonly cell: string; readonly reason: string } | null;
  readonly columns: readonly ColumnReport<DealRole>[];
  readonly financialColumns: readonly ColumnReport<FinancialRole>[];
  readonly hasKinds: boolean;
  readonly dataRows: number;
  readonly leftOut: number;
  readonly unknownAmounts: number;
  readonly merges: readonly {
    readonly party: string;
    readonly names: readonly string[];
    readonly reason: string;
  }[];
  readonly issues: readonly IssueReport[];
}

export interface CircularityReport {
  readonly share: number;
  readonly amount: number;
  readonly gross: number;
}

export interface ClosingReport {
  readonly draws: number;
  readonly seed: number;
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export type LoopKind = 'funded' | 'swap' | 'cross-holding' | 'reciprocal';

export type LoopFlag =
  | 'linked'
  | 'conditional'
  | 'within-30-days'
  | 'equal-amounts'
  | 'stock-to-customer'
  | 'cancellable'
  | 'up-to'
  | 'guarantee'
  | 'related-parties'
  | 'quarter-end'
  | 'no-outside-income'
  | 'estimated'
  | 'superseded';

export interface LegReport {
  /** Rows of the sheet (1-based, as the user sees them) that make up the leg. */
  readonly row: number;
  readonly rows: readonly number[];
  /** Cell of the amount of `row`, the largest of the leg. */
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  /** All rows of the leg together. */
  readonly amount: number;
  readonly class: DealClass;
}

export interface LoopReport {
  readonly rank: number;
  /** Parties in order, the first not repeated at the end. */
  readonly path: readonly string[];
  /** Smallest leg. Amounts of loops that share a leg must never be added up. */
  readonly amount: number;
  readonly kind: LoopKind | null;
  readonly legs: readonly LegReport[];
  /** Months from the first leg to the last; null when a leg has no date. */
  readonly months: number | null;
  readonly flags: readonly LoopFlag[];
  /** Cell behind each flag. */
  readonly flagEvidence: readonly { readonly flag: LoopFlag; readonly cell: string; readonly note: string }[];
}

export interface RowReport {
  readonly row: number;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  /** How much less would circulate without the row: exact, and not additive over rows. */
  readonly value: number;
  /** Smallest and largest part of the row that circulates, over all ways to reach the maximum. */
  readonly least: number;
  readonly most: number;
}

export interface PartyReport {
  readonly party: string;
  readonly inflow: number;
  readonly outflow: number;
  /** Amount that leaves the party and can come back to it as revenue (as anything, where the sheet tells no kinds). */
  readonly roundTrip: number | null;
  /** Of it, what leaves as funding (equity, loans, warrants, weighted guarantees) and comes back as revenue. */
  readonly fundedRoundTrip: number | null;
  /** Of it, what nobody outside the circle could have paid for, or what is matched or linked, a year. */
  readonly uncleared: number | null;
  /** Share of the party's sales that its own funding can have paid for. */
  readonly fundedShare: number | null;
  /** Herfindahl-Hirschman index of the party's paying customers, 0..1. */
  readonly concentration: number | null;
  readonly largestCustomer: { readonly party: string; readonly share: number } | null;
  /** Customers that make up 10 % or more of what the party receives as spend, the largest first. */
  readonly customers: readonly { readonly party: string; readonly share: number }[];
  /** Outside income / what the party has promised to spend a year; null when either is unknown or 0. */
  readonly externalDemand: number | null;
  /** Stated revenue less what nothing clears; null where no revenue is stated. */
  readonly organicRevenue: number | null;
  readonly revenue: number | null;
  readonly revenuePeriod: string | null;
  readonly outsideIncome: number | null;
  /** What the party has promised to spend, a year. */
  readonly promised: number;
  readonly inLoop: boolean;
}

/** One deal as it was read. Not a part of the published JSON: a caller of the engine asks for the list. */
export interface DealReport {
  readonly row: number;
  /** Of its amount. */
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  /** Face amount. */
  readonly amount: number;
  readonly class: DealClass;
  /** As the sheet has it, '' where it says nothing. */
  readonly kind: string;
  readonly status: string;
  /** 0..1: the probability that it closes, stated or taken from its status. */
  readonly weight: number;
}

export interface UnknownReport {
  readonly row: number;
  readonly cell: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The most that could come back through the row, were its amount large enough; 0 when it closes no loop, null when the sheet has too many such rows to look at each. */
  readonly couldReturn: number | null;
  readonly path: readonly string[];
}

export interface CapexReport {
  readonly party: string;
  readonly period: string;
  readonly cell: string;
  readonly revenue: number | null;
  readonly capex: number | null;
  readonly operatingCashFlow: number | null;
  /** Operating cash flow / capex (or revenue x cash margin / capex). */
  readonly coverage: number | null;
  /** Capex / revenue. */
  readonly intensity: number | null;
  readonly freeCashFlow: number | null;
  readonly requiredRevenue: number | null;
  /** Revenue less round trip, and the same ratios on it. */
  readonly organicRevenue: number | null;
  readonly organicCoverage: number | null;
  readonly organicIntensity: number | null;
  readonly payback: number | null;
  /** Promised spending a year / revenue, from the deals. */
  readonly commitmentsToRevenue: number | null;
  /** Commitments that the company figures state, and revenue a year / commitments (over one year). */
  readonly commitments: number | null;
  readonly commitmentCoverage: number | null;
  /** What one year less of useful life takes from operating income, a year: capex x (1/6 - 1/5). */
  readonly depreciationPerYearOfLife: number | null;
  readonly grade: string;
}

export interface StressReport {
  /** Share of funding that is cut: 0.78 is the fall of the Nasdaq in 2000-2002. */
  readonly cut: number;
  readonly parties: readonly {
    readonly party: string;
    readonly revenue: number;
    readonly lost: number;
    readonly direct: number;
    readonly knockOn: number;
    /** Share of what it promised that it can still pay. */
    readonly canPay: number;
    /** Round of the cascade in which it first falls short; 0 = it does not. */
    readonly round: number;
  }[];
}

export interface ScoreReport {
  /** 0..100 in steps of a half, so that driver points add up exactly in binary arithmetic. */
  readonly overall: number;
  readonly roundTrip: number;
  /** null when the sheet has no company figures. */
  readonly capex: number | null;
  readonly drivers: readonly DriverReport[];
  readonly evidence: { readonly used: number; readonly of: number };
  /** null on a basis that was not scored because the sheet is very large. */
  readonly byBasis: Readonly<Record<Basis, number | null>>;
  /** The score if every row without an amount that could close a loop returned as much as it could. */
  readonly ifUnknownReturns: number | null;
  readonly sentence: string;
}

export interface DriverReport {
  readonly id: string;
  readonly pillar: 'roundTrip' | 'capex';
  readonly label: string;
  /** null: no data, and the weight is shared out among the others of the pillar. */
  readonly value: number | null;
  /** How the value is written: a share of one, a ratio. */
  readonly unit: 'share' | 'times';
  readonly points: number;
  /** Points it could have brought at most. */
  readonly weight: number;
  readonly evidence: string;
  /** The cells behind it, those that bring most first: at most 12 of `cellCount`. */
  readonly cells: readonly string[];
  readonly cellCount: number;
  /** value = part / whole, money in the unit of the sheet; null where it is a mean over several parties, or there is no value. */
  readonly part: number | null;
  readonly whole: number | null;
  /** value = sum of weight x part / whole. The parties that bring most first: at most 12 of `termCount`. */
  readonly terms: readonly DriverTerm[];
  readonly termCount: number;
  /** Corners of the straight lines that turn a value into points, in rising values; none without data. */
  readonly thresholds: readonly { readonly value: number; readonly points: number }[];
  /** What those points are multiplied by: below 1 where a driver matters only in proportion to another. */
  readonly scale: number;
  /** Why there is no value, or none but 0; null otherwise. */
  readonly reason: DriverReason | null;
  /** Of the terms, those whose revenue is not given: their size in the sheet stands in. */
  readonly unstated: number;
  /** Parties that are not in it, because their revenue is not given while others' is: at most 12 of `count`. */
  readonly leftOut: { readonly parties: readonly string[]; readonly count: number };
}

/** One party's part of a driver; money in the unit of the sheet. */
export interface DriverTerm {
  readonly party: string;
  readonly part: number;
  readonly whole: number;
  /** 0..1; all of them add up to 1. */
  readonly weight: number;
  /** Of the company figures that `whole` is taken from; null where it is from the deals. */
  readonly period: string | null;
}

export type DriverReason =
  /** No seller gets back money that nothing clears. */
  | 'nothing-returns'
  /** The revenue of no seller in a circle is given. */
  | 'no-seller-revenue'
  /** The sheet has no column that tells the kind of a deal. */
  | 'no-kinds'
  /** No row or figure says who else pays the buyers in the circle. */
  | 'no-outside-income'
  /** No company of the deals has these figures. */
  | 'no-figures';

export interface CertificateReport {
  readonly basis: Basis;
  /** sum of amount x max(0, 1 + rank[from] - rank[to]) over all deals equals the circulating amount. */
  readonly formula: string;
  readonly amount: number;
  readonly ranks: readonly { readonly party: string; readonly rank: number }[];
  /** One optimal flow, row by row: zero net at every party proves the other side. */
  readonly flows: readonly { readonly row: number; readonly flow: number }[];
}
