/** The command as a process: real streams, the real disk, the real clock. Everything else is in run.ts. */
import { basename } from 'node:path';
import { analyze } from '../engine/index';
import manifest from '../../package.json';
import { defaultLimits } from '../workbook/file/limits';
import { fileWorkbook } from '../workbook/file/edit/fileWorkbook';
import { openBook } from '../workbook/file/open';
import { exitCodes } from './exitCodes';
import { deflateNode, fileSource, inflateNode, replaceFile, stdinSource } from './files';
import type { CliIo, OpenOptions, OpenWorkbook, Output } from './io';
import { noProgress, progressOn } from './progress';
import { defect, run } from './run';

const stdout = outputOf(process.stdout);
const stderr = outputOf(process.stderr);
const progress =
  stderr.isTTY && process.env.TERM !== 'dumb' ? progressOn(stderr, () => performance.now()) : noProgress;

const io: CliIo = {
  stdout,
  stderr,
  env: process.env,
  open,
  workbook,
  save: replaceFile,
  now: () => new Date(),
  // A handler for Ctrl-C would wait for the end of the computation: without one the system ends it at once.
  analyze: (book, options) => {
    process.off('SIGINT', interrupted);
    try {
      return analyze(book, options);
    } finally {
      process.on('SIGINT', interrupted);
    }
  },
  progress,
  limitNames: Object.keys(defaultLimits),
  version: manifest.version,
};

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough (| head): nothing is wrong, and nothing is left to say.
    if (error.code === 'EPIPE') process.exit(exitCodes.scored);
    process.stderr.write(`The output could not be written (${error.code ?? error.message}).\n`);
    process.exit(exitCodes.notWritten);
  });
}
process.on('SIGINT', interrupted);
process.on('uncaughtException', (error) => {
  process.exit(defect(error, io));
});

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});

async function open(path: string, { limits, progress: report }: OpenOptions) {
  const options = { inflate: inflateNode, limits: Object.fromEntries(limits), progress: report };
  if (path === '-') return openBook('standard input', await stdinSource(process.stdin), options);
  const source = await fileSource(path);
  try {
    return await openBook(basename(path), source, options);
  } finally {
    await source.close();
  }
}

async function workbook(path: string, { limits }: Pick<OpenOptions, 'limits'>): Promise<OpenWorkbook> {
  const source = await fileSource(path);
  const options = { inflate: inflateNode, deflate: deflateNode, limits: Object.fromEntries(limits) };
  return { workbook: fileWorkbook(basename(path), source, options), close: () => source.close() };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => {
      stream.write(text);
    },
    isTTY: stream.isTTY === true,
    columns: stream.columns,
  };
}

function interrupted(): void {
  progress.clear();
  process.exit(exitCodes.interrupted);
}
