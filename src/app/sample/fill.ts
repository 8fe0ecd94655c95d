/** The sample deals, written into sheets of their own. */
import { freeName } from '../../workbook/names';
import type { Operation, WorkbookPort } from '../../workbook/port';
import type { Sheets } from '../../workbook/sheets';

/** Adds the sheets, shows the first, and answers with its name. Rejects with a Refusal. */
export async function fillSample(workbook: WorkbookPort, sheets: Sheets): Promise<string> {
  const sheet = freeName('Sample deals', await sheets.names());
  const operations: Operation[] = [{ kind: 'add-sheet', sheet }];
  await workbook.apply(operations);
  await sheets.show(sheet);
  return sheet;
}
