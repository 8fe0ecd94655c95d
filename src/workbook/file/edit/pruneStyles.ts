/**
 * Styles at the end of the list that only a sheet had which is gone: they go too, with the fonts, fills, borders and
 * number formats that only they had. Those in between stay, because cells know styles by their numbers.
 */
import { emptyList, setCount } from './emptiedList';
import { nameHash, type XmlListener, XmlScanner } from '../xmlScanner';
import { wholeOf } from '../sheetView';
import type { Parts } from './parts';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';

export interface SheetUses {
  readonly styles: ReadonlySet<number>;
  readonly hasFormulas: boolean;
}

export async function usesOf(parts: Parts, sheet: SheetLink): Promise<SheetUses> {
  const uses = new Uses();
  if (!parts.has(sheet.part)) return uses;
  const scanner = new XmlScanner(uses, sheet.part, parts.opening);
  const bytes = await parts.bytes(sheet.part);
  const piece = 1 << 16;
  for (let at = 0; at < bytes.length; at += piece) scanner.write(bytes.subarray(at, at + piece));
  scanner.finish();
  return uses;
}

export async function pruneStyles(
  parts: Parts,
  workbook: WorkbookXml,
  gone: ReadonlySet<number>,
): Promise<void> {
  const part = await workbook.related('styles');
  if (part === null) return;
  const xml = new XmlPart(await parts.text(part));
  const list = childNamed(xml.root, 'cellXfs');
  if (list === undefined) return;
  const styles = childrenNamed(list, 'xf');
  // Most sheets have no style of their own at the end of the list, and the others need not be looked at.
  if (!gone.has(styles.length - 1)) return;
  const used = new Set<number>([0]);
  for (const sheet of workbook.sheets)
    for (const style of (await usesOf(parts, sheet)).styles) used.add(style);
  let left = styles.length;
  while (left > 1 && gone.has(left - 1) && !used.has(left - 1)) left--;
  if (left === styles.length) return;
  const pruned = styles.slice(left);
  const kept = [
    ...styles.slice(0, left),
    ...childrenNamed(childNamed(xml.root, 'cellStyleXfs') ?? list, 'xf'),
  ];
  shorten(xml, list, styles, left);
  for (const [name, id] of [
    ['fonts', 'fontId'],
    ['fills', 'fillId'],
    ['borders', 'borderId'],
  ] as const) {
    const known = childNamed(xml.root, name);
    if (known !== undefined)
      shorten(xml, known, known.children, needed(known.children.length, pruned, kept, id));
  }
  pruneFormats(xml, pruned, kept);
  parts.write(part, xml.toString());
}

const numbered = (style: XmlElement, id: string): number => Number(attributeOf(style, id) ?? 0);

/** How many of a list stay: those at its end that only pruned styles had go. */
function needed(
  length: number,
  pruned: readonly XmlElement[],
  kept: readonly XmlElement[],
  id: string,
): number {
  const [gone, used] = [pruned, kept].map((styles) => new Set(styles.map((style) => numbered(style, id))));
  let left = length;
  while (left > 1 && gone.has(left - 1) && !used.has(left - 1)) left--;
  return left;
}

function shorten(xml: XmlPart, list: XmlElement, items: readonly XmlElement[], left: number): void {
  if (left === items.length) return;
  for (const item of items.slice(left)) xml.remove(item);
  setCount(xml, list, left);
}

/** Number formats have numbers of their own. */
function pruneFormats(xml: XmlPart, pruned: readonly XmlElement[], kept: readonly XmlElement[]): void {
  const list = childNamed(xml.root, 'numFmts');
  if (list === undefined) return;
  const formats = childrenNamed(list, 'numFmt');
  const inRules = new Set<number>();
  const gather = (element: XmlElement): void => {
    if (element === list) return;
    if (element.name === 'numFmt') inRules.add(numbered(element, 'numFmtId'));
    element.children.forEach(gather);
  };
  gather(xml.root);
  const [gone, used] = [pruned, kept].map(
    (styles) => new Set(styles.map((one) => numbered(one, 'numFmtId'))),
  );
  let left = formats.length;
  for (; left > 0; left--) {
    const id = numbered(formats[left - 1], 'numFmtId');
    if (!gone.has(id) || used.has(id) || inRules.has(id)) break;
  }
  if (left === 0) emptyList(xml, list);
  else shorten(xml, list, formats, left);
}

const C = nameHash('c');
const ROW = nameHash('row');
const COL = nameHash('col');
const F = nameHash('f');
const S = nameHash('s');
const STYLE = nameHash('style');

class Uses implements XmlListener, SheetUses {
  readonly styles = new Set<number>();
  hasFormulas = false;

  open(name: number, scanner: XmlScanner): void {
    if (name === F) this.hasFormulas = true;
    if (name !== C && name !== ROW && name !== COL) return;
    const wanted = name === COL ? STYLE : S;
    for (let index = 0; index < scanner.attributes; index++)
      if (scanner.attributeName[index] === wanted) this.styles.add(wholeOf(scanner, index));
  }

  text(): void {
    // Only attributes are wanted here.
  }

  close(): void {
    // As above.
  }
}
