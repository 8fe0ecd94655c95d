/**
 * Old Office files and encrypted packages are compound files (OLE); which one it is stands in their directory.
 *
 * Only the names of the streams are read: header, one chain of sectors, 128 bytes an entry. Source: MS-CFB 2.2 to 2.6.
 * The chain is followed for at most 64 sectors, so a chain in a circle ends too.
 */
import type { ByteSource } from './source';

export type OleKind = 'encrypted' | 'workbook' | 'document' | 'presentation' | 'other';

const MOST_SECTORS = 64;
const ENTRY = 128;

const streams: readonly (readonly [string, OleKind])[] = [
  ['encryptedpackage', 'encrypted'],
  ['workbook', 'workbook'],
  ['book', 'workbook'],
  ['worddocument', 'document'],
  ['powerpoint document', 'presentation'],
];

export async function oleKind(source: ByteSource): Promise<OleKind> {
  const names = await streamNames(source);
  for (const [name, kind] of streams) if (names.has(name)) return kind;
  return 'other';
}

async function streamNames(source: ByteSource): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const header = await source.read(0, 512);
  if (header.length < 512) return names;
  const view = new DataView(header.buffer, header.byteOffset, 512);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const size = 1 << shift;
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MOST_SECTORS && sector < 0xfffffffa; count++) {
    const bytes = await source.read((sector + 1) * size, size);
    for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) names.add(entryName(bytes, at));
    sector = await nextSector(source, view, sector, size);
  }
  return names;
}

/** The sector after one, from the allocation table; the 109 table sectors that the header lists are enough here. */
async function nextSector(
  source: ByteSource,
  header: DataView,
  sector: number,
  size: number,
): Promise<number> {
  const inTable = size / 4;
  const table = Math.floor(sector / inTable);
  if (table >= 109) return 0xffffffff;
  const at = (header.getUint32(76 + 4 * table, true) + 1) * size + 4 * (sector % inTable);
  const bytes = await source.read(at, 4);
  return bytes.length < 4 ? 0xffffffff : new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
}

function entryName(bytes: Uint8Array, at: number): string {
  const length = Math.min(64, bytes[at + 64] | (bytes[at + 65] << 8));
  return length < 2
    ? ''
    : new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2)).toLowerCase();
}
