/** Whether looks, layouts, comments and highlights can be carried out at all. */
import { cellAddress, type Area } from '../engine/index';
import { cellArea } from './areas';
import type { CellLook, SheetLayout } from './looks';
import { checkFormats, longestText, type Fault } from './planCells';
import { isSealed } from './seal';

/** Of Excel. */
const widest = 255;
const highest = 409;

const other = (what: string): Fault => ({ why: 'other', what });

export function checkLook(sheet: string, area: Area, look: CellLook): Fault | null {
  const fault = checkFormats(sheet, area, null);
  if (fault !== null) return fault;
  const wrong = [look.color, look.fill, look.above, look.below].find(
    (color) => color !== undefined && !isColor(color),
  );
  if (wrong !== undefined) return other(`"${wrong}" is not a colour of six hexadecimal digits`);
  const { size = 11, indent = 0 } = look;
  if (!(size >= 1 && size <= highest)) return other(`${size} points is not the size of a font`);
  return Number.isInteger(indent) && indent >= 0 && indent <= 15
    ? null
    : other(`${indent} is not an indent from 0 to 15`);
}

export function checkLayout(sheet: string, layout: SheetLayout): Fault | null {
  for (const area of [...layout.merges, layout.page.area]) {
    const fault = checkFormats(sheet, area, null);
    if (fault !== null) return fault;
  }
  const width = layout.columns.find((known) => !(known >= 0 && known <= widest));
  if (width !== undefined) return other(`${width} is not the width of a column`);
  const row = layout.rows.find(({ height }) => !(height >= 0 && height <= highest));
  return row === undefined ? null : other(`${row.height} points is not the height of a row`);
}

export function checkComment(sheet: string, row: number, column: number, text: string): Fault | null {
  const fault = checkFormats(sheet, cellArea(row, column), null);
  if (fault !== null) return fault;
  const where = cellAddress(sheet, row, column);
  if (text.length > longestText)
    return other(`The comment on ${where} has ${text.length} characters, and ${longestText} fit`);
  return isSealed(text) ? null : other(`The comment on ${where} does not say that it is of Looplens`);
}

export function checkAreas(sheet: string, areas: readonly Area[], fill: string): Fault | null {
  if (!isColor(fill)) return other(`"${fill}" is not a colour of six hexadecimal digits`);
  if (areas.length === 0) return other(`No cells of the sheet "${sheet}" are named`);
  for (const area of areas) {
    const fault = checkFormats(sheet, area, null);
    if (fault !== null) return fault;
  }
  return null;
}

function isColor(text: string): boolean {
  return /^[0-9A-Fa-f]{6}$/.test(text);
}
