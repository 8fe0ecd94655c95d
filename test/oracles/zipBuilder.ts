/** Zip files for tests, well made or lying: every field of both headers can be overridden. */
import { crc32 } from '../../src/workbook/file/crc32';
import { deflateRawSync } from 'node:zlib';

export interface PartSpec {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Stored rather than deflated. */
  readonly stored?: boolean;
  /** Packed bytes that stand in the file instead of the content's own. */
  readonly packed?: Uint8Array;
  /** What the directory says, where it differs from the truth. */
  readonly says?: Partial<Record<'crc' | 'packed' | 'unpacked' | 'method' | 'flags' | 'offset', number>>;
  /** What the part's own header says of its name. */
  readonly localName?: string;
  /** Sizes and checksum only behind the data, as streaming writers do. */
  readonly descriptor?: boolean;
  /** Sizes and offset in a zip64 extra field. */
  readonly zip64?: boolean;
}

export interface ZipSpec {
  readonly comment?: string;
  /** Number of entries that the end record declares. */
  readonly count?: number;
  /** A zip64 end record and locator. */
  readonly zip64?: boolean;
}

const text = new TextEncoder();

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? text.encode(content) : content;
}

export function buildZip(parts: readonly PartSpec[], spec: ZipSpec = {}): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = bytesOf(part.content);
    const packed = part.packed ?? (part.stored ? content : deflateRawSync(content));
    const method = part.says?.method ?? (part.stored ? 0 : 8);
    const flags = (part.says?.flags ?? 0) | (part.descriptor ? 8 : 0);
    const crc = part.says?.crc ?? crc32(content);
    const packedSize = part.says?.packed ?? packed.length;
    const unpackedSize = part.says?.unpacked ?? content.length;
    const name = text.encode(part.name);
    const localName = text.encode(part.localName ?? part.name);
    const hidden = part.descriptor === true;
    const local = record(30, [
      [0, 4, 0x04034b50],
      [4, 2, 20],
      [6, 2, flags],
      [8, 2, method],
      [14, 4, hidden ? 0 : crc],
      [18, 4, hidden ? 0 : packedSize],
      [22, 4, hidden ? 0 : unpackedSize],
      [26, 2, localName.length],
    ]);
    const trailer = hidden
      ? record(16, [
          [0, 4, 0x08074b50],
          [4, 4, crc],
          [8, 4, packedSize],
          [12, 4, unpackedSize],
        ])
      : new Uint8Array(0);
    const start = part.says?.offset ?? offset;
    const extra = part.zip64
      ? record(28, [
          [0, 2, 1],
          [2, 2, 24],
          [4, 8, unpackedSize],
          [12, 8, packedSize],
          [20, 8, start],
        ])
      : new Uint8Array(0);
    const large = part.zip64 === true;
    directory.push(
      record(46, [
        [0, 4, 0x02014b50],
        [4, 2, 20],
        [6, 2, 20],
        [8, 2, flags],
        [10, 2, method],
        [16, 4, crc],
        [20, 4, large ? 0xffffffff : packedSize],
        [24, 4, large ? 0xffffffff : unpackedSize],
        [28, 2, name.length],
        [30, 2, extra.length],
        [42, 4, large ? 0xffffffff : start],
      ]),
      name,
      extra,
    );
    pieces.push(local, localName, packed, trailer);
    offset += local.length + localName.length + packed.length + trailer.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const count = spec.count ?? parts.length;
  const comment = text.encode(spec.comment ?? '');
  const end64 = spec.zip64
    ? [
        record(56, [
          [0, 4, 0x06064b50],
          [4, 8, 44],
          [24, 8, count],
          [32, 8, count],
          [40, 8, size],
          [48, 8, offset],
        ]),
        record(20, [
          [0, 4, 0x07064b50],
          [8, 8, offset + size],
          [16, 4, 1],
        ]),
      ]
    : [];
  const end = record(22, [
    [0, 4, 0x06054b50],
    [8, 2, spec.zip64 ? 0xffff : count],
    [10, 2, spec.zip64 ? 0xffff : count],
    [12, 4, spec.zip64 ? 0xffffffff : size],
    [16, 4, spec.zip64 ? 0xffffffff : offset],
    [20, 2, comment.length],
  ]);
  return joined([...pieces, ...directory, ...end64, end, comment]);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Little-endian fields: [position, bytes, value]. */
function record(length: number, fields: readonly (readonly [number, number, number])[]): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  for (const [at, size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
  }
  return bytes;
}
