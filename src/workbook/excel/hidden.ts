/// <reference types="office-js" />
/** Which rows and columns are hidden. Where Excel says "some", it is asked for each: rows in bands of 20,000. */
import type { Sheet } from '../../engine/index';
import type { SheetOutline } from './outline';
import { rangeOf } from './readCells';

/** About 20 bytes a row. */
const bandRows = 20_000;
const mostBands = 50;

export type Hidden = Pick<Sheet, 'hiddenRows' | 'hiddenColumns' | 'filter'>;

export async function readHidden(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
): Promise<Hidden[]> {
  const lists = sheets.map(() => ({ rows: [] as number[], columns: [] as number[] }));
  const bands: { of: number; top: number; bottom: number }[] = [];
  const columns: { of: number; found: OfficeExtension.ClientResult<Excel.ColumnProperties[]> }[] = [];
  sheets.forEach(({ id, used, rowsHidden, columnsHidden }, of) => {
    if (used === null) return;
    if (rowsHidden === true) for (let row = used.top; row <= used.bottom; row++) lists[of].rows.push(row);
    for (let top = used.top; rowsHidden === null && top <= used.bottom; top += bandRows)
      bands.push({ of, top, bottom: Math.min(used.bottom, top + bandRows - 1) });
    if (columnsHidden === true)
      for (let column = used.left; column <= used.right; column++) lists[of].columns.push(column);
    if (columnsHidden === null)
      columns.push({ of, found: rangeOf(context, id, used).getColumnProperties({ columnHidden: true }) });
  });
  if (columns.length > 0) await context.sync();
  for (const { of, found } of columns)
    collect(found.value, 'columnHidden', sheets[of].used?.left, lists[of].columns);
  for (let from = 0; from < bands.length; from += mostBands)
    await readBands(context, sheets, bands.slice(from, from + mostBands), lists);
  return sheets.map(({ filter }, of) => split(lists[of], filter));
}

/** First what each band says as a whole, then the rows of those that say "some", one band at a time. */
async function readBands(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
  bands: readonly { readonly of: number; readonly top: number; readonly bottom: number }[],
  lists: readonly { readonly rows: number[] }[],
): Promise<void> {
  const asked = bands.map((band) => ({
    ...band,
    range: rangeOf(context, sheets[band.of].id, {
      left: sheets[band.of].used?.left ?? 0,
      right: sheets[band.of].used?.left ?? 0,
      top: band.top,
      bottom: band.bottom,
    }).load({ rowHidden: true }),
  }));
  await context.sync();
  for (const { of, top, bottom, range } of asked) {
    const all = range.rowHidden as boolean | null;
    if (all === true) for (let row = top; row <= bottom; row++) lists[of].rows.push(row);
    if (all !== null) continue;
    const left = sheets[of].used?.left ?? 0;
    const found = rangeOf(context, sheets[of].id, { top, bottom, left, right: left }).getRowProperties({
      rowHidden: true,
    });
    await context.sync();
    collect(found.value, 'rowHidden', top, lists[of].rows);
  }
}

function collect<Name extends string>(
  found: readonly { readonly [name in Name]?: boolean }[],
  name: Name,
  from = 0,
  list: number[],
): void {
  found.forEach((properties, index) => {
    if (properties[name] === true) list.push(from + index);
  });
}

/**
 * Excel says of a row only that it is hidden. Where a filter keeps rows out of sight, the rows hidden under it, its
 * heading aside, are taken for its doing; all others for the user's.
 */
function split(
  { rows, columns }: { readonly rows: readonly number[]; readonly columns: readonly number[] },
  filter: SheetOutline['filter'],
): Hidden {
  if (filter === null) return { hiddenRows: rows, hiddenColumns: columns, filter: null };
  const { area, filtering } = filter;
  const filtered = (row: number): boolean => filtering && row > area.top && row <= area.bottom;
  return {
    hiddenRows: rows.filter((row) => !filtered(row)),
    hiddenColumns: columns,
    filter: { area, hiddenRows: rows.filter(filtered) },
  };
}
