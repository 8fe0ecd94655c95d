/** A world for the command to run in: no disk, no terminal, everything that it says kept. */
import type { AnalyzeOptions, AnalyzeOutcome, Book } from '../../src/engine/index';
import { gridOf, plainSheet } from '../../src/engine/index';
import type { CliIo, OpenOptions } from '../../src/cli/io';
import { run } from '../../src/cli/run';
import { FileRefused } from '../../src/workbook/file/refusal';
import { aiAnalysis } from '../report/fixtures';
import { noFiles } from './noFiles';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What the engine was asked, file by file. */
  readonly asked: readonly AnalyzeOptions[];
  readonly opened: readonly { readonly path: string; readonly options: OpenOptions }[];
}

export interface World {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly books?: Readonly<Record<string, Book>>;
  readonly analyze?: (book: Book, options: AnalyzeOptions) => AnalyzeOutcome;
  readonly shown?: (what: string, done: number) => void;
}

export function bookOf(name: string, rows: readonly (readonly (string | number | null)[])[] = []): Book {
  return { name, sheets: [plainSheet('Sheet1', gridOf(rows))], tables: [], date1904: false, notes: [] };
}

/** An error of the system, as fs gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: raw text of the system`), { code, syscall: 'open' });
}

/** Runs the command. A path that starts with "ERR:" fails to open with that error of the system. */
export async function looplens(words: readonly string[], world: World = {}): Promise<Said> {
  let [out, err] = ['', ''];
  const asked: AnalyzeOptions[] = [];
  const opened: { path: string; options: OpenOptions }[] = [];
  const { isTTY = false, columns = 80 } = world;
  const io: CliIo = {
    stdout: { isTTY, columns, write: (text) => void (out += text) },
    stderr: { isTTY, columns, write: (text) => void (err += text) },
    env: world.env ?? {},
    open: (path, options) => {
      opened.push({ path, options });
      options.progress(1, 2);
      if (path.startsWith('ERR:')) return Promise.reject(systemError(path.slice(4)));
      if (path === 'bomb.xlsx')
        return Promise.reject(new FileRefused('ratio', '"bomb.xlsx" packs too\u001b[2J well.'));
      if (path === 'broken.xlsx')
        return Promise.reject(new FileRefused('damaged', '"broken.xlsx" is damaged.'));
      return Promise.resolve(world.books?.[path] ?? bookOf(path));
    },
    analyze: (book, options) => {
      asked.push(options);
      options.onStep?.('Solving the circulation', 0.2);
      if (world.analyze !== undefined) return world.analyze(book, options);
      if (book.name === 'poem.csv') return notDeals;
      return {
        ok: true,
        analysis: { ...aiAnalysis, input: { ...aiAnalysis.input, file: book.name } },
        deals: [],
      };
    },
    progress: { show: world.shown ?? (() => {}), clear: () => {} },
    ...noFiles,
    limitNames: ['parts', 'partBytes', 'cells', 'ratio'],
    version: '9.9.9',
  };
  const code = await run(words, io);
  return { code, out, err, asked, opened };
}

const notDeals: AnalyzeOutcome = {
  ok: false,
  refusal: {
    code: 'no-deals',
    message: 'No table with a payer, a receiver and an amount was found.',
    cell: 'Sheet1!A1',
    issues: [],
  },
};
