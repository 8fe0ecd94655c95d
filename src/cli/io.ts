/** What the command is given of the world, so that tests need neither disk nor terminal. */
import type { AnalyzeOptions, AnalyzeOutcome, Book } from '../engine/index';
import type { FileWorkbook } from '../workbook/file/edit/fileWorkbook';

export interface Output {
  write(text: string): void;
  readonly isTTY: boolean;
  readonly columns?: number;
}

/** One line that says what is going on; shown only where somebody is waiting for it. */
export interface Progress {
  /** `done` is 0..1. */
  show(what: string, done: number): void;
  clear(): void;
}

export interface OpenOptions {
  readonly limits: ReadonlyMap<string, number>;
  readonly progress: (done: number, total: number) => void;
}

export interface OpenWorkbook {
  readonly workbook: FileWorkbook;
  close(): Promise<void>;
}

export interface CliIo {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** '-' is standard input. Throws FileRefused or an error of the system. */
  readonly open: (path: string, options: OpenOptions) => Promise<Book>;
  /** A workbook to be changed. Nothing is written to its file. Throws as `open` does. */
  readonly workbook: (path: string, options: Pick<OpenOptions, 'limits'>) => Promise<OpenWorkbook>;
  /** Puts bytes in the place of a file, all of them or none. Throws NotWritten. */
  readonly save: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly now: () => Date;
  readonly analyze: (book: Book, options: AnalyzeOptions) => AnalyzeOutcome;
  readonly progress: Progress;
  /** Names that --limit takes. */
  readonly limitNames: readonly string[];
  readonly version: string;
}
