/** `looplens verify`: whether the figures in the report of a workbook are still those of its deals. */
import type { AnalyzeOptions } from '../engine/index';
import { newer } from '../report/annotate/plan';
import { findState, type RunState } from '../report/annotate/state';
import { verification } from '../report/annotate/verification';
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
    const { isSame, sentences } = verification(state, book, analysis, deals);
    const then = `written ${state.time} by Looplens ${state.engine}`;
    say(
      io,
      isSame
        ? [`The figures still match: ${count(deals.length, 'deal')} as they were, ${then}.`]
        : [`The figures no longer match the deals (${then}).`, ...sentences],
    );
    return isSame ? exitCodes.scored : exitCodes.differs;
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
