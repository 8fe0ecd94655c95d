/** The disk, standard input and zlib, as the file adapter wants them. */
import { chmod, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createInflateRaw, type InflateRaw, type ZlibOptions } from 'node:zlib';
import { FileRefused } from '../workbook/file/refusal';
import { bytesSource, type ByteSource, type Deflate, type Inflate } from '../workbook/file/source';

/** Standard input has no size to look at before: this much of it is kept and no more. */
const MOST_INPUT = 512 * 1024 * 1024;
const OUT_CHUNK = 64 * 1024;
/** Unpacked bytes that may wait for the reader, so that zlib's thread seldom has to. */
const inflating: ZlibOptions & { highWaterMark: number } = {
  chunkSize: OUT_CHUNK,
  highWaterMark: 512 * 1024,
};

/** A file on disk. `close` when done with it. */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw notOpened(path, error);
  });
  const { size, isFile } = await handle.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
  if (!isFile) {
    await handle.close();
    throw new FileRefused('not-a-file', `"${path}" is not a file. Name a workbook or a text file.`);
  }
  return {
    size,
    async read(offset, length) {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
    close: () => handle.close(),
  };
}

function notOpened(path: string, error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new FileRefused('no-such-file', `There is no file "${path}". Check the name and the folder.`);
  if (code === 'EACCES' || code === 'EPERM')
    return new FileRefused('no-permission', `"${path}" may not be read. Ask its owner for permission.`);
  if (code === 'EISDIR')
    return new FileRefused('not-a-file', `"${path}" is a folder. Name a workbook or a text file.`);
  return error;
}

/** All of a stream, kept in memory, because a zip is read from its end. */
export async function stdinSource(stream: AsyncIterable<Uint8Array | string>): Promise<ByteSource> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > MOST_INPUT)
      throw new FileRefused(
        'input-too-large',
        `Standard input holds more than ${MOST_INPUT.toLocaleString('en-US')} bytes. Save it as a file and name that.`,
      );
    chunks.push(bytes);
  }
  return bytesSource(Buffer.concat(chunks, size));
}

/** zlib's raw inflate, on its own thread; it waits when nobody reads, and passes its errors on. */
export const inflateNode: Inflate = (compressed) => through(createInflateRaw(inflating), compressed);

export const deflateNode: Deflate = (plain) => through(createDeflateRaw({ level: 6 }), plain);

async function* through(zlib: InflateRaw, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // The pipeline's failure arrives through the stream that is read below; here it is only kept from being unhandled.
  const fed = pipeline(Readable.from(bytes, { objectMode: false }), zlib).then(
    () => null,
    (error: unknown) => error,
  );
  try {
    for await (const chunk of zlib) yield chunk as Uint8Array;
  } finally {
    zlib.destroy();
    await fed;
  }
}

/** A file that was not written, and the error of the system. */
export class NotWritten extends Error {
  constructor(
    readonly path: string,
    error: unknown,
  ) {
    super(`"${path}" was not written.`, { cause: error });
  }
}

/**
 * Puts bytes in the place of a file: into another beside it first, onto the disk, and then under its name, so that at
 * every moment there is the old file or the new one. A link is followed. Throws NotWritten.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const before = await stat(path).catch(missing);
    const target = before === null ? path : await realpath(path);
    const beside = join(dirname(target), `.${basename(target)}.${process.pid}.looplens`);
    try {
      const handle = await open(beside, 'wx', 0o666);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (before !== null) await chmod(beside, before.mode & 0o7777);
      await rename(beside, target);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  } catch (error) {
    throw new NotWritten(path, error);
  }
}

function missing(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
