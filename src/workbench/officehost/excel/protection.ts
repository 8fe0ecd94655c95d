/** worksheet.protection, and what a protected sheet refuses. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';

/** Throws AccessDenied when the sheet is protected: every writing member calls it first. */
export function guardWrite(session: Session, sheet: string): void {
  if (session.store.protectedSheets.has(sheet) || modelProtects(session, sheet)) {
    throw new HostError('AccessDenied');
  }
}

function modelProtects(session: Session, sheet: string): boolean {
  return session.model.sheets().some((known) => known.id === sheet && known.isProtected);
}

/** Throws AccessDenied when the structure of the workbook is protected: no sheet comes, goes, moves or is renamed. */
export function guardStructure(session: Session): void {
  if (session.store.bag(structureKey).get('Protected') === true) throw new HostError('AccessDenied');
}

/** Without a password. */
export function protectStructure(session: Session): void {
  session.store.bag(structureKey).set('Protected', true);
}

const structureKey = 'workbook/Protection';

export class WorkbookProtection extends HostObject {
  constructor(session: Session) {
    super(session, 'WorkbookProtection', structureKey);
  }

  override get(name: string): unknown {
    return name === 'Protected' ? this.session.store.bag(this.key).get(name) === true : super.get(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const bag = this.session.store.bag(this.key);
    switch (name) {
      case 'Protect':
        if (this.get('Protected') === true) throw new HostError('InvalidOperation');
        bag.set('password', given[0] ?? null);
        bag.set('Protected', true);
        return null;
      case 'Unprotect':
        if ((bag.get('password') ?? null) !== (given[0] ?? null)) throw new HostError('AccessDenied');
        bag.set('Protected', false);
        return null;
      default:
        return super.call(name, given);
    }
  }
}

export class WorksheetProtection extends HostObject {
  constructor(
    session: Session,
    private readonly sheet: string,
  ) {
    super(session, 'WorksheetProtection', `sheet:${sheet}/Protection`);
  }

  private get isOn(): boolean {
    return this.session.store.protectedSheets.has(this.sheet) || modelProtects(this.session, this.sheet);
  }

  override get(name: string): unknown {
    return name === 'Protected' ? this.isOn : super.get(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const bag = this.session.store.bag(this.key);
    switch (name) {
      case 'Protect':
        if (this.isOn) throw new HostError('InvalidOperation');
        bag.set('Options', given[0] ?? null);
        bag.set('password', given[1] ?? null);
        this.protect(true);
        return null;
      case 'Unprotect':
        if ((bag.get('password') ?? null) !== (given[0] ?? null)) throw new HostError('AccessDenied');
        this.protect(false);
        return null;
      default:
        return super.call(name, given);
    }
  }

  /** Where the workbook can protect a sheet itself, it alone knows; else the host remembers. */
  private protect(isOn: boolean): void {
    const { model, store } = this.session;
    if (model.protectSheet !== undefined) model.protectSheet(this.sheet, isOn);
    else if (isOn) store.protectedSheets.add(this.sheet);
    else store.protectedSheets.delete(this.sheet);
  }
}
