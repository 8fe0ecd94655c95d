/**
 * The workbook of the workbench over the spreadsheet engine: the same adapter without a page (tests) and in it.
 *
 * Values are there when a call returns; results of formulas come a moment later, with a `calculated` event.
 */
import type { ICellData, Nullable, Workbook } from '@univerjs/core';
import {
  BooleanNumber,
  IUndoRedoService,
  IUniverInstanceService,
  RedoCommandId,
  UndoCommandId,
  UniverInstanceType,
} from '@univerjs/core';
import { IActiveDirtyManagerService } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { Area, Book, Cell } from '../../engine/index';
import { gridOf, isCellError, plainSheet } from '../../engine/index';
import type { WorkbookMarks } from '../../workbook/marks';
import type {
  CellInput,
  CommentModel,
  ConditionalFormatModel,
  FunctionAnswer,
  FunctionCall,
  ModelEvent,
  NameModel,
  PageModel,
  PlacedComment,
  SheetModel,
  TableModel,
  WorkbookModel,
} from '../model';
import { bookData, sheetId } from './bookData';
import { Calculation } from './calculation';
import { Desk } from './desk';
import { showFormulasAsInExcel } from './editing';
import type { Engine } from './engine';
import { Events } from './events';
import { toEngine } from './formulaText';
import { keepLexerClean } from './lexer';
import { Names } from './names';
import { Settling } from './settling';
import { SheetCells } from './sheetCells';
import { finishOf, type SheetFinish } from './sheetFinish';
import { SheetList } from './sheetList';
import { SheetLooks } from './sheetLooks';
import { SheetMarks } from './sheetMarks';
import { SheetShape } from './sheetShape';
import { SheetTables } from './sheetTables';
import { restoreSpills, spillsOf, type Calculable } from './spills';
import { TableFormulas } from './tableFormulas';

export class UniverWorkbook implements WorkbookModel {
  readonly settings = new Map<string, unknown>();
  private readonly desk: Desk;
  private readonly events: Events;
  private readonly calculation: Calculation;
  private readonly sheetList: SheetList;
  private readonly cells: SheetCells;
  private readonly settling: Settling;
  private readonly tableList: SheetTables;
  private readonly tableFormulas: TableFormulas;
  private readonly shape: SheetShape;
  private readonly names: Names;
  private readonly looks: SheetLooks;
  readonly marks = new SheetMarks();
  private workbook: Workbook;
  private booksMade = 0;

  /** A workbook with one empty sheet, or with those of `book`. Formulas of books that are not `calculable` are not. */
  constructor(
    private readonly engine: Engine,
    book: Book = emptyBook(),
    private readonly calculable: (book: Book) => Calculable = () => () => true,
  ) {
    const { injector } = engine;
    keepLexerClean(injector);
    this.desk = new Desk(
      injector,
      () => this.workbook,
      () => this.events,
    );
    this.calculation = new Calculation(this.desk);
    this.sheetList = new SheetList(this.desk, (id) => this.marks.isProtected(id));
    const asking = injector.get(IActiveDirtyManagerService);
    this.settling = new Settling(this.desk.commands, (id) => asking.get(id) !== undefined);
    this.tableList = new SheetTables(injector, () => this.workbook);
    this.tableFormulas = new TableFormulas(
      injector,
      () => this.workbook,
      (unitId) => this.tableList.all(unitId),
    );
    this.cells = new SheetCells(this.desk, this.calculation.calls, this.tableFormulas);
    this.shape = new SheetShape(this.desk);
    this.looks = new SheetLooks(this.desk, this.cells);
    this.names = new Names(this.desk, this.tableFormulas, this.calculation);
    this.workbook = this.create(book);
    this.events = new Events(injector, () => this.workbook);
    this.calculation.started();
    showFormulasAsInExcel(injector, this.tableFormulas);
    this.desk.commands.beforeCommandExecuted(({ id, params }, options) => {
      if (id !== SetRangeValuesMutation.id || options?.fromFormula === true) return;
      rewriteFormulas(params as ISetRangeValuesMutationParams, this.tableFormulas);
      this.forgetCalls(params as ISetRangeValuesMutationParams);
      this.events.beforeValues(
        params as ISetRangeValuesMutationParams,
        (sheet, area) => this.values(sheet, area)[0][0],
      );
    });
  }

  get name(): string {
    return this.workbook.getName();
  }

  /** Replaces everything in the workbook. Functions stay known and subscriptions stay; undo starts anew. */
  loadBook(book: Book): void {
    const before = this.workbook.getSheets().map((sheet) => sheet.getSheetId());
    // Made before anything is given up: a book that cannot be shown leaves what is there.
    const made = this.dataOf(book);
    this.events.quietly(() => {
      this.calculation.calls.forget();
      this.names.drop(this.workbook.getUnitId());
      this.engine.injector.get(IUniverInstanceService).disposeUnit(this.workbook.getUnitId());
      this.workbook = this.create(book, made);
    });
    this.marks.forget();
    this.events.started();
    for (const sheet of before) this.events.emit({ kind: 'sheets', change: 'deleted', sheet });
    for (const { id } of this.sheets()) this.events.emit({ kind: 'sheets', change: 'added', sheet: id });
    this.events.emit({ kind: 'activated', sheet: this.activeSheet() });
  }

  private dataOf(book: Book) {
    const first = this.sheetList.number(book.sheets.map((sheet) => sheet.visibility));
    this.booksMade += 1;
    const calculable = this.calculable(book);
    return { first, calculable, data: bookData(book, `book-${this.booksMade}`, first, calculable) };
  }

  private create(book: Book, { first, calculable, data } = this.dataOf(book)): Workbook {
    const workbook = this.engine.univer.createUnit<typeof data, Workbook>(
      UniverInstanceType.UNIVER_SHEET,
      data,
    );
    this.settings.clear();
    for (const [key, value] of book.settings ?? []) this.settings.set(key, value);
    this.engine.injector.get(IUniverInstanceService).focusUnit(data.id);
    const idOf = (index: number): string => sheetId(first + index);
    this.names.load(data.id, book, idOf, calculable);
    restoreSpills(this.engine.injector, data.id, book, idOf, calculable);
    for (const table of book.tables) {
      this.tableList.restore(workbook, {
        name: table.name,
        sheet: sheetId(first + table.sheet),
        area: table.area,
        hasHeading: table.headingRows > 0,
        hasTotals: table.totalsRows > 0,
      });
    }
    const front = workbook.getSheetBySheetId(sheetId(first + (book.activeSheet ?? -1)));
    if (front?.isSheetHidden() === BooleanNumber.FALSE) workbook.setActiveSheet(front);
    return workbook;
  }

  // ---- Sheets

  sheets(): readonly SheetModel[] {
    return this.sheetList.all();
  }

  addSheet(name?: string): SheetModel {
    return this.sheetList.add(name);
  }

  deleteSheet(id: string): void {
    this.sheetList.checkNotLast(id, 'deleted');
    this.tableList.deleteOf(id);
    this.sheetList.delete(id);
  }

  renameSheet(id: string, name: string): void {
    this.sheetList.rename(id, name);
  }

  moveSheet(id: string, position: number): void {
    this.sheetList.move(id, position);
  }

  setSheetVisibility(id: string, visibility: SheetModel['visibility']): void {
    this.sheetList.setVisibility(id, visibility);
  }

  merge(sheet: string, area: Area, isMerged: boolean): void {
    this.shape.merge(sheet, area, isMerged);
  }

  freeze(sheet: string, rows: number, columns: number): void {
    this.shape.freeze(sheet, rows, columns);
  }

  // ---- Looks and what lies on the sheets

  format(sheet: string, area: Area, path: string, value: unknown): void {
    this.events.quietly(() => this.looks.format(sheet, area, path, value));
  }

  /** What the file that was loaded has besides cells. To be called right after it was loaded. */
  loadMarks(marks: WorkbookMarks): void {
    const ids = new Map(this.sheets().map(({ id, name }) => [name.toLowerCase(), id]));
    this.marks.load(marks, (name) => ids.get(name.toLowerCase()));
  }

  protectSheet(id: string, isProtected: boolean): void {
    this.desk.sheet(id);
    this.marks.protect(id, isProtected);
    this.events.emit({ kind: 'sheets', change: 'protected', sheet: id });
  }

  structureIsProtected(): boolean {
    return this.marks.structureIsProtected;
  }

  comment(sheet: string, row: number, column: number, comment: CommentModel | null): void {
    this.marks.comment(sheet, row, column, comment);
  }

  comments(sheet: string): readonly PlacedComment[] {
    return this.marks.comments(sheet);
  }

  conditionalFormats(sheet: string, formats: readonly ConditionalFormatModel[]): void {
    this.marks.conditionalFormats(sheet, formats);
  }

  rules(sheet: string): readonly ConditionalFormatModel[] {
    return this.marks.rules(sheet);
  }

  page(sheet: string, page: PageModel): void {
    this.marks.setPage(sheet, page);
    this.shape.gridlines(sheet, page.gridlines);
  }

  /** A sheet in the words of the engine. */
  place(sheet: string): { unitId: string; subUnitId: string } {
    return this.desk.on(sheet);
  }

  finish(sheet: string): SheetFinish {
    return finishOf(sheet, this.marks, this.looks, this.shape);
  }

  activeSheet(): string {
    return this.sheetList.active();
  }

  activate(id: string): void {
    this.sheetList.activate(id);
  }

  selection(): { readonly sheet: string; readonly area: Area } {
    return this.sheetList.selection();
  }

  select(sheet: string, area: Area): void {
    this.sheetList.select(sheet, area);
  }

  // ---- Cells

  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    return this.cells.usedArea(sheet, valuesOnly);
  }

  values(sheet: string, area: Area): Cell[][] {
    return this.cells.values(sheet, area);
  }

  formulas(sheet: string, area: Area): Cell[][] {
    return this.cells.formulas(sheet, area);
  }

  /** The areas that formulas spill over, each from the formula's own cell. */
  spills(sheet: string): readonly Area[] {
    return spillsOf(this.engine.injector, this.workbook.getUnitId(), sheet);
  }

  write(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void {
    this.cells.write(sheet, area, cells);
  }

  numberFormats(sheet: string, area: Area): string[][] {
    return this.cells.numberFormats(sheet, area);
  }

  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void {
    this.cells.setNumberFormats(sheet, area, formats);
  }

  // ---- Tables

  tables(): readonly TableModel[] {
    return this.tableList.all();
  }

  addTable(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel {
    this.desk.sheet(sheet);
    return this.events.quietly(() => this.tableList.add(sheet, area, hasHeading, name));
  }

  renameTable(id: string, name: string): void {
    this.events.quietly(() => this.tableList.rename(id, name));
  }

  deleteTable(id: string): void {
    this.events.quietly(() => this.tableList.delete(id));
  }

  defineName(name: string, sheet: string | null, formula: string | null): void {
    this.names.define(name, sheet, formula);
  }

  definedNames(): readonly NameModel[] {
    return this.names.all();
  }

  // ---- Functions

  registerFunction(name: string, call: (call: FunctionCall) => Promise<FunctionAnswer>): void {
    this.calculation.register(name, call);
    this.names.functionChanged(name);
  }

  /** Calculates every formula anew; functions that have answered are asked again. */
  recalculate(): void {
    this.calculation.everything();
  }

  /** What a custom function said about the error that a cell shows; null when it said nothing. */
  messageAt(sheet: string, row: number, column: number): string | null {
    const [[value]] = this.values(sheet, { top: row, left: column, bottom: row, right: column });
    // A formula may have taken the error of its function and made a value of it.
    return isCellError(value) ? this.calculation.calls.messageAt({ sheet, row, column }) : null;
  }

  /** A cell that is given something else no longer waits for what its formula has asked. */
  private forgetCalls({ subUnitId: sheet, cellValue }: ISetRangeValuesMutationParams): void {
    for (const [row, cells] of Object.entries(cellValue ?? {}))
      for (const [column, cell] of Object.entries(cells as Record<string, Nullable<ICellData>>))
        if (!cell || 'v' in cell || 'f' in cell || 'si' in cell)
          this.calculation.calls.forgetCell({ sheet, row: Number(row), column: Number(column) });
  }

  /** Whether a cell waits for a custom function. */
  get isWaiting(): boolean {
    return this.calculation.calls.isWaiting;
  }

  /** Resolves when no formula waits to be calculated or for a function. Rejects with the signal's reason. */
  untilCalculated(signal: AbortSignal): Promise<void> {
    return this.settling.settled(
      () => this.calculation.start([], false),
      () => this.isWaiting,
      signal,
    );
  }

  // ---- History and events

  undo(): boolean {
    if (this.engine.injector.get(IUndoRedoService).pitchTopUndoElement() === null) return false;
    return this.desk.commands.syncExecuteCommand(UndoCommandId);
  }

  redo(): boolean {
    if (this.engine.injector.get(IUndoRedoService).pitchTopRedoElement() === null) return false;
    return this.desk.commands.syncExecuteCommand(RedoCommandId);
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
}

/** A workbook with one empty sheet. */
export function emptyBook(name = 'Book1'): Book {
  const sheets = [plainSheet('Sheet1', gridOf([]))];
  return { name, sheets, tables: [], date1904: false, notes: [] };
}

/** In place: the engine keeps the same object for redo, and what is redone must be what was done. */
function rewriteFormulas(
  { subUnitId: sheet, cellValue }: ISetRangeValuesMutationParams,
  tables: TableFormulas,
): void {
  if (cellValue === undefined) return;
  for (const row in cellValue) {
    const cells = cellValue[row];
    for (const column in cells) {
      const cell = cells[column];
      if (typeof cell?.f === 'string' && cell.f !== '')
        cell.f = toEngine(cell.f, tables.ofCell({ sheet, row: Number(row), column: Number(column) }));
    }
  }
}
