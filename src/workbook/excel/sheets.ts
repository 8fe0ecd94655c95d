/// <reference types="office-js" />
/** What the user of the open workbook is looking at. */
import type { Sheets } from '../sheets';
import { dealsOfSelection, dealsOfSheet } from './dealsPlace';
import { run, type RunSettings } from './run';

/** Nothing that is in the workbook is written to. Needs ExcelApi 1.12. */
export const excelSheets: Sheets = {
  deals: (of) =>
    run('Excel did not tell where the deals are', settings, of === 'sheet' ? dealsOfSheet : dealsOfSelection),
  names: () => run('Excel did not tell its sheets', settings, sheetNames),
  tableNames: () => run('Excel did not tell its tables', settings, namesOfTables),
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

async function sheetNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const sheets = context.workbook.worksheets.load({ name: true });
  await context.sync();
  return sheets.items.map(({ name }) => name);
}

async function namesOfTables(context: Excel.RequestContext): Promise<readonly string[]> {
  const tables = context.workbook.tables.load({ name: true });
  const names = context.workbook.names.load({ name: true });
  await context.sync();
  return [...tables.items, ...names.items].map(({ name }) => name);
}
