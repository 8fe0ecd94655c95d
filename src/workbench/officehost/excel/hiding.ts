/** Hidden rows and columns: kept like looks, and told to the workbook as 'RowHidden' and 'ColumnHidden'. */
import type { Area } from '../../../engine/index';
import { mixed } from '../core/layers';
import type { Session } from '../core/objects';
import { lastColumn, lastRow } from './address';

export type HiddenProperty = 'RowHidden' | 'ColumnHidden';

/** null when some are and some are not. */
export function isHidden(session: Session, sheet: string, area: Area, what: HiddenProperty): boolean | null {
  const hidden = session.store.layers.get(sheet, what, whole(area, what), false);
  return hidden === mixed ? null : hidden === true;
}

export function hide(session: Session, sheet: string, area: Area, what: HiddenProperty, on: boolean): void {
  const rows = whole(area, what);
  session.store.layers.set(sheet, what, rows, on);
  session.model.format?.(sheet, rows, what, on);
}

/** getRowProperties and getColumnProperties, as far as they are about hiding. */
export function hiddenProperties(
  session: Session,
  sheet: string,
  area: Area,
  what: HiddenProperty,
): object[] {
  const isRow = what === 'RowHidden';
  const [first, last] = isRow ? [area.top, area.bottom] : [area.left, area.right];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const at = first + index;
    const one = isRow ? { ...area, top: at, bottom: at } : { ...area, left: at, right: at };
    const hidden = isHidden(session, sheet, one, what);
    return isRow ? { rowHidden: hidden } : { columnHidden: hidden };
  });
}

function whole(area: Area, what: HiddenProperty): Area {
  return what === 'RowHidden'
    ? { ...area, left: 0, right: lastColumn }
    : { ...area, top: 0, bottom: lastRow };
}
