/**
 * Highlights: rules of conditional formatting whose formula names Looplens. The formats of the cells stay as they are,
 * other rules keep their places, and taking the rules off leaves the sheet as it was.
 */
import { areaAddress, parseArea, type Area } from '../../../engine/index';
import { highlightFormula } from '../../marks';
import { nameHash } from '../xmlScanner';
import { splicedBytes, type ByteEdit } from './bytes';
import { fillStyle } from './differentialStyles';
import type { Parts } from './parts';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan, type Section } from './sheetScan';
import { placeOf } from './sheetSections';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed, contentOf, startTag, type XmlElement } from './xmlTree';
import { escapeXml } from './xmlText';
import { XmlPart } from './xmlPart';

const FORMATTING = nameHash('conditionalFormatting');
const stored = highlightFormula.slice(1);

export async function addHighlight(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  areas: readonly Area[],
  fill: string,
): Promise<void> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  const style = await fillStyle(parts, workbook, fill);
  const { prefix } = startTag(textIn(bytes, scan.root.from, scan.root.tagTo), 0);
  const places = areas.map((area) => areaAddress('', area)).join(' ');
  // Behind all others: where a rule of the user fills a cell, it goes on doing so.
  const priority = 1 + Math.max(0, ...formattings(bytes, scan).flatMap(({ xml }) => priorities(xml)));
  const rule = `<${prefix}cfRule type="expression" dxfId="${style}" priority="${priority}"><${prefix}formula>${escapeXml(stored)}</${prefix}formula></${prefix}cfRule>`;
  const text = `<${prefix}conditionalFormatting sqref="${places}">${rule}</${prefix}conditionalFormatting>`;
  const at = placeOf(scan, 'conditionalFormatting');
  parts.write(sheet.part, splicedBytes(bytes, [{ from: at, to: at, text }]));
}

/** Takes them off. The styles that only they had are answered, for who tidies those. */
export async function removeHighlights(parts: Parts, sheet: SheetLink): Promise<readonly number[]> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  const styles: number[] = [];
  const edits = formattings(bytes, scan).flatMap(({ section, xml }): ByteEdit[] => {
    const ours = rulesOf(xml).filter((rule) => isOurs(xml.text, rule));
    if (ours.length === 0) return [];
    styles.push(...ours.map((rule) => Number(attributeOf(rule, 'dxfId') ?? -1)));
    const { from, to } = section;
    if (ours.length === rulesOf(xml).length) return [{ from, to, text: '' }];
    ours.forEach((rule) => xml.remove(rule));
    return [{ from, to, text: xml.toString() }];
  });
  if (edits.length === 0) return [];
  checkSheetProtection(scan, bytes, sheet.name);
  parts.write(sheet.part, splicedBytes(bytes, edits));
  return styles;
}

export function highlightsIn(bytes: Uint8Array, scan: SheetScan): Area[] {
  return formattings(bytes, scan).flatMap(({ xml }) =>
    rulesOf(xml).some((rule) => isOurs(xml.text, rule))
      ? (attributeOf(xml.root, 'sqref') ?? '').split(' ').flatMap((address) => parseArea(address) ?? [])
      : [],
  );
}

interface Formatting {
  readonly section: Section;
  readonly xml: XmlPart;
}

function formattings(bytes: Uint8Array, scan: SheetScan): Formatting[] {
  return scan.sections
    .filter(({ name }) => name === FORMATTING)
    .map((section) => ({ section, xml: new XmlPart(textIn(bytes, section.from, section.to)) }));
}

function rulesOf(xml: Pick<XmlPart, 'root'>): XmlElement[] {
  return childrenNamed(xml.root, 'cfRule');
}

function isOurs(text: string, rule: XmlElement): boolean {
  const formula = childNamed(rule, 'formula');
  return formula !== undefined && contentOf(text, formula).replace(/\s/g, '') === stored;
}

function priorities(xml: XmlPart): number[] {
  return rulesOf(xml)
    .map((rule) => Number(attributeOf(rule, 'priority') ?? 0))
    .filter(Number.isFinite);
}

function textIn(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}
