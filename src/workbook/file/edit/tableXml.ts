/** The tables of a package while it is edited. */
import type { Area } from '../../../engine/index';
import { areaAddress, parseArea } from '../../../engine/index';
import { nameKey } from '../../names';
import { Refusal } from '../../port';
import { addLink, addType, linksOf, reachable, removeLinks, removeParts } from './links';
import type { Parts } from './parts';
import type { SheetLink, WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed, textOf } from './xmlTree';
import { XmlPart } from './xmlPart';
import { escapeColumnName, escapeXml } from './xmlText';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

export interface TableXml {
  readonly name: string;
  readonly id: number;
  readonly part: string;
  readonly sheet: SheetLink;
  readonly area: Area;
  readonly hasHeading: boolean;
  /** Names of the columns, unescaped. */
  readonly columns: readonly string[];
}

export async function tablesOf(parts: Parts, workbook: WorkbookXml): Promise<TableXml[]> {
  const tables: TableXml[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.part === '') continue;
    for (const { type, part } of await linksOf(parts, sheet.part)) {
      if (type !== 'table' || part === null || !parts.has(part)) continue;
      const { root } = new XmlPart(await parts.text(part));
      const area = parseArea(attributeOf(root, 'ref') ?? '');
      if (area === null) continue;
      const list = childNamed(root, 'tableColumns');
      tables.push({
        name: attributeOf(root, 'displayName') ?? attributeOf(root, 'name') ?? '',
        id: Number(attributeOf(root, 'id') ?? 0),
        part,
        sheet,
        area,
        hasHeading: attributeOf(root, 'headerRowCount') !== '0',
        columns: (list === undefined ? [] : childrenNamed(list, 'tableColumn')).map((column) =>
          unescapedName(attributeOf(column, 'name') ?? ''),
        ),
      });
    }
  }
  return tables;
}

/**
 * Names for columns as Excel makes them of the texts in the heading: 'Column2' for none, a number behind one that is
 * there already. Only those at `changed` are changed.
 */
export function columnNames(texts: readonly string[], changed: (index: number) => boolean): string[] {
  const taken = new Set(texts.filter((_, index) => !changed(index)).map(nameKey));
  return texts.map((text, index) => {
    if (!changed(index)) return text;
    const wanted = text.trim() === '' ? `Column${index + 1}` : text;
    let name = wanted;
    for (let number = 2; taken.has(nameKey(name)); number++) name = `${wanted}${number}`;
    taken.add(nameKey(name));
    return name;
  });
}

export async function renameColumns(parts: Parts, table: TableXml, names: readonly string[]): Promise<void> {
  const xml = new XmlPart(await parts.text(table.part));
  const list = childNamed(xml.root, 'tableColumns');
  (list === undefined ? [] : childrenNamed(list, 'tableColumn')).forEach((column, index) => {
    const known = column.attributes.find(({ name }) => name === 'name');
    if (known !== undefined && names[index] !== table.columns[index])
      xml.replace(known.from, known.to, ` name="${escapeColumnName(names[index])}"`);
  });
  if (xml.isChanged) parts.write(table.part, xml.toString());
}

/** The part and its link. The caller names it in the sheet by the id that is answered. */
export async function addTable(
  parts: Parts,
  workbook: WorkbookXml,
  sheet: SheetLink,
  { name, area, columns }: Pick<TableXml, 'name' | 'area' | 'columns'>,
  id: number,
): Promise<string> {
  const part = parts.freeName('xl/tables/table');
  const ref = areaAddress('', area);
  const list = columns.map(
    (column, at) => `<tableColumn id="${at + 1}" name="${escapeColumnName(column)}"/>`,
  );
  parts.write(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${workbook.namespace}" id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${list.join('')}</tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
  );
  await addType(parts, part, TYPE);
  return addLink(parts, sheet.part, 'table', part, workbook.isStrict);
}

/** Takes the part and its link out, and answers the id of the link. The cells stay. */
export async function removeTable(parts: Parts, table: TableXml): Promise<string> {
  for (const { part, type } of (await reachable(parts)).values())
    if (
      type === 'slicerCache' &&
      new RegExp(`tableId\\s*=\\s*["']${table.id}["']`).test(await parts.text(part))
    )
      throw new Refusal('other', `The table "${table.name}" has a slicer, which only Excel can take away`);
  const link = (await linksOf(parts, table.sheet.part)).find(({ part }) => part === table.part);
  const own = (await linksOf(parts, table.part)).flatMap(({ part }) => part ?? []);
  await removeLinks(parts, table.sheet.part, ({ part }) => part === table.part);
  await removeParts(parts, [table.part]);
  const left = await reachable(parts);
  await removeParts(
    parts,
    own.filter((part) => parts.has(part) && !left.has(part.toLowerCase())),
  );
  return link?.id ?? '';
}

/** _x000a_ and its like. */
function unescapedName(name: string): string {
  return textOf(escapeXml(name)).replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
}
