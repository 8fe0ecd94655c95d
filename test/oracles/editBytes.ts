/** Packages in tests: edited through the port, and looked into. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { inflateNode } from '../../src/cli/files';
import type { Book } from '../../src/engine/index';
import { fileWorkbook, type FileWorkbook } from '../../src/workbook/file/edit/fileWorkbook';
import { bytesSource, type Deflate } from '../../src/workbook/file/source';
import { Refusal, type Operation } from '../../src/workbook/port';
import { openBytes } from './openBytes';

export const deflateAll: Deflate = async function* (plain) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of plain) chunks.push(chunk.slice());
  yield deflateRawSync(Buffer.concat(chunks));
};

export function workbookOf(bytes: Uint8Array, name = 'deals.xlsx'): FileWorkbook {
  return fileWorkbook(name, bytesSource(bytes), { inflate: inflateNode, deflate: deflateAll });
}

export async function edited(bytes: Uint8Array, operations: readonly Operation[]): Promise<Uint8Array> {
  const workbook = workbookOf(bytes);
  await workbook.apply(operations);
  return workbook.save();
}

export function opened(bytes: Uint8Array): Promise<Book> {
  return openBytes(bytes, 'deals.xlsx', { formulas: true });
}

/** An entry as it lies in the file. */
export interface RawEntry {
  readonly name: string;
  /** Header, packed data and what follows it up to the next entry. */
  readonly bytes: Buffer;
  readonly content: Buffer;
  /** The record in the directory without the place that it names. */
  readonly record: Buffer;
}

/** Reads a zip by its directory, apart from the code under test. */
export function entriesOf(zip: Uint8Array): RawEntry[] {
  const file = Buffer.from(zip.buffer, zip.byteOffset, zip.length);
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const directory = file.readUInt32LE(end + 16);
  const found: { name: string; at: number; record: Buffer }[] = [];
  for (let at = directory, left = file.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = file.readUInt16LE(at + 28);
    const length = 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    const record = Buffer.from(file.subarray(at, at + length));
    found.push({ name: record.toString('utf8', 46, 46 + nameLength), at: record.readUInt32LE(42), record });
    record.writeUInt32LE(0, 42);
    at += length;
  }
  const starts = [...found.map(({ at }) => at), directory].sort((a, b) => a - b);
  return found.map(({ name, at, record }) => {
    const bytes = file.subarray(at, starts[starts.indexOf(at) + 1]);
    const data = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    const packed = bytes.subarray(data, data + record.readUInt32LE(20));
    return { name, bytes, record, content: record.readUInt16LE(10) === 8 ? inflateRawSync(packed) : packed };
  });
}

/** Names of the parts that differ between two packages; those that are in one only have a sign before them. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const old = new Map(entriesOf(before).map((entry) => [entry.name, entry]));
  const now = new Map(entriesOf(after).map((entry) => [entry.name, entry]));
  const changed = [...now].flatMap(([name, entry]) => {
    const known = old.get(name);
    if (known === undefined) return `+${name}`;
    return known.bytes.equals(entry.bytes) && known.record.equals(entry.record) ? [] : name;
  });
  return [...changed, ...[...old.keys()].filter((name) => !now.has(name)).map((name) => `-${name}`)];
}

/** The same for what the parts hold, however they are packed. */
export function differingParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [before, after].map(
    (zip) => new Map(entriesOf(zip).map(({ name, content }) => [name, content])),
  );
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names.filter((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    return one === undefined || other === undefined || !one.equals(other);
  });
}

export function partOf(zip: Uint8Array, name: string): string {
  const entry = entriesOf(zip).find((known) => known.name === name);
  if (entry === undefined) throw new Error(`There is no part "${name}".`);
  return entry.content.toString('utf8');
}

/** The refusal that a promise rejects with; fails on anything else. */
export async function refusedBy(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('It was carried out.');
}
