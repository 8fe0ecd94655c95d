/**
 * A workbook in memory, for tests: it keeps the whole contract of a workbook with plain rooms in `memory/`.
 *
 * A write of n cells costs O(n + formulas). Undo covers cells, formats and tables; sheets that come and go are for good.
 */
import type { Area, Cell } from '../engine/index';
import { withSheetRenamed, withTableRenamed } from './formulas/following';
import type { Direction } from './formulas/shift';
import { tokensOf } from './formulas/tokens';
import { around, isOneCell } from '../workbook/areas';
import { Calculation, type Call, type CalculationScope } from './memory/calculation';
import { enterCell, inputOf } from './memory/entering';
import { EventQueue } from './memory/events';
import type { FormulaCell } from './memory/formulaCell';
import { History } from './memory/history';
import { DefinedNames } from './memory/names';
import type { Place } from './memory/references';
import { cellKey, eachKey, rowsOver } from './memory/sheetCells';
import { SheetList } from './memory/sheetList';
import { restoreSnapshot, shiftCells, snapshotOf } from './memory/structure';
import { TableList } from './memory/tableList';
import type { CellInput, ModelEvent, NameModel, SheetModel, TableModel, WorkbookModel } from './model';

const firstCell: Area = { top: 0, left: 0, bottom: 0, right: 0 };

type Source = Extract<ModelEvent, { kind: 'changed' }>['source'];

export class MemoryWorkbook implements WorkbookModel {
  readonly settings = new Map<string, unknown>();
  private readonly sheetList = new SheetList();
  private readonly tableList = new TableList();
  private readonly names = new DefinedNames();
  private readonly events = new EventQueue();
  private readonly history = new History();
  private readonly calculation = new Calculation(this.scope());
  private active: string;
  private selected: Place;
  private ids = 0;

  constructor(readonly name = 'Book1.xlsx') {
    this.active = this.addSheet('Sheet1').id;
    this.selected = { sheet: this.active, area: firstCell };
  }

  // Sheets

  sheets(): readonly SheetModel[] {
    return this.sheetList.all();
  }

  /** The id of the sheet of that name, without regard to case; null when there is none. */
  sheetId(name: string): string | null {
    return this.sheetList.named(name)?.id ?? null;
  }

  addSheet(name?: string): SheetModel {
    const sheet = this.sheetList.add(this.newId(), name);
    this.events.tell({ kind: 'sheets', change: 'added', sheet: sheet.id });
    return sheet;
  }

  deleteSheet(id: string): void {
    const { name } = this.sheetList.byId(id);
    const next = this.sheetList.remove(id);
    this.tableList.removeOf(id);
    this.calculation.forgetSheet(id);
    this.events.tell({ kind: 'sheets', change: 'deleted', sheet: id });
    if (this.active === id) this.activate(next.id);
    this.names.dropOf(id);
    this.rewrite((text) => withSheetRenamed(text, name, null));
    const looking = this.calculation
      .all()
      .filter((formula) => formula.precedents.some(({ sheet }) => sheet === id));
    this.calculation.recalculate(looking);
  }

  /** Formulas follow; they need not be calculated anew. */
  renameSheet(id: string, name: string): void {
    const before = this.sheetList.byId(id).name;
    this.sheetList.rename(id, name);
    this.rewrite((text) => withSheetRenamed(text, before, name));
    this.events.tell({ kind: 'sheets', change: 'renamed', sheet: id });
  }

  moveSheet(id: string, position: number): void {
    this.sheetList.move(id, position);
    this.events.tell({ kind: 'sheets', change: 'moved', sheet: id });
  }

  setSheetVisibility(id: string, visibility: SheetModel['visibility']): void {
    this.sheetList.setVisibility(id, visibility);
    if (this.active === id && visibility !== 'visible') {
      this.activate(this.sheetList.visibleNear(this.sheetList.all().indexOf(this.sheetList.byId(id))).id);
    }
    this.events.tell({ kind: 'sheets', change: 'shown', sheet: id });
  }

  protectSheet(id: string, isProtected: boolean): void {
    this.sheetList.byId(id).isProtected = isProtected;
    this.events.tell({ kind: 'sheets', change: 'protected', sheet: id });
  }

  activeSheet(): string {
    return this.active;
  }

  activate(id: string): void {
    const sheet = this.sheetList.byId(id);
    if (sheet.visibility !== 'visible')
      throw new Error(`A hidden sheet cannot be shown in front ("${sheet.name}").`);
    if (this.active === id) return;
    this.active = id;
    this.selected = { sheet: id, area: firstCell };
    this.events.tell({ kind: 'activated', sheet: id });
  }

  selection(): Place {
    return this.selected;
  }

  select(sheet: string, area: Area): void {
    this.activate(sheet);
    this.selected = { sheet, area };
    this.events.tell({ kind: 'selected', sheet, area });
  }

  // Cells

  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    return this.sheetList.byId(sheet).cells.used(valuesOnly);
  }

  values(sheet: string, area: Area): Cell[][] {
    const { cells } = this.sheetList.byId(sheet);
    return rowsOver(area, (key) => cells.get(key)?.value ?? null);
  }

  value(sheet: string, row: number, column: number): Cell {
    return this.sheetList.byId(sheet).cells.get(cellKey(row, column))?.value ?? null;
  }

  formulas(sheet: string, area: Area): Cell[][] {
    const { cells } = this.sheetList.byId(sheet);
    return rowsOver(area, (key) => {
      const cell = cells.get(key);
      return cell?.formula ?? cell?.value ?? null;
    });
  }

  write(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void {
    this.change(sheet, area, cells, 'code');
  }

  /** What a user types: the same as `write`, told as the user's. */
  type(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void {
    this.change(sheet, area, cells, 'user');
  }

  private change(sheet: string, area: Area, inputs: readonly (readonly CellInput[])[], source: Source): void {
    checkShape(area, inputs);
    const { cells } = this.sheetList.byId(sheet);
    const before = rowsOver(area, (key) => inputOf(cells.get(key)));
    this.enter(sheet, area, inputs, source);
    this.history.record({
      back: () => {
        if (this.sheetList.has(sheet)) this.enter(sheet, area, before, 'user');
      },
      again: () => {
        if (this.sheetList.has(sheet)) this.enter(sheet, area, inputs, 'user');
      },
    });
  }

  private enter(sheet: string, area: Area, inputs: readonly (readonly CellInput[])[], source: Source): void {
    const { cells } = this.sheetList.byId(sheet);
    const before = isOneCell(area) ? { before: this.value(sheet, area.top, area.left) } : {};
    const entered: FormulaCell[] = [];
    eachKey(area, (key, row, column) => {
      const formula = enterCell(this.calculation, sheet, cells, key, inputs[row][column]);
      if (formula !== null) entered.push(formula);
    });
    this.events.tell({ kind: 'changed', sheet, area, source, ...before });
    this.calculation.recalculate(entered, [{ sheet, area }]);
  }

  numberFormats(sheet: string, area: Area): string[][] {
    const { cells } = this.sheetList.byId(sheet);
    return rowsOver(area, (key) => cells.format(key));
  }

  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void {
    checkShape(area, formats);
    const before = this.numberFormats(sheet, area);
    const put = (given: readonly (readonly string[])[]): void => {
      if (!this.sheetList.has(sheet)) return;
      const { cells } = this.sheetList.byId(sheet);
      eachKey(area, (key, row, column) => {
        cells.setFormat(key, given[row][column]);
      });
    };
    put(formats);
    this.history.record({ back: () => put(before), again: () => put(formats) });
  }

  insertCells(sheet: string, area: Area, direction: 'down' | 'right'): void {
    this.shift(sheet, area, direction, 'code');
  }

  deleteCells(sheet: string, area: Area, direction: 'up' | 'left'): void {
    this.shift(sheet, area, direction, 'code');
  }

  /** What a user does with the menu of rows and columns: the same, told as the user's. */
  shiftAsUser(sheet: string, area: Area, direction: Direction): void {
    this.shift(sheet, area, direction, 'user');
  }

  private shift(sheet: string, area: Area, direction: Direction, source: Source): void {
    const desk = { sheets: this.sheetList, tables: this.tableList, calculation: this.calculation };
    const before = snapshotOf(desk);
    const again = (): void => {
      shiftCells(desk, sheet, area, direction);
    };
    again();
    this.history.record({ back: () => restoreSnapshot(desk, before), again });
    this.events.tell({ kind: 'changed', sheet, area, source, shift: direction });
  }

  // Tables and names

  tables(): readonly TableModel[] {
    return this.tableList.all();
  }

  addTable(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel {
    const { id } = this.sheetList.byId(sheet);
    const table = this.withTables(() => this.tableList.add(this.newId(), id, area, hasHeading, name));
    this.calculation.recalculate(this.mentioning(table.name));
    return table;
  }

  renameTable(id: string, name: string): void {
    const before = this.tableList.byId(id).name;
    this.withTables(() => this.tableList.rename(id, name));
    const waiting = this.mentioning(name);
    this.rewrite((text) => withTableRenamed(text, before, name));
    this.calculation.recalculate(waiting);
  }

  resizeTable(id: string, area: Area): void {
    const before = this.tableList.byId(id);
    this.withTables(() => this.tableList.resize(id, area));
    this.calculation.recalculate([], [{ sheet: before.sheet, area: around(before.area, area) }]);
  }

  deleteTable(id: string): void {
    this.withTables(() => this.tableList.remove(id));
  }

  private withTables<T>(work: () => T): T {
    const before = this.tableList.all();
    const result = work();
    const after = this.tableList.all();
    const put = (tables: readonly TableModel[]) => (): void => {
      this.tableList.restore(tables.filter((table) => this.sheetList.has(table.sheet)));
    };
    this.history.record({ back: put(before), again: put(after) });
    return result;
  }

  defineName(name: string, sheet: string | null, formula: string | null): void {
    this.names.define(name, sheet, formula);
    this.calculation.recalculate(this.mentioning(name));
  }

  definedNames(): readonly NameModel[] {
    return this.names.all();
  }

  // Formulas

  registerFunction(name: string, call: Call): void {
    this.calculation.register(name, call);
  }

  recalculate(): void {
    this.calculation.recalculate(this.calculation.all());
  }

  /** Resolves when no formula waits for an answer. */
  settled(): Promise<void> {
    return this.calculation.settled();
  }

  /** What a function said about the error that a cell shows; null when it said nothing. */
  messageAt(sheet: string, row: number, column: number): string | null {
    const answer = this.calculation.formulaAt(sheet, cellKey(row, column))?.answer ?? null;
    return answer !== null && 'error' in answer && answer.message !== '' ? answer.message : null;
  }

  /** Writes formulas anew in their own words; their values hold. */
  private rewrite(work: (text: string) => string): void {
    this.names.rewrite(work);
    for (const formula of this.calculation.all()) {
      const text = work(formula.text);
      if (text === formula.text) continue;
      formula.text = text;
      const { cells } = this.sheetList.byId(formula.sheet);
      const stored = cells.get(formula.key);
      if (stored !== undefined) cells.put(formula.key, { ...stored, formula: text });
    }
  }

  private mentioning(name: string): FormulaCell[] {
    const wanted = name.toLowerCase();
    return this.calculation
      .all()
      .filter(({ text }) =>
        tokensOf(text)?.some(
          (token) =>
            (token.kind === 'word' || token.kind === 'structured') &&
            token.text.toLowerCase().split('[')[0] === wanted,
        ),
      );
  }

  private scope(): CalculationScope {
    return {
      cells: (sheet) => this.sheetList.byId(sheet).cells,
      sheetId: (name) => this.sheetList.named(name)?.id ?? null,
      sheetName: (id) => this.sheetList.byId(id).name,
      tables: () => this.tableList.all(),
      nameFormula: (name, sheet) => this.names.formulaOf(name, sheet),
      values: (sheet, area) => this.values(sheet, area),
      usedArea: (sheet, valuesOnly) => this.usedArea(sheet, valuesOnly),
      spill: (sheet, row, column) => this.calculation.spillAt(sheet, cellKey(row, column)),
      calculated: (sheet, area) => this.events.tell({ kind: 'calculated', sheet, area }),
    };
  }

  // Undo and events

  asOneStep(work: () => void): void {
    this.history.asOneStep(work);
  }

  undo(): boolean {
    return this.history.undo();
  }

  redo(): boolean {
    return this.history.redo();
  }

  subscribe(listener: (event: ModelEvent) => void): () => void {
    return this.events.subscribe(listener);
  }

  private newId(): string {
    this.ids++;
    return `{${String(this.ids).padStart(8, '0')}-0000-4000-8000-000000000000}`;
  }
}

function checkShape(area: Area, cells: readonly (readonly unknown[])[]): void {
  const width = area.right - area.left + 1;
  const fits = cells.length === area.bottom - area.top + 1 && cells.every((row) => row.length === width);
  if (!fits) throw new Error('The cells have another shape than their area.');
}
