/** Packs named parts into a zip archive: fixed timestamps, entries in the given order, the same bytes every time. */
import { deflate } from './deflate';

export interface ZipEntry {
  /** Plain ASCII with forward slashes. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01, the first day that the format can hold. */
const DAY = (1 << 5) | 1;
const DEFLATED = 8;
const VERSION = 20;

const crcTable = new Uint32Array(256);
for (let n = 0; n < 256; n += 1) {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  crcTable[n] = c >>> 0;
}

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) crc = crcTable[(crc ^ bytes[i]) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Little-endian fields of 2 or 4 bytes, one after the other. */
function fields(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const out = new Uint8Array(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) {
    for (let i = 0; i < bytes; i += 1) out[at++] = (value >>> (8 * i)) & 255;
  }
  return out;
}

export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  let directorySize = 0;
  for (const { name, bytes } of entries) {
    const nameBytes = new TextEncoder().encode(name);
    const packed = deflate(bytes);
    const common: (readonly [number, 2 | 4])[] = [
      [VERSION, 2],
      [0, 2],
      [DEFLATED, 2],
      [0, 2],
      [DAY, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [nameBytes.length, 2],
      [0, 2],
    ];
    const local = fields([0x04034b50, 4], ...common);
    const central = fields(
      [0x02014b50, 4],
      [VERSION, 2],
      ...common,
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    );
    body.push(local, nameBytes, packed);
    directory.push(central, nameBytes);
    offset += local.length + nameBytes.length + packed.length;
    directorySize += central.length + nameBytes.length;
  }
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [entries.length, 2],
    [entries.length, 2],
    [directorySize, 4],
    [offset, 4],
    [0, 2],
  );
  const archive = new Uint8Array(offset + directorySize + end.length);
  let at = 0;
  for (const piece of [...body, ...directory, end]) {
    archive.set(piece, at);
    at += piece.length;
  }
  return archive;
}
