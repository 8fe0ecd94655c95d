/// <reference types="office-js" />
/**
 * The sheets of a workbook while a plan is carried out, names of the plan -> sheets of Excel, and the names that
 * formulas know by then.
 *
 * A sheet that was there before is known by its id, so that a rename by the user in between does not lead astray; one
 * that the plan adds, by its name until Excel has answered with an id.
 */
import type { Area } from '../../engine/index';
import { nameKey } from '../names';

export class OpenSheets {
  private readonly ids: Map<string, string>;
  /** Keys of the names that formulas know. */
  private readonly names: Set<string>;
  private readonly added: { readonly key: string; readonly sheet: Excel.Worksheet }[] = [];

  constructor(
    private readonly context: Excel.RequestContext,
    known: readonly { readonly name: string; readonly id: string }[],
    names: readonly { readonly name: string }[],
  ) {
    this.ids = new Map(known.map(({ name, id }) => [nameKey(name), id]));
    this.names = new Set(names.map(({ name }) => nameKey(name)));
  }

  get tables(): Excel.TableCollection {
    return this.context.workbook.tables;
  }

  get(name: string): Excel.Worksheet {
    return this.context.workbook.worksheets.getItem(this.ids.get(nameKey(name)) ?? name);
  }

  range(name: string, { top, left, bottom, right }: Area): Excel.Range {
    return this.get(name)
      .getRangeByIndexes(top, left, bottom - top + 1, right - left + 1)
      .untrack();
  }

  add(name: string): void {
    const sheet = this.context.workbook.worksheets.add(name).load({ id: true });
    // The name may have belonged to a sheet that is called otherwise by now.
    this.ids.delete(nameKey(name));
    this.added.push({ key: nameKey(name), sheet });
  }

  rename(name: string, to: string): void {
    const sheet = this.get(name);
    sheet.name = to;
    const id = this.ids.get(nameKey(name));
    this.ids.delete(nameKey(name));
    this.forgetAdded(name);
    if (id === undefined) this.added.push({ key: nameKey(to), sheet: sheet.load({ id: true }) });
    else this.ids.set(nameKey(to), id);
  }

  delete(name: string): void {
    this.get(name).delete();
    this.ids.delete(nameKey(name));
    this.forgetAdded(name);
  }

  /** A name that is there gets another formula, so that it is still there when Excel refuses the formula. */
  defineName(name: string, formula: string): void {
    const { names } = this.context.workbook;
    if (this.names.has(nameKey(name))) names.getItem(name).formula = formula;
    else names.add(name, formula);
    this.names.add(nameKey(name));
  }

  deleteName(name: string): void {
    this.context.workbook.names.getItem(name).delete();
    this.names.delete(nameKey(name));
  }

  /** A sheet of this request that goes or is renamed in it is not to be known by the name it had. */
  private forgetAdded(name: string): void {
    const at = this.added.findIndex(({ key }) => key === nameKey(name));
    if (at >= 0) this.added.splice(at, 1);
  }

  /** What the plan has made of the names so far, to go back to when a request is refused whole. */
  mark(): () => void {
    const ids = [...this.ids];
    const names = [...this.names];
    this.added.length = 0;
    return () => {
      this.ids.clear();
      for (const [key, id] of ids) this.ids.set(key, id);
      this.names.clear();
      for (const key of names) this.names.add(key);
      this.added.length = 0;
    };
  }

  /** A request was answered: sheets that were added are known by their ids. */
  answered(): void {
    for (const { key, sheet } of this.added.splice(0)) this.ids.set(key, sheet.id);
  }
}
