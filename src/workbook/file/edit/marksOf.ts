/** What lies on the sheets of a package besides cells. */
import type { SheetMarks, WorkbookMarks } from '../../marks';
import { Refusal } from '../../port';
import { commentsOf } from './comments';
import { highlightsIn } from './highlights';
import type { Parts } from './parts';
import { checkSheetProtection } from './sheetProtection';
import { SheetScan } from './sheetScan';
import type { SheetLink, WorkbookXml } from './workbookXml';

export async function marksOf(parts: Parts, workbook: WorkbookXml): Promise<WorkbookMarks> {
  const sheets: SheetMarks[] = [];
  for (const sheet of workbook.sheets)
    if (sheet.type === 'worksheet' && parts.has(sheet.part)) sheets.push(await marksOn(parts, sheet));
  return { structureIsProtected: isRefused(() => workbook.checkStructure()), sheets };
}

async function marksOn(parts: Parts, sheet: SheetLink): Promise<SheetMarks> {
  const bytes = await parts.bytes(sheet.part);
  const scan = SheetScan.of(bytes, sheet.part, parts.opening, () => false);
  return {
    sheet: sheet.name,
    isProtected: isRefused(() => checkSheetProtection(scan, bytes, sheet.name)),
    comments: await commentsOf(parts, sheet),
    highlights: highlightsIn(bytes, scan),
  };
}

function isRefused(check: () => void): boolean {
  try {
    check();
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}
