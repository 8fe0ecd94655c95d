/** What the user asked of `looplens annotate`, `remove` and `verify`. */
import { extname } from 'node:path';
import { visible } from '../report/visible';
import { annotateOptions, optionsOf, removeOptions, verifyOptions, type OptionGroup } from './options';
import { reading, type Reading } from './request';
import { UsageError } from './usage';
import { split, type SplitWords } from './words';

export interface FileRequest extends Reading {
  readonly file: string;
  /** null: nothing is written, the plan is listed. */
  readonly output: string | null;
}

export interface AnnotateRequest extends FileRequest {
  readonly comments: boolean;
  readonly highlight: boolean;
  readonly values: boolean;
  readonly hidden: boolean;
}

/** Each throws UsageError; 'help' when it was asked for. */
export function annotateRequest(
  words: readonly string[],
  limits: readonly string[],
): AnnotateRequest | 'help' {
  const found = fileRequest(words, limits, annotateOptions, 'annotate');
  if (found === 'help') return 'help';
  const { values } = found.words;
  return {
    ...found.request,
    comments: !values.has('no-comments'),
    highlight: !values.has('no-highlight'),
    values: values.has('row-values'),
    hidden: values.has('hidden'),
  };
}

export function removeRequest(words: readonly string[], limits: readonly string[]): FileRequest | 'help' {
  const found = fileRequest(words, limits, removeOptions, 'remove');
  return found === 'help' ? 'help' : found.request;
}

export function verifyRequest(
  words: readonly string[],
  limits: readonly string[],
): (Reading & { file: string }) | 'help' {
  const found = split(words, optionsOf(verifyOptions), 'verify');
  if (found.values.has('help')) return 'help';
  return { ...reading(found, limits), file: oneFile(found, 'verify') };
}

function fileRequest(
  words: readonly string[],
  limits: readonly string[],
  groups: readonly OptionGroup[],
  command: string,
): { readonly request: FileRequest; readonly words: SplitWords } | 'help' {
  const found = split(words, optionsOf(groups), command);
  if (found.values.has('help')) return 'help';
  const file = oneFile(found, command);
  const isPlan = found.values.has('plan');
  const output = found.values.get('output') ?? null;
  if (output === null && !isPlan)
    throw new UsageError(
      `Say where to write: looplens ${command} ${visible(file)} -o FILE. --plan lists what would be written.`,
    );
  if (output === '-') throw new UsageError('A workbook is not written to standard output: -o takes a file.');
  // Excel opens no workbook whose name promises another kind than it is.
  if (output !== null && extname(output).toLowerCase() !== extname(file).toLowerCase())
    throw new UsageError(
      `The copy is a workbook of the same kind: -o takes a name that ends in "${visible(extname(file))}", as "${visible(file)}" does; "${visible(output)}" does not.`,
    );
  return { request: { ...reading(found, limits), file, output: isPlan ? null : output }, words: found };
}

function oneFile({ files }: SplitWords, command: string): string {
  if (files.length === 0) throw new UsageError(`No file was named: looplens ${command} FILE.`);
  if (files.length > 1)
    throw new UsageError(
      `looplens ${command} takes one file at a time; ${files.length} were named, the second is "${visible(files[1])}".`,
    );
  if (files[0] === '-') throw new UsageError(`looplens ${command} takes a file, not standard input.`);
  return files[0];
}
