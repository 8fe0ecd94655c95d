/**
 * A package with some of its parts replaced, added or taken out.
 *
 * Every other entry is copied as it lies in the file: header, packed bytes and record, in the same order; only the place
 * that its record names moves. So what nobody touched is the same to the byte, and costs no packing.
 */
import { crc32 } from '../crc32';
import { partKey } from '../partNames';
import { endRecord, directoryRecord, localRecord, type ZipHeader } from '../zipRecords';
import type { Deflate } from '../source';
import type { Zip, ZipEntry } from '../zip';
import { joined } from './bytes';

export interface PackageChanges {
  /** By partKey; null takes the part out. */
  readonly changed: ReadonlyMap<string, Uint8Array | null>;
  readonly added: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

const UTF8_NAME = 0x0800;
const MOST = 0xffffffff;
const NO_TIME = { time: 0, date: (1 << 5) | 1 };

/** `deflate` null leaves the new parts unpacked. Answers null when the package would be larger than 4 GB. */
export async function writeArchive(
  zip: Zip,
  { changed, added }: PackageChanges,
  deflate: Deflate | null,
): Promise<Uint8Array | null> {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const put = (pieces: readonly Uint8Array[], record: Uint8Array): void => {
    for (const piece of pieces) offset += piece.length;
    body.push(...pieces);
    directory.push(record);
  };
  const pack = async (name: Uint8Array, bytes: Uint8Array, like: ZipEntry | undefined): Promise<void> => {
    const deflated = deflate === null ? bytes : await allOf(deflate(once(bytes)));
    const isPacked = deflate !== null && !growsTooFast(name, bytes.length, deflated.length);
    const packed = isPacked ? deflated : bytes;
    const stamp = like === undefined ? NO_TIME : stampOf(like.record);
    const size = { crc: crc32(bytes), packed: packed.length, unpacked: bytes.length };
    const header: ZipHeader = {
      name,
      method: isPacked ? 8 : 0,
      flags: flagsOf(name),
      ...stamp,
      ...size,
    };
    put([localRecord(header), packed], directoryRecord(header, offset, attributesOf(like)));
  };
  for (const entry of zip.inOrder) {
    const bytes = entry.name.endsWith('/') ? undefined : changed.get(partKey(entry.name));
    if (bytes === null) continue;
    if (bytes !== undefined) await pack(entry.nameBytes, bytes, entry);
    else {
      const record = movedRecord(entry.record, offset);
      if (record === null) return null;
      put([await zip.source.read(entry.offset, entry.end - entry.offset)], record);
    }
  }
  for (const { name, bytes } of added) await pack(new TextEncoder().encode(name), bytes, zip.inOrder[0]);
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  if (offset + size > MOST || directory.length > 0xfffe) return null;
  return joined([...body, ...directory, endRecord(directory.length, size, offset)]);
}

/** What unpacks to so much more than it is looks like an attack, to this reader too: such parts are left unpacked. */
function growsTooFast(name: Uint8Array, unpacked: number, packed: number): boolean {
  const isSheet = new TextDecoder().decode(name).includes('/worksheets/');
  return unpacked > 100_000 && unpacked > packed * (isSheet ? 300 : 90);
}

/** A record that names another place; zip64 records keep theirs in an extra field. */
function movedRecord(record: Uint8Array, offset: number): Uint8Array | null {
  if (offset >= MOST) return null;
  // A Buffer's own slice would be a view of the file.
  const copy = new Uint8Array(record);
  const view = new DataView(copy.buffer);
  if (view.getUint32(42, true) !== MOST) {
    view.setUint32(42, offset, true);
    return copy;
  }
  const extra = 46 + view.getUint16(28, true);
  const end = extra + view.getUint16(30, true);
  for (let at = extra; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const before = [24, 20].filter((field) => view.getUint32(field, true) === MOST).length;
    view.setBigUint64(at + 4 + 8 * before, BigInt(offset), true);
    return copy;
  }
  return null;
}

function stampOf(record: Uint8Array): { time: number; date: number } {
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  return { time: view.getUint16(12, true), date: view.getUint16(14, true) };
}

function attributesOf(like: ZipEntry | undefined): number {
  if (like === undefined) return 0;
  return new DataView(like.record.buffer, like.record.byteOffset, like.record.byteLength).getUint32(38, true);
}

function flagsOf(name: Uint8Array): number {
  return name.some((byte) => byte >= 0x80) ? UTF8_NAME : 0;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  const piece = 64 * 1024;
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function allOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(new Uint8Array(chunk));
  return joined(all);
}
