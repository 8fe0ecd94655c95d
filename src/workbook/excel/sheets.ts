/// <reference types="office-js" />
/** What the user of the open workbook is looking at. */
import type { Sheets } from '../sheets';
import { run, type RunSettings } from './run';

/** Nothing that is in the workbook is written to. Needs ExcelApi 1.12. */
export const excelSheets: Sheets = {
  reference: (of) =>
    run('Excel did not tell where the deals are', settings, (context) =>
      of === 'sheet' ? sheetReference(context) : selectionReference(context),
    ),
  names: () => run('Excel did not tell its sheets', settings, sheetNames),
  show: (sheet) =>
    run(
      `Excel did not show the sheet "${sheet}"`,
      { ...settings, after: 'It is there all the same.' },
      async (context) => {
        context.workbook.worksheets.getItem(sheet).activate();
        await context.sync();
      },
    ),
};

/** A ribbon button has no place to say that it waits: an edited cell is said instead. */
const settings: RunSettings = { userStarted: false, oneUndoStep: false };

/** A sheet with one table is that table, which grows with its rows; otherwise its used range. */
async function sheetReference(context: Excel.RequestContext): Promise<string | null> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  const tables = sheet.tables.load({ name: true });
  const used = sheet.getUsedRangeOrNullObject(true).load({ address: true });
  await context.sync();
  if (tables.items.length === 1) return `${tables.items[0].name}[#All]`;
  return used.isNullObject ? null : used.address;
}

/** A single selected cell stands for the block around it, as it does for Excel's own sorting. */
async function selectionReference(context: Excel.RequestContext): Promise<string | null> {
  const selected = context.workbook.getSelectedRange().load({ address: true, cellCount: true });
  const around = selected.getSurroundingRegion().load({ address: true, cellCount: true });
  await context.sync();
  if (selected.cellCount !== 1) return selected.address;
  return around.cellCount === 1 ? null : around.address;
}

async function sheetNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const sheets = context.workbook.worksheets.load({ name: true });
  await context.sync();
  return sheets.items.map(({ name }) => name);
}
