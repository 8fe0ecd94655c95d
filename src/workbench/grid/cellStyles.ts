/** Looks of cells as the host tells them, as styles of the engine, and back. */
import type { IBorderData, IStyleData, Nullable } from '@univerjs/core';
import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/core';
import type { CellLook } from '../../workbook/looks';

/** A style whose null takes off what a cell has. */
export type StyleChange = { [Name in keyof IStyleData]?: IStyleData[Name] | null };

const horizontal: Readonly<Record<string, HorizontalAlign>> = {
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};
const vertical: Readonly<Record<string, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};
const sides: Readonly<Record<string, keyof IBorderData>> = {
  EdgeTop: 't',
  EdgeBottom: 'b',
  EdgeLeft: 'l',
  EdgeRight: 'r',
};
/** Pixels of one step of an indent. */
const INDENT = 9;
const FONT = { ff: null, fs: null, bl: null, it: null, cl: null };
const EVERYTHING: StyleChange = { ...FONT, bg: null, ht: null, vt: null, tb: null, pd: null, bd: null };

/** null: nothing that is shown here. */
export function styleOf(path: string, value: unknown): StyleChange | null {
  const on = value === true ? BooleanNumber.TRUE : null;
  const color = typeof value === 'string' ? { rgb: value } : null;
  switch (path) {
    case 'Format':
      return EVERYTHING;
    case 'Format/Fill':
      return { bg: null };
    case 'Format/Fill/Color':
      return { bg: color };
    case 'Format/Font':
      return FONT;
    case 'Format/Font/Color':
      return { cl: color };
    case 'Format/Font/Bold':
      return { bl: on };
    case 'Format/Font/Italic':
      return { it: on };
    case 'Format/Font/Size':
      return { fs: typeof value === 'number' ? value : null };
    case 'Format/HorizontalAlignment':
      return { ht: horizontal[String(value)] ?? null };
    case 'Format/VerticalAlignment':
      return { vt: vertical[String(value)] ?? null };
    case 'Format/WrapText':
      return { tb: value === true ? WrapStrategy.WRAP : null };
    case 'Format/IndentLevel':
      return { pd: typeof value === 'number' && value > 0 ? { l: value * INDENT } : null };
    case 'Format/Borders':
      return { bd: null };
    default:
      return borderOf(path, value);
  }
}

/** Thin lines only. */
function borderOf(path: string, value: unknown): StyleChange | null {
  const [, side, name] = /^Format\/Borders\/(\w+)\/(\w+)$/.exec(path) ?? [];
  const key = (sides as Partial<typeof sides>)[side];
  if (key === undefined || (name !== 'Style' && name !== 'Color')) return null;
  const rgb = name === 'Color' && typeof value === 'string' ? value : '#000000';
  const border = name === 'Style' && value === 'None' ? null : { s: BorderStyleTypes.THIN, cl: { rgb } };
  return { bd: { [key]: border } };
}

export function lookOf(style: IStyleData): CellLook {
  const hex = (color: Nullable<{ rgb?: Nullable<string> }>): string | undefined =>
    /^#([0-9a-f]{6})$/i.exec(color?.rgb ?? '')?.[1].toUpperCase();
  const indent = (style.pd?.l ?? 0) / INDENT;
  const look: { -readonly [Name in keyof CellLook]: CellLook[Name] | undefined } = {
    bold: style.bl === BooleanNumber.TRUE ? true : undefined,
    italic: style.it === BooleanNumber.TRUE ? true : undefined,
    size: style.fs,
    color: hex(style.cl),
    fill: hex(style.bg),
    align: nameOf(horizontal, style.ht) as CellLook['align'],
    vertical: nameOf(vertical, style.vt) as CellLook['vertical'],
    wrap: style.tb === WrapStrategy.WRAP ? true : undefined,
    indent: Number.isInteger(indent) && indent > 0 ? indent : undefined,
    above: hex(style.bd?.t?.cl),
    below: hex(style.bd?.b?.cl),
  };
  if ((look.vertical as string | undefined) === 'bottom') look.vertical = undefined;
  return Object.fromEntries(Object.entries(look).filter(([, part]) => part !== undefined));
}

function nameOf(names: Readonly<Record<string, number>>, value: unknown): string | undefined {
  return Object.keys(names)
    .find((name) => names[name] === value)
    ?.toLowerCase();
}
