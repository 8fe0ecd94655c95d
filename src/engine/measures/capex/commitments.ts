/**
 * Commitments: what has been promised against what comes in.
 *
 * commitmentCoverage = revenue a year / (commitments / years): 1 means that a year's revenue just carries a year's promises.
 * commitmentsToRevenue = its inverse. monetizationGap = the part of the committed spend that paid revenue does not
 * cover, 0..1. externalDemand = revenue from outside the circle / what the party has promised to spend.
 * null where the denominator is 0. Source: metrics.csv (commitments / revenue; external-demand cover).
 */
export function commitmentCoverage(revenue: number, commitments: number, years = 1): number | null {
  return commitments > 0 && !Number.isNaN(revenue) ? revenue / (commitments / years) : null;
}

export function commitmentsToRevenue(promisedAYear: number, revenue: number): number | null {
  return revenue > 0 ? promisedAYear / revenue : null;
}

export function monetizationGap(paidRevenue: number, committedSpend: number): number | null {
  return committedSpend > 0 ? Math.max(0, committedSpend - paidRevenue) / committedSpend : null;
}

export function externalDemand(outsideRevenue: number, promised: number): number | null {
  return promised > 0 ? outsideRevenue / promised : null;
}
