/** range.rowHidden, columnHidden and their lists: remembered by whole rows and columns. */
import type { Area } from '../../../engine/index';
import { mixed } from '../core/layers';
import type { Session } from '../core/objects';
import { lastColumn, lastRow } from './address';

export type Line = 'RowHidden' | 'ColumnHidden';

/** true, false, or null where the range has both. */
export function hiddenLines(session: Session, sheet: string, area: Area, line: Line): boolean | null {
  const hidden = session.store.layers.get(sheet, line, linesOf(area, line), false);
  return hidden === mixed ? null : hidden === true;
}

export function hideLines(session: Session, sheet: string, area: Area, line: Line, hidden: boolean): void {
  session.store.layers.set(sheet, line, linesOf(area, line), hidden);
}

/** getRowProperties and getColumnProperties, as far as they are about hiding. */
export function hiddenProperties(session: Session, sheet: string, area: Area, line: Line): object[] {
  const isRow = line === 'RowHidden';
  const [first, last] = isRow ? [area.top, area.bottom] : [area.left, area.right];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    const one = isRow ? { ...area, top: at, bottom: at } : { ...area, left: at, right: at };
    const hidden = hiddenLines(session, sheet, one, line);
    return isRow ? { rowHidden: hidden } : { columnHidden: hidden };
  });
}

function linesOf(area: Area, line: Line): Area {
  return line === 'RowHidden'
    ? { ...area, left: 0, right: lastColumn }
    : { ...area, top: 0, bottom: lastRow };
}
