/** Sheets of the model by id. */
import { HostError } from '../core/errors';
import type { Session } from '../core/objects';
import type { SheetModel } from '../../model';

export const visibilityNames = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** The sheet of that id; ItemNotFound when it was deleted meanwhile. */
export function sheetById(session: Session, id: string): SheetModel {
  const sheet = session.model.sheets().find((known) => known.id === id);
  if (sheet === undefined) throw new HostError('ItemNotFound');
  return sheet;
}

export function sheetName(session: Session, id: string): string {
  return sheetById(session, id).name;
}

/** Names are compared as Excel does, without regard to case; ids exactly. */
export function findSheet(session: Session, key: string): SheetModel | null {
  const name = key.toLowerCase();
  return (
    session.model.sheets().find((sheet) => sheet.id === key || sheet.name.toLowerCase() === name) ?? null
  );
}
