/** The metadata part, by which Excel tells a formula that spills from one that keeps to its area. */
import { addLink, addType } from './links';
import type { Parts } from './parts';
import type { WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const DYNAMIC = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const NAME = 'XLDAPR';
const SECTIONS = [
  'metadataTypes',
  'metadataStrings',
  'mdxMetadata',
  'futureMetadata',
  'cellMetadata',
  'valueMetadata',
  'extLst',
];

/** What a cell of a dynamic array says in `cm`: the number of its metadata, found or added. */
export async function dynamicArrayMetadata(parts: Parts, workbook: WorkbookXml): Promise<number> {
  let part = await workbook.related('sheetMetadata');
  if (part === null) {
    part = parts.has('xl/metadata.xml') ? parts.freeName('xl/metadata') : 'xl/metadata.xml';
    parts.write(
      part,
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<metadata xmlns="${workbook.namespace}"></metadata>`,
    );
    await addType(parts, part, TYPE);
    await addLink(parts, workbook.part, 'sheetMetadata', part, workbook.isStrict);
  }
  const xml = new XmlPart(await parts.text(part));
  const { prefix } = xml.root;
  const tag = (text: string): string => text.replace(/<(\/?)(?=[A-Za-z]+[\s>/])/g, `<$1${prefix}`);
  /** Adds to a list, which is made where there is none; answers how many it holds then. */
  const add = (list: XmlElement | undefined, name: string, attributes: string, item: string): number => {
    const count = (list?.children.length ?? 0) + 1;
    if (list === undefined)
      xml.insert(
        `<${prefix}${name}${attributes} count="1">${item}</${prefix}${name}>`,
        SECTIONS.slice(SECTIONS.indexOf(name) + 1),
      );
    else {
      xml.append(list, item);
      xml.setAttribute(list, 'count', String(count));
    }
    return count;
  };

  const types = childNamed(xml.root, 'metadataTypes');
  let type = (types?.children ?? []).findIndex((known) => attributeOf(known, 'name') === NAME) + 1;
  const cells = childNamed(xml.root, 'cellMetadata');
  const known = (cells?.children ?? []).findIndex((block) => {
    const record = childNamed(block, 'rc');
    return type > 0 && record !== undefined && attributeOf(record, 't') === String(type);
  });
  if (known >= 0) return known + 1;
  if (type === 0)
    type = add(
      types,
      'metadataTypes',
      '',
      tag(
        `<metadataType name="${NAME}" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>`,
      ),
    );
  const future = childrenNamed(xml.root, 'futureMetadata').find((list) => attributeOf(list, 'name') === NAME);
  const block =
    tag('<bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">') +
    `<xda:dynamicArrayProperties xmlns:xda="${DYNAMIC}" fDynamic="1" fCollapsed="0"/>` +
    tag('</ext></extLst></bk>');
  const value = add(future, 'futureMetadata', ` name="${NAME}"`, block) - 1;
  const number = add(cells, 'cellMetadata', '', tag(`<bk><rc t="${type}" v="${value}"/></bk>`));
  parts.write(part, xml.toString());
  return number;
}
