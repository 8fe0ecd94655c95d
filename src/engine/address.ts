/** Cell addresses as a user reads them: A1, Ledger!C41, 'My sheet'!A1:B9. Rows and columns are 0-based inside. */
import type { Area } from './book';

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** A sheet name as formulas write it: quoted, with doubled apostrophes, unless it is a plain word. */
export function quotedSheet(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;
}

/** cellAddress('Ledger', 40, 2) -> 'Ledger!C41'. An empty sheet name gives 'C41'. */
export function cellAddress(sheet: string, row: number, column: number): string {
  const cell = `${columnLetters(column)}${row + 1}`;
  return sheet === '' ? cell : `${quotedSheet(sheet)}!${cell}`;
}

/** areaAddress('Ledger', area) -> 'Ledger!A1:H90'. */
export function areaAddress(sheet: string, area: Area): string {
  const from = `${columnLetters(area.left)}${area.top + 1}`;
  const to = `${columnLetters(area.right)}${area.bottom + 1}`;
  const range = from === to ? from : `${from}:${to}`;
  return sheet === '' ? range : `${quotedSheet(sheet)}!${range}`;
}

/** 'B2:F90' or '$B$2:$F$90' -> Area; null when it is not an address. Whole columns ('A:H') end at the last row of a sheet. */
export function parseArea(text: string): Area | null {
  const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(text.trim());
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text.trim());
  if (columns) {
    const [left, right] = [columnNumber(columns[1]), columnNumber(columns[2])].sort((a, b) => a - b);
    return { top: 0, left, bottom: 1_048_575, right };
  }
  if (!cells) return null;
  const left = columnNumber(cells[1]);
  const top = Number(cells[2]) - 1;
  const right = cells[3] === undefined ? left : columnNumber(cells[3]);
  const bottom = cells[4] === undefined ? top : Number(cells[4]) - 1;
  if (top < 0 || bottom < 0 || Math.max(top, bottom) > 1_048_575 || Math.max(left, right) > 16_383)
    return null;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
