/**
 * Lists of the styles part that are empty again. One that Looplens made has no count, which the schema lets be left out:
 * so it is known to have been none, and others become again the empty tags that they were.
 */
import type { XmlPart } from './xmlPart';
import { attributeOf, type XmlElement } from './xmlTree';

export function emptyList(xml: XmlPart, list: XmlElement): void {
  if (attributeOf(list, 'count') === undefined) {
    xml.remove(list);
    return;
  }
  const tag = xml.text
    .slice(list.from, list.tagTo)
    .replace(/(\scount\s*=\s*["'])\d*/, (_, before: string) => `${before}0`);
  xml.replace(list.from, list.to, tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`);
}

export function setCount(xml: XmlPart, list: XmlElement, count: number): void {
  if (attributeOf(list, 'count') !== undefined) xml.setAttribute(list, 'count', String(count));
}
