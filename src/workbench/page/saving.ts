/**
 * The open workbook as the bytes of its file: the package that was opened, with the changes put in place.
 *
 * What was not changed stays byte for byte as it was, and a workbook without changes is the very file that was opened.
 * A text file becomes a workbook.
 */
import type { Book } from '../../engine/index';
import { fileWorkbook, type FileWorkbookOptions } from '../../workbook/file/edit/fileWorkbook';
import { blankWorkbook, fillingOperations } from '../../workbook/file/newWorkbook';
import { bytesSource, type ByteSource } from '../../workbook/file/source';
import { changesSince, savedAsLoaded, type OpenWorkbook, type Saved } from './changes';

/** The file behind the open workbook. */
export interface SavedFile {
  readonly name: string;
  readonly source: ByteSource;
  readonly saved: Saved;
}

/** How this page packs, unpacks and reads files. */
export interface Packing extends FileWorkbookOptions {
  readonly read: (name: string, source: ByteSource) => Promise<Book>;
}

export interface SaveResult {
  readonly bytes: Uint8Array;
  /** What the next save begins with. */
  readonly file: SavedFile;
  /** What the user should know about the file. */
  readonly notes: readonly string[];
}

/** To be called right after the workbook has loaded `book`. */
export function fileAsLoaded(book: Book, source: ByteSource, workbook: OpenWorkbook): SavedFile {
  return { name: book.name, source, saved: savedAsLoaded(book, workbook) };
}

/**
 * Compares at once and writes what was found then: what is typed meanwhile is for the next save. Rejects with a Refusal
 * whose message is fit to be shown; nothing is lost then.
 */
export async function saveWorkbook(
  file: SavedFile,
  workbook: OpenWorkbook,
  { read, ...packing }: Packing,
): Promise<SaveResult> {
  const { operations, settings, notes, saved } = changesSince(file.saved, workbook);
  const isPackage = await startsAsPackage(file.source);
  const name = isPackage ? file.name : `${file.name.replace(/\.(csv|tsv|txt)$/i, '')}.xlsx`;
  const source = isPackage ? file.source : await blankOf(file.saved.book);
  const port = fileWorkbook(name, source, packing);
  if (!isPackage) await port.apply(fillingOperations(file.saved.book));
  await port.apply(operations);
  const bytes = await port.save({ isCalculated: true, ...(settings === undefined ? {} : { settings }) });
  const written = bytesSource(bytes);
  return {
    bytes,
    file: { name, source: written, saved: saved(await read(name, written)) },
    notes: [...notes, ...(await port.notes())],
  };
}

async function startsAsPackage(source: ByteSource): Promise<boolean> {
  const [first, second] = await source.read(0, Math.min(2, source.size));
  return first === 0x50 && second === 0x4b;
}

async function blankOf({ sheets, date1904 }: Book): Promise<ByteSource> {
  const names = sheets.map(({ name }) => name);
  return bytesSource(await blankWorkbook(names, date1904));
}
