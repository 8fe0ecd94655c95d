/** Files that are read, whatever the command is, and what is said where that fails. */
import type { AnalyzeOptions, AnalyzeRefusal, Book } from '../engine/index';
import { wrap } from '../report/text/columns';
import { visible } from '../report/visible';
import { aliasesOf } from './aliases';
import { exitCodes } from './exitCodes';
import { failureOf, type Failure } from './failure';
import type { CliIo } from './io';
import type { Reading } from './request';

const issuesOfRefusal = 10;

/** What is the same for every file: the aliases and a file of company figures are opened once. */
export async function sharedOptions(
  request: Reading,
  wanted: AnalyzeOptions,
  io: CliIo,
): Promise<{ readonly options: AnalyzeOptions } | { readonly failure: Failure }> {
  let options = wanted;
  let opening = '';
  try {
    if (request.aliasesFile !== undefined) {
      opening = request.aliasesFile;
      options = { ...options, aliases: aliasesOf(await open(opening, request, io)) };
    }
    if (request.financialsFile !== undefined) {
      opening = request.financialsFile;
      options = { ...options, financialsBook: await open(opening, request, io) };
    }
    return { options };
  } catch (error) {
    const failure = failureOf(error, opening);
    if (failure === null) throw error;
    return { failure };
  } finally {
    io.progress.clear();
  }
}

/** What on the command line answers the one question that a refusal asks. */
const wayOut: Readonly<Record<string, string>> = {
  'owner-needed': '--owner NAME says it.',
  'mixed-currencies': '--currency CODE reads the rows of one of them.',
};

/** `isNamed`: the sentence begins with the name of the file. */
export function refused(
  name: string,
  { code, message, cell, issues }: AnalyzeRefusal,
  isNamed: boolean,
): Failure {
  const where = cell === '' || message.includes(cell) ? '' : ` (${cell})`;
  const shown = issues.slice(0, issuesOfRefusal).map((issue) => ` ${issue.message}`);
  const rest = issues.length > issuesOfRefusal ? ` And ${issues.length - issuesOfRefusal} more.` : '';
  const hint = Object.hasOwn(wayOut, code) ? ` ${wayOut[code]}` : '';
  const first = isNamed || !message.includes(name) ? `"${name}": ` : '';
  return {
    // A sheet, table or range that was asked for and is not there is a slip of the command line.
    exit: code.startsWith('no-such-') ? exitCodes.usage : exitCodes.notDeals,
    code,
    message: visible(`${first}${message}${where}${hint}${shown.join('')}${rest}`),
  };
}

export function open(path: string, request: Pick<Reading, 'limits' | 'quiet'>, io: CliIo): Promise<Book> {
  return io.open(path, {
    limits: request.limits,
    progress: (done, total) => {
      if (!request.quiet && total > 0) io.progress.show(`Reading ${visible(path)}`, done / total);
    },
  });
}

export function complain(io: CliIo, failure: Failure): void {
  const width = io.stderr.isTTY ? (io.stderr.columns ?? 80) : Infinity;
  io.stderr.write(`${wrap(failure.message, width).join('\n')}\n`);
}
