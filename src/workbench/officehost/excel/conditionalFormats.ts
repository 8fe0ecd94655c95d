/** range.conditionalFormats and worksheet-wide lists of them: rules are data here; the workbook is told and paints. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { HostObject, own, type Session } from '../core/objects';
import { meets } from '../../../workbook/areas';
import { areasOf, areasText } from './address';
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
    private readonly areas: readonly Area[],
  ) {
    super(session, 'ConditionalFormatCollection', `sheet:${sheet}/ConditionalFormats`);
    this.listKey = this.key;
  }

  override items(): readonly HostObject[] {
    return this.session.store
      .list(this.listKey)
      .map((id) => new ConditionalFormat(this.session, this.sheet, this.listKey, id))
      .filter((format) => format.areas.some((one) => this.areas.some((area) => meets(one, area))));
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
        bag.set('areas', areasText(this.areas));
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
    areas: format.areas,
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
    const to = format.areas.flatMap((area) => moved(area) ?? []);
    if (to.length === 0) format.remove();
    else session.store.bag(format.key).set('areas', areasText(to));
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

  get areas(): readonly Area[] {
    return areasOf(String(this.session.store.bag(this.key).get('areas'))) ?? [];
  }

  override get(name: string): unknown {
    if (name === 'Priority') return this.session.store.list(this.list).indexOf(this.formatId);
    return super.get(name);
  }

  /** Without asking whether the sheet may be written to: its cells are gone already. */
  remove(): void {
    super.call('Delete', []);
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
    if (name === 'Priority') this.moveTo(Number(value));
    else super.set(name, value);
    tellFormats(this.session, this.sheet);
  }

  /** Below 0 it is counted from the last; beyond either end it is the end. */
  private moveTo(priority: number): void {
    if (!Number.isInteger(priority)) throw new HostError('InvalidArgument');
    const list = this.session.store.list(this.list);
    list.splice(list.indexOf(this.formatId), 1);
    const at = priority < 0 ? list.length + 1 + priority : priority;
    list.splice(Math.min(Math.max(at, 0), list.length), 0, this.formatId);
  }

  override call(name: string, given: readonly unknown[]): unknown {
    if (name === 'GetRanges') return this.session.make.rangeAreas(this.sheet, this.areas);
    if (name === 'GetRange') {
      if (this.areas.length !== 1) throw new HostError('InvalidOperation');
      return this.session.make.range(this.sheet, this.areas[0]);
    }
    if (name !== 'Delete') return super.call(name, given);
    guardWrite(this.session, this.sheet);
    const answer = super.call(name, given);
    tellFormats(this.session, this.sheet);
    return answer;
  }
}
