/**
 * Small parts (workbook, styles, relationships, tables): each element with its attributes, by local name, in order.
 *
 * saxes checks that the part is well-formed; prefixes are dropped, because which prefix a writer chose for a namespace
 * means nothing. DOCTYPE is refused and nothing but the five built-in and numeric references is decoded.
 */
import { SaxesParser } from 'saxes';
import { xmlText } from './encoding';
import type { Opening } from './opening';

export interface Element {
  /** Local name. */
  readonly name: string;
  /** Local names of the elements around it, the root first. */
  readonly path: readonly string[];
  /** The value of an attribute without a prefix. */
  readonly attribute: (name: string) => string | undefined;
  /** The id of the relationship that the element refers to (r:id, by whatever prefix); '' for none. */
  readonly relationship: string;
}

/** `end` is told each element and the text in it, that of elements within it left out. */
export function readElements(
  bytes: Uint8Array,
  part: string,
  opening: Opening,
  visit: (element: Element) => void,
  end?: (element: Element, text: string) => void,
): void {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const open: { readonly element: Element; text: string }[] = [];
  parser.on('error', (error) => {
    throw opening.broken(part, error.message.replace(/^\S*?(\d+:\d+): /, 'at $1, '));
  });
  parser.on('doctype', () => {
    throw opening.doctype(part);
  });
  parser.on('opentag', (tag) => {
    if (path.length >= opening.limits.nesting) throw opening.tooDeep(part, path.length + 1);
    const attributes = new Map<string, string>();
    let relationship = '';
    for (const { prefix, local, value } of Object.values(tag.attributes)) {
      if (prefix === '') attributes.set(local, value);
      else if (local === 'id') relationship = value;
    }
    const element = {
      name: tag.local,
      path,
      attribute: (name: string) => attributes.get(name),
      relationship,
    };
    visit(element);
    path.push(tag.local);
    if (end !== undefined) open.push({ element, text: '' });
  });
  parser.on('closetag', () => {
    path.pop();
    const closed = open.pop();
    if (closed !== undefined) end?.(closed.element, closed.text);
  });
  if (end !== undefined) {
    const append = (text: string): void => {
      const around = open[open.length - 1] as { text: string } | undefined;
      if (around !== undefined) around.text += text;
    };
    parser.on('text', append);
    parser.on('cdata', append);
  }
  parser.write(xmlText(bytes, part, opening)).close();
}

/** 'true', '1' and 'on' as OOXML writes them. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** A count in an attribute; `otherwise` where it is missing or no count. */
export function countOf(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}
