/** `looplens verify`: whether the figures in the report of a workbook are still those of its deals. */
import type { AnalyzeOptions, Basis } from '../engine/index';
import { changeSentences } from '../report/annotate/changes';
import { dealDigests } from '../report/annotate/dealDigests';
import { lastRun, newer } from '../report/annotate/plan';
import { findState, withoutReport, type RunState } from '../report/annotate/state';
import { count } from '../report/text/numbers';
import { Refusal, type Snapshot } from '../workbook/port';
import { analyse, failed, say, withWorkbook } from './annotate';
import type { verifyRequest } from './annotateRequest';
import { exitCodes } from './exitCodes';
import { sharedOptions } from './inputs';
import type { CliIo } from './io';

type VerifyRequest = Exclude<ReturnType<typeof verifyRequest>, 'help'>;

export function verify(request: VerifyRequest, io: CliIo): Promise<number> {
  return withWorkbook(request, io, async ({ workbook }) => {
    const book = await workbook.read();
    const state = stateOf(book);
    const shared = await sharedOptions(request, { ...optionsOf(state, book), ...request.options }, io);
    if ('failure' in shared) return failed(io, shared.failure);
    const found = analyse(book, shared.options, request, io);
    if ('failure' in found) return failed(io, found.failure);
    const { analysis, deals } = found;
    const basis: Basis = state.options.basis;
    const now: RunState = {
      ...state,
      engine: analysis.engine.version,
      rules: analysis.engine.rules,
      digest: analysis.input.digest,
      score: analysis.score.overall,
      share: analysis.circularity[basis].share,
      amount: analysis.circularity[basis].amount,
      deals: dealDigests(withoutReport(book), analysis, deals),
    };
    const isSame = (['digest', 'score', 'share', 'amount'] as const).every((key) => now[key] === state[key]);
    const then = `written ${state.time} by Looplens ${state.engine}`;
    if (isSame) {
      say(io, [`The figures still match: ${count(deals.length, 'deal')} as they were, ${then}.`]);
      return exitCodes.scored;
    }
    say(io, [
      `The figures no longer match the deals (${then}).`,
      ...changeSentences(lastRun(state, now, deals), now),
      ...(now.digest === state.digest
        ? ['What has changed lies outside the deals: the company figures, or Looplens.']
        : []),
    ]);
    return exitCodes.differs;
  });
}

function stateOf(book: Snapshot): RunState {
  const found = findState(book);
  if (found === null)
    throw new Refusal('missing', `"${book.name}" has no report of Looplens: there is nothing to verify.`);
  if (found.state === 'newer') throw newer(found.sheet);
  if (found.state === 'damaged')
    throw new Refusal(
      'other',
      `What the sheet "${found.sheet}" keeps for verifying was changed. Annotate the workbook again.`,
    );
  return found.state;
}

/** As the deals were read then; on the sheet where they were found, if it is still there. */
function optionsOf({ options, sheet }: RunState, book: Snapshot): AnalyzeOptions {
  const { aliases, ...given } = options;
  const isPlaced = [given.sheet, given.table, given.range].some((where) => where !== undefined);
  const place = !isPlaced && book.sheets.some(({ name }) => name === sheet) ? { sheet } : {};
  return { ...given, ...place, aliases: new Map(aliases) };
}
