/** The whole command: words in, exit code out. Nothing raw ever reaches the terminal. */
import { visible } from '../report/visible';
import { exitCodes } from './exitCodes';
import { failureOf } from './failure';
import { annotate } from './annotate';
import { annotateRequest, removeRequest, verifyRequest } from './annotateRequest';
import { annotateHelp, exitCodeHelp, generalHelp, removeHelp, scoreHelp, verifyHelp } from './help';
import type { CliIo } from './io';
import { nearest } from './nearest';
import { remove } from './remove';
import { scoreRequest } from './request';
import { score } from './score';
import { UsageError } from './usage';
import { verify } from './verify';

const commands = ['score', 'annotate', 'verify', 'remove', 'help'];

export async function run(words: readonly string[], io: CliIo): Promise<number> {
  try {
    return await dispatch(words, io);
  } catch (error) {
    const failure = failureOf(error, '');
    if (failure === null) return defect(error, io);
    io.stderr.write(`${failure.message}\n`);
    return failure.exit;
  } finally {
    io.progress.clear();
  }
}

async function dispatch(words: readonly string[], io: CliIo): Promise<number> {
  const [command, ...rest] = words;
  switch (command) {
    case undefined:
    case '--help':
    case '-h':
      return say(io, generalHelp());
    case '--version':
    case '-V':
      return say(io, `looplens ${io.version}\n`);
    case 'help':
      return say(io, page(rest, io));
    case 'score': {
      const request = scoreRequest(rest, io.limitNames);
      return request === 'help' ? say(io, scoreHelp(io.limitNames)) : score(request, io);
    }
    case 'annotate': {
      const request = annotateRequest(rest, io.limitNames);
      return request === 'help' ? say(io, annotateHelp(io.limitNames)) : annotate(request, io);
    }
    case 'remove': {
      const request = removeRequest(rest, io.limitNames);
      return request === 'help' ? say(io, removeHelp(io.limitNames)) : remove(request, io);
    }
    case 'verify': {
      const request = verifyRequest(rest, io.limitNames);
      return request === 'help' ? say(io, verifyHelp(io.limitNames)) : verify(request, io);
    }
    default:
      throw unknownCommand(command);
  }
}

function page(topic: readonly string[], io: CliIo): string {
  switch (topic[0]) {
    case undefined:
      return generalHelp();
    case 'score':
      return scoreHelp(io.limitNames);
    case 'annotate':
      return annotateHelp(io.limitNames);
    case 'remove':
      return removeHelp(io.limitNames);
    case 'verify':
      return verifyHelp(io.limitNames);
    case 'exit-codes':
      return exitCodeHelp();
    default:
      throw new UsageError(
        `There is no help on "${visible(topic[0])}"; there is help on score, annotate, verify, remove and exit-codes.`,
      );
  }
}

function unknownCommand(typed: string): UsageError {
  const shown = visible(typed);
  if (typed.startsWith('-'))
    return new UsageError(`Options follow the command: looplens score FILE ${shown}. See looplens --help.`);
  if (/[.\\/]/.test(typed))
    return new UsageError(`There is no command "${shown}". Did you mean: looplens score ${shown}`);
  const meant = nearest(typed, commands);
  return new UsageError(
    `There is no command "${shown}". ${meant === null ? 'See looplens --help.' : `Did you mean: looplens ${meant}`}`,
  );
}

function say(io: CliIo, text: string): number {
  io.stdout.write(text);
  return exitCodes.scored;
}

/** Says that Looplens is at fault, in one sentence; the stack only for who asks for it. */
export function defect(error: unknown, io: CliIo): number {
  const message = error instanceof Error ? error.message : String(error);
  const isDebug = io.env.LOOPLENS_DEBUG === '1';
  const hint = isDebug ? '' : ' LOOPLENS_DEBUG=1 shows where.';
  io.stderr.write(`This is a defect in Looplens: ${visible(message).replace(/\.$/, '')}.${hint}\n`);
  if (isDebug && error instanceof Error)
    io.stderr.write(`${(error.stack ?? '').split('\n').map(visible).join('\n')}\n`);
  return exitCodes.defect;
}
