/** Defined names that stand for ranges: of the workbook and of a sheet. */
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { parseAddress, rangeAddress, splitSheet } from './address';
import { cellsOf, textAt, type Cells } from './arguments';
import { Collection, ListedItem } from './collections';
import { findSheet, sheetName } from './sheets';

export class NamedItemCollection extends Collection {
  /** `sheet` null: names of the workbook. */
  constructor(
    session: Session,
    private readonly sheet: string | null,
  ) {
    super(session, 'NamedItemCollection', listKey(sheet));
  }

  override items(): readonly HostObject[] {
    return this.session.store
      .list(this.key)
      .map((name) => new NamedItem(this.session, this.key, name, this.sheet));
  }

  protected find(key: string): HostObject | null {
    const wanted = key.toLowerCase();
    return this.items().find((item) => String(item.get('Name')).toLowerCase() === wanted) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name !== 'Add' && name !== 'AddFormulaLocal') return super.call(name, given);
    const wanted = textAt(given, 0);
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(wanted) || parseAddress(wanted) !== null)
      throw new HostError('InvalidArgument');
    if (this.find(wanted) !== null) throw new HostError('ItemAlreadyExists');
    this.session.store.list(this.key).push(wanted);
    const item = new NamedItem(this.session, this.key, wanted, this.sheet);
    const bag = this.session.store.bag(item.key);
    bag.set('Name', wanted);
    bag.set('Formula', typeof given[1] === 'string' ? given[1] : formulaOf(this.session, cellsOf(given[1])));
    bag.set('Comment', given[2] ?? '');
    bag.set('Visible', true);
    item.tell();
    return item;
  }
}

/** What names stand for goes along with the cells. */
export function rewriteNames(
  session: Session,
  rewrite: (formula: string, sheet: string | null) => string,
): void {
  for (const sheet of [null, ...session.model.sheets().map(({ id }) => id)]) {
    for (const item of new NamedItemCollection(session, sheet).items()) {
      const before = String(item.get('Formula'));
      const after = rewrite(before, sheet);
      if (after !== before) item.set('Formula', after);
    }
  }
}

function listKey(sheet: string | null): string {
  return sheet === null ? 'names' : `sheet:${sheet}/Names`;
}

/** '=Deals!$A$1:$C$9': what a name stands for follows its sheet when that is renamed. */
function formulaOf(session: Session, cells: Cells): string {
  const address = rangeAddress('', cells.area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `={${cells.sheet}}!${address}`.replace(`{${cells.sheet}}`, rangeFront(session, cells.sheet));
}

function rangeFront(session: Session, sheet: string): string {
  return rangeAddress(sheetName(session, sheet), { top: 0, left: 0, bottom: 0, right: 0 }).replace(
    /!A1$/,
    '',
  );
}

class NamedItem extends ListedItem {
  constructor(
    session: Session,
    list: string,
    name: string,
    private readonly sheet: string | null,
  ) {
    super(session, 'NamedItem', list, name);
  }

  override get(name: string): unknown {
    switch (name) {
      case '_Id':
        return super.get('Name');
      case 'Type':
        return cellsOfFormula(this.session, String(super.get('Formula'))) === null ? 'String' : 'Range';
      case 'Scope':
        return this.sheet === null ? 'Workbook' : 'Worksheet';
      case 'Value':
        return String(super.get('Formula')).replace(/^=/, '').replace(/\$/g, '');
      default:
        return super.get(name);
    }
  }

  override set(name: string, value: unknown): void {
    super.set(name, value);
    if (name === 'Formula') this.tell();
  }

  /** Formulas of the workbook may use it. */
  tell(): void {
    this.session.model.defineName?.(String(super.get('Name')), this.sheet, String(super.get('Formula')));
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'Delete') this.session.model.defineName?.(String(super.get('Name')), this.sheet, null);
    if (name !== 'GetRange') return super.call(name, given);
    const cells = cellsOfFormula(this.session, String(super.get('Formula')));
    if (cells === null) throw new HostError('ItemNotFound');
    return this.session.make.range(cells.sheet, cells.area);
  }
}

function cellsOfFormula(session: Session, formula: string): Cells | null {
  const parsed = parseAddress(formula.replace(/^=/, ''));
  const sheet = parsed?.sheet === null || parsed === null ? null : findSheet(session, parsed.sheet);
  return parsed === null || sheet === null ? null : { sheet: sheet.id, area: parsed.area };
}

/** A name or a table as an address: the sheet's own names first. Null when nothing is called so. */
export function rangeOfName(session: Session, text: string, sheet: string): Cells | null {
  const { rest } = splitSheet(text);
  const wanted = rest.toLowerCase();
  for (const list of [listKey(sheet), listKey(null)]) {
    const name = session.store.list(list).find((known) => known.toLowerCase() === wanted);
    if (name === undefined) continue;
    return cellsOfFormula(session, String(session.store.bag(`${list}/${name}`).get('Formula')));
  }
  const table = session.model
    .tables()
    .find((known) => known.name.toLowerCase() === wanted.replace('[#all]', ''));
  if (table === undefined) return null;
  const headless = !wanted.endsWith('[#all]') && table.hasHeading ? 1 : 0;
  return { sheet: table.sheet, area: { ...table.area, top: table.area.top + headless } };
}
