/// <reference types="office-js" />
/**
 * Whether dates count from 1904. ExcelApi has no property for it; but a date that is shown with its year tells: the two
 * systems are four years and a day apart. Where no date shows its year, nothing is known and 1900 is taken.
 */
import { rangeOf, type SheetCells } from './readCells';

/** Dates that are looked at, and cells of the top of a sheet in which they are looked for. */
const mostDates = 5;
const mostRows = 200;

export async function readDateSystem(
  context: Excel.RequestContext,
  sheets: readonly SheetCells[],
): Promise<boolean> {
  const dates = sheets.flatMap(datesOf).slice(0, mostDates);
  if (dates.length === 0) return false;
  const shown = dates.map(({ sheet, row, column, serial }) => ({
    serial,
    range: rangeOf(context, sheet, { top: row, bottom: row, left: column, right: column }).load({
      text: true,
    }),
  }));
  await context.sync();
  for (const { serial, range } of shown) {
    const is1904 = countsFrom1904(serial, range.text[0][0]);
    if (is1904 !== null) return is1904;
  }
  return false;
}

/** From the text that a date is shown as; null when it does not tell. */
export function countsFrom1904(serial: number, text: string): boolean | null {
  const [year1900, year1904] = [yearOf(serial), yearOf(serial + 1_462)].map(String);
  const shows = (year: string): boolean => new RegExp(`(^|\\D)${year}(\\D|$)`).test(text);
  if (shows(year1900) === shows(year1904)) return null;
  return shows(year1904);
}

/** Of a serial number of the 1900 system. */
function yearOf(serial: number): number {
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).getUTCFullYear();
}

function datesOf(sheet: SheetCells): { sheet: string; row: number; column: number; serial: number }[] {
  const { top, left, bottom, right } = sheet.area;
  const found: { sheet: string; row: number; column: number; serial: number }[] = [];
  for (let row = top; row <= Math.min(bottom, top + mostRows); row++) {
    for (let column = left; column <= right && found.length < mostDates; column++) {
      const format = sheet.formats.at(row, column);
      if (format === 'General' || !/yyyy|d.*m|m.*d/i.test(format)) continue;
      const serial = sheet.cells.at(row, column);
      if (typeof serial === 'number' && serial > 366) found.push({ sheet: sheet.id, row, column, serial });
    }
  }
  return found;
}
