/**
 * The layout of a sheet: widths, heights, merged cells and the page. Only for sheets of a report, which are small enough
 * to be a tree.
 */
import { areaAddress, quotedSheet, type Area } from '../../../engine/index';
import type { SheetLayout } from '../../looks';
import { Refusal } from '../../port';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan } from './sheetScan';
import { sectionsAfter } from './sheetSections';
import type { Parts } from './parts';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed } from './xmlTree';
import { XmlPart } from './xmlPart';
import { escapeXml } from './xmlText';
import { AFTER_CALC } from './workbookXml';

/** Sections that a layout replaces. */
const LAID_OUT = [
  'sheetPr',
  'sheetViews',
  'cols',
  'mergeCells',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
];
/** Inches; the same on A4 and on Letter, as wide as the narrower and as high as the shorter of them allows. */
const MARGINS = '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.75" header="0.3" footer="0.35"/>';

export async function layOut(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  layout: SheetLayout,
): Promise<void> {
  const xml = await sheetXml(parts, sheet);
  const { prefix } = xml.root;
  for (const name of LAID_OUT) for (const known of childrenNamed(xml.root, name)) xml.remove(known);
  for (const [name, text] of sections(layout)) {
    const prefixed = text.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${prefix}`);
    xml.insert(prefixed, sectionsAfter(name));
  }
  setHeights(xml, layout);
  parts.write(sheet.part, xml.toString());
  setPrintArea(workbook, sheet, layout.page.area);
}

/** Cells, formats, rules and layout go; what other parts hang on stays. */
export async function clearSheet(parts: Parts, sheet: SheetLink): Promise<void> {
  const xml = await sheetXml(parts, sheet);
  const { prefix } = xml.root;
  for (const name of [...LAID_OUT, 'dimension', 'conditionalFormatting'])
    for (const known of childrenNamed(xml.root, name)) xml.remove(known);
  const data = childNamed(xml.root, 'sheetData');
  if (data !== undefined) xml.replace(data.from, data.to, `<${prefix}sheetData/>`);
  parts.write(sheet.part, xml.toString());
}

async function sheetXml(parts: Parts, sheet: SheetLink): Promise<XmlPart> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  if (scan.section('sheetData') === undefined)
    throw new Refusal('other', `The sheet "${sheet.name}" has no place for cells`);
  return new XmlPart(new TextDecoder().decode(bytes));
}

function sections({ columns, merges, gridlines, page }: SheetLayout): [string, string][] {
  const cols = columns
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const merged = merges.map((area) => `<mergeCell ref="${areaAddress('', area)}"/>`).join('');
  const breaks = page.breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  const orientation = page.landscape ? 'landscape' : 'portrait';
  const all: [string, string][] = [
    ['sheetPr', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'],
    [
      'sheetViews',
      `<sheetViews><sheetView${gridlines ? '' : ' showGridLines="0"'} workbookViewId="0"/></sheetViews>`,
    ],
    ['cols', cols === '' ? '' : `<cols>${cols}</cols>`],
    ['mergeCells', merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`],
    ['pageMargins', MARGINS],
    // No size of paper: the printer's own, which is A4 in one country and Letter in another.
    ['pageSetup', `<pageSetup orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`],
    ['headerFooter', `<headerFooter><oddFooter>${escapeXml(page.footer)}</oddFooter></headerFooter>`],
    [
      'rowBreaks',
      breaks === ''
        ? ''
        : `<rowBreaks count="${page.breaks.length}" manualBreakCount="${page.breaks.length}">${breaks}</rowBreaks>`,
    ],
  ];
  return all.filter(([, text]) => text !== '');
}

function setHeights(xml: XmlPart, { rows }: SheetLayout): void {
  const data = childNamed(xml.root, 'sheetData');
  if (data === undefined) return;
  const heights = new Map(rows.map(({ row, height }) => [String(row + 1), height]));
  for (const row of childrenNamed(data, 'row')) {
    const height = heights.get(attributeOf(row, 'r') ?? '');
    if (height === undefined) continue;
    xml.setAttribute(row, 'ht', String(height));
    xml.setAttribute(row, 'customHeight', '1');
  }
}

function setPrintArea(workbook: WorkbookXml, sheet: SheetLink, area: Area): void {
  const { xml } = workbook;
  const name = '_xlnm.Print_Area';
  const index = workbook.sheets.indexOf(sheet);
  const [from, to] = areaAddress('', area).split(':').map(absolute);
  const formula = escapeXml(`${quotedSheet(sheet.name)}!${from}:${to ?? from}`);
  const known = workbook.definedNames().find((one) => one.name === name && one.sheet === index);
  const { prefix } = xml.root;
  const element = `<${prefix}definedName name="${name}" localSheetId="${index}">${formula}</${prefix}definedName>`;
  const list = childNamed(xml.root, 'definedNames');
  if (known !== undefined) xml.replace(known.element.from, known.element.to, element);
  else if (list !== undefined) xml.append(list, element);
  else xml.insert(`<${prefix}definedNames>${element}</${prefix}definedNames>`, ['calcPr', ...AFTER_CALC]);
  workbook.write();
}

function absolute(address: string): string {
  return address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
