/** range.conditionalFormats and worksheet-wide lists of them: rules are data here; the workbook is told and paints. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { intersection } from '../../../workbook/areas';
import { parseAddress, rangeAddress } from './address';
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
        if (own(ruleOfType, type) === undefined) throw new HostError('InvalidArgument');
        const id = this.session.store.newId();
        // A new rule comes before those that are there.
        this.session.store.list(this.listKey).unshift(id);
        const bag = this.session.store.bag(`${this.listKey}/${id}`);
        bag.set('Id', id);
        bag.set('Type', type);
        bag.set('area', rangeAddress('', this.area));
        bag.set('StopIfTrue', false);
        tellFormats(this.session, this.sheet);
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

/** Tells the workbook all conditional formats of a sheet, the first of them first. */
function tellFormats(session: Session, sheet: string): void {
  const { model, store } = session;
  if (model.conditionalFormats === undefined) return;
  const formats = formatsOf(session, sheet).map((format) => ({
    area: format.area,
    type: String(format.get('Type')),
    stopIfTrue: format.get('StopIfTrue') === true,
    properties: store.properties(format.key),
  }));
  model.conditionalFormats(sheet, formats);
}

function formatsOf(session: Session, sheet: string): ConditionalFormat[] {
  const list = `sheet:${sheet}/ConditionalFormats`;
  return session.store.list(list).map((id) => new ConditionalFormat(session, sheet, list, id));
}

/** Rules go along with their cells, and away with them. */
export function moveConditionalFormats(
  session: Session,
  sheet: string,
  moved: (area: Area) => Area | null,
): void {
  const formats = formatsOf(session, sheet);
  if (formats.length === 0) return;
  for (const format of formats) {
    const to = moved(format.area);
    if (to === null) format.call('Delete', []);
    else session.store.bag(format.key).set('area', rangeAddress('', to));
  }
  tellFormats(session, sheet);
}

/** The rule of a conditional format, its format and its fill: setting any of them changes what is shown. */
class RulePart extends HostObject {
  constructor(
    session: Session,
    type: string,
    key: string,
    private readonly sheet: string,
  ) {
    super(session, type, key);
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    super.set(name, value);
    tellFormats(this.session, this.sheet);
  }

  override child(name: string): HostObject | null {
    const child = super.child(name);
    if (child === null || child.meta.collection) return child;
    return new RulePart(this.session, child.type, child.key, this.sheet);
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
    const rule = own(ruleOfType, String(this.get('Type'))) ?? '';
    if (name !== rule && name !== `${rule}OrNullObject`) {
      if (name.endsWith('OrNullObject')) return null;
      throw new HostError('ItemNotFound');
    }
    const type = own(this.meta.children, rule);
    if (type === undefined) return this.session.unknown(`ConditionalFormat.${rule}`);
    return new RulePart(this.session, type, `${this.key}/${rule}`, this.sheet);
  }

  override set(name: string, value: unknown): void {
    guardWrite(this.session, this.sheet);
    super.set(name, value);
    tellFormats(this.session, this.sheet);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'GetRange') return this.session.make.range(this.sheet, this.area);
    const answer = super.call(name, given);
    if (name === 'Delete') tellFormats(this.session, this.sheet);
    return answer;
  }
}
