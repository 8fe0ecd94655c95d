/** Excel.RangeAreas: several ranges of one sheet as one, as far as rules and looks of cells need it. */
import type { Area } from '../../../engine/index';
import { HostObject, type Session } from '../core/objects';
import { areasText, columnsOf, isEntireColumn, isEntireRow, rangeAddress, rowsOf } from './address';
import { Collection } from './collections';
import { RangeConditionalFormats } from './conditionalFormats';
import { sheetName } from './sheets';

export class RangeAreas extends HostObject {
  constructor(
    session: Session,
    readonly sheet: string,
    readonly areas: readonly Area[],
  ) {
    super(session, 'RangeAreas', `sheet:${sheet}/${areasText(areas)}`);
  }

  override identity(): Record<string, unknown> {
    return {};
  }

  override omitted(): readonly string[] {
    return ['Style'];
  }

  override get(name: string): unknown {
    switch (name) {
      case 'Address':
      case 'AddressLocal':
        return this.areas.map((area) => rangeAddress(sheetName(this.session, this.sheet), area)).join(',');
      case 'AreaCount':
        return this.areas.length;
      case 'CellCount':
        return this.areas.reduce((sum, area) => sum + rowsOf(area) * columnsOf(area), 0);
      case 'IsEntireRow':
        return this.areas.every(isEntireRow);
      case 'IsEntireColumn':
        return this.areas.every(isEntireColumn);
      default:
        return this.session.unknown(`RangeAreas.${name}`);
    }
  }

  override child(name: string): HostObject {
    switch (name) {
      case 'Areas':
        return new Areas(this.session, this);
      case 'ConditionalFormats':
        return new RangeConditionalFormats(this.session, this.sheet, this.areas);
      case 'Worksheet':
        return this.session.make.worksheet(this.sheet);
      default:
        return this.session.unknown(`RangeAreas.${name}`);
    }
  }
}

class Areas extends Collection {
  constructor(
    session: Session,
    private readonly of: RangeAreas,
  ) {
    super(session, 'RangeCollection', `${of.key}/Areas`);
  }

  override items(): readonly HostObject[] {
    return this.of.areas.map((area) => this.session.make.range(this.of.sheet, area));
  }

  protected find(): null {
    return null;
  }
}
