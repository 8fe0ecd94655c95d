/** Packs named parts into a zip archive: fixed timestamps, entries in the given order, the same bytes every time. */
import { crc32 } from '../../../src/workbook/file/crc32';
import {
  directoryRecord,
  endRecord,
  localRecord,
  type ZipHeader,
} from '../../../src/workbook/file/zipRecords';
import { deflate } from './deflate';

export { crc32 };

export interface ZipEntry {
  /** Plain ASCII with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01, the first day that the format can hold. */
const DAY = (1 << 5) | 1;

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const packed = deflate(bytes);
    const header: ZipHeader = {
      name: new TextEncoder().encode(name),
      method: 8,
      flags: 0,
      time: 0,
      date: DAY,
      crc: crc32(bytes),
      packed: packed.length,
      unpacked: bytes.length,
    };
    const local = localRecord(header);
    directory.push(directoryRecord(header, offset));
    body.push(local, packed);
    offset += local.length + packed.length;
  }
  const directorySize = directory.reduce((sum, record) => sum + record.length, 0);
  return joined([...body, ...directory, endRecord(entries.length, directorySize, offset)]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
