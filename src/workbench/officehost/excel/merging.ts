/** range.merge and range.unmerge: the first cell keeps its value, the others lose theirs. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { Session } from '../core/objects';
import { intersection } from '../../../workbook/areas';
import { rangeAddress, parseAddress } from './address';
import { guardWrite } from './protection';

/** `across`: each row for itself. */
export function mergeCells(session: Session, sheet: string, area: Area, across: boolean): void {
  guardWrite(session, sheet);
  const isInTable = session.model
    .tables()
    .some((table) => table.sheet === sheet && intersection(table.area, area) !== null);
  if (isInTable) throw new HostError('InvalidOperation');
  unmergeCells(session, sheet, area);
  const rows = across ? area.bottom - area.top + 1 : 1;
  for (let row = 0; row < rows; row++) {
    mergeOne(session, sheet, across ? { ...area, top: area.top + row, bottom: area.top + row } : area);
  }
}

function mergeOne(session: Session, sheet: string, area: Area): void {
  if (area.top === area.bottom && area.left === area.right) return;
  const used = session.model.usedArea(sheet, true);
  const filled = used === null ? null : intersection(used, area);
  if (filled !== null) {
    const kept = session.model.formulas(sheet, { ...area, bottom: area.top, right: area.left });
    const [[value]] = session.model.values(sheet, { ...area, bottom: area.top, right: area.left });
    const rows = Array.from({ length: filled.bottom - filled.top + 1 }, () =>
      Array.from({ length: filled.right - filled.left + 1 }, (): string | number | boolean | null => null),
    );
    session.model.write(sheet, filled, rows);
    const [[formula]] = kept;
    if (typeof formula === 'string' && formula !== value)
      session.model.write(sheet, { ...area, bottom: area.top, right: area.left }, [[formula]]);
    else if (value !== null && typeof value !== 'object')
      session.model.write(sheet, { ...area, bottom: area.top, right: area.left }, [
        [typeof value === 'string' ? `'${value}` : value],
      ]);
  }
  session.store.list(listKey(sheet)).push(rangeAddress('', area));
  session.model.merge?.(sheet, area, true);
}

export function unmergeCells(session: Session, sheet: string, area: Area): void {
  guardWrite(session, sheet);
  const list = session.store.list(listKey(sheet));
  for (const address of [...list]) {
    const merged = parseAddress(address)?.area ?? area;
    if (intersection(merged, area) === null) continue;
    list.splice(list.indexOf(address), 1);
    session.model.merge?.(sheet, merged, false);
  }
}

export function mergedAreas(session: Session, sheet: string, area: Area): readonly Area[] {
  return session.store
    .list(listKey(sheet))
    .flatMap((address) => parseAddress(address)?.area ?? [])
    .filter((merged) => intersection(merged, area) !== null);
}

/** Merged cells go along with their sheet's cells. */
export function moveMerged(session: Session, sheet: string, moved: (area: Area) => Area | null): void {
  const list = session.store.list(listKey(sheet));
  const going = list.splice(0).flatMap((address) => parseAddress(address)?.area ?? []);
  for (const area of going) {
    const to = moved(area);
    if (to !== null) list.push(rangeAddress('', to));
  }
}

function listKey(sheet: string): string {
  return `sheet:${sheet}/merged`;
}
