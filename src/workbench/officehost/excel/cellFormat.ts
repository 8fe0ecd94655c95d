/** range.format, its fill, font and borders, and range.dataValidation: properties of cells, kept by rectangle. */
import type { Area } from '../../../engine/index';
import { HostError } from '../core/errors';
import { mixed } from '../core/layers';
import { HostObject, type Session } from '../core/objects';
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

const sides = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
];

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
    const value = this.session.store.layers.get(
      this.sheet,
      `${this.path}/${name}`,
      this.area,
      otherwise ?? null,
    );
    return value === mixed ? null : value;
  }

  override set(name: string, value: unknown): void {
    if (!this.meta.writable.includes(name)) this.session.unknown(`${this.type}.${name}`);
    guardWrite(this.session, this.sheet);
    if (name === 'Color' && !isColor(value)) throw new HostError('InvalidArgument');
    const kept = name === 'Color' && typeof value === 'string' ? colorText(value) : value;
    this.session.store.layers.set(this.sheet, `${this.path}/${name}`, this.area, kept);
  }

  override child(name: string): HostObject {
    const type = this.meta.children[name] as string | undefined;
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
        return null;
      // Widths depend on fonts on a screen, which the host does not have.
      case 'AutofitColumns':
      case 'AutofitRows':
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
