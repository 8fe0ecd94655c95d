/**
 * Ranges of plain figures (revenue, capex, commitments): a row, a column or a block, read row by row.
 *
 * A blank cell is 0, because hosts differ in what they hand over for it (null, "" or 0) and an answer must not depend on
 * the host. Placeholders ("n/a", "-") are NaN. A text in the first cell is the label of the row or column. Numbers that
 * stand as text are read. Anything else is an error that names its cell.
 */
import type { Cell } from '../engine/index';
import { badInput } from './answerError';
import { shortened } from './arguments';
import { rangeOf } from './dealsArgument';
import { cellOf, placeOf, spoken } from './place';
import { plainCell } from './plainCell';
import { isPlaceholder, numberIn } from './numberText';

/** Figures in the order of their cells; the label is NaN too, so that two labelled ranges stay side by side. */
export function figuresOf(argument: unknown, what: string, address: unknown): Float64Array {
  const rows = rangeOf(argument, `figures of ${what}`);
  const place = placeOf(address);
  const figures = new Float64Array(rows.reduce((cells, line) => cells + line.length, 0));
  let at = 0;
  for (let row = 0; row < rows.length; row++) {
    const line = rows[row];
    for (let column = 0; column < line.length; column++, at++) {
      const cell = line[column];
      // Whole columns are asked about: what most cells are is told apart first.
      if (typeof cell === 'number' && Number.isFinite(cell)) figures[at] = cell;
      else if (cell !== '' && cell !== null) {
        const isLabel = at === 0 && figures.length > 1;
        figures[at] = figureIn(plainCell(cell), isLabel, what, () => cellOf(place, row, column));
      }
    }
  }
  return figures;
}

/** `where` writes the address of the cell. */
function figureIn(cell: Cell, isLabel: boolean, what: string, where: () => string): number {
  if (typeof cell === 'number') return cell;
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return 0;
  const wrong = (fault: string) => badInput(spoken(`${capital(what)} ${fault} (${where()}).`));
  if (typeof cell === 'boolean') throw wrong(`"${String(cell).toUpperCase()}" is not a number`);
  if (typeof cell === 'object') throw wrong(`is the error ${cell.error}`);
  const number = numberIn(cell);
  if (Number.isNaN(number) && !isLabel && !isPlaceholder(cell))
    throw wrong(`"${shortened(cell)}" is not a number`);
  return number;
}

/** The sum of a range without label and placeholders; at least one figure. */
export function sumOf(argument: unknown, what: string, address: unknown): number {
  const figures = figuresOf(argument, what, address);
  let sum = 0;
  let known = 0;
  for (const figure of figures) {
    if (Number.isNaN(figure)) continue;
    sum += figure;
    known++;
  }
  if (known === 0) throw noNumber(what);
  return sum;
}

/**
 * Years one after the other, with blanks and placeholders as years of 0, up to the last one that is not: a range may
 * reach beyond it. At least one figure.
 */
export function yearsOf(argument: unknown, what: string, address: unknown): Float64Array {
  const figures = figuresOf(argument, what, address);
  if (figures.every((figure) => Number.isNaN(figure))) throw noNumber(what);
  const labels = Number.isNaN(figures[0]) ? 1 : 0;
  const years = figures.slice(labels).map((figure) => (Number.isNaN(figure) ? 0 : figure));
  let length = years.length;
  while (length > 1 && years[length - 1] === 0) length--;
  return years.slice(0, length);
}

/** Two ranges that are compared cell by cell, as many cells in each; a blank and a 0 are NaN, no figure to compare. */
export function pairsOf(
  [a, b]: readonly [unknown, unknown],
  [first, second]: readonly [string, string],
  addresses: readonly unknown[],
): readonly [Float64Array, Float64Array] {
  const left = figuresOf(a, first, addresses[0]).map(figureOrNone);
  const right = figuresOf(b, second, addresses[1]).map(figureOrNone);
  if (left.length !== right.length) {
    const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;
    throw badInput(
      `The ranges do not match: ${cells(left.length)} of ${first} and ${cells(right.length)} of ${second}; each period needs one of each.`,
    );
  }
  return [left, right];
}

function noNumber(what: string) {
  return badInput(`The range of ${what} holds no number.`);
}

function figureOrNone(figure: number): number {
  return figure === 0 ? NaN : figure;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
