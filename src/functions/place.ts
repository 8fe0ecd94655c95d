/** Where an argument stands, so that a message can name its cell: an address when Excel tells it, else row and column of the range. */
import { cellAddress, parseArea } from '../engine/index';

export interface Place {
  /** UNPLACED where Excel does not tell. */
  readonly sheet: string;
  /** Absolute, 0-based; 0 where Excel does not tell. */
  readonly top: number;
  readonly left: number;
}

/** A sheet name that no user can have typed: a private character, always quoted in an address. */
const UNPLACED = '\ue000';
const unplacedAddress = new RegExp(`'${UNPLACED}'!([A-Z]{1,3})(\\d{1,7})(:[A-Z]{1,3}\\d{1,7})?`, 'g');

const unplaced: Place = { sheet: UNPLACED, top: 0, left: 0 };

/** `address`: 'Deals!A1:H90', "'My sheet'!$A$1", '[Book.xlsx]Deals!A:H'; anything else has no place. */
export function placeOf(address: unknown): Place {
  if (typeof address !== 'string') return unplaced;
  const bang = address.lastIndexOf('!');
  const area = bang < 1 ? null : parseArea(address.slice(bang + 1));
  if (area === null) return unplaced;
  const quoted = address.slice(0, bang);
  const sheet = quoted.startsWith("'") ? quoted.slice(1, -1).replace(/''/g, "'") : quoted;
  return { sheet: sheet.replace(/^\[[^\]]*\]/, ''), top: area.top, left: area.left };
}

/** A cell of the argument, by row and column within it; written as the engine writes addresses. */
export function cellOf(place: Place, row: number, column: number): string {
  return cellAddress(place.sheet, place.top + row, place.left + column);
}

/** A sentence of the engine with every cell of a range without a place told as row and column of the range. */
export function spoken(message: string): string {
  return message.replace(unplacedAddress, (_, letters: string, row: string, end: string | undefined) =>
    end === undefined ? `row ${row}, column ${columnOf(letters)} of the range` : 'the range',
  );
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
