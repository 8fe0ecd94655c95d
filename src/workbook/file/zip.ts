/**
 * The directory of a zip package: which parts there are and where.
 *
 * Read from the end of the file, in one or two reads, and believed only after it was checked: every entry lies inside the
 * file, before the directory, apart from every other entry (overlapping entries are how a small zip unpacks to
 * petabytes), under a plain name of its own.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5. Limits: one disk, no encryption, stored or deflated.
 */
import type { Opening } from './opening';
import { grouped } from './opening';
import { nameTrick, partKey } from './partNames';
import type { ByteSource } from './source';

export interface ZipEntry {
  readonly name: string;
  /** The name's bytes, to be compared with the entry's own header. */
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** As declared: may only make a refusal come sooner. */
  readonly unpacked: number;
  /** Where the entry's own header starts, and where the next thing in the file does. */
  readonly offset: number;
  readonly end: number;
  /** Its record in the directory as it stands in the file, for whoever copies it. */
  readonly record: Uint8Array;
}

export interface Zip {
  readonly source: ByteSource;
  /** By partKey. */
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** In the order of the directory, folders included. */
  readonly inOrder: readonly ZipEntry[];
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL_HEADER = 30;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Far more than the directory of the most entries that are allowed; a bound on what is read at once. */
const LONGEST_DIRECTORY = 16 * 1024 * 1024;

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

export async function openZip(source: ByteSource, opening: Opening): Promise<Zip> {
  const directory = await findDirectory(source, opening);
  if (directory.count > opening.limits.parts)
    throw opening.over('too-many-parts', `holds ${grouped(directory.count)} parts`, 'parts');
  if (directory.size > LONGEST_DIRECTORY)
    throw opening.refuse(
      'damaged',
      `is damaged: its list of parts is ${grouped(directory.size)} bytes long.`,
    );
  const bytes = await source.read(directory.offset, directory.size);
  if (bytes.length < directory.size) throw truncated(opening);
  const found = readEntries(bytes, directory, opening);
  const placed = apart(found, directory.offset, opening);
  const parts = placed.filter((entry) => !entry.name.endsWith('/'));
  const inOrder = placed.sort((a, b) => a.record.byteOffset - b.record.byteOffset);
  return { source, entries: new Map(parts.map((entry) => [partKey(entry.name), entry])), inOrder };
}

export function truncated(opening: Opening): Error {
  return opening.refuse(
    'truncated',
    'is cut off: the end of the file is missing. Download or copy it again.',
  );
}

async function findDirectory(source: ByteSource, opening: Opening): Promise<Directory> {
  const tailSize = Math.min(source.size, END_SIZE + LONGEST_COMMENT);
  const tailStart = source.size - tailSize;
  const tail = await source.read(tailStart, tailSize);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - END_SIZE; at >= 0; at--) {
    if (tail[at] !== 0x50 || view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    const position = tailStart + at;
    if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) {
      const large = await findDirectory64(source, position);
      if (large !== null) return large;
    }
    if (offset + size <= position) return { count, offset, size };
  }
  throw truncated(opening);
}

/** The zip64 directory, announced just before the ordinary end record; null when there is none. */
async function findDirectory64(source: ByteSource, end: number): Promise<Directory | null> {
  const locator = await source.read(Math.max(0, end - 20), 20);
  if (end < 20 || locator.length < 20) return null;
  const pointer = new DataView(locator.buffer, locator.byteOffset, 20);
  if (pointer.getUint32(0, true) !== LOCATOR_64) return null;
  const position = Number(pointer.getBigUint64(8, true));
  if (position + 56 > end) return null;
  const record = await source.read(position, 56);
  if (record.length < 56) return null;
  const view = new DataView(record.buffer, record.byteOffset, 56);
  if (view.getUint32(0, true) !== END_64) return null;
  const count = Number(view.getBigUint64(32, true));
  const size = Number(view.getBigUint64(40, true));
  const offset = Number(view.getBigUint64(48, true));
  return offset + size <= position ? { count, offset, size } : null;
}

function readEntries(bytes: Uint8Array, directory: Directory, opening: Opening): Omit<ZipEntry, 'end'>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): Error =>
    opening.refuse('damaged', 'is damaged: its list of parts cannot be read. Download or save it again.');
  const entries: Omit<ZipEntry, 'end'>[] = [];
  let at = 0;
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) throw damaged();
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const name = decodeName(nameBytes);
    const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
    if (sizes === null) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    checkEntry(name, flags, method, opening);
    const record = bytes.subarray(at, next);
    entries.push({ name, nameBytes, method, crc: view.getUint32(at + 16, true), ...sizes, record });
    at = next;
  }
  // A list that goes on after its declared end hides parts from whoever trusts the count.
  if (at + 4 <= bytes.length && view.getUint32(at, true) === ENTRY) throw damaged();
  return entries;
}

function checkEntry(name: string, flags: number, method: number, opening: Opening): void {
  const trick = nameTrick(name);
  if (trick !== null)
    throw opening.refuse(
      'path-trick',
      `was refused: it ${trick}. No spreadsheet program writes such a name.`,
    );
  if ((flags & 0x2041) !== 0)
    throw opening.refuse(
      'encrypted',
      `cannot be read: its part "${name}" is encrypted. Save it without a password.`,
    );
  if (method !== 0 && method !== 8)
    throw opening.refuse(
      'packing-unknown',
      `cannot be read: its part "${name}" is packed by a method (${method}) that workbooks do not use. Save it again in Excel.`,
    );
}

/** Sizes and offset, from the zip64 extra field where the 32-bit fields say so. */
function readSizes(
  view: DataView,
  at: number,
  extra: number,
  extraLength: number,
): { packed: number; unpacked: number; offset: number } | null {
  let packed = view.getUint32(at + 20, true);
  let unpacked = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let field = extra; field + 4 <= extra + extraLength;) {
    const size = view.getUint16(field + 2, true);
    const fieldEnd = field + 4 + size;
    if (fieldEnd > extra + extraLength) break;
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      const next = (): number => {
        const read = value + 8 <= fieldEnd ? Number(view.getBigUint64(value, true)) : -1;
        value += 8;
        return read;
      };
      if (unpacked === 0xffffffff) unpacked = next();
      if (packed === 0xffffffff) packed = next();
      if (offset === 0xffffffff) offset = next();
    }
    field = fieldEnd;
  }
  return Math.min(packed, unpacked, offset) < 0 ? null : { packed, unpacked, offset };
}

/** UTF-8 where the bytes are valid UTF-8 (whatever the flag says), else one character a byte. */
function decodeName(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return text.includes('\ufffd') ? new TextDecoder('latin1').decode(bytes) : text;
}

/** Entries in the order of the file, once no two share a name or a byte. */
function apart(found: readonly Omit<ZipEntry, 'end'>[], directory: number, opening: Opening): ZipEntry[] {
  const sorted = [...found].sort((a, b) => a.offset - b.offset);
  const names = new Map<string, string>();
  const placed: ZipEntry[] = [];
  for (let index = 0; index < sorted.length; index++) {
    const entry = sorted[index];
    const end = index + 1 < sorted.length ? sorted[index + 1].offset : directory;
    if (entry.offset + LOCAL_HEADER + entry.nameBytes.length + entry.packed > end)
      throw overlapping(entry.name, opening);
    const key = partKey(entry.name);
    const twin = names.get(key);
    if (twin !== undefined)
      throw opening.refuse(
        'duplicate-part',
        `was refused: it has two parts of one name, "${twin}" and "${entry.name}", and programs differ in which they show.`,
      );
    if (!entry.name.endsWith('/')) names.set(key, entry.name);
    else if (entry.packed > 0)
      throw opening.refuse('path-trick', `was refused: its folder "${entry.name}" has content.`);
    placed.push({ ...entry, end });
  }
  return placed;
}

export function overlapping(name: string, opening: Opening): Error {
  return opening.refuse(
    'overlap',
    `was refused: its part "${name}" overlaps another part or runs past the end, as in files made to exhaust memory. Download it again if you trust where it comes from.`,
  );
}
