/**
 * The workbook of the workbench over the spreadsheet engine: the same adapter without a page (tests) and in it.
 *
 * Values are there when a call returns; results of formulas come a moment later, with a `calculated` event. Large
 * ranges are read from the sheet's matrix, not cell by cell through the engine.
 */
import type { ICellData, IStyleData, Nullable, Workbook, Worksheet } from '@univerjs/core';
import {
  BooleanNumber,
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  ObjectMatrix,
  RedoCommandId,
  UndoCommandId,
  UniverInstanceType,
} from '@univerjs/core';
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IFunctionService,
  SetFormulaCalculationResultMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import {
  InsertSheetCommand,
  RemoveSheetCommand,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetColumnCountMutation,
  SetWorksheetNameCommand,
  SetWorksheetRowCountMutation,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { Area, Book, Cell } from '../../engine/index';
import { gridOf, plainSheet } from '../../engine/index';
import type {
  CellInput,
  FunctionAnswer,
  FunctionCall,
  ModelEvent,
  SheetModel,
  TableModel,
  WorkbookModel,
} from '../model';
import { AnchorArray } from './anchorArray';
import { bookData, sheetId } from './bookData';
import type { Place } from './calls';
import { Calls } from './calls';
import { cellData, cellFormula, cellValue } from './cells';
import type { Engine } from './engine';
import { Events } from './events';
import { toEngine } from './formulaText';
import { HostFunction } from './hostFunction';
import { keepLexerClean } from './lexer';
import { around, scopeOf, toArea, toRange } from './ranges';
import { Settling } from './settling';
import { SheetTables } from './sheetTables';
import { restoreSpills, spillsOf, type Calculable } from './spills';

const GENERAL = 'General';
const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 };
/** Rows and columns that a sheet grows by when something is written at its edge. */
const GROWTH = 100;

export class UniverWorkbook implements WorkbookModel {
  private readonly commands: ICommandService;
  private readonly events: Events;
  private readonly calls: Calls;
  private readonly settling: Settling;
  private readonly tableList: SheetTables;
  private workbook: Workbook;
  private sheetsMade = 0;
  private booksMade = 0;
  /** The engine knows hidden sheets only; which of them must not be offered for unhiding is kept here. */
  private readonly veryHidden = new Set<string>();

  /** A workbook with one empty sheet, or with those of `book`. Formulas of books that are not `calculable` are not. */
  constructor(
    private readonly engine: Engine,
    book: Book = emptyBook(),
    private readonly calculable: (book: Book) => Calculable = () => () => true,
  ) {
    const { injector } = engine;
    this.commands = injector.get(ICommandService);
    keepLexerClean(injector);
    const asking = injector.get(IActiveDirtyManagerService);
    this.settling = new Settling(this.commands, (id) => asking.get(id) !== undefined);
    this.calls = new Calls((place) => this.calculate([place]));
    this.tableList = new SheetTables(injector, () => this.workbook);
    this.workbook = this.create(book);
    this.events = new Events(injector, () => this.workbook);
    // Only now: the engine refuses functions before its first workbook.
    injector.get(IFunctionService).registerExecutors(new AnchorArray());
    this.commands.beforeCommandExecuted(({ id, params }, options) => {
      if (id !== SetRangeValuesMutation.id || options?.fromFormula === true) return;
      rewriteFormulas(params as ISetRangeValuesMutationParams);
      this.events.beforeValues(
        params as ISetRangeValuesMutationParams,
        (sheet, area) => this.values(sheet, area)[0][0],
      );
    });
    this.commands.onCommandExecuted(({ id }) => {
      if (id === SetFormulaCalculationResultMutation.id) this.calls.endEvaluation();
    });
  }

  get name(): string {
    return this.workbook.getName();
  }

  /** Replaces everything in the workbook. Functions stay known and subscriptions stay; undo starts anew. */
  loadBook(book: Book): void {
    const before = this.workbook.getSheets().map((sheet) => sheet.getSheetId());
    this.events.quietly(() => {
      this.calls.forget();
      this.veryHidden.clear();
      this.engine.injector.get(IUniverInstanceService).disposeUnit(this.workbook.getUnitId());
      this.workbook = this.create(book);
    });
    this.events.started();
    for (const sheet of before) this.events.emit({ kind: 'sheets', change: 'deleted', sheet });
    for (const { id } of this.sheets()) this.events.emit({ kind: 'sheets', change: 'added', sheet: id });
    this.events.emit({ kind: 'activated', sheet: this.activeSheet() });
  }

  private create(book: Book): Workbook {
    const first = this.sheetsMade + 1;
    this.sheetsMade += book.sheets.length;
    this.booksMade += 1;
    const calculable = this.calculable(book);
    const data = bookData(book, `book-${this.booksMade}`, first, calculable);
    book.sheets.forEach((sheet, index) => {
      if (sheet.visibility === 'veryHidden') this.veryHidden.add(sheetId(first + index));
    });
    const workbook = this.engine.univer.createUnit<typeof data, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      data,
    );
    this.engine.injector.get(IUniverInstanceService).focusUnit(data.id);
    restoreSpills(this.engine.injector, data.id, book, (index) => sheetId(first + index), calculable);
    for (const table of book.tables) {
      this.tableList.restore(workbook, {
        name: table.name,
        sheet: sheetId(first + table.sheet),
        area: table.area,
        hasHeading: table.headingRows > 0,
        hasTotals: table.totalsRows > 0,
      });
    }
    return workbook;
  }

  // ---- Sheets

  sheets(): readonly SheetModel[] {
    return this.workbook.getSheets().map((sheet) => this.sheetModel(sheet));
  }

  addSheet(name?: string): SheetModel {
    if (name !== undefined) this.checkSheetName(name, null);
    this.sheetsMade += 1;
    const id = sheetId(this.sheetsMade);
    const sheet = name === undefined ? { id } : { id, name };
    const shown = this.activeSheet();
    this.run(InsertSheetCommand.id, { unitId: this.workbook.getUnitId(), sheet });
    // The engine shows a sheet that it adds; Excel does so for the user's, not for code's.
    this.activate(shown);
    return this.sheetModel(this.sheet(id));
  }

  deleteSheet(id: string): void {
    const sheet = this.sheet(id);
    const visible = this.sheets().filter((other) => other.visibility === 'visible');
    if (visible.length === 1 && visible[0].id === id)
      throw new Error(`The only visible sheet cannot be deleted ("${sheet.getName()}").`);
    this.tableList.deleteOf(id);
    this.run(RemoveSheetCommand.id, this.on(id));
    this.veryHidden.delete(id);
  }

  renameSheet(id: string, name: string): void {
    this.sheet(id);
    this.checkSheetName(name, id);
    this.run(SetWorksheetNameCommand.id, { ...this.on(id), name });
  }

  activeSheet(): string {
    return this.workbook.ensureActiveSheet().getSheetId();
  }

  activate(id: string): void {
    const sheet = this.sheet(id);
    if (sheet.isSheetHidden() === BooleanNumber.TRUE)
      throw new Error(`A hidden sheet cannot be shown in front ("${sheet.getName()}").`);
    if (this.activeSheet() !== id) this.run(SetWorksheetActiveOperation.id, this.on(id));
  }

  selection(): { readonly sheet: string; readonly area: Area } {
    const selections = this.engine.injector.get(SheetsSelectionsService).getCurrentSelections();
    const range = selections[selections.length - 1]?.range;
    return { sheet: this.activeSheet(), area: range === undefined ? FIRST_CELL : toArea(range) };
  }

  select(sheet: string, area: Area): void {
    this.activate(sheet);
    this.makeRoom(sheet, area);
    const range = toRange(area);
    const primary = {
      actualRow: area.top,
      actualColumn: area.left,
      isMerged: false,
      isMergedMainCell: false,
      startRow: area.top,
      endRow: area.top,
      startColumn: area.left,
      endColumn: area.left,
    };
    this.run(SetSelectionsOperation.id, {
      ...this.on(sheet),
      reveal: true,
      selections: [{ range, primary, style: null }],
    });
  }

  // ---- Cells

  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    const cells = this.matrix(sheet);
    let area = scopeOf(cells, (cell) => holdsValue(cell) || (!valuesOnly && holdsFormat(cell)));
    const spilled = this.spilled(sheet);
    const spill = scopeOf(spilled, (cell) => holdsValue(cell));
    if (spill !== null) area = around(area, spill);
    return area;
  }

  values(sheet: string, area: Area): Cell[][] {
    return this.read(sheet, area, (cell) => cellValue(cell));
  }

  formulas(sheet: string, area: Area): Cell[][] {
    const model = this.engine.injector.get(FormulaDataModel);
    const unitId = this.workbook.getUnitId();
    return this.read(sheet, area, (cell, row, column) =>
      // Filled-down formulas carry the id of the first one; the engine spells them out.
      cellFormula(cell, cell?.si ? model.getFormulaStringByCell(row, column, sheet, unitId) : null),
    );
  }

  /** The areas that formulas spill over, each from the formula's own cell. */
  spills(sheet: string): readonly Area[] {
    return spillsOf(this.engine.injector, this.workbook.getUnitId(), sheet);
  }

  write(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void {
    this.checkShape(area, cells);
    this.makeRoom(sheet, area);
    const value: Record<number, Record<number, ICellData>> = {};
    cells.forEach((row, r) => {
      const line: Record<number, ICellData> = {};
      row.forEach((input, c) => {
        line[area.left + c] = cellData(input);
        this.calls.forgetCell({ sheet, row: area.top + r, column: area.left + c });
      });
      value[area.top + r] = line;
    });
    const before = isOneCell(area) ? { before: this.values(sheet, area)[0][0] } : {};
    this.events.quietly(() =>
      this.run(SetRangeValuesCommand.id, { ...this.on(sheet), range: toRange(area), value }),
    );
    this.events.emit({ kind: 'changed', sheet, area, source: 'code', ...before });
  }

  numberFormats(sheet: string, area: Area): string[][] {
    const styles = this.workbook.getStyles();
    const worksheet = this.sheet(sheet);
    return this.grid(area, (row, column) => {
      const cell = worksheet.getCellRaw(row, column);
      const style: Nullable<IStyleData> = cell ? styles.getStyleByCell(cell) : null;
      return style?.n?.pattern ?? GENERAL;
    });
  }

  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void {
    this.checkShape(area, formats);
    this.makeRoom(sheet, area);
    const value: Record<number, Record<number, ICellData>> = {};
    formats.forEach((row, r) => {
      const line: Record<number, ICellData> = {};
      row.forEach((pattern, c) => {
        line[area.left + c] = { s: { n: pattern === GENERAL || pattern === '' ? null : { pattern } } };
      });
      value[area.top + r] = line;
    });
    this.events.quietly(() =>
      this.run(SetRangeValuesCommand.id, { ...this.on(sheet), range: toRange(area), value }),
    );
  }

  // ---- Tables

  tables(): readonly TableModel[] {
    return this.tableList.all();
  }

  addTable(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel {
    this.sheet(sheet);
    return this.events.quietly(() => this.tableList.add(sheet, area, hasHeading, name));
  }

  deleteTable(id: string): void {
    this.events.quietly(() => this.tableList.delete(id));
  }

  // ---- Functions

  registerFunction(name: string, call: (call: FunctionCall) => Promise<FunctionAnswer>): void {
    const known = name.toUpperCase();
    const functions = this.engine.injector.get(IFunctionService);
    this.calls.forget(known);
    functions.unregisterExecutors(known);
    functions.registerExecutors(
      new HostFunction(known, call, this.calls, (id) => this.workbook.getSheetBySheetId(id)?.getName() ?? ''),
    );
    // Formulas that are there already were read before the name had a meaning.
    functions.deleteFormulaAstCacheKey(known);
    this.calculate(this.cellsCalling(known));
  }

  /** Calculates every formula anew; functions that have answered are asked again. */
  recalculate(): void {
    this.calls.forget();
    this.calculate([], true);
  }

  /** What a custom function said about the error that a cell shows; null when it said nothing. */
  messageAt(sheet: string, row: number, column: number): string | null {
    return this.calls.messageAt({ sheet, row, column });
  }

  /** Whether a cell waits for a custom function. */
  get isWaiting(): boolean {
    return this.calls.isWaiting;
  }

  /** Resolves when no formula waits to be calculated or for a function. Rejects with the signal's reason. */
  untilCalculated(signal: AbortSignal): Promise<void> {
    return this.settling.settled(
      () => this.startCalculation([], false),
      () => this.isWaiting,
      signal,
    );
  }

  // ---- History and events

  undo(): boolean {
    if (this.engine.injector.get(IUndoRedoService).pitchTopUndoElement() === null) return false;
    return this.commands.syncExecuteCommand(UndoCommandId);
  }

  redo(): boolean {
    if (this.engine.injector.get(IUndoRedoService).pitchTopRedoElement() === null) return false;
    return this.commands.syncExecuteCommand(RedoCommandId);
  }

  asOneStep(work: () => void): void {
    const history = this.engine.injector.get(IUndoRedoService);
    const batch = history.__tempBatchingUndoRedo(this.workbook.getUnitId());
    try {
      work();
    } finally {
      batch.dispose();
    }
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    return this.events.subscribe(listener);
  }

  /** Ends the engine. */
  dispose(): void {
    this.engine.univer.dispose();
  }

  // ---- Inside

  private run(command: string, params: object): void {
    if (!this.events.asCode(() => this.commands.syncExecuteCommand(command, params)))
      throw new Error(`The spreadsheet did not carry out "${command}".`);
  }

  private on(sheet: string): { unitId: string; subUnitId: string } {
    return { unitId: this.workbook.getUnitId(), subUnitId: sheet };
  }

  private sheet(id: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (sheet === null || sheet === undefined) throw new Error(`There is no sheet with the id "${id}".`);
    return sheet;
  }

  private sheetModel(sheet: Worksheet): SheetModel {
    const id = sheet.getSheetId();
    const hidden = sheet.isSheetHidden() === BooleanNumber.TRUE;
    return {
      id,
      name: sheet.getName(),
      visibility: !hidden ? 'visible' : this.veryHidden.has(id) ? 'veryHidden' : 'hidden',
      isProtected: false,
    };
  }

  private checkSheetName(name: string, own: string | null): void {
    if (
      name === '' ||
      name.length > 31 ||
      /[\\/?*:[\]]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'")
    )
      throw new Error(`A sheet cannot be named "${name}".`);
    const wanted = name.toLowerCase();
    if (this.sheets().some((sheet) => sheet.id !== own && sheet.name.toLowerCase() === wanted))
      throw new Error(`There is a sheet named "${name}" already.`);
  }

  private checkShape(area: Area, cells: readonly (readonly unknown[])[]): void {
    const rows = area.bottom - area.top + 1;
    const columns = area.right - area.left + 1;
    if (cells.length !== rows || cells.some((row) => row.length !== columns))
      throw new Error(`Cells for an area of ${rows} rows and ${columns} columns have another shape.`);
  }

  /** A sheet of the engine has an edge, and what lies beyond is not drawn. */
  private makeRoom(sheet: string, area: Area): void {
    const worksheet = this.sheet(sheet);
    this.events.quietly(() => {
      if (area.bottom >= worksheet.getRowCount())
        this.run(SetWorksheetRowCountMutation.id, {
          ...this.on(sheet),
          rowCount: Math.min(1_048_576, area.bottom + 1 + GROWTH),
        });
      if (area.right >= worksheet.getColumnCount())
        this.run(SetWorksheetColumnCountMutation.id, {
          ...this.on(sheet),
          columnCount: Math.min(16_384, area.right + 1 + GROWTH),
        });
    });
  }

  private matrix(sheet: string): Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> {
    return this.sheet(sheet).getCellMatrix().getMatrix();
  }

  /** Cells that formulas elsewhere spill into: the engine keeps them beside the sheet. */
  private spilled(sheet: string): Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> {
    const model = this.engine.injector.get(FormulaDataModel);
    return model.getArrayFormulaCellData()[this.workbook.getUnitId()]?.[sheet] ?? {};
  }

  private read(
    sheet: string,
    area: Area,
    take: (cell: Nullable<ICellData>, row: number, column: number) => Cell,
  ): Cell[][] {
    const matrix = this.matrix(sheet);
    const spilled = this.spilled(sheet);
    const rows: Cell[][] = [];
    for (let row = area.top; row <= area.bottom; row += 1) {
      const stored = matrix[row];
      const spill = spilled[row];
      const cells: Cell[] = new Array<Cell>(area.right - area.left + 1).fill(null);
      for (let column = area.left; column <= area.right; column += 1) {
        const cell = stored?.[column];
        if (cell !== undefined && holdsValue(cell)) cells[column - area.left] = take(cell, row, column);
        else if (spill !== undefined) cells[column - area.left] = cellValue(spill[column]);
      }
      rows.push(cells);
    }
    return rows;
  }

  private grid<Item>(area: Area, take: (row: number, column: number) => Item): Item[][] {
    return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
      Array.from({ length: area.right - area.left + 1 }, (_item, c) => take(area.top + r, area.left + c)),
    );
  }

  private cellsCalling(name: string): Place[] {
    const places: Place[] = [];
    const sheets = this.engine.injector.get(FormulaDataModel).getFormulaData()[this.workbook.getUnitId()];
    for (const [sheet, rows] of Object.entries(sheets ?? {})) {
      if (rows === null || rows === undefined) continue;
      new ObjectMatrix(rows).forValue((row, column, formula) => {
        if (formula?.f.toUpperCase().includes(`${name}(`) === true) places.push({ sheet, row, column });
      });
    }
    return places;
  }

  /**
   * Has these cells evaluated again, and what depends on them. The engine joins what is asked for within a tenth of a
   * second, and waits for an evaluation that is going on: starting one beside it would spoil both.
   */
  private calculate(places: readonly Place[], everything = false): void {
    if (places.length > 0 || everything) this.startCalculation(places, everything);
  }

  private startCalculation(places: readonly Place[], everything: boolean): void {
    const unitId = this.workbook.getUnitId();
    this.commands.syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      {
        dirtyRanges: places.map(({ sheet, row, column }) => ({
          unitId,
          sheetId: sheet,
          range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
        })),
        forceCalculation: everything,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
      },
      { onlyLocal: true },
    );
  }
}

/** A workbook with one empty sheet. */
export function emptyBook(name = 'Book1'): Book {
  const sheets = [plainSheet('Sheet1', gridOf([]))];
  return { name, sheets, tables: [], date1904: false, notes: [] };
}

function isOneCell(area: Area): boolean {
  return area.top === area.bottom && area.left === area.right;
}

function holdsValue(cell: Nullable<ICellData>): boolean {
  if (cell === null || cell === undefined) return false;
  const { v, f, si, p } = cell;
  return (v !== null && v !== undefined && v !== '') || Boolean(f) || Boolean(si) || Boolean(p);
}

function holdsFormat(cell: Nullable<ICellData>): boolean {
  return cell !== null && cell !== undefined && cell.s !== null && cell.s !== undefined;
}

/** In place: the engine keeps the same object for redo, and what is redone must be what was done. */
function rewriteFormulas({ cellValue }: ISetRangeValuesMutationParams): void {
  if (cellValue === undefined) return;
  for (const row in cellValue) {
    const cells = cellValue[row];
    for (const column in cells) {
      const cell = cells[column];
      if (typeof cell?.f === 'string' && cell.f !== '') cell.f = toEngine(cell.f);
    }
  }
}
