/** A small reader of .xlsx packages for the tests: it shares nothing with the writer, and throws on anything odd. */
import { inflateRawSync } from 'node:zlib';
import { crc32 } from '../../../scripts/samples/xlsx/zip';
import { SaxesParser } from 'saxes';

export type Parts = ReadonlyMap<string, string>;

/** Entries of the archive in the order of its directory, each checked against its CRC and size. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = Buffer.from(bytes);
  const end = view.length - 22;
  if (view.readUInt32LE(end) !== 0x06054b50) throw new Error('No end of directory.');
  const entries = new Map<string, Uint8Array>();
  let at = view.readUInt32LE(end + 16);
  for (let i = 0; i < view.readUInt16LE(end + 10); i += 1) {
    if (view.readUInt32LE(at) !== 0x02014b50) throw new Error('No directory entry.');
    const [crc, packed, size] = [16, 20, 24].map((offset) => view.readUInt32LE(at + offset));
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('latin1', at + 46, at + 46 + nameLength);
    const local = view.readUInt32LE(at + 42);
    if (view.readUInt32LE(local) !== 0x04034b50) throw new Error(`No local header of "${name}".`);
    if (view.compare(view, at + 6, at + 32, local + 4, local + 30) !== 0)
      throw new Error(`Two headers of "${name}".`);
    const start = local + 30 + nameLength;
    const content = inflateRawSync(view.subarray(start, start + packed));
    if (content.length !== size || crc32(content) !== crc) throw new Error(`Broken entry "${name}".`);
    if (entries.has(name)) throw new Error(`Entry "${name}" twice.`);
    entries.set(name, content);
    at += 46 + nameLength;
  }
  if (at !== end) throw new Error('Bytes between the directory and its end.');
  return entries;
}

export function readParts(bytes: Uint8Array): Parts {
  const text = new TextDecoder('utf-8', { fatal: true });
  return new Map([...readZip(bytes)].map(([name, content]) => [name, text.decode(content)]));
}

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, outermost first. */
  readonly path: readonly string[];
}

/** Every element of a well-formed XML text, in the order of its opening. */
export function tagsOf(xml: string): Tag[] {
  const tags: Tag[] = [];
  const path: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    tags.push({ name, attributes, path: [...path] });
    path.push(name);
  });
  parser.on('closetag', () => {
    path.pop();
  });
  parser.write(xml).close();
  return tags;
}

export type Value = string | number;

export function partOf(parts: Parts, name: string): string {
  const part = parts.get(name);
  if (part === undefined) throw new Error(`No part "${name}".`);
  return part;
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
]);
function plain(xml: string): string {
  return xml
    .replace(/&(lt|gt|quot|amp);/g, (all, name: string) => entities.get(name) ?? all)
    .replace(/_x005F_/g, '_');
}

/** Path of the part of a sheet, by the name on its tab. */
export function sheetPart(parts: Parts, sheet: string): string {
  const id = tagsOf(partOf(parts, 'xl/workbook.xml')).find(
    ({ name, attributes }) => name === 'sheet' && attributes.name === sheet,
  )?.attributes['r:id'];
  const target = tagsOf(partOf(parts, 'xl/_rels/workbook.xml.rels')).find(
    ({ attributes }) => attributes.Id === id,
  );
  if (target === undefined) throw new Error(`No sheet "${sheet}".`);
  return `xl/${target.attributes.Target}`;
}

/** Values of a sheet by address: 'E2' -> 13. Styled cells without a value are left out. */
export function cellsOf(parts: Parts, sheet: string): ReadonlyMap<string, Value> {
  const strings = [...partOf(parts, 'xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    (match) => plain(match[1]),
  );
  const cells = new Map<string, Value>();
  const pattern = /<c r="([A-Z]+\d+)" s="\d+"(?: t="(s)")?><v>([^<]*)<\/v><\/c>/g;
  for (const [, address, type, value] of partOf(parts, sheetPart(parts, sheet)).matchAll(pattern)) {
    cells.set(address, type === 's' ? strings[Number(value)] : Number(value));
  }
  return cells;
}

/** Rows of a table that begins at A1, by its headings; an empty cell is ''. */
export function recordsOf(parts: Parts, sheet: string): ReadonlyMap<string, Value>[] {
  const cells = cellsOf(parts, sheet);
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const headings = letters.flatMap((letter) => {
    const heading = cells.get(`${letter}1`);
    return heading === undefined ? [] : [String(heading)];
  });
  const rows = Math.max(...[...cells.keys()].map((address) => Number(address.replace(/[A-Z]+/, ''))));
  return Array.from(
    { length: rows - 1 },
    (_, r) => new Map(headings.map((heading, c) => [heading, cells.get(`${letters[c]}${r + 2}`) ?? ''])),
  );
}
