/// <reference types="office-js" />
/** Where the deals are that the user means, and their first rows. Three requests, and more only for rows that are large. */
import { plainSheet, type Area } from '../../engine/index';
import { intersection, isOneCell, isWithin } from '../areas';
import type { DealsPlace } from '../sheets';
import { areaOf, corners, readTableAreas } from './outline';
import { readCells, SheetCells } from './readCells';

/** The engine looks for headings in 30 rows, and reads 256 columns. */
const headRows = 2000;
const headColumns = 256;
const headCells = 100_000;

interface Place {
  readonly reference: string;
  readonly area: Area;
}

/** A sheet with one table is that table, which grows with its rows; of several the one with the active cell; otherwise what is used. */
export async function dealsOfSheet(context: Excel.RequestContext): Promise<DealsPlace | null> {
  const { sheet, used, tables } = await lookAt(context);
  if (used.isNullObject) return null;
  if (tables.length === 1) return withHead(context, sheet, used, tables[0]);
  const whole = { reference: used.address, area: areaOf(used) };
  if (tables.length === 0) return withHead(context, sheet, used, whole);
  const active = context.workbook.getActiveCell().load(corners);
  await context.sync();
  return withHead(context, sheet, used, tableAround(tables, areaOf(active)) ?? whole);
}

/** A selection in a table is the table; a single cell stands for the block around it, as it does for Excel's own sorting. */
export async function dealsOfSelection(context: Excel.RequestContext): Promise<DealsPlace | null> {
  const selected = context.workbook.getSelectedRange().load({ ...corners, address: true });
  const region = selected.getSurroundingRegion().load({ ...corners, address: true });
  const { sheet, used, tables } = await lookAt(context);
  const chosen = isOneCell(areaOf(selected)) ? region : selected;
  const plain = { reference: chosen.address, area: areaOf(chosen) };
  const place = tableAround(tables, areaOf(selected)) ?? plain;
  return used.isNullObject || isOneCell(place.area) ? null : withHead(context, sheet, used, place);
}

async function lookAt(context: Excel.RequestContext): Promise<{
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly tables: readonly Place[];
}> {
  const sheet = context.workbook.worksheets.getActiveWorksheet().load({ id: true, name: true });
  const used = sheet.getUsedRangeOrNullObject(true).load({ ...corners, address: true });
  const known = sheet.tables.load({ name: true });
  await context.sync();
  const { items } = known;
  const areas = await readTableAreas(context, items);
  return {
    sheet,
    used,
    tables: items.map(({ name }, index) => ({ reference: `${name}[#All]`, area: areas[index] })),
  };
}

function tableAround(tables: readonly Place[], area: Area): Place | undefined {
  return tables.find((table) => isWithin(area, table.area));
}

/** Null when there is no value in it. */
async function withHead(
  context: Excel.RequestContext,
  { id, name }: Excel.Worksheet,
  used: Excel.Range,
  { reference, area }: Place,
): Promise<DealsPlace | null> {
  const filled = intersection(area, areaOf(used));
  if (filled === null) return null;
  const head = new SheetCells(id, name, headOf(filled));
  await readCells(context, [head], () => undefined);
  const { top, left, bottom, right } = head.area;
  const grid = {
    top,
    left,
    rows: bottom - top + 1,
    columns: right - left + 1,
    at: (row: number, column: number) => head.cells.at(row, column),
  };
  return { reference, head: plainSheet(name, grid) };
}

function headOf({ top, left, bottom, right }: Area): Area {
  const columns = Math.min(right - left + 1, headColumns);
  const rows = Math.min(bottom - top + 1, headRows, Math.floor(headCells / columns));
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}
