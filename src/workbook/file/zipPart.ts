/**
 * One part of a package, unpacked as a stream and measured while it flows.
 *
 * A part is cut off as soon as it is larger than declared, grows faster than its limit of unpacked : packed, or exceeds
 * what may be held in memory; its checksum is compared at the end. So a bomb costs what it unpacks up to the limit,
 * never what it holds.
 */
import { crc32 } from './crc32';
import type { Opening } from './opening';
import { grouped } from './opening';
import { overlapping, truncated, type Zip, type ZipEntry } from './zip';

const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Bytes of a compressed part that are read at once. */
const READ_SIZE = 64 * 1024;
/** Below this, a ratio says nothing: a short part of one repeated line packs well. */
const RATIO_FROM = 100 * 1024;

/** streamed: passes through (a sheet, the shared texts); held: stays in memory whole. */
export type PartUse = 'streamed' | 'held';

/** The unpacked bytes of a part. Chunks may be reused by the source after the next step: use them or copy them. */
export async function* partChunks(
  zip: Zip,
  entry: ZipEntry,
  use: PartUse,
  opening: Opening,
): AsyncGenerator<Uint8Array> {
  const start = await dataStart(zip, entry, opening);
  const ratioLimit = use === 'held' ? 'ratio' : 'sheetRatio';
  const ratio = opening.limits[ratioLimit];
  const growsTooFast = (unpacked: number, packed: number): Error =>
    opening.over(
      'ratio',
      `unpacks ${grouped(packed)} bytes of its part "${entry.name}" to ${grouped(unpacked)}, ${grouped(unpacked / Math.max(1, packed))} : 1`,
      ratioLimit,
    );
  // The header's own word is enough to refuse, never enough to trust.
  if (entry.unpacked > RATIO_FROM && entry.unpacked > ratio * entry.packed)
    throw growsTooFast(entry.unpacked, entry.packed);

  let fed = 0;
  let failure: unknown;
  async function* packed(): AsyncGenerator<Uint8Array> {
    try {
      while (fed < entry.packed) {
        opening.check();
        const wanted = Math.min(READ_SIZE, entry.packed - fed);
        const bytes = await zip.source.read(start + fed, wanted);
        if (bytes.length < wanted) throw truncated(opening);
        fed += wanted;
        opening.advance(wanted);
        yield bytes;
      }
    } catch (error) {
      failure = error;
      throw error;
    }
  }

  let unpacked = 0;
  let crc = 0;
  const inflated = entry.method === 0 ? packed() : inflate(packed(), entry, opening, () => failure);
  for await (const chunk of inflated) {
    opening.check();
    unpacked += chunk.length;
    if (unpacked > entry.unpacked)
      throw opening.refuse(
        'header-lie',
        `was refused: its part "${entry.name}" unpacks to more than the ${grouped(entry.unpacked)} bytes that it declares, as in files made to exhaust memory.`,
      );
    if (unpacked > RATIO_FROM && unpacked > ratio * fed) throw growsTooFast(unpacked, fed);
    if (use === 'held' && unpacked > opening.limits.partBytes)
      throw opening.over(
        'part-too-large',
        `unpacks its part "${entry.name}" to ${grouped(unpacked)} bytes or more`,
        'partBytes',
      );
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (unpacked !== entry.unpacked || crc !== entry.crc) throw damaged(entry, opening);
}

/** A whole part in memory, counted as held: `opening.letGo(bytes.length)` when it is done with. */
export async function partBytes(zip: Zip, entry: ZipEntry, opening: Opening): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of partChunks(zip, entry, 'held', opening)) {
    opening.hold(chunk.length);
    size += chunk.length;
    chunks.push(chunk.slice());
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Where the data of a part starts: its own header must say the same as the directory. */
async function dataStart(zip: Zip, entry: ZipEntry, opening: Opening): Promise<number> {
  const size = LOCAL_SIZE + entry.nameBytes.length;
  const header = await zip.source.read(entry.offset, size);
  if (header.length < size) throw truncated(opening);
  const view = new DataView(header.buffer, header.byteOffset, size);
  if (view.getUint32(0, true) !== LOCAL) throw damaged(entry, opening);
  const sameName =
    view.getUint16(26, true) === entry.nameBytes.length &&
    entry.nameBytes.every((byte, index) => byte === header[LOCAL_SIZE + index]);
  if (!sameName || view.getUint16(8, true) !== entry.method || (view.getUint16(6, true) & 1) !== 0)
    throw opening.refuse(
      'header-lie',
      `was refused: its part "${entry.name}" is described in two ways that differ, and programs differ in which they believe.`,
    );
  const start = entry.offset + size + view.getUint16(28, true);
  if (start + entry.packed > entry.end) throw overlapping(entry.name, opening);
  return start;
}

async function* inflate(
  packed: AsyncIterable<Uint8Array>,
  entry: ZipEntry,
  opening: Opening,
  failure: () => unknown,
): AsyncGenerator<Uint8Array> {
  const chunks = opening.inflate(packed)[Symbol.asyncIterator]();
  try {
    for (;;) {
      let next: IteratorResult<Uint8Array>;
      try {
        next = await chunks.next();
      } catch (error) {
        // What broke may be the disk or the user's patience rather than the data: those errors pass as they are.
        if (failure() !== undefined) throw failure();
        throw damaged(entry, opening, error);
      }
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

function damaged(entry: ZipEntry, opening: Opening, cause?: unknown): Error {
  const refusal = opening.refuse(
    'damaged',
    `is damaged: its part "${entry.name}" does not unpack to what was packed. Download or copy it again.`,
  );
  if (cause !== undefined) refusal.cause = cause;
  return refusal;
}
