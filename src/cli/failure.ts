/** Every way in which opening or scoring a file can fail, as an exit code and a sentence. */
import { visible } from '../report/visible';
import { FileRefused } from '../workbook/file/refusal';
import { Refusal } from '../workbook/port';
import { exitCodes } from './exitCodes';
import { NotWritten } from './files';
import { UsageError } from './usage';

export interface Failure {
  readonly exit: number;
  /** Stable word for programs. */
  readonly code: string;
  /** A sentence fit to be shown as it stands, with nothing in it that a terminal acts upon. */
  readonly message: string;
}

const system: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `There is no file ${path}.`,
  EISDIR: (path) => `${path} is a folder; name a file in it.`,
  ENOTDIR: (path) => `There is no file ${path}: a part of its path is not a folder.`,
  EACCES: (path) => `${path} may not be read: permission is missing.`,
  EPERM: (path) => `${path} may not be read: permission is missing.`,
  EBUSY: (path) => `${path} is open in another program; close it there or copy it.`,
  ENAMETOOLONG: (path) => `${path} is too long for a file name.`,
  ELOOP: (path) => `${path} is a link that leads back to itself.`,
  EMFILE: (path) => `${path} was not opened: too many files are open.`,
};

/** What is known to go wrong; null for anything else, which is a defect. */
export function failureOf(error: unknown, path: string): Failure | null {
  if (error instanceof UsageError) return { exit: exitCodes.usage, code: 'usage', message: error.message };
  if (error instanceof FileRefused)
    return {
      exit: error.kind === 'unsafe' ? exitCodes.unsafe : exitCodes.unreadable,
      code: error.code,
      message: visible(error.message),
    };
  if (error instanceof Refusal)
    return error.cause instanceof FileRefused
      ? failureOf(error.cause, path)
      : { exit: exitCodes.notChanged, code: error.why, message: visible(error.message) };
  if (error instanceof NotWritten) return notWritten(error);
  const code = systemCode(error);
  if (code === null) return null;
  const quoted = `"${visible(path)}"`;
  const message = Object.hasOwn(system, code)
    ? system[code](quoted)
    : `${quoted} could not be read (${visible(code)}).`;
  return { exit: exitCodes.unreadable, code, message };
}

const unwritten: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EBUSY: 'it is open in another program',
};

function notWritten({ path, cause }: NotWritten): Failure | null {
  const code = systemCode(cause);
  if (code === null) return null;
  const why = Object.hasOwn(unwritten, code) ? unwritten[code] : visible(code);
  const message = `"${visible(path)}" was not written: ${why}. Whatever was there before is still there.`;
  return { exit: exitCodes.notWritten, code, message };
}

/** 'ENOENT' of an error of the system; null for every other error. */
function systemCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
