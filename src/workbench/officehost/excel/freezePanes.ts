/** worksheet.freezePanes: remembered for those who ask where they are, and told to the workbook. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, type Session } from '../core/objects';
import { isEntireColumn, isEntireRow, lastColumn, lastRow, parseAddress, rangeAddress } from './address';
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
        this.freeze(cellsOrAddress(this.session, given[0], this.sheet).area);
        return null;
      case 'FreezeRows':
        this.freeze({ top: 0, left: 0, bottom: numberAt(given, 0, 1) - 1, right: lastColumn });
        return null;
      case 'FreezeColumns':
        this.freeze({ top: 0, left: 0, bottom: lastRow, right: numberAt(given, 0, 1) - 1 });
        return null;
      case 'Unfreeze':
        bag.delete('area');
        this.session.model.freeze?.(this.sheet, 0, 0);
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

  /** What reaches to the end of the sheet freezes in the other direction only. */
  private freeze(area: Area): void {
    this.session.store.bag(this.key).set('area', rangeAddress('', area));
    this.session.model.freeze?.(
      this.sheet,
      isEntireColumn(area) ? 0 : area.bottom + 1,
      isEntireRow(area) ? 0 : area.right + 1,
    );
  }
}
