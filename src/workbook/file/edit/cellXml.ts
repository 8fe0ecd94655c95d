/**
 * One cell as XML.
 *
 * Texts are written into the cell (inlineStr) and not into the shared texts: a sheet is then the only part that a write
 * changes, a million other texts need not be unpacked to add one, and Excel shares them when it saves. They cannot
 * become formulas: what is a formula stands in <f> and nowhere else.
 */
import { isCellError, type Cell } from '../../../engine/index';
import { escapeCellText, escapeXml, needsPreserve } from './xmlText';
import { startTag } from './xmlTree';

/** What a cell is given, formulas as files store them. */
export interface StoredFormula {
  readonly stored: string;
  /** The cells of a dynamic array ('A1:A9'), and the number of its metadata; null for a plain formula. */
  readonly array: { readonly ref: string; readonly metadata: number } | null;
  /** null: to be calculated. */
  readonly result: Cell;
}
export type StoredValue = Cell | StoredFormula;

export function isStoredFormula(value: StoredValue): value is StoredFormula {
  return typeof value === 'object' && value !== null && 'stored' in value;
}

/** `attributes`: others that the cell had, as written. `style` 0 is the default and not said. */
export function cellXml(
  prefix: string,
  address: string,
  style: number,
  attributes: string,
  value: StoredValue,
): string {
  const { type, metadata, inside } = parts(prefix, value);
  const head =
    `<${prefix}c r="${address}"` +
    (style > 0 ? ` s="${style}"` : '') +
    (type === '' ? '' : ` t="${type}"`) +
    (metadata > 0 ? ` cm="${metadata}"` : '') +
    attributes;
  return inside === '' ? `${head}/>` : `${head}>${inside}</${prefix}c>`;
}

interface CellParts {
  readonly type: string;
  readonly metadata: number;
  readonly inside: string;
}

function parts(prefix: string, value: StoredValue): CellParts {
  if (isStoredFormula(value)) {
    const { stored, array, result } = value;
    const kind = array === null ? '' : ` t="array" ref="${array.ref}"`;
    const formula = `<${prefix}f${kind}${preserve(stored)}>${escapeXml(stored)}</${prefix}f>`;
    const shown = valueParts(prefix, result, 'str');
    return { type: shown.type, metadata: array?.metadata ?? 0, inside: formula + shown.inside };
  }
  return { ...valueParts(prefix, value, 'inlineStr'), metadata: 0 };
}

function valueParts(prefix: string, value: Cell, textType: 'str' | 'inlineStr'): Omit<CellParts, 'metadata'> {
  const v = (text: string): string => `<${prefix}v>${text}</${prefix}v>`;
  if (value === null) return { type: '', inside: '' };
  if (typeof value === 'number') return { type: '', inside: v(String(value)) };
  if (typeof value === 'boolean') return { type: 'b', inside: v(value ? '1' : '0') };
  if (isCellError(value)) return { type: 'e', inside: v(escapeXml(value.error)) };
  const text = escapeCellText(value);
  if (textType === 'str')
    return { type: 'str', inside: `<${prefix}v${preserve(value)}>${text}</${prefix}v>` };
  return {
    type: 'inlineStr',
    inside: `<${prefix}is><${prefix}t${preserve(value)}>${text}</${prefix}t></${prefix}is>`,
  };
}

function preserve(text: string): string {
  return needsPreserve(text) ? ' xml:space="preserve"' : '';
}

/** What the start tag of a cell or a row says: its style, and its other attributes as written. */
export function tagOf(tag: string): { style: number; hasStyle: boolean; others: string } {
  const element = startTag(tag, 0);
  let [style, others, hasStyle] = [0, '', false];
  for (const { name, value, from, to } of element.attributes) {
    if (name === 's') {
      style = /^\d{1,6}$/.test(value) ? Number(value) : 0;
      hasStyle = true;
      // What a cell held before goes with its type and its metadata.
    } else if (!['r', 't', 'cm', 'vm'].includes(name)) others += tag.slice(from, to);
  }
  return { style, hasStyle, others };
}
