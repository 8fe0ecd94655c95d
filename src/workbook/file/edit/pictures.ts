/** Pictures of Looplens in the drawing of a sheet; what others have drawn there stays byte for byte as it is. */
import { pictureName, type Picture } from '../../pictures';
import { splicedBytes } from './bytes';
import { addLink, addType, linksOf, officeNamespace, removeLinks, removeParts } from './links';
import type { Parts } from './parts';
import { anchorXml, namespacesOf, type PicturePlace } from './pictureXml';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan } from './sheetScan';
import { placeOf } from './sheetSections';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, startTag, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';

const TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';

export async function addPicture(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  place: PicturePlace,
  picture: Picture,
): Promise<void> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  checkSheetProtection(scan, bytes, sheet.name);
  const namespaces = namespacesOf(workbook.isStrict);
  let part = (await linksOf(parts, sheet.part)).find(({ type }) => type === 'drawing')?.part ?? null;
  if (part === null || !parts.has(part)) {
    part = parts.freeName('xl/drawings/drawing');
    parts.write(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${namespaces.drawing}" xmlns:a="${namespaces.main}"></xdr:wsDr>`,
    );
    await addType(parts, part, TYPE);
    const link = await addLink(parts, sheet.part, 'drawing', part, workbook.isStrict);
    const { prefix } = startTag(new TextDecoder().decode(bytes.subarray(scan.root.from, scan.root.tagTo)), 0);
    const at = placeOf(scan, 'drawing');
    const text = `<${prefix}drawing xmlns:r="${officeNamespace(workbook.isStrict)}" r:id="${link}"/>`;
    parts.write(sheet.part, splicedBytes(bytes, [{ from: at, to: at, text }]));
  }
  const xml = new XmlPart(await parts.text(part));
  const ids = [1, ...namesIn(xml.root).map(({ id }) => id)].filter(Number.isFinite);
  xml.append(xml.root, anchorXml(picture, place, Math.max(...ids) + 1, namespaces));
  parts.write(part, xml.toString());
}

/** Takes all of them off a sheet. */
export async function removePictures(parts: Parts, sheet: SheetLink): Promise<void> {
  const link = (await linksOf(parts, sheet.part)).find(({ type }) => type === 'drawing');
  const part = link?.part ?? null;
  if (link === undefined || part === null || !parts.has(part)) return;
  const xml = new XmlPart(await parts.text(part));
  const ours = xml.root.children.filter((anchor) => namesIn(anchor).some(({ name }) => name === pictureName));
  if (ours.length === 0) return;
  if (ours.length < xml.root.children.length) {
    ours.forEach((anchor) => xml.remove(anchor));
    parts.write(part, xml.toString());
    return;
  }
  const bytes = await parts.bytes(sheet.part);
  const section = SheetScan.of(bytes, sheet.part, parts.opening, () => false).section('drawing');
  if (section !== undefined)
    parts.write(sheet.part, splicedBytes(bytes, [{ from: section.from, to: section.to, text: '' }]));
  await removeLinks(parts, sheet.part, ({ id }) => id === link.id);
  await removeParts(parts, [part]);
}

/** Names and ids of what is drawn within. */
function namesIn(element: XmlElement): { id: number; name: string }[] {
  const own =
    element.name === 'cNvPr'
      ? [{ id: Number(attributeOf(element, 'id') ?? NaN), name: attributeOf(element, 'name') ?? '' }]
      : [];
  return [...own, ...element.children.flatMap(namesIn)];
}
