/** Any file that a user picks, as a Book, or a FileRefused that says why not. */
import type { Book } from '../../engine/index';
import { openCsv } from './csv';
import { defaultLimits, type Limits } from './limits';
import { Opening } from './opening';
import { HEAD_BYTES, sniff } from './sniff';
import type { ByteSource, Inflate } from './source';
import { openWorkbook } from './workbook';

export interface OpenOptions {
  readonly inflate: Inflate;
  /** Limits that differ from the default ones, by name. */
  readonly limits?: Partial<Limits>;
  /** Bytes of the file read so far, of all that will be read. */
  readonly progress?: (done: number, total: number) => void;
  /** Stops the opening: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Keeps the texts of formulas (Sheet.formula), for about 50 bytes a formula and its text. */
  readonly formulas?: boolean;
  /** Keeps the number formats of cells without a value, for about 50 bytes each that is not 'General'. */
  readonly emptyFormats?: boolean;
  /** Reads what our add-in keeps in the workbook (Book.settings). */
  readonly settings?: boolean;
  /** For text files; found by looking at them when it is not given. */
  readonly delimiter?: string;
}

/**
 * Opens a workbook (.xlsx, .xlsm, .xltx) or a text file with delimiters, whichever the content is; the name serves for
 * messages, for the sheet of a text file, and to refuse text that calls itself a workbook. Rejects with FileRefused, with the signal's reason, or with the error of
 * the source; nothing else. Linear in the size of the file; about eleven bytes of memory a cell plus the texts.
 */
export async function openBook(name: string, source: ByteSource, options: OpenOptions): Promise<Book> {
  const limits = { ...defaultLimits, ...options.limits };
  const opening = new Opening(name, limits, options.inflate, options.progress, options.signal);
  opening.check();
  const head = await source.read(0, HEAD_BYTES);
  if ((await sniff(source, head, opening)) === 'package') return openWorkbook(source, opening, options);
  if (/\.xl(s[xm]?|tx|tm)$/i.test(name)) {
    // Guessing that a broken workbook is a table of text would answer a question that nobody asked.
    throw opening.refuse(
      'not-a-workbook',
      'is named as a workbook but holds plain text. If it is a table of text, rename it to end in .csv.',
    );
  }
  return openCsv(source, head, options.delimiter, opening);
}
