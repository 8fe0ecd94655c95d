/** How large the box of a note is, and where: beside its cell, wide enough for its lines. */
import type { NoteBox } from './noteShapes';
import type { SheetScan } from './sheetScan';
import { attributeOf, childrenNamed, parseXml } from './xmlTree';

export interface NewComment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Pixels. */
const width = 330;
const lineHeight = 15;
const rowHeight = 20;
const usualColumn = 64;
/** Characters of 9 points that fit into the width. */
const inLine = 54;
const lastColumn = 16_383;
const lastRow = 1_048_575;

/** Rows count as high as usual; columns as the sheet has them. */
export function boxFor(bytes: Uint8Array, scan: SheetScan): (comment: NewComment) => NoteBox {
  const widths = widthsIn(bytes, scan);
  return ({ row, column, text }) => {
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / inLine)), 0);
    const bottom = Math.min(lastRow, row + Math.ceil((lines * lineHeight + 12) / rowHeight));
    let right = Math.min(lastColumn, column + 1);
    let left = width;
    while (right < lastColumn && left > widths(right)) left -= widths(right++);
    const start = Math.min(lastColumn, column + 1);
    return { row, column, anchor: [start, 12, Math.max(0, row - 1), 8, right, Math.max(1, left), bottom, 4] };
  };
}

function widthsIn(bytes: Uint8Array, scan: SheetScan): (column: number) => number {
  const section = scan.section('cols');
  if (section === undefined) return () => usualColumn;
  const text = new TextDecoder().decode(bytes.subarray(section.from, section.to));
  const columns = childrenNamed(parseXml(text), 'col').map((element) => {
    const number = (name: string): number => Number(attributeOf(element, name) ?? NaN);
    const isHidden = ['1', 'true'].includes(attributeOf(element, 'hidden') ?? '');
    const pixels = isHidden ? 0 : Math.trunc(number('width') * 7 + 5);
    return { min: number('min') - 1, max: number('max') - 1, pixels };
  });
  return (column) => {
    const found = columns.find(({ min, max }) => column >= min && column <= max)?.pixels;
    return found === undefined || Number.isNaN(found) ? usualColumn : found;
  };
}
