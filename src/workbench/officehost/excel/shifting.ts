/** Cells that are inserted and deleted: what the host keeps by place goes along. */
import type { Area } from '../../../engine/index';
import { movingArea, shiftedArea, shiftedFormula, type Shift } from '../../formulas/shift';
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { intersection } from '../../../workbook/areas';
import { moveComments } from './comments';
import { moveConditionalFormats } from './conditionalFormats';
import { moveMerged } from './merging';
import { rewriteNames } from './names';
import { moveNotes } from './notes';
import { guardWrite } from './protection';
import { sheetName } from './sheets';

/** Carries a shift out in the workbook and in what the host keeps. Throws before anything has changed. */
export function shiftCells(session: Session, sheet: string, shift: Shift, place: string): void {
  const { model } = session;
  const { area, direction } = shift;
  guardWrite(session, sheet);
  refuseTornTables(session, sheet, shift);
  if (direction === 'down' || direction === 'right') {
    if (model.insertCells === undefined) session.unknown(place);
    if (pushesOffSheet(session, sheet, shift)) throw new HostError('NonBlankCellOffSheet');
    model.insertCells(sheet, area, direction);
  } else {
    if (model.deleteCells === undefined) session.unknown(place);
    model.deleteCells(sheet, area, direction);
  }
  follow(session, sheet, shift);
}

/** What the host keeps follows cells that the workbook has moved already. */
export function follow(session: Session, sheet: string, shift: Shift): void {
  const moved = (area: Area): Area | null => shiftedArea(area, shift);
  const { store } = session;
  store.layers.move(sheet, moved);
  moveComments(session, sheet, moved);
  moveNotes(session, sheet, moved);
  moveConditionalFormats(session, sheet, moved);
  moveMerged(session, sheet, moved);
  const name = sheetName(session, sheet).toLowerCase();
  rewriteNames(session, (formula, home) =>
    shiftedFormula(
      formula,
      (front) => (front === null ? home === sheet : front.toLowerCase() === name),
      shift,
    ),
  );
  store.replaceKept((object) => {
    if (!(object instanceof HostObject) || object.type !== 'Range') return object;
    const range = object as HostObject & { readonly sheet: string; readonly area: Area };
    if (range.sheet !== sheet) return object;
    const to = moved(range.area);
    return to === null ? null : session.make.range(sheet, to);
  });
}

/** A part of a table cannot be moved away from the rest of it. */
function refuseTornTables(session: Session, sheet: string, shift: Shift): void {
  const moving = movingArea(shift);
  const isAcross = shift.direction === 'right' || shift.direction === 'left';
  for (const { area, sheet: home } of session.model.tables()) {
    const shared = home === sheet ? intersection(area, moving) : null;
    if (shared === null) continue;
    const isWhole = isAcross
      ? shared.top === area.top && shared.bottom === area.bottom
      : shared.left === area.left && shared.right === area.right;
    if (!isWhole) throw new HostError('InsertDeleteConflict');
  }
}

function pushesOffSheet(session: Session, sheet: string, shift: Shift): boolean {
  const used = session.model.usedArea(sheet, true);
  const going = used === null ? null : intersection(used, movingArea(shift));
  if (going === null) return false;
  const { area, direction } = shift;
  return direction === 'down'
    ? going.bottom + (area.bottom - area.top + 1) > 1_048_575
    : going.right + (area.right - area.left + 1) > 16_383;
}
