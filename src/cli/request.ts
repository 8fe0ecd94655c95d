/** What the user asked of `looplens score`, from the words of the command line. */
import { parseArgs } from 'node:util';
import type { AnalyzeOptions } from '../engine/index';
import { visible } from '../report/visible';
import { nearest } from './nearest';
import { options } from './options';
import { UsageError } from './usage';
import { currency, day, limit, oneOf, share, wholeNumber } from './values';

export type Format = 'text' | 'json' | 'csv';

export interface ScoreRequest {
  /** Paths as typed; '-' is standard input. */
  readonly files: readonly string[];
  readonly format: Format;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly top: number | undefined;
  /** A file with the company figures, where --financials names one. */
  readonly financialsFile: string | undefined;
  readonly aliasesFile: string | undefined;
  readonly limits: ReadonlyMap<string, number>;
  readonly options: AnalyzeOptions;
}

/** The request; 'help' when it was asked for. Throws UsageError. */
export function scoreRequest(words: readonly string[], limitNames: readonly string[]): ScoreRequest | 'help' {
  const { files, values, limits: raised } = split(words);
  if (values.has('help')) return 'help';
  if (files.length === 0)
    throw new UsageError('No file was named. Give a workbook or a CSV file, or - for standard input.');
  const financials = values.get('financials');
  const financialsFile = financials !== undefined && isFile(financials) ? financials : undefined;
  const aliasesFile = values.get('aliases');
  if ([...files, financialsFile, aliasesFile].filter((path) => path === '-').length > 1)
    throw new UsageError('Standard input (-) can be read only once.');
  const top = number('top', 1, 1_000_000);
  const since = values.has('since') ? day('since', values.get('since') ?? '', 'first') : undefined;
  const until = values.has('until') ? day('until', values.get('until') ?? '', 'last') : undefined;
  if (since !== undefined && until !== undefined && since > until)
    throw new UsageError(
      `--since ${values.get('since')} is later than --until ${values.get('until')}: no deal lies between them.`,
    );
  return {
    files,
    format: values.has('format')
      ? oneOf('format', values.get('format') ?? '', ['text', 'json', 'csv'])
      : 'text',
    color: !values.has('no-color'),
    quiet: values.has('quiet'),
    top,
    financialsFile,
    aliasesFile,
    limits: new Map(raised.map((text) => limit(text, limitNames))),
    options: defined({
      sheet: values.get('sheet'),
      table: values.get('table'),
      range: values.get('range'),
      financials: financialsFile === undefined ? financials : undefined,
      basis: values.has('basis')
        ? oneOf('basis', values.get('basis') ?? '', ['headline', 'expected', 'firm'])
        : undefined,
      currency: values.has('currency') ? currency(values.get('currency') ?? '') : undefined,
      owner: values.get('owner'),
      top,
      maxLegs: number('max-legs', 2, 12),
      windowMonths: number('window', 1, 1200),
      since,
      until,
      cut: values.has('cut') ? share('cut', values.get('cut') ?? '') : undefined,
      draws: number('draws', 0, 1_000_000),
      seed: number('seed', 0, 4_294_967_295),
      certificate: values.has('certificate') ? true : undefined,
    }),
  };

  function number(name: string, least: number, most: number): number | undefined {
    const text = values.get(name);
    return text === undefined ? undefined : wholeNumber(name, text, least, most);
  }
}

/** A file rather than a name in the workbook: it has a folder or the ending of a file that Looplens opens. */
function isFile(where: string): boolean {
  return where === '-' || /[\\/]/.test(where) || /\.(?:xls[xmb]?|csv|tsv|txt|ods)$/i.test(where);
}

function split(words: readonly string[]): {
  readonly files: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly limits: readonly string[];
} {
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
    },
  });
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find((one) => one.name === token.name);
    if (option === undefined) throw unknownOption(token.rawName);
    const value = valueOf(option, token.value, token.inlineValue === true);
    if (option.many === true) limits.push(value);
    else if (values.has(option.name) && option.value !== undefined)
      throw new UsageError(`--${option.name} is given twice; it takes one value.`);
    else values.set(option.name, value);
  }
  return { files, values, limits };
}

function valueOf(option: (typeof options)[number], value: string | undefined, isInline: boolean): string {
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

function unknownOption(typed: string): UsageError {
  const meant = nearest(
    typed.replace(/^-+/, ''),
    options.map((option) => option.name),
  );
  const hint = meant === null ? '"looplens score --help" lists all of them.' : `Did you mean --${meant}?`;
  return new UsageError(`There is no option "${visible(typed)}". ${hint}`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without the keys that are undefined. */
function defined<T extends object>(from: T): Defined<T> {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as Defined<T>;
}
