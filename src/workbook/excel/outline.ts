/// <reference types="office-js" />
/** What a workbook has besides cells: its sheets, where they are used, tables, filters. Three requests, and more for hundreds of sheets. */
import type { Area, Sheet, Table } from '../../engine/index';
import { nameKey } from '../names';
import { Refusal } from '../port';
import { inBatches } from './batches';
import { mostRanges } from './limits';

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visibility: Sheet['visibility'];
  /** The smallest area with all values; null when there are none. */
  readonly used: Area | null;
  /** Of the used part: all of them, none, or null: some. */
  readonly rowsHidden: boolean | null;
  readonly columnsHidden: boolean | null;
  /** The filter of the sheet, else that of a table on it; `filtering`: it keeps rows out of sight. */
  readonly filter: { readonly area: Area; readonly filtering: boolean } | null;
}

export interface Outline {
  readonly name: string;
  readonly sheets: readonly SheetOutline[];
  readonly tables: readonly Table[];
}

/** The sheets that are named, in the order of the workbook; all when none are named. */
export async function readOutline(
  context: Excel.RequestContext,
  wanted: readonly string[] | undefined,
): Promise<Outline> {
  const { workbook } = context;
  workbook.load({ name: true });
  const sheets = workbook.worksheets.load({ id: true, name: true, visibility: true });
  const tables = workbook.tables.load({
    name: true,
    showHeaders: true,
    showTotals: true,
    worksheet: { id: true },
    autoFilter: { enabled: true, isDataFiltered: true },
  });
  await context.sync();
  const chosen = choose(workbook.name, sheets.items, wanted);
  const ids = chosen.map(({ id }) => id);
  const shown = tables.items.filter((table) => ids.includes(table.worksheet.id));
  const asked = await inBatches(context, chosen, rangesOfSheet, mostRanges, (sheet) => ({
    sheet,
    used: usedOf(sheet),
    filter: filterOf(sheet),
  }));
  const areas = await readTableAreas(context, shown);
  const filters = shown.map(({ autoFilter, worksheet }, index) => ({
    sheet: worksheet.id,
    area: areas[index],
    enabled: autoFilter.enabled,
    filtering: autoFilter.isDataFiltered,
  }));
  return {
    name: workbook.name,
    sheets: asked.map(({ sheet, used, filter }) => ({
      id: sheet.id,
      name: sheet.name,
      visibility: visibilities[sheet.visibility],
      used: used.isNullObject ? null : areaOf(used),
      rowsHidden: used.isNullObject ? false : used.rowHidden,
      columnsHidden: used.isNullObject ? false : used.columnHidden,
      filter: firstFilter([
        ...(filter.area.isNullObject
          ? []
          : [{ area: areaOf(filter.area), enabled: true, filtering: filter.of.isDataFiltered }]),
        ...filters.filter((known) => known.sheet === sheet.id),
      ]),
    })),
    tables: shown.map((table, index) => ({
      name: table.name,
      sheet: ids.indexOf(table.worksheet.id),
      area: areas[index],
      headingRows: table.showHeaders ? 1 : 0,
      totalsRows: table.showTotals ? 1 : 0,
    })),
  };
}

/** What `areaOf` needs. */
export const corners = { rowIndex: true, columnIndex: true, rowCount: true, columnCount: true };

const visibilities: Readonly<Record<string, Sheet['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

const rangesOfSheet = (): number => 2;

export async function readTableAreas(
  context: Excel.RequestContext,
  tables: readonly Excel.Table[],
): Promise<Area[]> {
  const ranges = await inBatches(
    context,
    tables,
    () => 1,
    mostRanges,
    (table) => table.getRange().untrack().load(corners),
  );
  return ranges.map(areaOf);
}

export function areaOf(range: Excel.Range): Area {
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = range;
  return { top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
}

/** Values only: a column that is formatted to its end would be a million rows. */
function usedOf(sheet: Excel.Worksheet): Excel.Range {
  const used = sheet.getUsedRangeOrNullObject(true);
  return used.untrack().load({ ...corners, rowHidden: true, columnHidden: true });
}

function filterOf(sheet: Excel.Worksheet): { of: Excel.AutoFilter; area: Excel.Range } {
  const of = sheet.autoFilter.load({ isDataFiltered: true });
  return { of, area: of.getRangeOrNullObject().untrack().load(corners) };
}

interface Filter {
  readonly area: Area;
  readonly enabled: boolean;
  readonly filtering: boolean;
}

/** The first that filters, else the first that could. */
function firstFilter(filters: readonly Filter[]): SheetOutline['filter'] {
  const found = filters.find(({ filtering }) => filtering) ?? filters.find(({ enabled }) => enabled);
  return found === undefined ? null : { area: found.area, filtering: found.filtering };
}

function choose(
  book: string,
  sheets: readonly Excel.Worksheet[],
  wanted: readonly string[] | undefined,
): readonly Excel.Worksheet[] {
  if (wanted === undefined) return sheets;
  const keys = new Set(wanted.map(nameKey));
  const known = new Set(sheets.map(({ name }) => nameKey(name)));
  const missing = wanted.find((name) => !known.has(nameKey(name)));
  if (missing !== undefined)
    throw new Refusal('missing', `There is no sheet "${missing}" in "${book}". Nothing was changed.`);
  return sheets.filter(({ name }) => keys.has(nameKey(name)));
}
