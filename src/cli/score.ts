/** `looplens score`: opens, analyses and reports each file; the exit code is the worst of theirs. */
import type { Analysis, AnalyzeOptions, Book } from '../engine/index';
import { csvHeading, csvLines } from '../report/csv';
import { jsonReport } from '../report/json';
import { wrap } from '../report/text/columns';
import { textReport } from '../report/text/report';
import { visible } from '../report/visible';
import { aliasesOf } from './aliases';
import { exitCodes } from './exitCodes';
import type { Failure } from './failure';
import { failureOf } from './failure';
import type { CliIo } from './io';
import type { ScoreRequest } from './request';

const listedInText = 10;
/** How many more loops and rows the engine is asked for than a text lists, so that it can say that there are more. */
const ahead = 10;
const issuesOfRefusal = 10;

type Result = { readonly analysis: Analysis } | { readonly failure: Failure };

export async function score(request: ScoreRequest, io: CliIo): Promise<number> {
  const shared = await sharedOptions(request, io);
  if ('failure' in shared) {
    complain(io, shared.failure);
    return shared.failure.exit;
  }
  const print = printer(request, io);
  let worst: number = exitCodes.scored;
  for (const file of request.files) {
    const result = await scoreFile(file, shared.options, request, io);
    io.progress.clear();
    print.file(file, result);
    if ('failure' in result) {
      complain(io, result.failure);
      worst = Math.max(worst, result.failure.exit);
    }
  }
  print.end();
  return worst;
}

/** What is the same for every file: the aliases and a file of company figures are opened once. */
async function sharedOptions(
  request: ScoreRequest,
  io: CliIo,
): Promise<{ readonly options: AnalyzeOptions } | { readonly failure: Failure }> {
  let options: AnalyzeOptions =
    request.format === 'text'
      ? { ...request.options, top: (request.top ?? listedInText) + ahead }
      : request.options;
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

async function scoreFile(
  file: string,
  options: AnalyzeOptions,
  request: ScoreRequest,
  io: CliIo,
): Promise<Result> {
  let book: Book;
  try {
    book = await open(file, request, io);
  } catch (error) {
    const failure = failureOf(error, file);
    if (failure === null) throw error;
    return { failure };
  }
  const onStep = (step: string, done: number) => {
    if (!request.quiet) io.progress.show(`${visible(book.name)}: ${step}`, done);
  };
  const outcome = io.analyze(book, { ...options, onStep });
  if (outcome.ok) return { analysis: outcome.analysis };
  const { code, message, cell, issues } = outcome.refusal;
  const where = cell === '' || message.includes(cell) ? '' : ` (${cell})`;
  const shown = issues.slice(0, issuesOfRefusal).map((issue) => ` ${issue.message}`);
  const rest = issues.length > issuesOfRefusal ? ` And ${issues.length - issuesOfRefusal} more.` : '';
  const hint = Object.hasOwn(wayOut, code) ? ` ${wayOut[code]}` : '';
  const name = request.files.length > 1 || !message.includes(book.name) ? `"${book.name}": ` : '';
  return {
    failure: {
      // A sheet, table or range that was asked for and is not there is a slip of the command line.
      exit: code.startsWith('no-such-') ? exitCodes.usage : exitCodes.notDeals,
      code,
      message: visible(`${name}${message}${where}${hint}${shown.join('')}${rest}`),
    },
  };
}

function open(path: string, request: ScoreRequest, io: CliIo): Promise<Book> {
  return io.open(path, {
    limits: request.limits,
    progress: (done, total) => {
      if (!request.quiet && total > 0) io.progress.show(`Reading ${visible(path)}`, done / total);
    },
  });
}

function complain(io: CliIo, failure: Failure): void {
  const width = io.stderr.isTTY ? (io.stderr.columns ?? 80) : Infinity;
  io.stderr.write(`${wrap(failure.message, width).join('\n')}\n`);
}

interface Printer {
  file(file: string, result: Result): void;
  end(): void;
}

function printer(request: ScoreRequest, io: CliIo): Printer {
  if (request.format === 'json') return jsonPrinter(request, io);
  return request.format === 'csv' ? csvPrinter(io) : textPrinter(request, io);
}

function textPrinter(request: ScoreRequest, io: CliIo): Printer {
  const top = request.top ?? listedInText;
  const many = request.files.length;
  let at = 0;
  const { NO_COLOR, TERM } = io.env;
  const color =
    request.color && io.stdout.isTTY && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
  const width = io.stdout.isTTY ? (io.stdout.columns ?? 80) : 80;
  return {
    file(file, result) {
      at++;
      if (!('analysis' in result)) return;
      if (many > 1) io.stdout.write(`${at === 1 ? '' : '\n'}== ${at} of ${many}: ${visible(file)} ==\n\n`);
      io.stdout.write(textReport(result.analysis, { width, color, top, listed: top + ahead }));
    },
    end() {},
  };
}

/** One file: its Analysis. Several: an array with an entry for each, so that the order tells which is which. */
function jsonPrinter(request: ScoreRequest, io: CliIo): Printer {
  const entries: unknown[] = [];
  let scored: Analysis | null = null;
  return {
    file(file, result) {
      if ('analysis' in result) {
        scored = result.analysis;
        entries.push(scored);
      } else {
        const { exit, code, message } = result.failure;
        entries.push({ file, refused: { exit, code, message } });
      }
    },
    end() {
      if (request.files.length > 1) io.stdout.write(jsonReport(entries));
      else if (scored !== null) io.stdout.write(jsonReport(scored));
    },
  };
}

/** One table for all files. Excel takes CSV without a byte order mark for the machine's code page and garbles Korean. */
function csvPrinter(io: CliIo): Printer {
  const tables: string[] = [];
  return {
    file(file, result) {
      if ('analysis' in result) tables.push(csvLines(file, result.analysis));
    },
    end() {
      if (tables.length === 0) return;
      const isAscii = tables.every((lines) => /^[\x20-\x7e\r\n]*$/.test(lines));
      io.stdout.write((isAscii ? '' : '\ufeff') + csvHeading() + tables.join(''));
    },
  };
}
