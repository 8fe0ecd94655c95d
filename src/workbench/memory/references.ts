/** What a reference in a formula stands for: 'A1:C9', 'Deals!B2', 'Deals[#All]', 'Deals[Amount]', 'F2#'. */
import { isCellError, parseArea, type Area, type Cell } from '../../engine/index';
import type { TableModel } from '../model';

export interface Place {
  readonly sheet: string;
  readonly area: Area;
}

/** What resolving needs to know of a workbook. */
export interface ReferenceScope {
  sheetId(name: string): string | null;
  tables(): readonly TableModel[];
  value(sheet: string, row: number, column: number): Cell;
  /** The area that the formula of a cell has spilled over. */
  spill(sheet: string, row: number, column: number): Area | null;
}

/** null: there is nothing of that name (#REF! or #NAME?). `sheet` is the sheet of the formula. */
export function resolveReference(scope: ReferenceScope, text: string, sheet: string): Place | null {
  const mark = text.lastIndexOf('!');
  const named =
    mark < 0
      ? null
      : text
          .slice(0, mark)
          .replace(/^'(.*)'$/s, '$1')
          .replace(/''/g, "'");
  const home = named === null ? sheet : scope.sheetId(named);
  if (home === null) return null;
  const rest = text.slice(mark + 1);
  if (rest.endsWith('#')) {
    const anchor = parseArea(rest.slice(0, -1));
    const area = anchor === null ? null : scope.spill(home, anchor.top, anchor.left);
    return area === null ? null : { sheet: home, area };
  }
  const area = parseArea(rest);
  if (area !== null) return { sheet: home, area };
  return ofTable(scope, rest);
}

function ofTable(scope: ReferenceScope, text: string): Place | null {
  const parts = /^([^[]+)(?:\[(.*)\])?$/s.exec(text);
  if (parts === null) return null;
  const table = scope.tables().find((known) => known.name.toLowerCase() === parts[1].toLowerCase());
  if (table === undefined) return null;
  const { area, sheet, hasHeading, hasTotals } = table;
  const body = {
    ...area,
    top: area.top + (hasHeading ? 1 : 0),
    bottom: area.bottom - (hasTotals ? 1 : 0),
  };
  const part = (parts[2] ?? '').trim();
  switch (part.toLowerCase()) {
    case '':
    case '#data':
      return { sheet, area: body };
    case '#all':
      return { sheet, area };
    case '#headers':
      return hasHeading ? { sheet, area: { ...area, bottom: area.top } } : null;
    default:
      break;
  }
  for (let column = area.left; column <= area.right; column++) {
    const heading = scope.value(sheet, area.top, column);
    if (isCellError(heading)) continue;
    if (String(heading ?? '').toLowerCase() === part.toLowerCase())
      return { sheet, area: { ...body, left: column, right: column } };
  }
  return null;
}
