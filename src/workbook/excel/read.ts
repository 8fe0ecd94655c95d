/// <reference types="office-js" />
/**
 * An open workbook as a Snapshot: names and areas in a few requests, then cells as their sizes allow.
 *
 * Merged areas are not read: ExcelApi has no question for them below 1.13, and asking costs the user the undo history.
 * What the user changes meanwhile may be read before or after the change: a workbook cannot be held still.
 */
import { areaAddress } from '../../engine/index';
import { areaCells } from '../operations';
import { Refusal, type ReadOptions, type Snapshot } from '../port';
import { throwIfStopped } from '../stopping';
import { readDateSystem } from './dateSystem';
import { readNames } from './definedNames';
import { readHidden } from './hidden';
import { readMarks } from './marks';
import { readOutline, type SheetOutline } from './outline';
import { readCells, SheetCells } from './readCells';

/** As much as a file may have; 32 columns of a million rows. */
const mostCellsOfWorkbook = 33_554_432;

export async function readWorkbook(
  context: Excel.RequestContext,
  wanted: readonly string[] | undefined,
  { signal, progress, names = false, marks = false }: ReadOptions,
): Promise<Snapshot> {
  const stop = (): void => throwIfStopped(signal, () => 'Nothing was changed.');
  stop();
  const outline = await readOutline(context, wanted);
  const total = countCells(outline.sheets);
  const sheets = outline.sheets.map(
    ({ id, name, used }) => new SheetCells(id, name, used ?? { top: 0, left: 0, bottom: -1, right: -1 }),
  );
  const filled = sheets.filter(({ area }) => areaCells(area) > 0);
  await readCells(context, filled, (done) => {
    progress?.(done, total);
    stop();
  });
  const hidden = await readHidden(context, outline.sheets);
  const date1904 = await readDateSystem(context, filled);
  const known = names ? { names: await readNames(context, outline.sheets) } : {};
  const marked = marks ? { marks: await readMarks(context, outline.sheets) } : {};
  return {
    name: outline.name,
    sheets: sheets.map(({ name, area, cells, formats, formulas }, index) => ({
      name,
      visibility: outline.sheets[index].visibility,
      grid: {
        top: area.top,
        left: area.left,
        rows: area.bottom - area.top + 1,
        columns: area.right - area.left + 1,
        at: (row, column) => cells.at(row, column),
      },
      format: (row, column) => formats.at(row, column),
      isFormula: (row, column) => formulas.at(row, column),
      ...hidden[index],
      merges: [],
    })),
    tables: outline.tables,
    ...known,
    ...marked,
    date1904,
    notes: [],
  };
}

function countCells(sheets: readonly SheetOutline[]): number {
  let total = 0;
  for (const { name, used } of sheets) {
    if (used === null) continue;
    total += areaCells(used);
    if (total <= mostCellsOfWorkbook) continue;
    const cells = areaCells(used).toLocaleString('en-US');
    const most = mostCellsOfWorkbook.toLocaleString('en-US');
    throw new Refusal(
      'too-large',
      `The values of ${areaAddress(name, used)} take ${cells} cells with the empty ones between them; ` +
        `${most} of a workbook can be read. Delete what strays far from the data. Nothing was changed.`,
    );
  }
  return total;
}
