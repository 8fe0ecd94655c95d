/// <reference types="office-js" />
/** Sheets of the open workbook through office.js: where the deals are, and one more sheet. */
import { Refusal, type RefusalReason } from '../port';
import type { FormulaRows, Sheets } from '../sheets';

/** Reads and adds; nothing that is already in the workbook is written to. Needs ExcelApi 1.12. */
export const excelSheets: Sheets = {
  reference: (of) =>
    asked((context) => (of === 'sheet' ? sheetReference(context) : selectionReference(context))),
  addSheet: (name, rows) => asked((context) => addSheet(context, name, rows)),
};

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

async function addSheet(context: Excel.RequestContext, wanted: string, rows: FormulaRows): Promise<string> {
  const sheets = context.workbook.worksheets.load({ name: true });
  await context.sync();
  const name = freeName(wanted, new Set(sheets.items.map((sheet) => sheet.name.toLowerCase())));
  const sheet = context.workbook.worksheets.add(name);
  sheet.getRangeByIndexes(0, 0, rows.length, rows[0].length).formulas = rows.map((row) => [...row]);
  sheet.activate();
  await context.sync();
  return name;
}

/** Sheet names are compared without case: "Looplens", "Looplens 2", ... */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
  return name;
}

/** One Excel.run. What Excel refuses becomes a Refusal, so that no caller has to know office.js. */
async function asked<T>(ask: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run(ask);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    throw new Refusal(reasonOf(error.code), error.message);
  }
}

function reasonOf(code: string): RefusalReason {
  if (code === 'InvalidOperationInCellEditMode') return 'editing';
  return code === 'AccessDenied' ? 'locked' : 'other';
}
