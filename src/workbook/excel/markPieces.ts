/// <reference types="office-js" />
/** Comments and highlights, put into the request that is being made. */
import { areaAddress, cellAddress, type Area } from '../../engine/index';
import { highlightFormula } from '../marks';
import type { Step } from './steps';

type Of<Kind extends Step['kind']> = Extract<Step, { readonly kind: Kind }>;

/** Excel takes 8,192 characters of addresses for the cells of one rule. */
const mostAddresses = 8_000;

export function addComment(sheet: Excel.Worksheet, { row, column, text, isNote }: Of<'add-comment'>): void {
  const cell = cellAddress('', row, column);
  if (isNote) sheet.notes.add(cell, text);
  else sheet.comments.add(sheet.getRange(cell).untrack(), text);
}

export function deleteComment(sheet: Excel.Worksheet, { row, column, isNote }: Of<'delete-comment'>): void {
  const cell = cellAddress('', row, column);
  if (isNote) sheet.notes.getItem(cell).delete();
  else sheet.comments.getItemByCell(sheet.getRange(cell).untrack()).delete();
}

/** One rule for as many areas as it can have: the user's list of rules stays short. */
export function addHighlight(sheet: Excel.Worksheet, addresses: string, fill: string): void {
  const rule = sheet.getRanges(addresses).untrack().conditionalFormats.add('Custom');
  rule.custom.rule.formula = highlightFormula;
  rule.custom.format.fill.color = `#${fill}`;
  // Behind all others: where a rule of the user fills a cell, it goes on doing so. Last, since Excel then counts anew.
  rule.priority = -1;
}

export function deleteRule(sheet: Excel.Worksheet, id: string): void {
  sheet.getRange().untrack().conditionalFormats.getItem(id).delete();
}

/** Addresses of areas, as many together as one rule can have. */
export function* addressLists(areas: readonly Area[]): Generator<string> {
  let list = '';
  for (const area of areas) {
    const address = areaAddress('', area);
    if (list !== '' && list.length + address.length + 1 > mostAddresses) {
      yield list;
      list = '';
    }
    list += list === '' ? address : `,${address}`;
  }
  yield list;
}
