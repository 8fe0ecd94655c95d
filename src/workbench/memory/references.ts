/** What a reference in a formula stands for: 'A1:C9', 'Deals!B2', 'Deals[#All]', 'Deals[Amount]', 'F2#'. */
import { areaAddress, isCellError, parseArea, type Area, type Cell } from '../../engine/index';
import { splitSheet } from '../formulas/tokens';
import type { TableModel } from '../model';
import { isOneCell } from '../../workbook/areas';
import type { Value } from './value';

export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** A cell whose formula is looked into. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What resolving needs to know of a workbook. */
export interface ReferenceScope {
  sheetId(name: string): string | null;
  sheetName(id: string): string;
  tables(): readonly TableModel[];
  /** What a defined name stands for, '=Deals!$A$1:$C$9'; the sheet's own names come first. */
  nameFormula(name: string, sheet: string): string | null;
  values(sheet: string, area: Area): Cell[][];
  usedArea(sheet: string, valuesOnly: boolean): Area | null;
  /** The area that the formula of a cell has spilled over. */
  spill(sheet: string, row: number, column: number): Area | null;
}

/** null: there is nothing of that name (#REF! or #NAME?). */
export function resolveReference(scope: ReferenceScope, text: string, at: CellPlace): Place | null {
  const { sheet: named, rest } = splitSheet(text);
  const home = named === null ? at.sheet : scope.sheetId(named);
  if (home === null) return null;
  if (rest.endsWith('#')) {
    const anchor = parseArea(rest.slice(0, -1));
    const area = anchor === null ? null : scope.spill(home, anchor.top, anchor.left);
    return area === null ? null : { sheet: home, area };
  }
  const area = areaOfText(rest);
  if (area !== null) return { sheet: home, area };
  const formula = scope.nameFormula(rest, home);
  if (formula === null) return ofTable(scope, rest, at);
  const inner = splitSheet(formula.replace(/^=/, ''));
  const target = inner.sheet === null ? home : scope.sheetId(inner.sheet);
  const meant = areaOfText(inner.rest);
  return target === null || meant === null ? null : { sheet: target, area: meant };
}

/** Rows ('2:7') as well as what parseArea knows. */
function areaOfText(text: string): Area | null {
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (rows === null) return parseArea(text);
  const [top, bottom] = [Number(rows[1]) - 1, Number(rows[2]) - 1].sort((a, b) => a - b);
  return top < 0 || bottom > 1_048_575 ? null : { top, bottom, left: 0, right: 16_383 };
}

/** One cell is a scalar; more are rows. Whole columns and rows end where the sheet's values end. */
export function cellsAt(scope: ReferenceScope, place: Place | null): Value {
  if (place === null) return { error: '#REF!' };
  const { sheet, area } = place;
  if (isOneCell(area)) return scope.values(sheet, area)[0][0];
  const used = scope.usedArea(sheet, true);
  const bottom = area.bottom === 1_048_575 ? Math.max(area.top, used?.bottom ?? 0) : area.bottom;
  const right = area.right === 16_383 ? Math.max(area.left, used?.right ?? 0) : area.right;
  return scope.values(sheet, { ...area, bottom, right });
}

/** "'My deals'!A1:C2" */
export function placeAddress(scope: ReferenceScope, place: Place | null): string | null {
  return place === null ? null : areaAddress(scope.sheetName(place.sheet), place.area);
}

/** 'Deals', 'Deals[#All]', 'Deals[Amount]', 'Deals[[#All],[Amount]]', 'Deals[@Amount]', and '[@Amount]' inside of it. */
function ofTable(scope: ReferenceScope, text: string, at: CellPlace): Place | null {
  const parts = /^([^[]*)(?:\[(.*)\])?$/s.exec(text);
  if (parts === null) return null;
  const table = scope
    .tables()
    .find((known) =>
      parts[1] === '' ? isInside(known, at) : known.name.toLowerCase() === parts[1].toLowerCase(),
    );
  if (table === undefined) return null;
  const inner = (parts[2] ?? '').trim();
  const items = /^\[.*\]$/s.test(inner) ? inner.slice(1, -1).split(/\]\s*,\s*\[/) : [inner];
  let place: Area | null = bodyOf(table);
  for (const item of items) {
    if (place === null) return null;
    if (item.startsWith('@')) {
      if (at.row < place.top || at.row > place.bottom) return null;
      place = { ...place, top: at.row, bottom: at.row };
      if (item === '@') continue;
    }
    const column = item.replace(/^@\[?|\]$/g, '');
    place = item.startsWith('#') || item === '' ? partOf(table, item) : columnOf(scope, table, place, column);
  }
  return place === null ? null : { sheet: table.sheet, area: place };
}

function isInside({ sheet, area }: TableModel, at: CellPlace): boolean {
  return sheet === at.sheet && at.row >= area.top && at.row <= area.bottom;
}

function bodyOf({ area, hasHeading, hasTotals }: TableModel): Area {
  return { ...area, top: area.top + (hasHeading ? 1 : 0), bottom: area.bottom - (hasTotals ? 1 : 0) };
}

function partOf(table: TableModel, part: string): Area | null {
  const { area, hasHeading, hasTotals } = table;
  switch (part.toLowerCase()) {
    case '':
    case '#data':
      return bodyOf(table);
    case '#all':
      return area;
    case '#headers':
      return hasHeading ? { ...area, bottom: area.top } : null;
    case '#totals':
      return hasTotals ? { ...area, top: area.bottom } : null;
    default:
      return null;
  }
}

function columnOf(scope: ReferenceScope, table: TableModel, rows: Area, name: string): Area | null {
  const { area, sheet } = table;
  const [headings] = scope.values(sheet, { ...area, bottom: area.top });
  const index = headings.findIndex(
    (heading) => !isCellError(heading) && String(heading ?? '').toLowerCase() === name.toLowerCase(),
  );
  return index < 0 ? null : { ...rows, left: area.left + index, right: area.left + index };
}
