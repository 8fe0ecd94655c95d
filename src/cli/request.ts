/** What the user asked of `looplens score`, from the words of the command line. */
import type { AnalyzeOptions } from '../engine/index';
import { optionsOf, scoreOptions } from './options';
import { UsageError } from './usage';
import { currency, day, limit, oneOf, share, wholeNumber } from './values';
import { split as splitWords, type SplitWords } from './words';

export type Format = 'text' | 'json' | 'csv';

/** How a workbook is read and what is computed: the same for every command that scores. */
export interface Reading {
  readonly quiet: boolean;
  readonly top: number | undefined;
  /** A file with the company figures, where --financials names one. */
  readonly financialsFile: string | undefined;
  readonly aliasesFile: string | undefined;
  readonly limits: ReadonlyMap<string, number>;
  readonly options: AnalyzeOptions;
}

export interface ScoreRequest extends Reading {
  /** Paths as typed; '-' is standard input. */
  readonly files: readonly string[];
  readonly format: Format;
  readonly color: boolean;
}

/** The request; 'help' when it was asked for. Throws UsageError. */
export function scoreRequest(words: readonly string[], limitNames: readonly string[]): ScoreRequest | 'help' {
  const split = splitWords(words, optionsOf(scoreOptions), 'score');
  const { files, values } = split;
  if (values.has('help')) return 'help';
  if (files.length === 0)
    throw new UsageError('No file was named. Give a workbook or a CSV file, or - for standard input.');
  const read = reading(split, limitNames);
  return {
    ...read,
    files,
    format: values.has('format')
      ? oneOf('format', values.get('format') ?? '', ['text', 'json', 'csv'])
      : 'text',
    color: !values.has('no-color'),
  };
}

/** Throws UsageError. */
export function reading({ files, values, limits }: SplitWords, limitNames: readonly string[]): Reading {
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
    quiet: values.has('quiet'),
    top,
    financialsFile,
    aliasesFile,
    limits: new Map(limits.map((text) => limit(text, limitNames))),
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

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without the keys that are undefined. */
function defined<T extends object>(from: T): Defined<T> {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as Defined<T>;
}
