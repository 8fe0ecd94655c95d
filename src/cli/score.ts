/** `looplens score`: opens, analyses and reports each file; the exit code is the worst of theirs. */
import type { Analysis, AnalyzeOptions, Book } from '../engine/index';
import { csvHeading, csvLines } from '../report/csv';
import { jsonReport } from '../report/json';
import { withoutReport } from '../report/annotate/state';
import { textReport } from '../report/text/report';
import { visible } from '../report/visible';
import { exitCodes } from './exitCodes';
import type { Failure } from './failure';
import { failureOf } from './failure';
import { complain, open, refused, sharedOptions } from './inputs';
import type { CliIo } from './io';
import type { ScoreRequest } from './request';

const listedInText = 10;
/** How many more loops and rows the engine is asked for than a text lists, so that it can say that there are more. */
const ahead = 10;

type Result = { readonly analysis: Analysis } | { readonly failure: Failure };

export async function score(request: ScoreRequest, io: CliIo): Promise<number> {
  const options: AnalyzeOptions =
    request.format === 'text'
      ? { ...request.options, top: (request.top ?? listedInText) + ahead }
      : request.options;
  const shared = await sharedOptions(request, options, io);
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

async function scoreFile(
  file: string,
  options: AnalyzeOptions,
  request: ScoreRequest,
  io: CliIo,
): Promise<Result> {
  let book: Book;
  try {
    // A report that Looplens wrote into it is no table of deals.
    book = withoutReport(await open(file, request, io));
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
  const isNamed = request.files.length > 1;
  return { failure: refused(book.name, outcome.refusal, isNamed) };
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
