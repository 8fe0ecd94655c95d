/**
 * The list of sheets in the file's properties, which some readers take for the sheets there are. It is kept in step where
 * it lists just the sheets of the workbook, and dropped otherwise: Excel makes it anew.
 */
import { linksOf } from './links';
import type { Parts } from './parts';
import { attributeOf, childNamed, childrenNamed, contentOf, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';
import { plainXml } from './xmlText';

/** The sheets were `before` and are `after` now: one is new at the end, or one has gone. */
export async function keepTitles(
  parts: Parts,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const part = (await linksOf(parts, '')).find(
    ({ type }) => type === 'extended-properties' || type === 'extendedProperties',
  )?.part;
  if (part === undefined || part === null || !parts.has(part)) return;
  const xml = new XmlPart(await parts.text(part));
  const lists = listsOf(xml);
  if (lists === null || !change(xml, lists, before, after))
    for (const name of ['HeadingPairs', 'TitlesOfParts']) {
      const element = childNamed(xml.root, name);
      if (element !== undefined) xml.remove(element);
    }
  if (xml.isChanged) parts.write(part, xml.toString());
}

interface Lists {
  /** The numbers beside the headings, in their order. */
  readonly counts: readonly XmlElement[];
  readonly titles: XmlElement;
}

function listsOf({ root }: XmlPart): Lists | null {
  const vector = (name: string): XmlElement | undefined => childNamed(root, name)?.children[0];
  const [pairs, titles] = [vector('HeadingPairs'), vector('TitlesOfParts')];
  if (pairs === undefined || titles === undefined) return null;
  const counts = pairs.children.flatMap((variant) => childNamed(variant, 'i4') ?? []);
  return { counts, titles };
}

function change(
  xml: XmlPart,
  { counts, titles }: Lists,
  before: readonly string[],
  after: readonly string[],
): boolean {
  const listed = childrenNamed(titles, 'lpstr');
  const texts = listed.map((element) => contentOf(xml.text, element));
  let from = 0;
  for (const count of counts) {
    const many = Number(contentOf(xml.text, count));
    const isSheets = many === before.length && before.every((name, index) => texts[from + index] === name);
    if (!isSheets) {
      from += many;
      continue;
    }
    if (after.length > before.length) {
      const { prefix } = listed[from];
      const added = after
        .slice(before.length)
        .map((name) => `<${prefix}lpstr>${plainXml(name)}</${prefix}lpstr>`);
      xml.after(listed[from + many - 1], added.join(''));
    } else
      before.forEach((name, index) => {
        if (!after.includes(name)) xml.remove(listed[from + index]);
      });
    xml.replace(count.tagTo, count.innerTo, String(after.length));
    xml.setAttribute(titles, 'size', String(listed.length + after.length - before.length));
    return attributeOf(titles, 'size') !== undefined;
  }
  return false;
}
