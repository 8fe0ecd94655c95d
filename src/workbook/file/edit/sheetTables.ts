/** The list of tables in a sheet part. */
import type { Area } from '../../../engine/index';
import { areaAddress } from '../../../engine/index';
import { meets } from '../../areas';
import { Refusal } from '../../port';
import { splicedBytes, type ByteEdit } from './bytes';
import { officeNamespace } from './links';
import type { Parts } from './parts';
import { SheetEdit } from './sheetEdit';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan } from './sheetScan';
import type { TableXml } from './tableXml';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { childrenNamed, parseXml, startTag } from './xmlTree';

/** Names the table in its sheet. Refuses a place that Excel would not give a table. */
export async function addTablePart(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  area: Area,
  name: string,
  link: string,
): Promise<void> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  const edit = new SheetEdit(bytes, scan, (style) => style);
  const taken = [
    ...scan.merges.map((merge) => ({ area: merge, what: 'merged cells' })),
    ...scan.arrays
      .filter((array) => array.area.bottom > array.area.top || array.area.right > array.area.left)
      .map((array) => ({ area: array.area, what: 'a formula over several cells' })),
  ].find((known) => meets(known.area, area));
  if (taken !== undefined)
    throw new Refusal(
      'taken',
      `The table "${name}" would lie over ${taken.what} in ${areaAddress('', taken.area)}`,
    );
  const filter = scan.section('autoFilter');
  if (filter !== undefined) throw new Refusal('taken', `The sheet "${sheet.name}" has a filter of its own`);

  const { prefix } = startTag(edit.text(scan.root.from, scan.root.tagTo), 0);
  const item = `<${prefix}tablePart xmlns:r="${officeNamespace(workbook.isStrict)}" r:id="${link}"/>`;
  const list = scan.section('tableParts');
  const edits: ByteEdit[] = [];
  if (list === undefined) {
    const xml = `<${prefix}tableParts count="1">${item}</${prefix}tableParts>`;
    // Only extensions come after it.
    const at = scan.section('extLst')?.from ?? scan.root.innerTo;
    edits.push({ from: at, to: at, text: xml });
  } else {
    const items = partsIn(edit.text(list.from, list.to));
    const xml = `<${prefix}tableParts count="${items.length + 1}">${items.join('')}${item}</${prefix}tableParts>`;
    edits.push({ from: list.from, to: list.to, text: xml });
  }
  parts.write(sheet.part, splicedBytes(bytes, edits));
}

export async function removeTablePart(parts: Parts, { sheet }: TableXml, link: string): Promise<void> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  const list = scan.section('tableParts');
  if (list === undefined) return;
  const text = new TextDecoder().decode(bytes.subarray(list.from, list.to));
  const { prefix } = startTag(text, 0);
  const items = partsIn(text).filter(
    (item) => !startTag(item, 0).attributes.some(({ name, value }) => name.endsWith(':id') && value === link),
  );
  const xml =
    items.length === 0
      ? ''
      : `<${prefix}tableParts count="${items.length}">${items.join('')}</${prefix}tableParts>`;
  parts.write(sheet.part, splicedBytes(bytes, [{ from: list.from, to: list.to, text: xml }]));
}

/** The <tablePart>s of a list, as written. */
function partsIn(list: string): string[] {
  return childrenNamed(parseXml(list), 'tablePart').map(({ from, to }) => list.slice(from, to));
}
