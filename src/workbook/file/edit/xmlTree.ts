/**
 * A small XML part as a tree whose nodes know where they stand in the text, so that the text can be changed in places.
 *
 * Only for text that `checkXml` has passed: well-formed, no DOCTYPE, no deeper than allowed. Linear.
 */
export interface XmlAttribute {
  /** As written, with its prefix. */
  readonly name: string;
  readonly value: string;
  /** From the space before the name to the closing quote. */
  readonly from: number;
  readonly to: number;
}

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** '' or 'x:'. */
  readonly prefix: string;
  readonly parent: XmlElement | null;
  readonly children: XmlElement[];
  readonly attributes: readonly XmlAttribute[];
  readonly from: number;
  /** After the '>' of the start tag. */
  readonly tagTo: number;
  /** Where the end tag begins; `tagTo` where the start tag closes itself. */
  innerTo: number;
  to: number;
  readonly closesItself: boolean;
}

const attribute = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy;

/** The root of a document. */
export function parseXml(text: string): XmlElement {
  let root: XmlElement | null = null;
  let parent: XmlElement | null = null;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at);
    else if (text.startsWith('</', at)) {
      if (parent === null) break;
      parent.innerTo = at;
      parent.to = at = after(text, '>', at);
      parent = parent.parent;
    } else {
      const element: XmlElement = startTag(text, at, parent);
      parent?.children.push(element);
      root ??= element;
      at = element.tagTo;
      if (!element.closesItself) parent = element;
    }
  }
  if (root === null) throw new Error('There is no element in this text.');
  return root;
}

/** The element that starts at text[at] = '<', without its content. */
export function startTag(text: string, at: number, parent: XmlElement | null = null): XmlElement {
  const name = /<([^\s/>]+)/y;
  name.lastIndex = at;
  const full = name.exec(text)?.[1] ?? '';
  const attributes: XmlAttribute[] = [];
  let end = at + 1 + full.length;
  attribute.lastIndex = end;
  for (let match = attribute.exec(text); match !== null; match = attribute.exec(text)) {
    const value = unescapeXml((match[2] ?? match[3]).replace(/[\t\n\r]/g, ' '));
    attributes.push({ name: match[1], value, from: match.index, to: attribute.lastIndex });
    end = attribute.lastIndex;
  }
  const tagTo = after(text, '>', end);
  const closesItself = text[tagTo - 2] === '/';
  const colon = full.indexOf(':') + 1;
  const place = { from: at, tagTo, innerTo: tagTo, to: tagTo, closesItself };
  return {
    name: full.slice(colon),
    prefix: full.slice(0, colon),
    parent,
    children: [],
    attributes,
    ...place,
  };
}

function after(text: string, mark: string, at: number): number {
  const found = text.indexOf(mark, at);
  return found < 0 ? text.length : found + mark.length;
}

/** The value of an attribute by its name as written; undefined where it is missing. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attributes.find((known) => known.name === name)?.value;
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text inside an element, comments and the tags of others left out. */
export function contentOf(text: string, element: XmlElement): string {
  return textOf(text.slice(element.tagTo, element.innerTo));
}

/** XML as the text that it stands for. */
export function textOf(xml: string): string {
  return xml.replace(
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<[^>]*>|[^<]+/g,
    (all, literal: string | undefined) => literal ?? (all.startsWith('<') ? '' : unescapeXml(lineEnds(all))),
  );
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g,
    (...groups: string[]) => {
      const [, hex, decimal, name] = groups;
      if (name !== undefined) return named[name];
      return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
    },
  );
}
