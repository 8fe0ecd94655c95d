/** Addresses as the API writes and reads them: rows '1:3', columns 'A:C', the name of the sheet in front. */
import { areaAddress, columnLetters, parseArea, quotedSheet, type Area } from '../../../engine/index';

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** 'Sheet1!A1:B2'; whole columns 'Sheet1!A:C', whole rows and the whole sheet 'Sheet1!1:3'. */
export function rangeAddress(sheet: string, area: Area): string {
  const front = sheet === '' ? '' : `${quotedSheet(sheet)}!`;
  if (isEntireRow(area)) return `${front}${String(area.top + 1)}:${String(area.bottom + 1)}`;
  if (isEntireColumn(area)) return `${front}${columnLetters(area.left)}:${columnLetters(area.right)}`;
  return areaAddress(sheet, area);
}

export function isEntireColumn(area: Area): boolean {
  return area.top === 0 && area.bottom === lastRow;
}

export function isEntireRow(area: Area): boolean {
  return area.left === 0 && area.right === lastColumn;
}

/** 'B2', '$B$2:C9', 'A:C', '3:7' with or without a sheet; null when it is none of these. */
export function parseAddress(text: string): { readonly sheet: string | null; readonly area: Area } | null {
  const { sheet, rest } = splitSheet(text.trim());
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(rest);
  if (rows) {
    const [top, bottom] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
    return top < 0 || bottom > lastRow ? null : { sheet, area: { top, bottom, left: 0, right: lastColumn } };
  }
  const area = parseArea(rest);
  return area === null ? null : { sheet, area };
}

/** "'It''s'!A1" -> It's, A1. Without a sheet: null, and the text itself. */
export function splitSheet(text: string): { readonly sheet: string | null; readonly rest: string } {
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { sheet: null, rest: text };
  const name = text.slice(0, mark);
  const sheet = /^'.*'$/s.test(name) ? name.slice(1, -1).replace(/''/g, "'") : name;
  return { sheet, rest: text.slice(mark + 1) };
}

export const wholeSheet: Area = { top: 0, left: 0, bottom: lastRow, right: lastColumn };

export function rowsOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnsOf(area: Area): number {
  return area.right - area.left + 1;
}

/** 'A1:B2,C3' or 'A1:B2;C3', all of one sheet; null when one of them is no address. */
export function areasOf(text: string): readonly Area[] | null {
  const areas: Area[] = [];
  for (const part of text.split(/[,;]/)) {
    const parsed = parseAddress(part);
    if (parsed === null) return null;
    areas.push(parsed.area);
  }
  return areas;
}

export function areasText(areas: readonly Area[]): string {
  return areas.map((area) => rangeAddress('', area)).join(',');
}
