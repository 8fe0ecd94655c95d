/** A small part while it is changed: edits are gathered by place, and everything else stays as it was written. */
import { parseXml, type XmlElement } from './xmlTree';
import { plainXml } from './xmlText';

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export class XmlPart {
  readonly root: XmlElement;
  private readonly edits: Edit[] = [];
  /** What goes to the end of an element, by element. */
  private readonly ends = new Map<XmlElement, string>();

  constructor(readonly text: string) {
    this.root = parseXml(text);
  }

  get isChanged(): boolean {
    return this.edits.length > 0 || this.ends.size > 0;
  }

  replace(from: number, to: number, text: string): void {
    this.edits.push({ from, to, text });
  }

  remove(element: XmlElement): void {
    this.replace(element.from, element.to, '');
  }

  before(element: XmlElement, xml: string): void {
    this.replace(element.from, element.from, xml);
  }

  after(element: XmlElement, xml: string): void {
    this.replace(element.to, element.to, xml);
  }

  /** As the last of the children; several calls keep their order. */
  append(parent: XmlElement, xml: string): void {
    this.ends.set(parent, (this.ends.get(parent) ?? '') + xml);
  }

  /**
   * As a child of the root, where the schema wants it: before the first child that is among `followers`, else at the
   * end.
   */
  insert(xml: string, followers: readonly string[]): void {
    const next = this.root.children.find((child) => followers.includes(child.name));
    if (next === undefined) this.append(this.root, xml);
    else this.before(next, xml);
  }

  /** null takes the attribute off. */
  setAttribute(element: XmlElement, name: string, value: string | null): void {
    const known = element.attributes.find((attribute) => attribute.name === name);
    const text = value === null ? '' : ` ${name}="${plainXml(value)}"`;
    if (known !== undefined) this.replace(known.from, known.to, text);
    else if (value !== null) this.replace(endOfTag(this.text, element), endOfTag(this.text, element), text);
  }

  toString(): string {
    const edits = [...this.edits];
    for (const [element, xml] of this.ends) {
      if (!element.closesItself) edits.push({ from: element.innerTo, to: element.innerTo, text: xml });
      else {
        const from = endOfTag(this.text, element);
        const close = `</${element.prefix}${element.name}>`;
        edits.push({ from, to: element.tagTo, text: `>${xml}${close}` });
      }
    }
    return spliced(this.text, edits);
  }
}

/** Where another attribute could stand: before '>' or '/>'. */
function endOfTag(text: string, element: XmlElement): number {
  return element.tagTo - (text[element.tagTo - 2] === '/' && element.closesItself ? 2 : 1);
}

/** What is put in comes before what replaces; edits of one place keep the order in which they were made. */
function spliced(text: string, edits: readonly Edit[]): string {
  const width = ({ from, to }: Edit): number => (to > from ? 1 : 0);
  const sorted = edits
    .map((edit, order) => ({ edit, order }))
    .sort((a, b) => a.edit.from - b.edit.from || width(a.edit) - width(b.edit) || a.order - b.order);
  let out = '';
  let at = 0;
  for (const { edit } of sorted) {
    // What lies in a piece that is gone already went with it.
    if (edit.from < at) continue;
    out += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + text.slice(at);
}
