/// <reference types="custom-functions-runtime" />
/**
 * Functions over a table of deals, as Excel shows them: the comments here are the user's interface, and the metadata
 * (assets/functions.json) is made from them. The types are those that the metadata generator understands: a skipped
 * argument arrives as null whatever its type says, and the work behind takes it as unknown.
 * An id is never changed (it is stored in workbooks), and an optional argument is only ever added at the end.
 */
import { given, one, table } from './call';

/**
 * Share of the money in a table of deals that can flow round in circles: 0 when nothing comes back, 1 when everything does.
 * @customfunction CIRCULARITY CIRCULARITY
 * @helpurl https://looplens.app/help.html#CIRCULARITY
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {string} [basis] What a deal counts: "headline" (its face amount; if left out), "expected" (times its probability) or "firm" (signed or closed deals only).
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns Maximum circulation divided by the sum of all amounts, 0 to 1.
 * @example =DEAL.CIRCULARITY(Deals[#All])
 */
export function circularity(
  deals: unknown[][],
  basis: string,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'circularity', given(deals, aliases, invocation), basis);
}

/**
 * Amount that leaves a party and can come back to it as revenue, along any chain of deals.
 * @customfunction ROUNDTRIP ROUNDTRIP
 * @helpurl https://looplens.app/help.html#ROUNDTRIP
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {string} party Name of the party as it stands in the deals; case and blanks do not matter.
 * @param {string} [basis] What a deal counts: "headline" (its face amount; if left out), "expected" (times its probability) or "firm" (signed or closed deals only).
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns The amount, in the unit of the deals. Round trips of different parties can share deals: do not add them up.
 * @example =DEAL.ROUNDTRIP(Deals[#All],"Amazon")
 */
export function roundtrip(
  deals: unknown[][],
  party: string,
  basis: string,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'roundTrip', given(deals, aliases, invocation), party, basis);
}

/**
 * What a party earns in the deals, less what can have come back from its own money.
 * @customfunction ORGANICREVENUE ORGANIC_REVENUE
 * @helpurl https://looplens.app/help.html#ORGANIC_REVENUE
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {string} party Name of the party as it stands in the deals; case and blanks do not matter.
 * @param {string} [basis] What a deal counts: "headline" (its face amount; if left out), "expected" (times its probability) or "firm" (signed or closed deals only).
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns Purchases from the party less its round trip, in the unit of the deals.
 * @example =DEAL.ORGANIC_REVENUE(Deals[#All],"Amazon")
 */
export function organicRevenue(
  deals: unknown[][],
  party: string,
  basis: string,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'organicRevenue', given(deals, aliases, invocation), party, basis);
}

/**
 * Share of a seller's sales that its own funding (equity, loans, warrants, guarantees) can have paid for.
 * @customfunction FUNDEDSHARE FUNDED_SHARE
 * @helpurl https://looplens.app/help.html#FUNDED_SHARE
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals with payer, receiver, amount and the kind of each deal. Headings are found by themselves.
 * @param {string} seller Name of the seller as it stands in the deals.
 * @param {string} [buyer] One buyer: only what passes directly between the two counts. If left out, all buyers, and funding that reaches them through others too.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns Share of the sales, 0 to 1.
 * @example =DEAL.FUNDED_SHARE(Deals[#All],"AMD","OpenAI")
 */
export function fundedShare(
  deals: unknown[][],
  seller: string,
  buyer: string,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'fundedShare', given(deals, aliases, invocation), seller, buyer);
}

/**
 * The largest loops of money in a table of deals: rank, path, amount, kind, legs, months and rows. Spills.
 * @customfunction LOOPS LOOPS
 * @helpurl https://looplens.app/help.html#LOOPS
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {number} [top] How many loops, 1 to 1,000; 20 if left out.
 * @param {number} [max_legs] Longest loop, 2 to 8 legs; 6 if left out.
 * @param {number} [window_months] Only loops whose legs follow one another in time within so many months. If left out, dates do not matter.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns A heading and one row a loop. The amount is the smallest leg; loops can share a leg, so amounts must not be added up. Rows are rows of the sheet.
 * @example =DEAL.LOOPS(Deals[#All],3)
 */
export function loops(
  deals: unknown[][],
  top: number,
  max_legs: number,
  window_months: number,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, 'loops', given(deals, aliases, invocation), top, max_legs, window_months);
}

/**
 * Every party of a table of deals: what it pays and receives, its round trip, funded share and concentration of customers. Spills.
 * @customfunction PARTIES PARTIES
 * @helpurl https://looplens.app/help.html#PARTIES
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns A heading and one row a party, those inside a circle first. An empty cell is a number that these deals cannot tell.
 * @example =DEAL.PARTIES(Deals[#All])
 */
export function parties(
  deals: unknown[][],
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, 'parties', given(deals, aliases, invocation));
}

/**
 * What each row adds to the circulating amount: a column as high as the table, to stand beside it. Spills.
 * @customfunction ROWSCORE ROW_SCORE
 * @helpurl https://looplens.app/help.html#ROW_SCORE
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount; up to 20,000 rows.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns For each row, how much less would circulate without it, in the unit of the deals; 0 for a row outside circles, empty for a row that is no deal. Values of rows do not add up.
 * @example =DEAL.ROW_SCORE(Deals[#All])
 */
export function rowScore(
  deals: unknown[][],
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, 'rowScore', given(deals, aliases, invocation));
}

/**
 * How much a party depends on few customers: the Herfindahl-Hirschman index of those who pay it in the deals.
 * @customfunction CONCENTRATION CONCENTRATION
 * @helpurl https://looplens.app/help.html#CONCENTRATION
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {string} party Name of the party as it stands in the deals; case and blanks do not matter.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns Sum of squared shares, 0 to 1: 0.25 is four equal customers, 1 a single one.
 * @example =DEAL.CONCENTRATION(Deals[#All],"Microsoft")
 */
export function concentration(
  deals: unknown[][],
  party: string,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'customerConcentration', given(deals, aliases, invocation), party);
}

/**
 * Revenue from outside the circle, against what a party has promised to spend a year in the deals.
 * @customfunction EXTERNALDEMAND EXTERNAL_DEMAND
 * @helpurl https://looplens.app/help.html#EXTERNAL_DEMAND
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount; purchases over several years with their term.
 * @param {string} party Name of the party as it stands in the deals; case and blanks do not matter.
 * @param {any[][]} outside_revenue The party's revenue of a year from customers outside the circle: one cell, or cells to be added up.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns Outside revenue divided by the promises of a year: below 1, paying customers do not carry them.
 * @example =DEAL.EXTERNAL_DEMAND(Deals[#All],"OpenAI",'Company figures'!D46)
 */
export function externalDemand(
  deals: unknown[][],
  party: string,
  outside_revenue: unknown[][],
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'outsideDemand', given(deals, aliases, invocation), party, outside_revenue);
}

/**
 * Who loses how much revenue when funding is cut, after knock-on effects. Spills. It sees the deals alone; the pane counts the stated revenue of companies too.
 * @customfunction STRESS STRESS
 * @helpurl https://looplens.app/help.html#STRESS
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals with payer, receiver, amount and the kind of each deal. Headings are found by themselves.
 * @param {number} funding_cut Share of all funding that fails, 0 to 1; the Nasdaq fell by 0.78 in 2000-2002.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns A heading and one row a party, the largest loss first: revenue of a year, lost, of it direct and by knock-on, and the share of its promises that it can still pay.
 * @example =DEAL.STRESS(Deals[#All],0.78)
 */
export function stress(
  deals: unknown[][],
  funding_cut: number,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return table(invocation, 'stress', given(deals, aliases, invocation), funding_cut);
}

/**
 * Circularity when each deal closes or not with its probability: the 5th, 50th and 95th percentile in three cells. Spills.
 * @customfunction CIRCULARITYRANGE CIRCULARITY_RANGE
 * @helpurl https://looplens.app/help.html#CIRCULARITY_RANGE
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals with payer, receiver, amount and a probability or status. Linked deals close together.
 * @param {number} [draws] How many times the deals are drawn, 1 to 100,000; 1,000 if left out.
 * @param {number} [seed] Start of the random numbers: the same seed gives the same answer. 1 if left out.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns One row: P5, P50 and P95, each 0 to 1.
 * @example =DEAL.CIRCULARITY_RANGE(Deals[#All],200,7)
 */
export function circularityRange(
  deals: unknown[][],
  draws: number,
  seed: number,
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return table(invocation, 'circularityRange', given(deals, aliases, invocation), draws, seed);
}

/**
 * The overall score of a table of deals, 0 to 100: how much returns to where it started with nothing to clear it, and whether revenue carries the capex.
 * @customfunction RISK RISK
 * @helpurl https://looplens.app/help.html#RISK
 * @requiresParameterAddresses
 * @cancelable
 * @param deals Table of deals, one a row, with payer, receiver and amount. Headings are found by themselves.
 * @param {any[][]} [financials] Table of company figures: party, period, revenue, capex, operating cash flow. If left out, the score rests on the deals alone.
 * @param {unknown[][]} [aliases] Two columns: a spelling in the deals and the party that it means.
 * @param invocation Filled in by Excel.
 * @returns 0 to 100 in steps of a half. It is evidence, not a verdict: the pane shows what each point rests on.
 * @example =DEAL.RISK(Deals[#All],Financials[#All],Aliases[#All])
 */
export function risk(
  deals: unknown[][],
  financials: unknown[][],
  aliases: unknown[][],
  invocation: CustomFunctions.CancelableInvocation,
): Promise<number[][]> {
  return one(invocation, 'risk', given(deals, aliases, invocation), financials);
}
