/**
 * What has changed in the open workbook since its file was read: the operations that make the file like it.
 *
 * Pure: it reads the two and writes neither. Sheets and tables are known by the ids that they have in the workbook since
 * they were loaded, so that a renamed one is not taken for another. O(cells of both).
 */
import type { Area, Book, Sheet, Table } from '../../engine/index';
import { cellKey, cellOfKey } from '../../workbook/file/cells';
import { tablesIn } from '../../workbook/file/formula/mentions';
import type { NewCell, Operation } from '../../workbook/port';
import type { NameModel, SheetModel, TableModel, WorkbookModel } from '../model';
import { changedCells, type OpenCells, type ShownTexts } from './changedCells';
import type { SheetFinish } from '../grid/sheetFinish';
import { cleared, finishOperations } from './finishChanges';
import { nameOperations } from './nameChanges';
import { sheetOperations } from './sheetChanges';

export type OpenWorkbook = OpenCells &
  Pick<WorkbookModel, 'sheets' | 'tables' | 'settings'> &
  Required<Pick<WorkbookModel, 'definedNames'>> & {
    /** Everything of a sheet besides its cells. */
    finish(sheet: string): SheetFinish;
  };

/** A file as it was read or saved last, and where the open workbook has its parts. */
export interface Saved {
  readonly book: Book;
  /** Ids of the sheets in the order of the book. */
  readonly sheets: readonly string[];
  /** Ids of the tables in the order of the book; undefined for one that the workbook does not have. */
  readonly tables: readonly (string | undefined)[];
  /** Of each sheet: the texts that the workbook shows for formulas, where they are not the file's. */
  readonly shown: readonly ShownTexts[];
  /** What the workbook knew by a name then: not all of the file's. */
  readonly names: readonly NameModel[];
  /** What the add-in kept in the workbook then, as text. */
  readonly settings: string;
  /** Of each sheet of the workbook, by its id: what it had then besides cells. */
  readonly finishes: ReadonlyMap<string, SheetFinish>;
}

export interface Changes {
  readonly operations: readonly Operation[];
  /** All that the add-in keeps in the workbook now; undefined where that is as it was. */
  readonly settings: ReadonlyMap<string, unknown> | undefined;
  /** What is not saved with them, in sentences. */
  readonly notes: readonly string[];
  /** What is saved when these operations are, `book` being what the file then holds. */
  readonly saved: (book: Book) => Saved;
}

/** To be called right after `workbook` has loaded `book`. */
export function savedAsLoaded(book: Book, workbook: OpenWorkbook): Saved {
  return savedState(book, partsOf(workbook), (id, sheet) => {
    const shown = new Map<number, string | null>();
    const { grid, isFormula, formula } = sheet;
    if (isFormula === null || grid.rows === 0) return shown;
    const bottom = grid.top + grid.rows - 1;
    const right = grid.left + grid.columns - 1;
    const texts = workbook.formulas(id, { top: grid.top, left: grid.left, bottom, right });
    for (let row = grid.top; row <= bottom; row += 1) {
      for (let column = grid.left; column <= right; column += 1) {
        const inFile = isFormula(row, column) ? formula?.(row, column) : null;
        if (inFile === null || inFile === undefined) continue;
        const text = texts[row - grid.top][column - grid.left];
        const isText = typeof text === 'string' && text.startsWith('=') && text !== grid.at(row, column);
        if (!isText || text !== inFile.text) shown.set(cellKey(row, column), isText ? text : null);
      }
    }
    return shown;
  });
}

/** Formulas that are shown as the values that the file stored for them. */
export function countShownAsValues({ shown }: Saved): number {
  let count = 0;
  for (const texts of shown) for (const text of texts.values()) if (text === null) count += 1;
  return count;
}

/** Names that were defined, changed or deleted: no cell tells of them. */
export function hasOtherNames(saved: Saved, workbook: OpenWorkbook): boolean {
  const { gone, changed, added, left } = nameOperations(saved.names, workbook.definedNames());
  return [gone, changed, added, left].some((list) => list.length > 0);
}

/** Something that the add-in keeps in the workbook was put there, changed or taken away. */
export function hasOtherSettings({ settings }: Saved, workbook: OpenWorkbook): boolean {
  return settings !== textOfSettings(workbook);
}

/** Comments, highlights, looks and layouts: no cell tells of them. */
export function hasOtherFinish({ finishes }: Saved, workbook: OpenWorkbook): boolean {
  return workbook.sheets().some(({ id, name }) => {
    const { operations } = finishOperations(name, finishes.get(id) ?? null, workbook.finish(id));
    return operations.length > 0;
  });
}

function textOfSettings({ settings }: OpenWorkbook): string {
  return JSON.stringify([...settings].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function changesSince(saved: Saved, workbook: OpenWorkbook): Changes {
  const { book } = saved;
  const parts = partsOf(workbook);
  const { sheets, tables } = parts;
  const names = nameOperations(saved.names, parts.names);
  const { operations, goes } = sheetOperations(
    book.sheets.map(({ name }, index) => ({ id: saved.sheets[index], name })),
    sheets,
  );
  const newTables = tables.filter((table) => !isSaved(saved, table));
  const namesOfNew = new Set(newTables.map(({ name }) => name.toLowerCase()));
  const needsTable = (formula: string): boolean =>
    namesOfNew.size > 0 && tablesIn(formula).some((name) => namesOfNew.has(name.toLowerCase()));
  const needsTables = (cells: readonly (readonly NewCell[])[]): boolean =>
    cells.some((row) =>
      row.some((cell) => typeof cell === 'object' && cell !== null && needsTable(cell.formula)),
    );
  const late: Operation[] = [];
  operations.push(...names.gone);
  // A table that a name mentions cannot be deleted, and one that is not there yet cannot be mentioned.
  for (const name of names.changed) {
    if (needsTable(name.formula)) {
      operations.push({ kind: 'delete-name', name: name.name });
      late.push(name);
    } else operations.push(name);
  }
  const texts = new Map<string, ShownTexts>();
  const finishing: Operation[] = [];
  const notSaved: string[] = [];
  for (const { id, name } of sheets) {
    const index = saved.sheets.indexOf(id);
    const now = parts.finishes.get(id);
    const before = saved.finishes.get(id) ?? null;
    const hasTable = book.tables.some(({ sheet }) => sheet === index);
    const isCleared = index >= 0 && !hasTable && before !== null && now?.clears !== before.clears;
    if (isCleared) operations.push({ kind: 'clear-sheet', sheet: name });
    const file = index < 0 || isCleared ? null : { sheet: book.sheets[index], shown: saved.shown[index] };
    if (now !== undefined) {
      const finish = finishOperations(name, isCleared ? cleared(before) : before, now);
      finishing.push(...finish.operations);
      notSaved.push(...finish.notes);
    }
    const { writes, formats, shown } = changedCells(file, id, workbook);
    texts.set(id, shown);
    for (const { area, items } of writes) {
      (needsTables(items) ? late : operations).push({ kind: 'write', sheet: name, area, cells: items });
    }
    for (const { area, items } of formats)
      operations.push({ kind: 'number-formats', sheet: name, area, formats: items });
  }
  book.tables.forEach((table, index) => {
    if (goes(saved.sheets[table.sheet])) return;
    const now = tables.find(({ id }) => id === saved.tables[index]);
    if (now === undefined || !isSameTable(saved, table, now))
      operations.push({ kind: 'delete-table', name: table.name });
  });
  for (const { name, sheet, area } of newTables) {
    const on = sheets.find(({ id }) => id === sheet);
    if (on !== undefined) operations.push({ kind: 'add-table', sheet: on.name, area, name });
  }
  operations.push(...late, ...names.added, ...finishing);
  return {
    operations,
    settings: hasOtherSettings(saved, workbook) ? new Map(workbook.settings) : undefined,
    notes: [
      ...names.left.map((name) => `The name "${name}" of a single sheet stays as the file has it.`),
      ...notSaved,
    ],
    saved: (after) =>
      savedState(after, parts, (id, sheet) => {
        const shown = new Map<number, string | null>();
        for (const [key, text] of texts.get(id) ?? []) {
          const { row, column } = cellOfKey(key);
          if (text !== sheet.formula?.(row, column)?.text) shown.set(key, text);
        }
        return shown;
      }),
  };
}

/** What of a workbook is known by ids and names, at one moment. */
interface Parts {
  readonly sheets: readonly SheetModel[];
  readonly tables: readonly TableModel[];
  readonly names: readonly NameModel[];
  readonly settings: string;
  readonly finishes: ReadonlyMap<string, SheetFinish>;
}

function partsOf(workbook: OpenWorkbook): Parts {
  const sheets = workbook.sheets();
  return {
    sheets,
    finishes: new Map(sheets.map(({ id }) => [id, workbook.finish(id)])),
    tables: workbook.tables(),
    names: workbook.definedNames(),
    settings: textOfSettings(workbook),
  };
}

function savedState(
  book: Book,
  { sheets, tables, names, settings, finishes }: Parts,
  shownOf: (id: string, sheet: Sheet) => ShownTexts,
): Saved {
  const ids = book.sheets.map(({ name }) => {
    const sheet = sheets.find((other) => other.name.toLowerCase() === name.toLowerCase());
    if (sheet === undefined) throw new Error(`The workbook has no sheet "${name}".`);
    return sheet.id;
  });
  return {
    book,
    sheets: ids,
    tables: book.tables.map(
      ({ name }) => tables.find((table) => table.name.toLowerCase() === name.toLowerCase())?.id,
    ),
    shown: book.sheets.map((sheet, index) => shownOf(ids[index], sheet)),
    names,
    settings,
    finishes,
  };
}

function isSaved(saved: Saved, now: TableModel): boolean {
  const index = saved.tables.indexOf(now.id);
  return index >= 0 && isSameTable(saved, saved.book.tables[index], now);
}

function isSameTable(saved: Saved, table: Table, now: TableModel): boolean {
  return (
    table.name === now.name && saved.sheets[table.sheet] === now.sheet && isSameArea(table.area, now.area)
  );
}

export function isSameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
