/** Relationships between parts, and what the package says of the types of its parts. */
import { partKey, relationshipsOf, resolveTarget } from '../partNames';
import type { Parts } from './parts';
import { attributeOf, childrenNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';
import { plainXml } from './xmlText';

export interface Link {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  /** null outside the package. */
  readonly part: string | null;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_OFFICE = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const TYPES = '[Content_Types].xml';

export function officeNamespace(isStrict: boolean): string {
  return isStrict ? STRICT_OFFICE : OFFICE;
}

export async function linksOf(parts: Parts, part: string): Promise<Link[]> {
  const name = relationshipsOf(part);
  if (!parts.has(name)) return [];
  const { root } = new XmlPart(await parts.text(name));
  return childrenNamed(root, 'Relationship').map((element) => linkOf(part, element));
}

function linkOf(from: string, element: XmlElement): Link {
  const type = attributeOf(element, 'Type') ?? '';
  const inside = attributeOf(element, 'TargetMode') !== 'External';
  return {
    id: attributeOf(element, 'Id') ?? '',
    type: type.slice(type.lastIndexOf('/') + 1),
    part: inside ? resolveTarget(from, attributeOf(element, 'Target') ?? '') : null,
  };
}

/** Adds a relationship of a type of Office and answers its id. */
export function addLink(
  parts: Parts,
  from: string,
  type: string,
  to: string,
  isStrict: boolean,
): Promise<string> {
  return addLinkOfType(parts, from, `${officeNamespace(isStrict)}/${type}`, to);
}

/** The same with the whole name of its type. */
export async function addLinkOfType(parts: Parts, from: string, type: string, to: string): Promise<string> {
  const name = relationshipsOf(from);
  const text = parts.has(name)
    ? await parts.text(name)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${NAMESPACE}"></Relationships>`;
  const xml = new XmlPart(text);
  const taken = new Set(xml.root.children.map((element) => attributeOf(element, 'Id')));
  let number = taken.size + 1;
  while (taken.has(`rId${number}`)) number++;
  const id = `rId${number}`;
  const tag = `${xml.root.prefix}Relationship`;
  xml.append(xml.root, `<${tag} Id="${id}" Type="${type}" Target="/${plainXml(to)}"/>`);
  parts.write(name, xml.toString());
  return id;
}

export async function removeLinks(parts: Parts, from: string, which: (link: Link) => boolean): Promise<void> {
  const name = relationshipsOf(from);
  if (!parts.has(name)) return;
  const xml = new XmlPart(await parts.text(name));
  for (const element of childrenNamed(xml.root, 'Relationship'))
    if (which(linkOf(from, element))) xml.remove(element);
  if (!xml.isChanged) return;
  const isLast = childrenNamed(xml.root, 'Relationship').every((element) => which(linkOf(from, element)));
  // A list without anything in it need not be there, and mostly was not before.
  if (isLast) parts.remove(name);
  else parts.write(name, xml.toString());
}

export async function addType(parts: Parts, part: string, type: string): Promise<void> {
  const xml = new XmlPart(await parts.text(TYPES));
  xml.append(xml.root, `<${xml.root.prefix}Override PartName="/${plainXml(part)}" ContentType="${type}"/>`);
  parts.write(TYPES, xml.toString());
}

/** Takes parts out of the package: the parts, their own relationships, and what is said of their types. */
export async function removeParts(parts: Parts, gone: readonly string[]): Promise<void> {
  const keys = new Set(gone.map((part) => `/${partKey(part)}`));
  const xml = new XmlPart(await parts.text(TYPES));
  for (const element of childrenNamed(xml.root, 'Override'))
    if (keys.has((attributeOf(element, 'PartName') ?? '').toLowerCase())) xml.remove(element);
  if (xml.isChanged) parts.write(TYPES, xml.toString());
  for (const part of gone) {
    parts.remove(part);
    if (parts.has(relationshipsOf(part))) parts.remove(relationshipsOf(part));
  }
}

export interface Reached {
  readonly part: string;
  /** The last word of the first relationship that led to it. */
  readonly type: string;
}

/** Every part that can be reached from the package, by partKey. */
export async function reachable(parts: Parts): Promise<Map<string, Reached>> {
  const found = new Map<string, Reached>();
  const open = [''];
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    for (const { part, type } of await linksOf(parts, from)) {
      if (part === null || found.has(partKey(part)) || !parts.has(part)) continue;
      found.set(partKey(part), { part, type });
      open.push(part);
    }
  }
  return found;
}
