/// <reference types="custom-functions-runtime" />
/**
 * Functions over plain figures (capex, revenue, commitments), as Excel shows them: the comments here are the user's
 * interface, and the metadata (assets/functions.json) is made from them. The same rules as in dealFunctions.ts.
 */
import { addressesOf, atOnce } from './call';
import {
  commitments as commitmentsOf,
  coverage,
  intensity,
  monetization,
  payback,
  required,
} from './capexAnswers';

/**
 * How often the cash from revenue covers the capex of the same periods. Below 1, the capex needs outside money.
 * @customfunction CAPEXCOVERAGE CAPEX_COVERAGE
 * @helpurl https://looplens.app/help.html#CAPEX_COVERAGE
 * @requiresParameterAddresses
 * @cancelable
 * @param revenue Revenue (with a cash margin) or operating cash flow (without one), one cell a period.
 * @param capex Capital expenditure of the same periods in the same order. A period with a blank or a 0 in either range is left out.
 * @param {number} [cash_margin] Cash from a unit of revenue, such as 0.35; 1 if left out.
 * @param invocation Filled in by Excel.
 * @returns Sum of cash divided by sum of capex.
 * @example =DEAL.CAPEX_COVERAGE('Company figures'!F2:F8,'Company figures'!E2:E8)
 */
export function capexCoverage(
  revenue: unknown[][],
  capex: unknown[][],
  cash_margin: number,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () => coverage(revenue, capex, cash_margin, addressesOf(invocation)));
}

/**
 * Capex for each unit of revenue of the same periods. About 0.05 over all firms, 0.43 at Qwest in 2001.
 * @customfunction CAPEXINTENSITY CAPEX_INTENSITY
 * @helpurl https://looplens.app/help.html#CAPEX_INTENSITY
 * @requiresParameterAddresses
 * @cancelable
 * @param capex Capital expenditure, one cell a period.
 * @param revenue Revenue of the same periods in the same order. A period with a blank or a 0 in either range is left out.
 * @param invocation Filled in by Excel.
 * @returns Sum of capex divided by sum of revenue.
 * @example =DEAL.CAPEX_INTENSITY('Company figures'!E2:E8,'Company figures'!D2:D8)
 */
export function capexIntensity(
  capex: unknown[][],
  revenue: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () => intensity(capex, revenue, addressesOf(invocation)));
}

/**
 * Years until the capex is earned back by revenue times cash margin, with growth and discounting.
 * @customfunction CAPEXPAYBACK CAPEX_PAYBACK
 * @helpurl https://looplens.app/help.html#CAPEX_PAYBACK
 * @requiresParameterAddresses
 * @cancelable
 * @param capex What was spent: one cell, or cells to be added up.
 * @param revenue Revenue that it brings a year. Several cells are year 1, year 2 and so on, a blank a year without; later years grow from the last.
 * @param {number} [cash_margin] Cash from a unit of revenue, such as 0.35; 1 if left out.
 * @param {number} [growth] Growth of revenue a year after the last year given, such as 0.2; 0 if left out.
 * @param {number} [discount] Discount rate a year; 0 if left out.
 * @param invocation Filled in by Excel.
 * @returns Years, with part of the last one; #N/A when it is never earned back.
 * @example =DEAL.CAPEX_PAYBACK(600,150,0.5,0.1)
 */
export function capexPayback(
  capex: unknown[][],
  revenue: unknown[][],
  cash_margin: number,
  growth: number,
  discount: number,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () =>
    payback(capex, revenue, cash_margin, growth, discount, addressesOf(invocation)),
  );
}

/**
 * Revenue that spending on chips needs, by the method of "AI's $600B question": capex / chip share / gross margin.
 * @customfunction REQUIREDREVENUE REQUIRED_REVENUE
 * @helpurl https://looplens.app/help.html#REQUIRED_REVENUE
 * @requiresParameterAddresses
 * @cancelable
 * @param capex Spending on chips: one cell, or cells to be added up. For capex that is already whole, give a chip share of 1.
 * @param {number} [gross_margin] Gross margin that the buyer of computing wants; 0.5 if left out.
 * @param {number} [chip_share] Share of chips in the cost of a data centre; 0.5 if left out.
 * @param invocation Filled in by Excel.
 * @returns The revenue, in the unit of the capex.
 * @example =DEAL.REQUIRED_REVENUE(150)
 */
export function requiredRevenue(
  capex: unknown[][],
  gross_margin: number,
  chip_share: number,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () => required(capex, gross_margin, chip_share, addressesOf(invocation)));
}

/**
 * How much of a year's commitments a year's revenue covers. Below 1, more is promised than comes in.
 * @customfunction COMMITMENTCOVERAGE COMMITMENT_COVERAGE
 * @helpurl https://looplens.app/help.html#COMMITMENT_COVERAGE
 * @requiresParameterAddresses
 * @cancelable
 * @param revenue Revenue of a year: one cell, or cells to be added up.
 * @param commitments What has been promised: one cell, or cells to be added up.
 * @param {number} [years] Years over which the commitments fall due; 1 if left out.
 * @param invocation Filled in by Excel.
 * @returns Revenue a year divided by commitments a year.
 * @example =DEAL.COMMITMENT_COVERAGE('Company figures'!D46,'Company figures'!G46,8)
 */
export function commitmentCoverage(
  revenue: unknown[][],
  commitments: unknown[][],
  years: number,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () => commitmentsOf(revenue, commitments, years, addressesOf(invocation)));
}

/**
 * Part of the committed spend that paying customers do not cover.
 * @customfunction MONETIZATIONGAP MONETIZATION_GAP
 * @helpurl https://looplens.app/help.html#MONETIZATION_GAP
 * @requiresParameterAddresses
 * @cancelable
 * @param paid_revenue Revenue from customers who pay: one cell, or cells to be added up.
 * @param committed_spend Spending committed for the same time: one cell, or cells to be added up.
 * @param invocation Filled in by Excel.
 * @returns Share of the committed spend, 0 (all covered) to 1 (nothing covered).
 * @example =DEAL.MONETIZATION_GAP(17,114)
 */
export function monetizationGap(
  paid_revenue: unknown[][],
  committed_spend: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return atOnce(invocation, () => monetization(paid_revenue, committed_spend, addressesOf(invocation)));
}
