/** What every section of the text report is given. */
import type { Analysis } from '../../engine/index';
import { visible } from '../visible';
import { fit, hanging, padStart } from './columns';
import type { Money } from './numbers';
import { count, hold, moneyOf } from './numbers';
import type { Paint } from './paint';

export interface Page {
  readonly analysis: Analysis;
  readonly money: Money;
  readonly width: number;
  readonly paint: Paint;
  /** Rows of each ranked list. */
  readonly top: number;
  /** Length at which the lists of loops and rows were cut before they came here; Infinity when they were not. */
  readonly listed: number;
}

/** Columns before the text of a section. */
export const margin = 2;
const narrowest = 60;
const widest = 100;
const longestName = 40;
/** Of a currency or a scale, which head every column of money. */
const longestUnit = 5;

export function pageOf(
  analysis: Analysis,
  options: { width: number; paint: Paint; top: number; listed?: number },
): Page {
  const width = Math.max(narrowest, Math.min(widest, Math.floor(options.width) || narrowest));
  return {
    analysis,
    money: moneyOf(analysis.ledger, (unit) => fit(visible(unit), longestUnit)),
    width,
    paint: options.paint,
    top: options.top,
    listed: options.listed ?? Infinity,
  };
}

export function title(page: Page, text: string): string[] {
  return ['', page.paint('title', text)];
}

export function paragraph(page: Page, text: string): string[] {
  return hanging(' '.repeat(margin), text, page.width);
}

export function faint(page: Page, lines: readonly string[]): string[] {
  return lines.map((line) => page.paint('faint', line));
}

/** A party, harmless and not longer than a line can bear. */
export function nameOf(party: string): string {
  return party === '' ? '(no name)' : fit(visible(party), longestName);
}

/** 'Deals!E7' -> 'E7' for cells on the sheet of the deals; other sheets keep their name. */
export function cellOf(page: Page, cell: string): string {
  return cellIn(page.analysis.input.range, cell);
}

/** The cell without its sheet where that is the sheet of `range`. */
export function cellIn(range: string, cell: string): string {
  const sheet = sheetOf(range);
  return visible(sheet !== '' && cell.startsWith(sheet) ? cell.slice(sheet.length) : cell);
}

/** "'Company figures'!D51, D39, 2 more": each sheet is named once in a row. */
export function cellList(page: Page, cells: readonly string[], most: number): string {
  const shown = cells
    .slice(0, most)
    .map((cell, i) => (i > 0 ? cellIn(cells[i - 1], cellOf(page, cell)) : cellOf(page, cell)));
  const rest = cells.length > most ? [`${cells.length - most} more`] : [];
  return [...shown, ...rest].join(', ');
}

function sheetOf(address: string): string {
  return address.slice(0, address.lastIndexOf('!') + 1);
}

/** Parties joined by arrows and wrapped between them rather than inside a name. */
export function pathLines(first: string, parties: readonly string[], width: number): string[] {
  const held = parties.map((party) => nameOf(party).replace(/ /g, hold));
  return hanging(first, held.join(`${hold}→ `), width);
}

/** '12 more parties: --top 22 lists them.' or nothing. */
export function moreLine(page: Page, shown: number, all: number, one: string, many?: string): string[] {
  if (all <= shown) return [];
  const rest = count(all - shown, `more ${one}`, many === undefined ? undefined : `more ${many}`);
  return faint(page, paragraph(page, `${rest}: --top ${all} lists them.`));
}

/** The same for a list that may itself have been cut: then there are at least so many more. */
export function atLeastMoreLine(page: Page, shown: number, all: number, one: string): string[] {
  if (all <= shown || all < page.listed) return moreLine(page, shown, all, one);
  const rest = `At least ${count(all - shown, `more ${one}`)}: --top ${2 * all} lists more.`;
  return faint(page, paragraph(page, rest));
}

/** A label in a narrow column, its text beside it. */
export function labelled(page: Page, label: string, text: string): string[] {
  return hanging(`${' '.repeat(margin)}${label.padEnd(11)}`, text, page.width);
}

export function numbered(number: number, last: number): string {
  return padStart(String(number), String(last).length);
}
