/// <reference types="office-js" />
/**
 * The cells of areas, in as few requests as their sizes allow.
 *
 * `formulas` gives constants as they are, so values are asked for only where there are formulas, and their types only
 * there and where a text looks like an error. O(cells); one answer is in memory at a time.
 */
import { areaAddress, type Area, type Cell } from '../../engine/index';
import { areaCells } from '../operations';
import { Refusal } from '../port';
import { bounded } from './bounded';
import { Columns } from './columns';
import { mostRanges } from './limits';
import { isTooLarge } from './officeErrors';
import { Pace } from './pace';
import { Sweep } from './sweep';
import { Texts } from './texts';

/** The used part of one sheet, and what is found there. */
export class SheetCells {
  readonly cells: Columns<Cell>;
  readonly formulas: Columns<boolean>;
  readonly formats: Columns<string>;

  constructor(
    readonly id: string,
    readonly name: string,
    readonly area: Area,
  ) {
    this.cells = new Columns<Cell>(area, null);
    this.formulas = new Columns<boolean>(area, false);
    this.formats = new Columns<string>(area, 'General');
  }
}

interface Place {
  readonly sheet: SheetCells;
  readonly area: Area;
}

type Loads = 'formulas' | 'numberFormat' | 'values' | 'valueTypes';

/** Fills the sheets. `afterEach` is told how many cells are done, and may throw. */
export async function readCells(
  context: Excel.RequestContext,
  sheets: readonly SheetCells[],
  afterEach: (cells: number) => void,
): Promise<void> {
  const texts = new Texts();
  const results = new Pace();
  const places = sheets.flatMap((sheet) => bounded(sheet.area).map((area) => ({ sheet, area })));
  let done = 0;
  await sweep(context, places, ['formulas', 'numberFormat'], new Pace(), async (pieces) => {
    const unclear: Place[] = [];
    let bytes = 0;
    for (const { sheet, area, range } of pieces) {
      const seen = takeEntries(sheet, area, range, texts);
      bytes += seen.bytes;
      done += areaCells(area);
      if (seen.unclear !== null) unclear.push({ sheet, area: seen.unclear });
    }
    await sweep(context, unclear, ['values', 'valueTypes'], results, (found) => {
      let size = 0;
      for (const { sheet, area, range } of found) size += takeResults(sheet, area, range, texts);
      return Promise.resolve(size);
    });
    afterEach(done);
    return bytes;
  });
}

/** Loads the same of all places, piece by piece. `take` returns the bytes that it was given. */
async function sweep(
  context: Excel.RequestContext,
  places: readonly Place[],
  loads: readonly Loads[],
  pace: Pace,
  take: (pieces: readonly (Place & { readonly range: Excel.Range })[]) => Promise<number>,
): Promise<void> {
  const way = new Sweep(places.map(({ area }) => area));
  while (!way.isDone) {
    const pieces = way.pieces(pace.cells, mostRanges).map(({ of, area }) => {
      const { sheet } = places[of];
      const range = rangeOf(context, sheet.id, area).load([...loads]);
      return { sheet, area, range };
    });
    const cells = pieces.reduce((sum, { area }) => sum + areaCells(area), 0);
    if (!(await fits(context, pieces, loads[0]))) {
      if (pace.refused(cells)) continue;
      const [{ sheet, area }] = pieces;
      throw new Refusal(
        'too-large',
        `Excel does not give the cell ${areaAddress(sheet.name, area)}: it is too large. Nothing was changed.`,
      );
    }
    way.advance();
    pace.answered(cells, await take(pieces));
  }
}

export function rangeOf(context: Excel.RequestContext, sheet: string, area: Area): Excel.Range {
  const { top, left, bottom, right } = area;
  return (
    context.workbook.worksheets
      .getItem(sheet)
      .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
      // Nobody asks for it again: office.js need not keep it on the other side.
      .untrack()
  );
}

/** false: the answer is too large, which Excel says with an error or by giving nothing. */
async function fits(
  context: Excel.RequestContext,
  pieces: readonly { readonly range: Excel.Range }[],
  asked: Loads,
): Promise<boolean> {
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return false;
    throw error;
  }
  return pieces.every(({ range }) => (range[asked] as unknown) !== null);
}

/** Constants and formats. Tells the area in which formulas and possible errors are, whose results are still unknown. */
function takeEntries(
  sheet: SheetCells,
  area: Area,
  range: Excel.Range,
  texts: Texts,
): { readonly bytes: number; readonly unclear: Area | null } {
  const entries = range.formulas as Entry[][];
  const formats = range.numberFormat as string[][];
  let bytes = 0;
  let unclear: Area | null = null;
  for (let row = area.top; row <= area.bottom; row++) {
    const line = entries[row - area.top];
    const looks = formats[row - area.top];
    for (let column = area.left; column <= area.right; column++) {
      const entry = line[column - area.left];
      const format = looks[column - area.left];
      bytes += texts.bytes(entry) + format.length + 3;
      if (format !== 'General') sheet.formats.put(row, column, texts.one(format));
      if (entry === '') continue;
      sheet.cells.put(row, column, typeof entry === 'string' ? texts.one(entry) : entry);
      if (typeof entry !== 'string' || !/^[=#]/.test(entry)) continue;
      unclear = around(unclear, row, column);
    }
  }
  return { bytes, unclear };
}

/** The results of formulas, and which texts are errors. Returns bytes. */
function takeResults(sheet: SheetCells, area: Area, range: Excel.Range, texts: Texts): number {
  const values = range.values as Entry[][];
  const types = range.valueTypes as string[][];
  let bytes = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = values[row - area.top][column - area.left];
      const type = types[row - area.top][column - area.left];
      bytes += texts.bytes(value) + type.length + 3;
      const entry = sheet.cells.at(row, column);
      if (typeof entry !== 'string' || !/^[=#]/.test(entry)) continue;
      if (type === 'Error') sheet.cells.put(row, column, { error: String(value) });
      // A text that looks like a formula is its own value.
      if (!entry.startsWith('=') || value === entry) continue;
      sheet.formulas.put(row, column, true);
      if (type !== 'Error')
        sheet.cells.put(row, column, typeof value === 'string' ? texts.one(value) : value);
    }
  }
  return bytes;
}

type Entry = string | number | boolean;

function around(area: Area | null, row: number, column: number): Area {
  if (area === null) return { top: row, left: column, bottom: row, right: column };
  return {
    top: Math.min(area.top, row),
    left: Math.min(area.left, column),
    bottom: Math.max(area.bottom, row),
    right: Math.max(area.right, column),
  };
}
