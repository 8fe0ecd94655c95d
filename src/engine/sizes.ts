/**
 * How much is computed on how large a sheet. Up to a few thousand deals everything is exact and complete; beyond
 * that the lists are bounded, so that an answer comes while the user still looks at the screen. Totals are always exact.
 */
export interface Work {
  /** Loops searched for matched and linked money. */
  readonly matchLoops: number;
  /** Rows whose marginal value and range are computed. */
  readonly rowValues: number;
  /** Monte Carlo draws when the user does not say. */
  readonly draws: number;
  /** Whether the score is computed on the other bases too, and with unknown legs. */
  readonly scoresAllBases: boolean;
}

export function workFor(deals: number): Work {
  if (deals <= 2_000) return { matchLoops: 1_000, rowValues: deals, draws: 1_000, scoresAllBases: true };
  if (deals <= 20_000) return { matchLoops: 1_000, rowValues: 50, draws: 0, scoresAllBases: true };
  return { matchLoops: 200, rowValues: 20, draws: 0, scoresAllBases: false };
}
