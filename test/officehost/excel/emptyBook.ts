/** A window has one host and one workbook: each test gets it as new. */
import type { OpenPage } from '../page';

/** Leaves one empty sheet "Sheet1" and nothing else. */
export function emptyBook({ model }: OpenPage): string {
  for (const table of [...model.tables()]) model.deleteTable(table.id);
  for (const { name, sheet } of model.definedNames()) model.defineName(name, sheet, null);
  const old = model.sheets().map(({ id }) => id);
  for (const [index, id] of old.entries()) model.renameSheet(id, `old ${index}`);
  const { id } = model.addSheet('Sheet1');
  model.activate(id);
  for (const known of old) model.deleteSheet(known);
  return id;
}
