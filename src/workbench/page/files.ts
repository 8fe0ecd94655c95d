/** Files in a browser, as the file adapter wants them: bytes by position, and the browser's own raw deflate. */
import type { Book } from '../../engine/index';
import { openBook } from '../../workbook/file/open';
import type { WorkbookMarks } from '../../workbook/marks';
import type { ByteSource, Deflate, Inflate } from '../../workbook/file/source';

/** A picked or fetched file. Bytes are read when they are asked for. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(offset, length) {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    },
  };
}

export const inflateInBrowser: Inflate = (packed) => through(new DecompressionStream('deflate-raw'), packed);
export const deflateInBrowser: Deflate = (bytes) => through(new CompressionStream('deflate-raw'), bytes);

/** Reading and writing go on side by side; an error of either ends both. */
async function* through(
  { readable, writable }: GenericTransformStream,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const writer = (writable as WritableStream<Uint8Array>).getWriter();
  const feed = async (): Promise<void> => {
    for await (const chunk of bytes) await writer.write(chunk.slice());
    await writer.close();
  };
  // What goes wrong in feeding reaches the reader below through the stream; here it is kept from being unhandled.
  const fed = feed().catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const reader = (readable as ReadableStream<Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
    await fed;
  }
}

/** A file on the desk: what it says, and its bytes as they were when it was opened. */
export interface OpenedFile {
  readonly book: Book;
  readonly source: ByteSource;
  /** What its sheets have besides cells. */
  readonly marks: WorkbookMarks;
}

/** Opens a picked file. Rejects with a sentence fit to be shown. */
export async function openBlob(name: string, blob: Blob): Promise<OpenedFile> {
  const source = blobSource(blob);
  const book = await readBook(name, source);
  const { readMarks } = await import(/* webpackChunkName: "saving" */ './fileMarks');
  const { marks, notes } = await readMarks(name, source, inflateInBrowser);
  // Saving over the file on the disk makes the picked one unreadable, so its bytes are kept.
  return {
    book: { ...book, notes: [...book.notes, ...notes] },
    marks,
    source: blobSource(new Blob([await blob.arrayBuffer()])),
  };
}

/** A workbook with the texts of its formulas, the formats of its empty cells, and what the add-in keeps in it. */
export function readBook(name: string, source: ByteSource): Promise<Book> {
  return openBook(name, source, {
    inflate: inflateInBrowser,
    formulas: true,
    emptyFormats: true,
    settings: true,
  });
}

/** Opens a file of this server's. */
export async function openFetched(name: string, address: string): Promise<OpenedFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`"${name}" is not on this server (${response.status}).`);
  return openBlob(name, await response.blob());
}
