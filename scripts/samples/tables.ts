/** Columns with a heading, a width and a way to fill a cell -> the rows of a sheet. */
import { look } from './look';
import { heightOf } from './xlsx/fit';
import type { SheetCell, SheetRow } from './xlsx/sheet';
import type { Style } from './xlsx/styles';

export interface Column<Item> {
  readonly heading: string;
  readonly width: number;
  readonly cell: (item: Item) => SheetCell;
  /** Style of the cell when there is nothing to fill it with. */
  readonly style: Style;
}

/** Days between the spreadsheet's day 0 (1899-12-30) and 1970-01-01. */
const EPOCH = 25_569;
const DAY_MILLISECONDS = 86_400_000;

/** '2025-09-22' -> 45922; null when the text is not one full date. */
export function serialDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new Error(`"${text}" is not a day of the calendar.`);
  return milliseconds / DAY_MILLISECONDS + EPOCH;
}

/** '' -> null, '13.0' -> 13. Throws on anything else that is not a number. */
export function amountOf(text: string): number | null {
  if (text === '') return null;
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`"${text}" is not a number.`);
  return Number(text);
}

/** The address, when the text is one web address and nothing else. */
export function webAddress(text: string): string | null {
  return /^https?:\/\/[^\s;]+$/.test(text) ? text : null;
}

export function textColumn<Item>(
  heading: string,
  width: number,
  style: Style,
  pick: (item: Item) => string,
): Column<Item> {
  return { heading, width, style, cell: (item) => ({ value: pick(item) === '' ? null : pick(item), style }) };
}

export function numberColumn<Item>(
  heading: string,
  width: number,
  style: Style,
  pick: (item: Item) => string,
): Column<Item> {
  return { heading, width, style, cell: (item) => ({ value: amountOf(pick(item)), style }) };
}

/** Full dates become dates; a month, a year or a span of years stays the text that it is. */
export function dateColumn<Item>(heading: string, width: number, pick: (item: Item) => string): Column<Item> {
  const style = look.date;
  return {
    heading,
    width,
    style,
    cell: (item) => ({ value: serialDate(pick(item)) ?? (pick(item) === '' ? null : pick(item)), style }),
  };
}

/** Text that is a link when it is one web address. */
export function sourceColumn<Item>(
  heading: string,
  width: number,
  pick: (item: Item) => string,
): Column<Item> {
  return {
    heading,
    width,
    style: look.oneLine,
    cell: (item) => {
      const text = pick(item);
      const link = webAddress(text);
      if (link !== null) return { value: text, style: look.link, link };
      return { value: text === '' ? null : text, style: look.oneLine };
    },
  };
}

/** Points under the words of a heading, for the filter button. */
const BUTTON = 16;

/** A heading stands as its column stands. */
function headingStyle({ across, indent }: Style): Style {
  return {
    ...look.heading,
    ...(across === undefined ? {} : { across }),
    ...(indent === undefined ? {} : { indent }),
  };
}

/** Heading row and one row per item. */
export function tableRows<Item>(columns: readonly Column<Item>[], items: readonly Item[]): SheetRow[] {
  const heading = columns.map(({ heading: value, style }) => ({ value, style: headingStyle(style) }));
  const words = heightOf({ cells: heading }, widthsOf(columns));
  return [
    { cells: heading, height: words + BUTTON },
    ...items.map((item) => ({ cells: columns.map((column) => column.cell(item)) })),
  ];
}

export function widthsOf(columns: readonly { readonly width: number }[]): number[] {
  return columns.map(({ width }) => width);
}

/** Places (0-based) of the columns with these headings. */
export function placesOf<Item>(columns: readonly Column<Item>[], ...headings: readonly string[]): number[] {
  return columns.flatMap(({ heading }, i) => (headings.includes(heading) ? [i] : []));
}
