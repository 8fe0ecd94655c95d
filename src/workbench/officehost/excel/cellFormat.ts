/** range.format, its fill, font and borders, and range.dataValidation: properties of cells, kept by rectangle. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { mixed } from '../core/layers';
import { HostObject, own, type Session } from '../core/objects';
import { lastColumn, lastRow } from './address';
import { edgesOf, sides } from './borders';
import { guardWrite } from './protection';

/** What a cell has that nobody formatted (assumed: see docs/excel-assumptions.md). */
const defaults: Readonly<Record<string, unknown>> = {
  'Format/ColumnWidth': 48,
  'Format/RowHeight': 15,
  'Format/HorizontalAlignment': 'General',
  'Format/VerticalAlignment': 'Bottom',
  'Format/WrapText': false,
  'Format/IndentLevel': 0,
  'Format/ShrinkToFit': false,
  'Format/TextOrientation': 0,
  'Format/ReadingOrder': 'Context',
  'Format/UseStandardHeight': true,
  'Format/UseStandardWidth': true,
  'Format/Fill/Color': '#FFFFFF',
  'Format/Fill/Pattern': 'None',
  'Format/Font/Name': 'Calibri',
  'Format/Font/Size': 11,
  'Format/Font/Color': '#000000',
  'Format/Font/Bold': false,
  'Format/Font/Italic': false,
  'Format/Font/Underline': 'None',
  'Format/Font/Strikethrough': false,
  'Format/Protection/Locked': true,
  'Format/Protection/FormulaHidden': false,
  'DataValidation/Type': 'None',
  'DataValidation/IgnoreBlanks': true,
};

const borderDefaults: Readonly<Record<string, unknown>> = {
  Style: 'None',
  Weight: 'Thin',
  Color: '#000000',
};

/** What gives up the other: a width of one's own, and the standard width. */
const standards: Readonly<Record<string, string>> = {
  ColumnWidth: 'UseStandardWidth',
  RowHeight: 'UseStandardHeight',
  UseStandardWidth: 'ColumnWidth',
  UseStandardHeight: 'RowHeight',
};

export class CellFormat extends HostObject {
  constructor(
    session: Session,
    type: string,
    readonly sheet: string,
    readonly area: Area,
    /** 'Format/Fill' */
    readonly path: string,
  ) {
    super(session, type, `${sheet}/cells/${path}`);
  }

  override get(name: string): unknown {
    if (!this.meta.scalars.includes(name)) return this.session.unknown(`${this.type}.${name}`);
    if (name === 'SideIndex') return this.path.split('/').at(-1);
    if (name === 'Count' && this.meta.collection) return sides.length;
    const otherwise = this.type === 'RangeBorder' ? borderDefaults[name] : defaults[`${this.path}/${name}`];
    const [place] = this.places(name);
    if (place === undefined) return otherwise ?? null;
    const value = this.session.store.layers.get(this.sheet, place.path, place.area, otherwise ?? null);
    return value === mixed ? null : value;
  }

  /** The cells whose property it is: widths are of whole columns, lines between cells are of both. */
  private places(name: string): readonly { readonly area: Area; readonly path: string }[] {
    const path = `${this.path}/${name}`;
    const { area } = this;
    if (/ColumnWidth|StandardWidth/.test(name)) return [{ area: { ...area, top: 0, bottom: lastRow }, path }];
    if (/RowHeight|StandardHeight/.test(name))
      return [{ area: { ...area, left: 0, right: lastColumn }, path }];
    if (this.type !== 'RangeBorder') return [{ area, path }];
    const at = this.path.lastIndexOf('/');
    return edgesOf(this.path.slice(at + 1), area).map((edge) => ({
      area: edge.area,
      path: `${this.path.slice(0, at)}/${edge.side}/${name}`,
    }));
  }

  override set(name: string, value: unknown): void {
    if (!this.meta.writable.includes(name)) this.session.unknown(`${this.type}.${name}`);
    guardWrite(this.session, this.sheet);
    if (name === 'Color' && !isColor(value)) throw new HostError('InvalidArgument');
    const kept = name === 'Color' && typeof value === 'string' ? colorText(value) : value;
    for (const { area, path } of this.places(name)) {
      this.session.store.layers.set(this.sheet, path, area, kept);
      this.tell(area, path, kept);
    }
    const standard = own(standards, name);
    if (standard === undefined) return;
    const [{ area }] = this.places(name);
    const path = `${this.path}/${standard}`;
    if (!name.startsWith('UseStandard')) this.session.store.layers.set(this.sheet, path, area, false);
    else if (value === true) {
      this.session.store.layers.clear(this.sheet, area, path);
      this.tell(area, path, null);
    }
  }

  private tell(area: Area, path: string, value: unknown): void {
    this.session.model.format?.(this.sheet, area, path, value);
  }

  override child(name: string): HostObject {
    const type = own(this.meta.children, name);
    if (type === undefined) return this.session.unknown(`${this.type}.${name}`);
    return new CellFormat(this.session, type, this.sheet, this.area, `${this.path}/${name}`);
  }

  override item(given: readonly unknown[]): HostObject {
    const side = String(given[0]);
    if (!this.meta.collection || !sides.includes(side)) throw new HostError('InvalidArgument');
    return new CellFormat(this.session, 'RangeBorder', this.sheet, this.area, `${this.path}/${side}`);
  }

  override items(): readonly HostObject[] | null {
    return this.meta.collection ? sides.map((side) => this.item([side])) : null;
  }

  override call(name: string, given: readonly unknown[]): unknown {
    switch (name) {
      case 'Clear':
        guardWrite(this.session, this.sheet);
        this.session.store.layers.clear(this.sheet, this.area, this.path);
        this.session.model.format?.(this.sheet, this.area, this.path, null);
        return null;
      // Widths depend on fonts on a screen, which the host does not have.
      case 'AutofitColumns':
        return null;
      case 'AutofitRows':
        guardWrite(this.session, this.sheet);
        for (const line of ['RowHeight', 'UseStandardHeight'])
          for (const { area, path } of this.places(line))
            this.session.store.layers.clear(this.sheet, area, path);
        this.tell(this.area, `${this.path}/AutofitRows`, true);
        return null;
      case 'GetItemAt':
        return this.item([sides[Number(given[0])]]);
      default:
        return super.call(name, given);
    }
  }

  override identity(): Record<string, unknown> {
    return {};
  }
}

function isColor(value: unknown): boolean {
  return typeof value === 'string' && /^(#?[0-9a-f]{6}|#?[0-9a-f]{3}|[a-z]*)$/i.test(value);
}

/** '#abcdef' comes back in capitals; names stay as they are. */
function colorText(value: string): string {
  return /^#?[0-9a-f]{6}$/i.test(value) ? `#${value.replace('#', '').toUpperCase()}` : value;
}
