/// <reference types="office-js" />
/** Which rows and columns are hidden. Where Excel says "some", it is asked for each: rows in bands of 20,000. */
import type { Area, Sheet } from '../../engine/index';
import { splitHidden } from '../hiddenRows';
import { inBatches } from './batches';
import { mostRanges } from './limits';
import type { SheetOutline } from './outline';
import { rangeOf } from './readCells';

/** About 20 bytes a row or column. */
const mostLines = 20_000;

export type Hidden = Pick<Sheet, 'hiddenRows' | 'hiddenColumns' | 'filter'>;

/** Rows or columns of one sheet of which not all are alike. */
interface Lines {
  readonly of: number;
  readonly area: Area;
}

export async function readHidden(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
): Promise<Hidden[]> {
  const rows: number[][] = sheets.map(() => []);
  const columns: number[][] = sheets.map(() => []);
  const bands: Lines[] = [];
  const widths: Lines[] = [];
  sheets.forEach(({ used, rowsHidden, columnsHidden }, of) => {
    if (used === null) return;
    if (rowsHidden === true) add(rows[of], used.top, used.bottom);
    if (rowsHidden === null) bands.push(...bandsOf(of, used));
    if (columnsHidden === true) add(columns[of], used.left, used.right);
    if (columnsHidden === null) widths.push({ of, area: { ...used, bottom: used.top } });
  });
  await addColumns(context, sheets, widths, columns);
  await addRows(context, sheets, bands, rows);
  return sheets.map(({ filter }, of) => ({ ...splitHidden(rows[of], filter), hiddenColumns: columns[of] }));
}

function bandsOf(of: number, { top, left, bottom }: Area): Lines[] {
  const bands: Lines[] = [];
  for (let from = top; from <= bottom; from += mostLines)
    bands.push({
      of,
      area: { top: from, bottom: Math.min(bottom, from + mostLines - 1), left, right: left },
    });
  return bands;
}

async function addColumns(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
  widths: readonly Lines[],
  lists: readonly number[][],
): Promise<void> {
  const size = ({ area }: Lines): number => area.right - area.left + 1;
  const found = await inBatches(context, widths, size, mostLines, ({ of, area }) =>
    rangeOf(context, sheets[of].id, area).getColumnProperties({ columnHidden: true }),
  );
  widths.forEach(({ of, area }, index) => {
    found[index].value.forEach(({ columnHidden }, at) => {
      if (columnHidden === true) lists[of].push(area.left + at);
    });
  });
}

/** First what each band says as a whole, then the rows of those that say "some". */
async function addRows(
  context: Excel.RequestContext,
  sheets: readonly SheetOutline[],
  bands: readonly Lines[],
  lists: readonly number[][],
): Promise<void> {
  const wholes = await inBatches(
    context,
    bands,
    () => 1,
    mostRanges,
    ({ of, area }) => rangeOf(context, sheets[of].id, area).load({ rowHidden: true }),
  );
  const states = wholes.map(({ rowHidden }) => rowHidden as boolean | null);
  const some = bands.filter((_, index) => states[index] === null);
  const size = ({ area }: Lines): number => area.bottom - area.top + 1;
  const found = await inBatches(context, some, size, mostLines, ({ of, area }) =>
    rangeOf(context, sheets[of].id, area).getRowProperties({ rowHidden: true }),
  );
  let next = 0;
  bands.forEach(({ of, area }, index) => {
    if (states[index] === true) add(lists[of], area.top, area.bottom);
    if (states[index] !== null) return;
    found[next++].value.forEach(({ rowHidden }, at) => {
      if (rowHidden === true) lists[of].push(area.top + at);
    });
  });
}

function add(list: number[], first: number, last: number): void {
  for (let line = first; line <= last; line++) list.push(line);
}
