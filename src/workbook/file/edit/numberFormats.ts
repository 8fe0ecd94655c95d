/** The styles part while a package is edited: the style of a cell with another number format, quote or look, found or added. */
import { Refusal } from '../../port';
import { builtinFormat } from '../formats';
import { setCount } from './emptiedList';
import type { Parts } from './parts';
import type { Restyle } from './sheetEdit';
import { StyleLooks } from './styleLooks';
import { stylesPart } from './stylesPart';
import type { WorkbookXml } from './workbookXml';
import { attributeOf, childNamed, childrenNamed, startTag, type XmlElement } from './xmlTree';
import { XmlPart } from './xmlPart';
import { escapeXml } from './xmlText';

/** Of Excel. */
const MOST_STYLES = 65_490;
const FIRST_OWN_ID = 164;
/** Formats that mean the same in every language; others are given by their code. */
const SAFE_IDS = [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 18, 19, 20, 21, 37, 38, 39, 40, 45, 46, 47, 48, 49];
const SECTIONS = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];
const LEAST: Readonly<Record<string, string>> = {
  fonts: '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  fills:
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  borders: '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  cellStyleXfs:
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  cellXfs: '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  cellStyles: '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
};

/** Styles that a workbook without any would have. */
export function leastStyles(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${namespace}">${Object.values(LEAST).join('')}</styleSheet>`;
}

export class NumberFormats {
  /** Every style as XML, those added at the end. */
  private readonly styles: string[];
  private readonly known: number;
  private readonly looks: StyleLooks;
  private readonly list: XmlElement;
  private readonly formatIds = new Map<string, number>();
  private readonly codes = new Map<number, string>();
  private readonly addedFormats: string[] = [];
  private readonly answers = new Map<string, number>();
  private nextId = FIRST_OWN_ID;

  private constructor(
    private readonly part: string,
    private readonly xml: XmlPart,
  ) {
    this.list = childNamed(xml.root, 'cellXfs') ?? xml.root;
    this.styles = childrenNamed(this.list, 'xf').map(({ from, to }) => xml.text.slice(from, to));
    this.known = this.styles.length;
    this.looks = new StyleLooks(xml);
    const formats = childNamed(xml.root, 'numFmts');
    for (const id of SAFE_IDS) this.formatIds.set(builtinFormat(id), id);
    for (const element of formats === undefined ? [] : childrenNamed(formats, 'numFmt')) {
      const id = Number(attributeOf(element, 'numFmtId') ?? NaN);
      const code = attributeOf(element, 'formatCode') ?? 'General';
      if (!this.formatIds.has(code)) this.formatIds.set(code, id);
      this.codes.set(id, code);
      if (id >= this.nextId) this.nextId = id + 1;
    }
  }

  /** Reads the styles of a workbook, or gives it some. */
  static async read(parts: Parts, workbook: WorkbookXml): Promise<NumberFormats> {
    const part = await stylesPart(parts, workbook, leastStyles(workbook.namespace));
    return new NumberFormats(part, new XmlPart(complete(await parts.text(part))));
  }

  /** Whether a style keeps the text of its cells behind a quote. */
  static async haveQuotes(parts: Parts, workbook: WorkbookXml): Promise<boolean> {
    const part = await workbook.related('styles');
    return part !== null && (await parts.text(part)).includes('quotePrefix');
  }

  /** The number of a style like `style` in all but its number format, its quote and what its look is given. */
  restyle: Restyle = (style, { format, isQuoted, look }) => {
    if (format === undefined && isQuoted === undefined && look === undefined) return style;
    const key = `${style} ${String(isQuoted)} ${look === undefined ? '' : JSON.stringify(look)} ${format ?? ''}`;
    const answer = this.answers.get(key);
    if (answer !== undefined) return answer;
    const base = this.styles[style] ?? this.styles[0];
    const changed = this.looks.given(this.quoted(this.formatted(base, format), isQuoted), look);
    const number = changed === base ? Math.min(style, this.styles.length - 1) : this.numberOf(changed);
    this.answers.set(key, number);
    return number;
  };

  write(parts: Parts): void {
    const added = this.styles.slice(this.known);
    if (added.length === 0) return;
    const { xml } = this;
    xml.append(this.list, added.join(''));
    this.looks.write();
    xml.setAttribute(this.list, 'count', String(this.styles.length));
    if (this.addedFormats.length > 0) {
      const formats = childNamed(xml.root, 'numFmts');
      const xmlOfAll = this.addedFormats.join('');
      if (formats === undefined) {
        const tag = `${xml.root.prefix}numFmts`;
        // Without a count: see emptiedList.ts.
        xml.insert(`<${tag}>${xmlOfAll}</${tag}>`, SECTIONS.slice(1));
      } else {
        xml.append(formats, xmlOfAll);
        const known = childrenNamed(formats, 'numFmt').length;
        setCount(xml, formats, known + this.addedFormats.length);
      }
    }
    parts.write(this.part, xml.toString());
  }

  private formatOf(style: string): string {
    const id = Number(attributeOf(startTag(style, 0), 'numFmtId') ?? 0);
    return this.codes.get(id) ?? builtinFormat(id);
  }

  private formatted(base: string, format: string | undefined): string {
    if (format === undefined || this.formatOf(base) === format) return base;
    const xml = new XmlPart(base);
    xml.setAttribute(xml.root, 'numFmtId', String(this.idOf(format)));
    xml.setAttribute(xml.root, 'applyNumberFormat', '1');
    return xml.toString();
  }

  private quoted(base: string, isQuoted: boolean | undefined): string {
    const had = ['1', 'true'].includes(attributeOf(startTag(base, 0), 'quotePrefix') ?? '');
    if (isQuoted === undefined || isQuoted === had) return base;
    const xml = new XmlPart(base);
    xml.setAttribute(xml.root, 'quotePrefix', isQuoted ? '1' : null);
    return xml.toString();
  }

  private numberOf(text: string): number {
    const known = this.styles.indexOf(text);
    if (known >= 0) return known;
    if (this.styles.length >= MOST_STYLES)
      throw new Refusal('too-large', `The workbook has ${this.styles.length} styles, and no more fit`);
    return this.styles.push(text) - 1;
  }

  private idOf(format: string): number {
    const known = this.formatIds.get(format);
    if (known !== undefined) return known;
    const id = this.nextId++;
    this.formatIds.set(format, id);
    this.codes.set(id, format);
    this.addedFormats.push(
      `<${this.xml.root.prefix}numFmt numFmtId="${id}" formatCode="${escapeXml(format)}"/>`,
    );
    return id;
  }
}

/** A styles part in which everything that a style refers to is there. */
function complete(text: string): string {
  const xml = new XmlPart(text);
  for (const [name, least] of Object.entries(LEAST)) {
    if (childNamed(xml.root, name) !== undefined && (childNamed(xml.root, name)?.children.length ?? 0) > 0)
      continue;
    const prefixed = least.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${xml.root.prefix}`);
    const empty = childNamed(xml.root, name);
    if (empty !== undefined) xml.replace(empty.from, empty.to, prefixed);
    else xml.insert(prefixed, SECTIONS.slice(SECTIONS.indexOf(name) + 1));
  }
  return xml.toString();
}
