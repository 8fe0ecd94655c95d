/** Puts into the host's own lists what a workbook brings along: comments, rules and protection of its file. */
import type { Session } from '../core/objects';
import type { ConditionalFormatModel, PlacedComment } from '../../model';
import { cellArea } from '../../../workbook/areas';
import { areasText, rangeAddress } from './address';
import { commentList, keepComment } from './comments';
import { protectStructure } from './protection';

export function seedMarks(session: Session): void {
  const { model } = session;
  for (const { id } of model.sheets()) {
    for (const comment of model.comments?.(id) ?? []) seedComment(session, id, comment);
    for (const rule of model.rules?.(id) ?? []) seedRule(session, id, rule);
  }
  if (model.structureIsProtected?.() === true) protectStructure(session);
}

function seedComment(session: Session, sheet: string, comment: PlacedComment): void {
  const { store } = session;
  const id = store.newId();
  store.list(commentList(sheet)).push(id);
  const bag = store.bag(`${commentList(sheet)}/${id}`);
  keepComment(bag, id, comment.text, { name: comment.author, mail: '' });
  bag.set('address', rangeAddress('', cellArea(comment.row, comment.column)));
  bag.set('Resolved', comment.isResolved);
}

function seedRule(session: Session, sheet: string, rule: ConditionalFormatModel): void {
  const { store } = session;
  const list = `sheet:${sheet}/ConditionalFormats`;
  const id = store.newId();
  store.list(list).push(id);
  const bag = store.bag(`${list}/${id}`);
  bag.set('Id', id);
  bag.set('Type', rule.type);
  bag.set('areas', areasText(rule.areas));
  bag.set('StopIfTrue', rule.stopIfTrue);
  for (const [path, value] of rule.properties) {
    const at = path.lastIndexOf('/');
    store.bag(`${list}/${id}/${path.slice(0, at)}`).set(path.slice(at + 1), value);
  }
}
