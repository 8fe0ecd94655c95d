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
    return namesOf(this.session, this.sheet).map(
      (name) => new NamedItem(this.session, this.key, name, this.sheet),
    );
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
    if (this.session.model.definedNames === undefined) this.session.store.list(this.key).push(wanted);
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

/** The workbook's, also those that came with its file; else what the host was told. */
function namesOf(session: Session, sheet: string | null): readonly string[] {
  const known = session.model.definedNames?.().filter((name) => name.sheet === sheet);
  return known?.map(({ name }) => name) ?? session.store.list(listKey(sheet));
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
    private readonly own: string,
    private readonly sheet: string | null,
  ) {
    super(session, 'NamedItem', list, own);
  }

  override get(name: string): unknown {
    switch (name) {
      case '_Id':
      case 'Name':
        return this.own;
      case 'Formula':
        return this.formula;
      case 'Visible':
        return super.get('Visible') ?? true;
      case 'Comment':
        return super.get('Comment') ?? '';
      case 'Type':
        return cellsOfFormula(this.session, this.formula) === null ? 'String' : 'Range';
      case 'Scope':
        return this.sheet === null ? 'Workbook' : 'Worksheet';
      case 'Value':
        return this.formula.replace(/^=/, '').replace(/\$/g, '');
      default:
        return super.get(name);
    }
  }

  override set(name: string, value: unknown): void {
    super.set(name, value);
    if (name === 'Formula') this.tell();
  }

  /** What the workbook knows counts; it may have rewritten the formula. */
  get formula(): string {
    const known = this.session.model.definedNames?.();
    const mine = known?.find(({ name, sheet }) => name === this.own && sheet === this.sheet);
    return mine?.formula ?? String(super.get('Formula'));
  }

  /** Formulas of the workbook may use it. */
  tell(): void {
    this.session.model.defineName?.(this.own, this.sheet, String(super.get('Formula')));
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'Delete') return this.delete();
    if (name !== 'GetRange') return super.call(name, given);
    const cells = cellsOfFormula(this.session, this.formula);
    if (cells === null) throw new HostError('ItemNotFound');
    return this.session.make.range(cells.sheet, cells.area);
  }

  private delete(): unknown {
    const { model, store } = this.session;
    model.defineName?.(this.own, this.sheet, null);
    if (model.definedNames === undefined) return super.call('Delete', []);
    store.drop(this.key);
    return null;
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
  for (const scope of [sheet, null]) {
    const name = namesOf(session, scope).find((known) => known.toLowerCase() === wanted);
    if (name === undefined) continue;
    return cellsOfFormula(session, new NamedItem(session, listKey(scope), name, scope).formula);
  }
  const table = session.model
    .tables()
    .find((known) => known.name.toLowerCase() === wanted.replace('[#all]', ''));
  if (table === undefined) return null;
  const headless = !wanted.endsWith('[#all]') && table.hasHeading ? 1 : 0;
  return { sheet: table.sheet, area: { ...table.area, top: table.area.top + headless } };
}
