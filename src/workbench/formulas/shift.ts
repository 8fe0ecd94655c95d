/**
 * What becomes of a rectangle, and of the references of a formula, when cells are inserted or deleted beside them.
 *
 * Inserting pushes cells down or right, deleting pulls them up or left. Only what lies wholly within the rows or columns
 * that move goes along; what sticks out of them stays where it is.
 */
import type { Area } from '../../engine/index';
import { columnLetters, parseArea } from '../../engine/index';
import { rewritten, splitSheet } from './tokens';

export type Direction = 'down' | 'right' | 'up' | 'left';

export interface Shift {
  /** The cells that are inserted (down, right) or deleted (up, left). */
  readonly area: Area;
  readonly direction: Direction;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Everything that moves: from the cells of the shift to the end of the sheet. */
export function movingArea({ area, direction }: Shift): Area {
  return direction === 'down' || direction === 'up'
    ? { ...area, bottom: lastRow }
    : { ...area, right: lastColumn };
}

/** Where a rectangle is afterwards; null when it is gone. */
export function shiftedArea(area: Area, { area: cells, direction }: Shift): Area | null {
  if (direction === 'down' || direction === 'up')
    return alongRows(area, cells, direction === 'down', lastRow);
  const turned = alongRows(turn(area), turn(cells), direction === 'right', lastColumn);
  return turned === null ? null : turn(turned);
}

function alongRows(area: Area, cells: Area, isInsert: boolean, last: number): Area | null {
  if (area.left < cells.left || area.right > cells.right || area.bottom < cells.top) return area;
  // What reaches from end to end of the sheet goes on doing so.
  if (area.top === 0 && area.bottom === last) return area;
  const rows = cells.bottom - cells.top + 1;
  if (isInsert) {
    const top = area.top >= cells.top ? area.top + rows : area.top;
    return top > last ? null : { ...area, top, bottom: Math.min(area.bottom + rows, last) };
  }
  if (area.top > cells.bottom) return { ...area, top: area.top - rows, bottom: area.bottom - rows };
  if (area.top >= cells.top && area.bottom <= cells.bottom) return null;
  const bottom = area.bottom > cells.bottom ? area.bottom - rows : cells.top - 1;
  return { ...area, top: Math.min(area.top, cells.top), bottom };
}

function turn(area: Area): Area {
  return { top: area.left, bottom: area.right, left: area.top, right: area.bottom };
}

/** `isOfSheet` says whether a reference with that sheet in front (null: without one) looks at the cells that move. */
export function shiftedFormula(
  formula: string,
  isOfSheet: (sheet: string | null) => boolean,
  shift: Shift,
): string {
  return rewritten(formula, ({ kind, text }) => {
    if (kind !== 'reference') return text;
    const { sheet, rest } = splitSheet(text);
    if (!isOfSheet(sheet)) return text;
    const front = text.slice(0, text.length - rest.length);
    return movedReference(front, rest, shift);
  });
}

/** The signs that hold a row or a column fast stay where they are. */
function movedReference(front: string, rest: string, shift: Shift): string {
  const parts =
    /^(?<fixLeft>\$?)(?<left>[A-Za-z]{1,3})(?<fixTop>\$?)\d+(?::(?<fixRight>\$?)[A-Za-z]{1,3}(?<fixBottom>\$?)\d+)?(?<spill>#?)$/.exec(
      rest,
    )?.groups;
  const area = parts === undefined ? null : parseArea(rest.replace('#', ''));
  if (parts === undefined || area === null) return front + rest;
  const moved = shiftedArea(area, shift);
  if (moved === null) return '#REF!';
  const cell = (fixColumn: string, column: number, fixRow: string, row: number): string =>
    `${fixColumn}${columnLetters(column)}${fixRow}${String(row + 1)}`;
  const first = cell(parts['fixLeft'], moved.left, parts['fixTop'], moved.top);
  if (parts['fixRight'] === undefined) return `${front}${first}${parts['spill']}`;
  return `${front}${first}:${cell(parts['fixRight'], moved.right, parts['fixBottom'], moved.bottom)}`;
}
