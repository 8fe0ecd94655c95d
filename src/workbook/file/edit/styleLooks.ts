/** Fonts, fills and borders of the styles part, found or added at the end of their lists. */
import type { CellLook } from '../../looks';
import { attributeOf, childNamed, childrenNamed, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';

/** Of a font, in the order of the schema. */
const BEFORE_SIZE = ['strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign'];
const AFTER_COLOR = ['name', 'family', 'charset', 'scheme'];

export class StyleLooks {
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly borders: StyleList;
  private readonly prefix: string;

  constructor(xml: XmlPart) {
    this.prefix = xml.root.prefix;
    this.fonts = new StyleList(xml, 'fonts');
    this.fills = new StyleList(xml, 'fills');
    this.borders = new StyleList(xml, 'borders');
  }

  /** The style `base`, as XML, with a look. */
  given(base: string, look: CellLook | undefined): string {
    if (look === undefined) return base;
    const xml = new XmlPart(base);
    const numbered = (name: string): number => Number(attributeOf(xml.root, name) ?? 0);
    const set = (id: string, number: number, applied: string): void => {
      xml.setAttribute(xml.root, id, String(number));
      xml.setAttribute(xml.root, applied, '1');
    };
    if ([look.bold, look.italic, look.size, look.color].some((part) => part !== undefined))
      set('fontId', this.fonts.idOf(this.font(numbered('fontId'), look)), 'applyFont');
    if (look.fill !== undefined) set('fillId', this.fills.idOf(this.fill(look.fill)), 'applyFill');
    if (look.above !== undefined || look.below !== undefined)
      set('borderId', this.borders.idOf(this.border(numbered('borderId'), look)), 'applyBorder');
    this.align(xml, look);
    return xml.toString();
  }

  write(): void {
    for (const list of [this.fonts, this.fills, this.borders]) list.write();
  }

  private font(base: number, look: CellLook): string {
    const text = this.fonts.texts[base] ?? this.fonts.texts[0];
    const { root } = new XmlPart(text);
    const kept = (names: readonly string[]): string =>
      names.flatMap((name) => childrenNamed(root, name).map(({ from, to }) => text.slice(from, to))).join('');
    const p = this.prefix;
    const isOn = (name: string): boolean => {
      const known = childNamed(root, name);
      return known !== undefined && !['0', 'false'].includes(attributeOf(known, 'val') ?? '1');
    };
    const size = look.size === undefined ? kept(['sz']) : `<${p}sz val="${look.size}"/>`;
    const color =
      look.color === undefined ? kept(['color']) : `<${p}color rgb="FF${look.color.toUpperCase()}"/>`;
    const bold = (look.bold ?? isOn('b')) ? `<${p}b/>` : '';
    const italic = (look.italic ?? isOn('i')) ? `<${p}i/>` : '';
    const inside = bold + italic + kept(BEFORE_SIZE) + size + color + kept(AFTER_COLOR);
    return `<${p}font>${inside}</${p}font>`;
  }

  private fill(color: string): string {
    const p = this.prefix;
    return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${color.toUpperCase()}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
  }

  /** The sides that the look does not speak of stay as the cell has them. */
  private border(base: number, { above, below }: CellLook): string {
    const p = this.prefix;
    const text = this.borders.texts[base] ?? this.borders.texts[0];
    const { root } = new XmlPart(text);
    const kept = (names: readonly string[], none = ''): string =>
      names
        .flatMap((name) => childrenNamed(root, name).map(({ from, to }) => text.slice(from, to)))
        .join('') || none;
    const side = (name: string, color: string | undefined): string =>
      color === undefined
        ? kept([name], `<${p}${name}/>`)
        : `<${p}${name} style="thin"><${p}color rgb="FF${color.toUpperCase()}"/></${p}${name}>`;
    const attributes = ['diagonalUp', 'diagonalDown', 'outline'].map((name) => {
      const value = attributeOf(root, name);
      return value === undefined || value === null ? '' : ` ${name}="${value}"`;
    });
    // Strict files call the sides by the direction of reading.
    const left = kept(['left', 'start'], `<${p}left/>`);
    const right = kept(['right', 'end'], `<${p}right/>`);
    const rest = kept(['diagonal'], `<${p}diagonal/>`) + kept(['vertical', 'horizontal']);
    return `<${p}border${attributes.join('')}>${left}${right}${side('top', above)}${side('bottom', below)}${rest}</${p}border>`;
  }

  private align(xml: XmlPart, { align, vertical, wrap, indent }: CellLook): void {
    const wanted: [string, string][] = [];
    if (align !== undefined) wanted.push(['horizontal', align]);
    if (vertical !== undefined) wanted.push(['vertical', vertical]);
    if (wrap !== undefined) wanted.push(['wrapText', wrap ? '1' : '0']);
    if (indent !== undefined) wanted.push(['indent', String(indent)]);
    if (wanted.length === 0) return;
    const known = childNamed(xml.root, 'alignment');
    if (known === undefined) {
      const attributes = wanted.map(([name, value]) => ` ${name}="${value}"`).join('');
      // Before <protection> and <extLst>.
      xml.insert(`<${xml.root.prefix}alignment${attributes}/>`, ['protection', 'extLst']);
    } else for (const [name, value] of wanted) xml.setAttribute(known, name, value);
    xml.setAttribute(xml.root, 'applyAlignment', '1');
  }
}

/** One list of the styles part. */
class StyleList {
  /** Each as XML, those added at the end. */
  readonly texts: string[];
  private readonly known: number;
  private readonly list: XmlElement | undefined;

  constructor(
    private readonly xml: XmlPart,
    name: string,
  ) {
    this.list = childNamed(xml.root, name);
    this.texts = (this.list?.children ?? []).map(({ from, to }) => xml.text.slice(from, to));
    this.known = this.texts.length;
  }

  idOf(text: string): number {
    const known = this.texts.indexOf(text);
    return known >= 0 ? known : this.texts.push(text) - 1;
  }

  write(): void {
    if (this.list === undefined || this.texts.length === this.known) return;
    this.xml.append(this.list, this.texts.slice(this.known).join(''));
    this.xml.setAttribute(this.list, 'count', String(this.texts.length));
  }
}
