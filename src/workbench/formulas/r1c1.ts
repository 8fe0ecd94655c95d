/** References relative to their cell: 'A1' style as the workbook keeps it <-> 'R1C1' style as some add-ins write it. */
import { columnLetters, parseArea } from '../../engine/index';
import { rewritten, splitSheet, tokensOf } from './tokens';

/** '=Deals!$A1*2' in B3 -> '=Deals!R[-2]C1*2'. Whole rows and columns stay as they are. */
export function toR1C1(formula: string, row: number, column: number): string {
  return rewritten(formula, ({ kind, text }) => {
    if (kind !== 'reference') return text;
    const { rest } = splitSheet(text);
    const front = text.slice(0, text.length - rest.length);
    const spill = rest.endsWith('#') ? '#' : '';
    const cells = rest.replace('#', '').split(':');
    const relative = cells.map((cell) => relativeCell(cell, row, column));
    return relative.includes(null) ? text : `${front}${relative.join(':')}${spill}`;
  });
}

function relativeCell(cell: string, row: number, column: number): string | null {
  const parts = /^(\$?)[A-Za-z]{1,3}(\$?)\d+$/.exec(cell);
  const at = parts === null ? null : parseArea(cell);
  if (parts === null || at === null) return null;
  return `R${written(parts[2] === '$', at.top, row)}C${written(parts[1] === '$', at.left, column)}`;
}

function written(isFixed: boolean, at: number, from: number): string {
  if (isFixed) return String(at + 1);
  return at === from ? '' : `[${String(at - from)}]`;
}

const reference = /(?<![\p{L}\p{N}_.[])R(?:(\d+)|\[(-?\d+)\])?C(?:(\d+)|\[(-?\d+)\])?(?![\p{L}\p{N}_.([])/giu;

/** The way back; null when a reference leads off the sheet. Quoted texts and sheet names are not looked into. */
export function fromR1C1(formula: string, row: number, column: number): string | null {
  let isInside = true;
  // Every second piece is in quotes.
  const pieces = formula.split(/("(?:[^"]|"")*"|'(?:[^']|'')+'!)/);
  const text = pieces
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(
            reference,
            (_, fixedRow?: string, byRow?: string, fixedColumn?: string, byColumn?: string) => {
              const top = fixedRow === undefined ? row + Number(byRow ?? 0) : Number(fixedRow) - 1;
              const left =
                fixedColumn === undefined ? column + Number(byColumn ?? 0) : Number(fixedColumn) - 1;
              if (top < 0 || left < 0 || top > 1_048_575 || left > 16_383) isInside = false;
              return `${fixedColumn === undefined ? '' : '$'}${columnLetters(Math.max(0, left))}${fixedRow === undefined ? '' : '$'}${String(top + 1)}`;
            },
          ),
    )
    .join('');
  return isInside && tokensOf(text) !== null ? text : null;
}
