/**
 * How much a file may ask of the machine before it is refused.
 *
 * Everything is counted while it is unpacked; what the headers of a file declare can only make a refusal come sooner.
 * Legal workbooks stay far below: of 2,136 measured, at most 196 parts, and 99 % unpack to less than 2 MB at 15.7 : 1.
 */
export interface Limits {
  /** Parts in a package. */
  readonly parts: number;
  /** Unpacked : packed of one part that is held in memory, from 100 KB unpacked. */
  readonly ratio: number;
  /** The same for sheets, which are streamed: repetitive rows pack far better than other parts. */
  readonly sheetRatio: number;
  /** Unpacked bytes of one part that is held in memory. */
  readonly partBytes: number;
  /** Unpacked bytes in memory at all: parts, and the texts of all cells. Sheets are streamed and do not count. */
  readonly unpackedBytes: number;
  /** Rows and columns of one sheet. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with a value, in all sheets: 32 columns of a million rows take about 16 seconds. */
  readonly cells: number;
  /** Bytes that the values of all sheets may take in memory (nine to eleven for a cell among others). */
  readonly cellBytes: number;
  /** Cells, empty ones included, in the rectangle around the values of one sheet, once far strays are left out. */
  readonly sheetArea: number;
  /** UTF-8 bytes of the text of one cell. */
  readonly cellText: number;
  /** Merged areas of one sheet. */
  readonly merges: number;
  /** Bytes of one tag, comment or run of text in XML. */
  readonly markupBytes: number;
  /** Elements within elements. */
  readonly nesting: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  parts: 1_000,
  ratio: 100,
  sheetRatio: 400,
  partBytes: 64 * MB,
  unpackedBytes: 256 * MB,
  rows: 1_048_576,
  columns: 16_384,
  cells: 33_554_432,
  cellBytes: 1024 * MB,
  sheetArea: 200_000_000,
  cellText: 131_072,
  merges: 500_000,
  markupBytes: MB,
  nesting: 256,
};
