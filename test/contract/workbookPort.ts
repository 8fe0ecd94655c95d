/**
 * What every WorkbookPort keeps, as a function of the implementation: Excel and files.
 *
 *   describePort('Excel', async () => ({ port: excelWorkbook(), reopen: async () => excelWorkbook(), others }));
 */
import type { WorkbookPort } from '../../src/workbook/port';
import type { Others } from './others';
import { cellLaws } from './workbookPort/cells';
import { commentLaws } from './workbookPort/comments';
import { highlightLaws } from './workbookPort/highlights';
import { lookLaws } from './workbookPort/looks';
import { nameLaws } from './workbookPort/names';
import { planLaws } from './workbookPort/plans';
import { protectionLaws } from './workbookPort/protection';
import { sheetLaws } from './workbookPort/sheets';
import { sizeLaws } from './workbookPort/sizes';
import { tableLaws } from './workbookPort/tables';

export interface OpenPort {
  readonly port: WorkbookPort;
  /** A port on what is there now: a file is read again from its bytes. */
  reopen(): Promise<WorkbookPort>;
  readonly others: Others;
}

/** Opens a fresh workbook with one empty, visible sheet of the name "Sheet1". */
export type OpenEmpty = () => Promise<OpenPort>;

export function describePort(name: string, open: OpenEmpty): void {
  describe(`${name} keeps the contract of a workbook port`, () => {
    const all = [cellLaws, sheetLaws, tableLaws, nameLaws, planLaws, sizeLaws];
    for (const laws of [...all, commentLaws, highlightLaws, lookLaws, protectionLaws]) laws(open);
  });
}
