/**
 * The ledger: a sheet of deals as columns of typed arrays, with every decision that led to it kept as data.
 *
 * Index i of every per-deal array is one usable deal, in sheet order. Everything that was not usable is in
 * `issues`, so that rows read + rows left out = rows in the table.
 */
import type { Area } from '../book';
import type { Sentence } from '../sentence';

/** What a deal does to its receiver (model: ledger table). Stored as its index in `dealClasses`. */
export type DealClass = 'F' | 'W' | 'G' | 'S' | 'X' | '?';
/** F funding, W warrant or shares to a customer, G guarantee, S spend (revenue of the receiver), X money from outside, ? not said. */
export const dealClasses: readonly DealClass[] = ['F', 'W', 'G', 'S', 'X', '?'];
export const FUNDING = 0;
export const WARRANT = 1;
export const GUARANTEE = 2;
export const SPEND = 3;
export const OUTSIDE = 4;
export const UNSAID = 5;

/** Roles that a column of the deal table can play. */
export type DealRole =
  | 'id'
  | 'from'
  | 'to'
  | 'amount'
  | 'amountNote'
  | 'kind'
  | 'class'
  | 'status'
  | 'probability'
  | 'date'
  | 'endDate'
  | 'term'
  | 'firmShare'
  | 'link'
  | 'condition'
  | 'currency'
  | 'unit'
  | 'source'
  | 'grade'
  | 'direction';

/** Roles that a column of the financials table can play. */
export type FinancialRole =
  | 'party'
  | 'period'
  | 'revenue'
  | 'outsideRevenue'
  | 'capex'
  | 'operatingCashFlow'
  | 'cashMargin'
  | 'commitments'
  | 'source'
  | 'grade';

/** One column of a table: what it was taken for and why, so that a user can correct it. */
export interface ColumnDecision<Role extends string> {
  /** Absolute column in the sheet. */
  readonly column: number;
  /** The heading as it stands in the sheet; 'column F (no heading)' where there is none. */
  readonly heading: string;
  /** null: the column is not used. */
  readonly role: Role | null;
  /** 'heading "투자사" is a word for the payer' */
  readonly reason: Sentence;
  /** 0..1 */
  readonly confidence: number;
}

export interface HeadingDecision {
  /** Absolute rows of the heading, first and last; null when the table has no heading row. */
  readonly rows: { readonly first: number; readonly last: number } | null;
  readonly reason: Sentence;
  readonly confidence: number;
}

/** How money is written in the table. An amount in minor units / 10^decimals is the amount in the sheet's unit. */
export interface MoneyUnit {
  /** ISO code, or null when the sheet does not say. */
  readonly currency: string | null;
  /** Size of one unit of the sheet in the currency: 1e9 for a sheet in billions. */
  readonly scale: number;
  /** 'bn', 'm', 'k', '조', '억' ... or '' for single units. */
  readonly label: string;
  /** Decimals kept: the most that any amount carries, at most 6. */
  readonly decimals: number;
  /** Decimals that the amounts of the sheet carry, for showing them: at most `decimals`. */
  readonly written: number;
  /** 'heading "amount_usd_bn" (Deals!E1)' */
  readonly reason: Sentence;
}

export type IssueSeverity = 'error' | 'warning' | 'info';

/**
 * Something about a row or a cell that a user should know.
 * error: the row is left out of the figures. warning: it is used, with an assumption. info: it is used as it stands.
 */
export interface RowIssue {
  /** Stable, kebab-case: 'amount-unreadable', 'self-deal', 'total-row', 'party-blank', ... see ledger/issues.ts. */
  readonly code: string;
  readonly severity: IssueSeverity;
  /** With the value in quotes and the cell last: `Amount "12,5O" is not a number (Ledger!C41).` */
  readonly message: Sentence;
  /** Absolute row and column; column -1 when the whole row is meant. */
  readonly row: number;
  readonly column: number;
  /** 'Ledger!C41' */
  readonly cell: string;
}

/** Flags of a deal, or-ed into Ledger.flags. */
export const UP_TO = 1;
export const CANCELLABLE = 2;
export const CONDITIONAL = 4;
/** The amount is an estimate or was inferred from another row. */
export const ESTIMATED = 8;
/** The deal no longer stands: superseded, terminated, duplicate of another row. */
export const DEAD = 16;
export const RELATED_PARTY = 32;
/** Status weight is a default of Looplens rather than a probability in the sheet. */
export const WEIGHT_ASSUMED = 64;

/** No date: stored in `day` and `lastDay`. */
export const NO_DAY = -0x80000000;

/** A deal with two known parties whose amount is unknown: counted, never zero, and never part of a total. */
export interface UnknownAmount {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Index in dealClasses. */
  readonly dealClass: number;
  readonly cell: string;
  /** What stands in the amount cell or note: '10 GW of systems; no price given'. */
  readonly text: string;
}

export interface PartyMerge {
  /** Spellings as they stand in the sheet. */
  readonly names: readonly string[];
  readonly party: number;
  /** 'alias table' or 'same letters but for case and spaces'. */
  readonly reason: Sentence;
}

export interface Ledger {
  /** 'Deals', for cell addresses. */
  readonly sheet: string;
  /** The data with its heading, absolute. */
  readonly area: Area;
  readonly table: string | null;
  readonly heading: HeadingDecision;
  readonly columns: readonly ColumnDecision<DealRole>[];
  readonly money: MoneyUnit;

  /** Number of usable deals: the length of every array below. */
  readonly deals: number;
  /** Absolute row in the sheet of each deal. */
  readonly sheetRow: Int32Array;
  /** Payer and receiver of value, index into `parties`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Face amount in minor units, integer >= 0. */
  readonly amount: Float64Array;
  /** Weight 0..1 of the expected basis: the sheet's probability, or the default of the deal's status. */
  readonly weight: Float64Array;
  /**
   * Share 0..1 of the amount that is firm: what the sheet's firm share column says; else 1 where the deal is signed or
   * closed and neither conditional, capped ("up to") nor cancellable. 0 for deals that no longer stand.
   */
  readonly firm: Float64Array;
  /** Index into dealClasses. */
  readonly dealClass: Uint8Array;
  /** Index into `kinds`; -1 when the sheet does not say. */
  readonly kind: Int32Array;
  /** Index into `statuses`; -1 when the sheet does not say. */
  readonly status: Int32Array;
  readonly flags: Uint8Array;
  /** Of `flags`, those that the status has no part in: of the amount's text and of the condition, met or not. */
  readonly ownFlags: Uint8Array;
  /** What the firm share column says, 0..1; NaN where it says nothing. */
  readonly statedFirm: Float64Array;
  /** First and last day that the deal's date can mean ('2025-05' is a month, '1998-2001' four years); NO_DAY when unknown. */
  readonly day: Int32Array;
  readonly lastDay: Int32Array;
  /** Years; NaN when the sheet does not say. */
  readonly term: Float64Array;
  /** Rows linked to each deal (by id): deals linkTarget[linkStart[i] .. linkStart[i+1]). Length deals + 1 and links. */
  readonly linkStart: Int32Array;
  readonly linkTarget: Int32Array;

  /** Party names as first written in the sheet. */
  readonly parties: readonly string[];
  readonly kinds: readonly string[];
  readonly statuses: readonly string[];
  /** Column of a role, absolute; -1 when no column plays it. */
  readonly columnOf: Readonly<Record<DealRole, number>>;
  /** Deal ids as written, '' where none; null when there is no id column. */
  readonly ids: readonly string[] | null;

  /** Whether the sheet tells the classes at all: false means that kind-aware measures have nothing to go by. */
  readonly hasKinds: boolean;
  readonly unknownAmounts: readonly UnknownAmount[];
  readonly merges: readonly PartyMerge[];
  readonly issues: readonly RowIssue[];
  /** Rows below the heading, blank rows not counted; deals + leftOut = dataRows. Totals, notes and unknown amounts are left out too. */
  readonly dataRows: number;
  readonly leftOut: number;
}

/** One line of the financials table, money in the same minor units as the ledger where the currency agrees. */
export interface FinancialLine {
  /** Where periods are columns, the first row of the company's items. */
  readonly row: number;
  /** Absolute, of its period where periods are columns; -1 where a row is a period. */
  readonly column: number;
  /** Absolute row of each item where periods are columns; empty where a row is a period. */
  readonly itemRows: Readonly<Partial<Record<FinancialRole, number>>>;
  readonly party: string;
  /** Index into Ledger.parties, -1 when the party has no deal. */
  readonly partyId: number;
  readonly period: string;
  /** First and last day of the period; NO_DAY when it cannot be read. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Amounts in the unit of the deals (not minor units; they are never part of an exact solve); NaN when unknown. */
  readonly revenue: number;
  readonly outsideRevenue: number;
  readonly capex: number;
  readonly operatingCashFlow: number;
  readonly cashMargin: number;
  readonly commitments: number;
  readonly source: string;
  readonly grade: string;
}

export interface Financials {
  readonly sheet: string;
  readonly area: Area;
  readonly table: string | null;
  readonly columns: readonly ColumnDecision<FinancialRole>[];
  readonly money: MoneyUnit;
  readonly lines: readonly FinancialLine[];
  readonly issues: readonly RowIssue[];
  /** Absolute column of a role, -1 when none. */
  readonly columnOf: Readonly<Record<FinancialRole, number>>;
}
