/** Writing to cells: shapes are checked, null leaves a cell as it is, text becomes what typing it would give. */
import { isCellError, type Area, type Cell } from '../../../engine/index';
import type { CellInput } from '../../model';
import { HostError } from '../core/errors';
import type { Session } from '../core/objects';
import { intersection } from '../../../workbook/areas';
import { columnsOf, isEntireColumn, isEntireRow, rowsOf } from './address';
import { entered } from './cells';

/** `given` is a value for all cells, or rows of values in the shape of the range. */
export function writeCells(session: Session, sheet: string, area: Area, given: unknown): void {
  const target = writable(session, sheet, area, given);
  if (target === null) return;
  const rows = shaped(given, target);
  const formats = session.model.numberFormats(sheet, target);
  const changedFormats: { readonly row: number; readonly column: number; readonly format: string }[] = [];
  const before = rows.some((row) => row.some((value) => value === null || value === undefined))
    ? { formulas: session.model.formulas(sheet, target), values: session.model.values(sheet, target) }
    : null;
  const cells = rows.map((row, r) =>
    row.map((value, c): CellInput => {
      if (before !== null && (value === null || value === undefined)) {
        return kept(before.formulas[r][c], before.values[r][c]);
      }
      const { cell, format } = entered(value, formats[r][c]);
      if (format !== null && formats[r][c] === 'General') changedFormats.push({ row: r, column: c, format });
      return cell;
    }),
  );
  session.model.write(sheet, target, cells);
  for (const { row, column, format } of changedFormats) {
    const at = {
      top: target.top + row,
      left: target.left + column,
      bottom: target.top + row,
      right: target.left + column,
    };
    session.model.setNumberFormats(sheet, at, [[format]]);
  }
}

export function writeNumberFormats(session: Session, sheet: string, area: Area, given: unknown): void {
  const target = writable(session, sheet, area, given);
  if (target === null) return;
  const rows = shaped(given, target);
  let before: string[][] | null = null;
  const formats = rows.map((row, r) =>
    row.map((format, c) => {
      if (typeof format === 'string') return format === '' ? 'General' : format;
      before ??= session.model.numberFormats(sheet, target);
      return before[r][c];
    }),
  );
  session.model.setNumberFormats(sheet, target, formats);
}

/** `range.clear(applyTo)`: All, Contents, Formats, Hyperlinks, RemoveHyperlinks. */
export function clearCells(session: Session, sheet: string, area: Area, applyTo: unknown): void {
  const what = String(applyTo).toLowerCase();
  if (!['all', 'contents', 'formats', 'hyperlinks', 'removehyperlinks'].includes(what)) {
    throw new HostError('InvalidArgument');
  }
  const used = session.model.usedArea(sheet, false);
  const target = used === null ? null : intersection(area, used);
  if (what === 'all' || what === 'formats') {
    session.store.layers.clear(sheet, area, 'Format');
    session.model.format?.(sheet, area, 'Format', null);
  }
  if (target === null) return;
  if (what === 'all' || what === 'contents') session.model.write(sheet, target, filled(target, null));
  if (what === 'all' || what === 'formats') {
    session.model.setNumberFormats(sheet, target, filled(target, 'General'));
  }
}

/** One value for a whole column goes to the used part of it only: the model keeps cells, not columns. */
function writable(session: Session, sheet: string, area: Area, given: unknown): Area | null {
  if (!isEntireColumn(area) && !isEntireRow(area)) return area;
  if (Array.isArray(given) && !isSingle(given)) throw new HostError('InvalidArgument');
  const used = session.model.usedArea(sheet, false);
  return used === null ? null : intersection(area, used);
}

function isSingle(given: readonly unknown[]): boolean {
  return given.length === 1 && Array.isArray(given[0]) && given[0].length === 1;
}

function shaped(given: unknown, area: Area): readonly (readonly unknown[])[] {
  if (!Array.isArray(given)) return filled(area, given);
  if (isSingle(given)) return filled(area, (given[0] as unknown[])[0]);
  const rows = given as unknown[];
  const fits =
    rows.length === rowsOf(area) && rows.every((row) => Array.isArray(row) && row.length === columnsOf(area));
  if (!fits) throw wrongShape();
  return rows as unknown[][];
}

export function wrongShape(): HostError {
  return new HostError(
    'InvalidArgument',
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
}

function filled<T>(area: Area, value: T): T[][] {
  return Array.from({ length: rowsOf(area) }, () => Array.from({ length: columnsOf(area) }, () => value));
}

/**
 * What a cell holds, in a form that leaves it what it is when written again. Text that looks like a formula is told
 * from one by its value, which is the same text.
 */
function kept(formula: Cell, value: Cell): CellInput {
  if (isCellError(formula)) return formula.error;
  if (typeof formula !== 'string') return formula;
  return formula.startsWith('=') && formula !== value ? formula : `'${formula}`;
}
