/** Styles that rules lay over those of cells: found or added at the end, and taken away from there. */
import { emptyList, setCount } from './emptiedList';
import { leastStyles } from './numberFormats';
import { stylesPart } from './stylesPart';
import type { Parts } from './parts';
import type { WorkbookXml } from './workbookXml';
import { childNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';

const AFTER = ['tableStyles', 'colors', 'extLst'];

/** The number of a style that only fills. */
export async function fillStyle(parts: Parts, workbook: WorkbookXml, fill: string): Promise<number> {
  const part = await stylesPart(parts, workbook, leastStyles(workbook.namespace));
  const xml = new XmlPart(await parts.text(part));
  const { prefix } = xml.root;
  const list = childNamed(xml.root, 'dxfs');
  const style = fillXml(prefix, fill);
  const known = textsOf(xml, list);
  const at = known.indexOf(style);
  if (at >= 0) return at;
  // Without a count: see emptiedList.ts.
  if (list === undefined) xml.insert(`<${prefix}dxfs>${style}</${prefix}dxfs>`, AFTER);
  else {
    xml.append(list, style);
    setCount(xml, list, known.length + 1);
  }
  parts.write(part, xml.toString());
  return known.length;
}

/** Takes them from the end of the list, as far as only `gone` are there and they are such as `fillStyle` adds. */
export async function dropFillStyles(
  parts: Parts,
  workbook: WorkbookXml,
  gone: ReadonlySet<number>,
): Promise<void> {
  const part = await workbook.related('styles');
  if (part === null) return;
  const xml = new XmlPart(await parts.text(part));
  const list = childNamed(xml.root, 'dxfs');
  if (list === undefined) return;
  const { children } = list;
  let left = children.length;
  const isOurs = (element: XmlElement): boolean => {
    const text = xml.text.slice(element.from, element.to);
    const color = /bgColor rgb="FF([0-9A-F]{6})"/.exec(text)?.[1];
    return color !== undefined && text === fillXml(xml.root.prefix, color);
  };
  while (left > 0 && gone.has(left - 1) && isOurs(children[left - 1]) && !(await isUsed(parts, left - 1)))
    left--;
  if (left === children.length) return;
  if (left === 0) emptyList(xml, list);
  else {
    for (const element of children.slice(left)) xml.remove(element);
    setCount(xml, list, left);
  }
  parts.write(part, xml.toString());
}

/** By a rule, a table, a pivot table or a style of tables: programs that save a workbook let equal styles be shared. */
async function isUsed(parts: Parts, style: number): Promise<boolean> {
  const mention = new RegExp(`[dD]xfId\\s*=\\s*["']${style}["']`);
  for (const name of parts.names()) {
    if (!/\.xml$/i.test(name) || /sharedStrings/i.test(name)) continue;
    if (mention.test(new TextDecoder().decode(await parts.bytes(name)))) return true;
  }
  return false;
}

function fillXml(prefix: string, fill: string): string {
  const color = `FF${fill.toUpperCase()}`;
  return `<${prefix}dxf><${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${color}"/><${prefix}bgColor rgb="${color}"/></${prefix}patternFill></${prefix}fill></${prefix}dxf>`;
}

function textsOf(xml: XmlPart, list: XmlElement | undefined): string[] {
  return (list?.children ?? []).map(({ from, to }) => xml.text.slice(from, to));
}
