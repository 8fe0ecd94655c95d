/** Files in a browser, as the file adapter wants them: bytes by position, and the browser's own raw inflate. */
import type { Book } from '../../engine/index';
import { openBook } from '../../workbook/file/open';
import type { ByteSource, Inflate } from '../../workbook/file/source';

/** A picked or fetched file. Bytes are read when they are asked for. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    async read(offset, length) {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer());
    },
  };
}

/** The browser's decompressor. Reading and writing go on side by side; an error of either ends both. */
export const inflateInBrowser: Inflate = async function* (compressed) {
  const inflate = new DecompressionStream('deflate-raw');
  const writer = inflate.writable.getWriter();
  const feed = async (): Promise<void> => {
    for await (const chunk of compressed) await writer.write(chunk.slice());
    await writer.close();
  };
  // What goes wrong in feeding reaches the reader below through the stream; here it is kept from being unhandled.
  const fed = feed().catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const reader = inflate.readable.getReader();
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
};

export function openBlob(name: string, blob: Blob): Promise<Book> {
  return openBook(name, blobSource(blob), { inflate: inflateInBrowser });
}

/** Opens a file of this server's. */
export async function openFetched(name: string, address: string): Promise<Book> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`"${name}" is not on this server (${response.status}).`);
  return openBlob(name, await response.blob());
}
