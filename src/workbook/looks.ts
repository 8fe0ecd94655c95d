/** How cells look and how a sheet is laid out, as far as a report needs it. */
import type { Area } from '../engine/index';

/** Colours are 'RRGGBB'. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly wrap?: boolean;
  /** Steps of three characters. */
  readonly indent?: number;
  /** Thin lines. */
  readonly above?: string;
  readonly below?: string;
}

export interface SheetLayout {
  /** Widths of the columns from A on, in digits of the default font. */
  readonly columns: readonly number[];
  /** Heights in points of the rows that do not fit themselves to their text, such as those with merged cells. */
  readonly rows: readonly { readonly row: number; readonly height: number }[];
  readonly merges: readonly Area[];
  readonly gridlines: boolean;
  /** Printed as wide as one page, whatever paper the printer has. */
  readonly page: {
    readonly landscape: boolean;
    /** What is printed. */
    readonly area: Area;
    /** In the codes of Excel: '&P' is the page, '&N' their number. */
    readonly footer: string;
    /** Rows before which a new page begins. */
    readonly breaks: readonly number[];
  };
}
