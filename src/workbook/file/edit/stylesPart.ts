/** The styles part of a workbook; one that has none is given the least. */
import { addLink, addType } from './links';
import type { Parts } from './parts';
import type { WorkbookXml } from './workbookXml';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

export async function stylesPart(parts: Parts, workbook: WorkbookXml, least: string): Promise<string> {
  const known = await workbook.related('styles');
  if (known !== null) return known;
  const part = 'xl/styles.xml';
  parts.write(part, least);
  await addType(parts, part, TYPE);
  await addLink(parts, workbook.part, 'styles', part, workbook.isStrict);
  return part;
}
