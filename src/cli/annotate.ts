/** `looplens annotate`: reads a workbook, plans what to write into it, and writes a copy. */
import { basename } from 'node:path';
import type { Analysis, AnalyzeOptions, DealReport } from '../engine/index';
import { changeSentences } from '../report/annotate/changes';
import { listingOf } from '../report/annotate/listing';
import { annotationPlan, type AnnotationPlan } from '../report/annotate/plan';
import { rowsWithValues } from '../report/annotate/rowValues';
import { runOptionsOf, withoutReport } from '../report/annotate/state';
import { wrap } from '../report/text/columns';
import { count } from '../report/text/numbers';
import { visible } from '../report/visible';
import type { Operation, Snapshot } from '../workbook/port';
import type { AnnotateRequest } from './annotateRequest';
import { exitCodes } from './exitCodes';
import { failureOf, type Failure } from './failure';
import { complain, refused, sharedOptions } from './inputs';
import type { CliIo, OpenWorkbook } from './io';

const listed = 50;

export async function annotate(request: AnnotateRequest, io: CliIo): Promise<number> {
  const top = request.top ?? listed;
  const shared = await sharedOptions(request, { ...request.options, top: asked(top, request) }, io);
  if ('failure' in shared) return failed(io, shared.failure);
  return withWorkbook(request, io, async ({ workbook }) => {
    const book = await workbook.read(undefined, { marks: true });
    const found = analyse(book, shared.options, request, io);
    if ('failure' in found) return failed(io, found.failure);
    const plan = annotationPlan(book, found.analysis, found.deals, {
      comments: request.comments,
      highlight: request.highlight,
      values: request.values,
      hidden: request.hidden,
      drawing: true,
      top,
      time: `${io.now().toISOString().slice(0, 19)}Z`,
      options: runOptionsOf(shared.options),
    });
    const { output } = request;
    if (output === null) return list(plan.operations, plan.notes, io);
    await workbook.apply(plan.operations);
    await io.save(output, await workbook.save({ isCalculated: true }));
    say(io, [...written(output, plan), ...plan.notes, ...(await workbook.notes())]);
    return exitCodes.scored;
  });
}

/** The analysis on the book as it is without a report, and all deals. */
export function analyse(
  book: Snapshot,
  options: AnalyzeOptions,
  { quiet }: { readonly quiet: boolean },
  io: CliIo,
): { readonly analysis: Analysis; readonly deals: readonly DealReport[] } | { readonly failure: Failure } {
  const onStep = (step: string, done: number): void => {
    if (!quiet) io.progress.show(`${visible(book.name)}: ${step}`, done);
  };
  const outcome = io.analyze(withoutReport(book), { ...options, listDeals: Infinity, onStep });
  io.progress.clear();
  return outcome.ok ? outcome : { failure: refused(book.name, outcome.refusal, false) };
}

/** Opens the file, does the work, and closes it; what is known to go wrong becomes an exit code and a sentence. */
export async function withWorkbook(
  { file, limits }: Pick<AnnotateRequest, 'file' | 'limits'>,
  io: CliIo,
  work: (opened: OpenWorkbook) => Promise<number>,
): Promise<number> {
  try {
    const opened = await io.workbook(file, { limits });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  } catch (error) {
    const failure = failureOf(error, file);
    if (failure === null) throw error;
    return failed(io, failure);
  }
}

export function failed(io: CliIo, failure: Failure): number {
  io.progress.clear();
  complain(io, failure);
  return failure.exit;
}

/** The plan as lines, and what is left out of it. */
export function list(operations: readonly Operation[], notes: readonly string[], io: CliIo): number {
  io.stdout.write(
    listingOf(operations)
      .map((line) => `${line}\n`)
      .join(''),
  );
  say(io, notes);
  return exitCodes.scored;
}

export function say(io: CliIo, sentences: readonly string[]): void {
  const width = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Infinity;
  for (const sentence of sentences) io.stdout.write(`${wrap(visible(sentence), width).join('\n')}\n`);
}

function written(output: string, { operations, report, last, state }: AnnotationPlan): string[] {
  const comments = operations.filter(({ kind }) => kind === 'add-comment').length;
  const rows = operations.reduce(
    (sum, operation) =>
      operation.kind === 'highlight'
        ? operation.areas.reduce((all, { top, bottom }) => all + bottom - top + 1, sum)
        : sum,
    0,
  );
  const parts = [
    `the sheet "${report}"`,
    ...(comments > 0 ? [count(comments, 'comment')] : []),
    ...(rows > 0 ? [`a highlight on ${count(rows, 'row')}`] : []),
    ...(state.values === null ? [] : ['a column with what each row carries']),
  ];
  const what =
    parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
  return [
    `"${basename(output)}" has ${what}.`,
    ...(last === null ? [] : [`Since ${last.state.time}: ${changeSentences(last, state).join(' ')}`]),
    `"looplens remove" takes all of it away again; "looplens verify" says whether it still matches the deals.`,
  ];
}

/** Rows of the lists that the engine is asked for. */
function asked(top: number, { values }: AnnotateRequest): number {
  return values ? Math.max(top, rowsWithValues) : top;
}
