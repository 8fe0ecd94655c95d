/** range.conditionalFormats and worksheet-wide lists of them: rules are data, the host paints nothing. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import type { HostObject, Session } from '../core/objects';
import { intersection, parseAddress, rangeAddress } from './address';
import { Collection, ListedItem } from './collections';
import { guardWrite } from './protection';

/** The child that each type of rule has; the others are null objects. */
const ruleOfType: Readonly<Record<string, string>> = {
  Custom: 'Custom',
  DataBar: 'DataBar',
  ColorScale: 'ColorScale',
  IconSet: 'IconSet',
  TopBottom: 'TopBottom',
  PresetCriteria: 'Preset',
  ContainsText: 'TextComparison',
  CellValue: 'CellValue',
};

export class RangeConditionalFormats extends Collection {
  private readonly listKey: string;

  constructor(
    session: Session,
    private readonly sheet: string,
    private readonly area: Area,
  ) {
    super(session, 'ConditionalFormatCollection', `sheet:${sheet}/ConditionalFormats`);
    this.listKey = this.key;
  }

  override items(): readonly HostObject[] {
    return this.session.store
      .list(this.listKey)
      .map((id) => new ConditionalFormat(this.session, this.sheet, this.listKey, id))
      .filter((format) => intersection(format.area, this.area) !== null);
  }

  protected find(key: string): HostObject | null {
    return this.items().find((item) => item.get('Id') === key) ?? null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'Add': {
        guardWrite(this.session, this.sheet);
        const type = String(given[0]);
        if (ruleOfType[type] === undefined) throw new HostError('InvalidArgument');
        const id = this.session.store.newId();
        // A new rule comes before those that are there.
        this.session.store.list(this.listKey).unshift(id);
        const bag = this.session.store.bag(`${this.listKey}/${id}`);
        bag.set('Id', id);
        bag.set('Type', type);
        bag.set('area', rangeAddress('', this.area));
        bag.set('StopIfTrue', false);
        return new ConditionalFormat(this.session, this.sheet, this.listKey, id);
      }
      case 'ClearAll':
        guardWrite(this.session, this.sheet);
        for (const item of this.items()) item.call('Delete', []);
        return null;
      default:
        return super.call(name, given);
    }
  }
}

class ConditionalFormat extends ListedItem {
  constructor(
    session: Session,
    private readonly sheet: string,
    private readonly list: string,
    private readonly formatId: string,
  ) {
    super(session, 'ConditionalFormat', list, formatId);
  }

  get area(): Area {
    const found = parseAddress(String(this.session.store.bag(this.key).get('area')));
    return found?.area ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }

  override get(name: string): unknown {
    if (name === 'Priority') return this.session.store.list(this.list).indexOf(this.formatId);
    return super.get(name);
  }

  override child(name: string): HostObject | null {
    const rule = ruleOfType[String(this.get('Type'))];
    if (name === `${rule}OrNullObject`) return super.child(rule);
    if (name.endsWith('OrNullObject')) return null;
    if (name !== rule) throw new HostError('ItemNotFound');
    return super.child(name);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    return name === 'GetRange' ? this.session.make.range(this.sheet, this.area) : super.call(name, given);
  }
}
