/** Cell styles by what they look like; the style sheet numbers them in the order of their first use. */
import { element, MAIN_NAMESPACE, XML_HEADER } from './xml';

export interface Style {
  /** Number format code; General when absent. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Points; 11 when absent. */
  readonly size?: number;
  /** RRGGBB of the letters. */
  readonly colour?: string;
  /** RRGGBB behind the letters. */
  readonly fill?: string;
  /** RRGGBB of a thin line under the cell. */
  readonly rule?: string;
  readonly across?: 'left' | 'center' | 'right';
  readonly down?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** Room at the side that `across` names, in steps of about a character. */
  readonly indent?: number;
}

/** Codes below 164 belong to the spreadsheet; ours start here. */
const FIRST_FORMAT = 164;

/** A list without repeats: index of a piece of XML, added when new. */
class Pieces {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();
  place(xml: string): number {
    const known = this.places.get(xml);
    if (known !== undefined) return known;
    this.places.set(xml, this.list.length);
    return this.list.push(xml) - 1;
  }
}

export class StyleSheet {
  private readonly formats = new Pieces();
  private readonly fonts = new Pieces();
  private readonly fills = new Pieces();
  private readonly borders = new Pieces();
  private readonly cells = new Pieces();

  constructor() {
    // The format fixes the first entries: two fills that no cell may redefine, and the default of everything.
    this.fills.place(element('fill', {}, element('patternFill', { patternType: 'none' })));
    this.fills.place(element('fill', {}, element('patternFill', { patternType: 'gray125' })));
    this.id({});
  }

  /** Number of the style, for the s attribute of a cell. */
  id(style: Style): number {
    const numFmtId = style.format === undefined ? 0 : FIRST_FORMAT + this.formats.place(style.format);
    const fontId = this.fonts.place(fontXml(style));
    const fillId =
      style.fill === undefined
        ? 0
        : this.fills.place(
            element(
              'fill',
              {},
              element(
                'patternFill',
                { patternType: 'solid' },
                element('fgColor', { rgb: `FF${style.fill}` }) + element('bgColor', { indexed: 64 }),
              ),
            ),
          );
    const borderId = this.borders.place(borderXml(style.rule));
    const aligned = style.across !== undefined || style.down !== undefined || style.wrap === true;
    return this.cells.place(
      element(
        'xf',
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          applyNumberFormat: numFmtId === 0 ? undefined : 1,
          applyFont: fontId === 0 ? undefined : 1,
          applyFill: fillId === 0 ? undefined : 1,
          applyBorder: borderId === 0 ? undefined : 1,
          applyAlignment: aligned ? 1 : undefined,
        },
        aligned
          ? element('alignment', {
              horizontal: style.across,
              vertical: style.down,
              wrapText: style.wrap === true ? 1 : undefined,
              indent: style.indent,
            })
          : undefined,
      ),
    );
  }

  xml(): string {
    const numFmts = this.formats.list.map((formatCode, i) =>
      element('numFmt', { numFmtId: FIRST_FORMAT + i, formatCode }),
    );
    const list = (name: string, items: readonly string[]): string =>
      items.length === 0 ? '' : element(name, { count: items.length }, items.join(''));
    const plain = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    return (
      XML_HEADER +
      element(
        'styleSheet',
        { xmlns: MAIN_NAMESPACE },
        list('numFmts', numFmts) +
          list('fonts', this.fonts.list) +
          list('fills', this.fills.list) +
          list('borders', this.borders.list) +
          list('cellStyleXfs', [plain]) +
          list('cellXfs', this.cells.list) +
          list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]) +
          element('dxfs', { count: 0 }) +
          element('tableStyles', {
            count: 0,
            defaultTableStyle: 'TableStyleLight1',
            defaultPivotStyle: 'PivotStyleLight16',
          }),
      )
    );
  }
}

function fontXml(style: Style): string {
  return element(
    'font',
    {},
    (style.bold === true ? '<b/>' : '') +
      (style.italic === true ? '<i/>' : '') +
      (style.underline === true ? '<u/>' : '') +
      element('sz', { val: style.size ?? 11 }) +
      element('color', { rgb: `FF${style.colour ?? '1F2933'}` }) +
      element('name', { val: 'Calibri' }) +
      element('family', { val: 2 }),
  );
}

function borderXml(rule: string | undefined): string {
  const bottom =
    rule === undefined
      ? '<bottom/>'
      : element('bottom', { style: 'thin' }, element('color', { rgb: `FF${rule}` }));
  return element('border', {}, `<left/><right/><top/>${bottom}<diagonal/>`);
}
