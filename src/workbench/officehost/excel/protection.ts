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
        this.session.store.protectedSheets.add(this.sheet);
        return null;
      case 'Unprotect':
        if ((bag.get('password') ?? null) !== (given[0] ?? null)) throw new HostError('AccessDenied');
        this.session.store.protectedSheets.delete(this.sheet);
        return null;
      default:
        return super.call(name, given);
    }
  }
}
