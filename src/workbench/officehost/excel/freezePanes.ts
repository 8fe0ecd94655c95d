/** worksheet.freezePanes: remembered, for those who ask where they are. */
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { lastColumn, lastRow, parseAddress, rangeAddress } from './address';
import { cellsOrAddress, numberAt } from './arguments';

export class FreezePanes extends HostObject {
  constructor(
    session: Session,
    private readonly sheet: string,
  ) {
    super(session, 'WorksheetFreezePanes', `sheet:${sheet}/FreezePanes`);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    const bag = this.session.store.bag(this.key);
    switch (name) {
      case 'FreezeAt':
        bag.set('area', rangeAddress('', cellsOrAddress(this.session, given[0], this.sheet).area));
        return null;
      case 'FreezeRows':
        bag.set(
          'area',
          rangeAddress('', { top: 0, left: 0, bottom: numberAt(given, 0, 1) - 1, right: lastColumn }),
        );
        return null;
      case 'FreezeColumns':
        bag.set(
          'area',
          rangeAddress('', { top: 0, left: 0, bottom: lastRow, right: numberAt(given, 0, 1) - 1 }),
        );
        return null;
      case 'Unfreeze':
        bag.delete('area');
        return null;
      case 'GetLocation': {
        const frozen = parseAddress(String(bag.get('area') ?? ''));
        if (frozen === null) throw new HostError('ItemNotFound');
        return this.session.make.range(this.sheet, frozen.area);
      }
      default:
        return super.call(name, given);
    }
  }
}
