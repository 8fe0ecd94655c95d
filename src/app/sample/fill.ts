/**
 * The sample deals and the figures of their companies, written into sheets of their own. Nothing else is touched, so that
 * deleting the sheets removes them; no alias table is added, because it would merge parties of the user's own deals.
 */
import { freeName } from '../../workbook/names';
import type { WorkbookPort } from '../../workbook/port';
import type { Sheets } from '../../workbook/sheets';
import {
  datesFrom1904,
  sampleDeals,
  sampleFigures,
  sheetOperations,
  type SamplePlace,
  type SampleSheet,
} from './operations';

/** Names of the sheets that were added. */
export interface FilledSheets {
  readonly deals: string;
  readonly figures: string;
}

/** Adds the sheets, shows the one with the deals, and answers with their names. Rejects with a Refusal. */
export async function fillSample(
  workbook: WorkbookPort,
  sheets: Pick<Sheets, 'names' | 'tableNames' | 'show'>,
): Promise<FilledSheets> {
  const taken = { sheets: await sheets.names(), tables: await sheets.tableNames() };
  const placeOf = ({ about }: SampleSheet): SamplePlace => ({
    sheet: freeName(about.sheet, taken.sheets),
    table: freeName(about.table, taken.tables, '_'),
  });
  const deals = placeOf(sampleDeals);
  const figures = placeOf(sampleFigures);
  await workbook.apply([...sheetOperations(sampleDeals, deals), ...sheetOperations(sampleFigures, figures)]);
  // Excel tells from which year dates count by how it shows one, so there has to be one first.
  const { date1904 } = await workbook.read([deals.sheet]);
  if (date1904) await workbook.apply(datesFrom1904(sampleDeals, deals.sheet));
  await sheets.show(deals.sheet);
  return { deals: deals.sheet, figures: figures.sheet };
}
