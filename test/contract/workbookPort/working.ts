/** Steps that all laws take. */
import { isCellError, parseArea, type Area, type Cell, type Sheet } from '../../../src/engine/index';
import { Refusal, type NewCell, type Operation, type Snapshot } from '../../../src/workbook/port';
import type { OpenEmpty } from '../workbookPort';

export function area(address: string): Area {
  const found = parseArea(address);
  if (found === null) throw new Error(`"${address}" is not an address.`);
  return found;
}

export function write(sheet: string, address: string, cells: readonly (readonly NewCell[])[]): Operation {
  return { kind: 'write', sheet, area: area(address), cells };
}

/** Writes to a fresh workbook and reads it again from what it has become. */
export async function after(open: OpenEmpty, ...plans: readonly (readonly Operation[])[]): Promise<Snapshot> {
  const { port, reopen } = await open();
  for (const plan of plans) await port.apply(plan);
  return (await reopen()).read();
}

export function sheetOf(book: Snapshot, name: string): Sheet {
  const sheet = book.sheets.find((known) => known.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet "${name}".`);
  return sheet;
}

export function cellsAt(book: Snapshot, sheet: string, address: string): Cell[][] {
  const { grid } = sheetOf(book, sheet);
  return inArea(address, (row, column) => grid.at(row, column));
}

export function formatsAt(book: Snapshot, sheet: string, address: string): (string | undefined)[][] {
  const { format } = sheetOf(book, sheet);
  return inArea(address, (row, column) => format?.(row, column));
}

export function formulasAt(book: Snapshot, sheet: string, address: string): (boolean | undefined)[][] {
  const { isFormula } = sheetOf(book, sheet);
  return inArea(address, (row, column) => isFormula?.(row, column));
}

function inArea<T>(address: string, at: (row: number, column: number) => T): T[][] {
  const { top, left, bottom, right } = area(address);
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => at(top + row, left + column)),
  );
}

export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const failure: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof Refusal) return failure;
  throw failure ?? new Error('Nothing was refused.');
}

/** Everything of a workbook that an operation can change, for comparison. */
export function everything(book: Snapshot): unknown {
  return {
    tables: book.tables,
    sheets: book.sheets.map(({ name, visibility, grid, format, isFormula }) => ({
      name,
      visibility,
      cells: Array.from({ length: grid.rows * grid.columns }, (_, at) => {
        const row = grid.top + Math.floor(at / grid.columns);
        const column = grid.left + (at % grid.columns);
        const cell = grid.at(row, column);
        return [isCellError(cell) ? cell.error : cell, format?.(row, column), isFormula?.(row, column)];
      }),
    })),
  };
}
