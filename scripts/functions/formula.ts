/**
 * A formula with one function of ours -> the arguments that Excel would hand over, with their addresses.
 *
 * Enough of the formula language for examples and tests: numbers, texts, TRUE and FALSE, skipped arguments, ranges (B2:F2,
 * 'My sheet'!A1) and tables (Deals[#All], Deals, Deals[Amount]). Nothing is nested.
 */
import { areaAddress, isCellError, parseArea, type Area, type Book, type Cell } from '../../src/engine/index';

export interface Called {
  /** 'CIRCULARITY', without the namespace. */
  readonly name: string;
  /** Ranges as rows of values, single arguments as values, null for a skipped one. */
  readonly values: readonly unknown[];
  /** As Excel tells them: 'Deals!A1:H90', null for what is no range. */
  readonly addresses: readonly (string | null)[];
}

export function callOf(formula: string, book: Book): Called {
  const match = /^=DEAL\.([A-Z_]+)\((.*)\)$/s.exec(formula);
  if (match === null) throw new Error(`"${formula}" is not one call of a function of ours.`);
  const args = match[2] === '' ? [] : splitArguments(match[2]);
  const found = args.map((text) => argumentOf(text.trim(), book));
  return {
    name: match[1],
    values: found.map((entry) => entry.value),
    addresses: found.map((entry) => entry.address),
  };
}

/** At the commas that stand neither in quotes nor in brackets. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[') depth++;
    else if (sign === ']') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
}

interface Argument {
  readonly value: unknown;
  readonly address: string | null;
}

function argumentOf(text: string, book: Book): Argument {
  if (text === '') return { value: null, address: null };
  if (text === 'TRUE' || text === 'FALSE') return { value: text === 'TRUE', address: null };
  if (/^".*"$/s.test(text)) return { value: text.slice(1, -1).replace(/""/g, '"'), address: null };
  if (/^-?[\d.]+(?:e-?\d+)?%?$/i.test(text)) {
    return { value: text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text), address: null };
  }
  const { sheet, area } = rangeOf(text, book);
  return { value: valuesOf(book, sheet, area), address: areaAddress(book.sheets[sheet].name, area) };
}

function rangeOf(text: string, book: Book): { sheet: number; area: Area } {
  const [, name, part] = /^([^![\]]+)(?:\[(.*)\])?$/.exec(text) ?? [];
  const table = book.tables.find((entry) => entry.name === name);
  if (table !== undefined) {
    const { area, sheet, headingRows, totalsRows } = table;
    if (part === '#All') return { sheet, area };
    const body = { ...area, top: area.top + headingRows, bottom: area.bottom - totalsRows };
    if (part === undefined) return { sheet, area: body };
    for (let column = area.left; column <= area.right; column++) {
      if (book.sheets[sheet].grid.at(area.top, column) === part)
        return { sheet, area: { ...body, left: column, right: column } };
    }
  }
  const bang = text.lastIndexOf('!');
  const area = parseArea(text.slice(bang + 1));
  const sheetName = text
    .slice(0, Math.max(0, bang))
    .replace(/^'(.*)'$/s, '$1')
    .replace(/''/g, "'");
  const sheet = bang < 0 ? 0 : book.sheets.findIndex((entry) => entry.name === sheetName);
  if (area === null || sheet < 0) throw new Error(`"${text}" is no range of ${book.name}.`);
  return { sheet, area };
}

/** As Excel on the web hands them over: null for an empty cell, an object for an error. */
function valuesOf(book: Book, sheet: number, area: Area): unknown[][] {
  const { grid } = book.sheets[sheet];
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: unknown[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(given(grid.at(row, column)));
    rows.push(cells);
  }
  return rows;
}

function given(cell: Cell): unknown {
  return isCellError(cell) ? { type: 'Error', basicType: 'Error', basicValue: cell.error } : cell;
}
