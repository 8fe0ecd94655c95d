/** worksheet.autoFilter: where it is and what was asked of it. The host hides no rows: criteria are kept, not applied. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { parseAddress, rangeAddress } from './address';
import { cellsOrAddress } from './arguments';
import { guardWrite } from './protection';

export class AutoFilter extends HostObject {
  constructor(
    session: Session,
    private readonly sheet: string,
  ) {
    super(session, 'AutoFilter', `sheet:${sheet}/AutoFilter`);
  }

  override get(name: string): unknown {
    const bag = this.session.store.bag(this.key);
    if (name === 'Enabled') return bag.has('area');
    if (name === 'IsDataFiltered') return bag.has('criteria');
    return super.get(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const bag = this.session.store.bag(this.key);
    switch (name) {
      case 'Apply':
        guardWrite(this.session, this.sheet);
        bag.set('area', rangeAddress('', cellsOrAddress(this.session, given[0], this.sheet).area));
        if ((given[2] ?? null) !== null) bag.set('criteria', given[2]);
        return null;
      case 'ClearCriteria':
        bag.delete('criteria');
        return null;
      case 'Remove':
        bag.delete('area');
        bag.delete('criteria');
        return null;
      case 'GetRange': {
        const area = parseAddress(String(bag.get('area') ?? ''))?.area;
        if (area === undefined) throw new HostError('ItemNotFound');
        return this.session.make.range(this.sheet, area);
      }
      default:
        return super.call(name, given);
    }
  }
}
