/** Whether an area is in a sheet and what it is given can be in cells. */
import { areaAddress, cellAddress, type Area } from '../engine/index';
import type { NewCell, RefusalReason } from './port';

/** Why one operation cannot be: the reason, and a sentence without its full stop. */
export interface Fault {
  readonly why: RefusalReason;
  readonly what: string;
}

/** Of Excel. */
const lastRow = 1_048_575;
const lastColumn = 16_383;
/** UTF-16 units. */
export const longestText = 32_767;
export const longestFormula = 8_192;
const longestFormat = 255;

export function checkCells(sheet: string, area: Area, cells: readonly (readonly NewCell[])[]): Fault | null {
  const fault = checkShape(sheet, area, cells);
  if (fault !== null) return fault;
  for (let row = 0; row < cells.length; row++) {
    for (let column = 0; column < cells[row].length; column++) {
      const what = cellFault(cells[row][column]);
      if (what === null) continue;
      return { why: 'other', what: `${what} in ${cellAddress(sheet, area.top + row, area.left + column)}` };
    }
  }
  return null;
}

/** `formats` null: only the area. */
export function checkFormats(
  sheet: string,
  area: Area,
  formats: readonly (readonly string[])[] | null,
): Fault | null {
  const fault = checkShape(sheet, area, formats);
  if (fault !== null || formats === null) return fault;
  for (const row of formats) {
    for (const format of row) {
      if (format === '') return { why: 'other', what: 'A number format is empty' };
      if (format.length > longestFormat)
        return {
          why: 'other',
          what: `A number format has ${format.length} characters; ${longestFormat} fit`,
        };
    }
  }
  return null;
}

function checkShape(sheet: string, area: Area, rows: readonly (readonly unknown[])[] | null): Fault | null {
  const { top, left, bottom, right } = area;
  const isWhole = [top, left, bottom, right].every(Number.isInteger);
  if (
    !isWhole ||
    top < 0 ||
    left < 0 ||
    bottom < top ||
    right < left ||
    bottom > lastRow ||
    right > lastColumn
  )
    return {
      why: 'other',
      what: `Rows ${top} to ${bottom}, columns ${left} to ${right} are no area of a sheet`,
    };
  if (rows === null) return null;
  const [height, width] = [bottom - top + 1, right - left + 1];
  const odd = rows.find((row) => row.length !== width);
  if (rows.length === height && odd === undefined) return null;
  const given = `${rows.length} by ${odd?.length ?? width}`;
  return {
    why: 'other',
    what: `${areaAddress(sheet, area)} has ${height} by ${width} cells and was given ${given}`,
  };
}

function cellFault(cell: NewCell): string | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? null : `${cell} is not a number for a cell`;
  if (typeof cell === 'string') {
    return cell.length <= longestText ? null : `A text has ${cell.length} characters, and ${longestText} fit`;
  }
  return cell === null || typeof cell === 'boolean' ? null : formulaFault(cell.formula);
}

/** What is wrong with a formula, as a sentence without its full stop; null when nothing is. */
export function formulaFault(formula: string): string | null {
  if (!/^=./s.test(formula)) return `The formula "${formula.slice(0, 40)}" does not begin with "="`;
  return formula.length <= longestFormula
    ? null
    : `A formula has ${formula.length} characters, and ${longestFormula} fit`;
}
