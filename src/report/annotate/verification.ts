/** Whether the figures of a report are still those of its deals. */
import type { Analysis, Book, DealReport } from '../../engine/index';
import { changeSentences } from './changes';
import { dealDigests } from './dealDigests';
import { lastRun } from './plan';
import { withoutReport, type RunState } from './state';

export interface Verification {
  readonly isSame: boolean;
  /** What has become other since; none where the figures still match. */
  readonly sentences: readonly string[];
}

/** `analysis` and `deals` are of the book without its report, on the basis and with the options of the state. */
export function verification(
  state: RunState,
  book: Book,
  analysis: Analysis,
  deals: readonly DealReport[],
): Verification {
  const { share, amount } = analysis.circularity[state.options.basis];
  const now: RunState = {
    ...state,
    engine: analysis.engine.version,
    rules: analysis.engine.rules,
    digest: analysis.input.digest,
    score: analysis.score.overall,
    share,
    amount,
    deals: dealDigests(withoutReport(book), analysis, deals),
  };
  if ((['digest', 'score', 'share', 'amount'] as const).every((key) => now[key] === state[key]))
    return { isSame: true, sentences: [] };
  const outside = 'What has changed lies outside the deals: the company figures, or Looplens.';
  return {
    isSame: false,
    sentences: [
      ...changeSentences(lastRun(state, now, deals), now),
      ...(now.digest === state.digest ? [outside] : []),
    ],
  };
}
