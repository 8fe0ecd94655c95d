/** The words of a command line, split into files and values of options. */
import { parseArgs } from 'node:util';
import { visible } from '../report/visible';
import { nearest } from './nearest';
import type { Option } from './options';
import { UsageError } from './usage';

export interface SplitWords {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly limits: readonly string[];
}

/** Throws UsageError. */
export function split(words: readonly string[], options: readonly Option[], command: string): SplitWords {
  const files: string[] = [];
  const limits: string[] = [];
  const values = new Map<string, string>();
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...Object.fromEntries(
        options.map((option) => [
          option.name,
          { type: option.value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
        ]),
      ),
      help: { type: 'boolean', short: 'h', multiple: true },
      ...(options.some(({ name }) => name === 'output')
        ? { output: { type: 'string', short: 'o', multiple: true } }
        : {}),
    },
  });
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((one) => one.name === token.name);
    if (option === undefined) throw unknownOption(token.rawName, options, command);
    const value = valueOf(option, token.value, token.inlineValue === true);
    if (option.many === true) limits.push(value);
    else if (values.has(option.name) && option.value !== undefined)
      throw new UsageError(`--${option.name} is given twice; it takes one value.`);
    else values.set(option.name, value);
  }
  return { files, values, limits };
}

function valueOf(option: Option, value: string | undefined, isInline: boolean): string {
  if (option.value === undefined) {
    if (value !== undefined)
      throw new UsageError(`--${option.name} is a switch and takes no value; "${visible(value)}" was given.`);
    return '';
  }
  if (value === undefined || value === '')
    throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.value}.`);
  if (!isInline && value.length > 1 && value.startsWith('-'))
    throw new UsageError(
      `--${option.name} needs a value, and "${visible(value)}" looks like another option. If it is the value, write --${option.name}=${visible(value)}.`,
    );
  return value;
}

function unknownOption(typed: string, options: readonly Option[], command: string): UsageError {
  const meant = nearest(
    typed.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  const hint =
    meant === null ? `"looplens ${command} --help" lists all of them.` : `Did you mean --${meant}?`;
  return new UsageError(`There is no option "${visible(typed)}". ${hint}`);
}
