/**
 * A workbook in memory, for tests: values, formats, tables, selection, undo, and formulas that call a registered
 * function over literals and references (spilled results, #BUSY! meanwhile, calculated anew when a precedent changes).
 *
 * A write of n cells costs O(n + formulas); a chain of formulas is calculated in the order in which answers arrive.
 */
import { areaAddress, isCellError, type Area, type Cell } from '../engine/index';
import { parseFormula, type Operand } from './memory/formula';
import { resolveReference, type Place, type ReferenceScope } from './memory/references';
import { cellKey, eachKey, keyColumn, keyRow, SheetCells, type StoredCell } from './memory/sheetCells';
import type {
  CellInput,
  FunctionAnswer,
  FunctionCall,
  ModelEvent,
  SheetModel,
  TableModel,
  WorkbookModel,
} from './model';

interface MemorySheet {
  readonly id: string;
  name: string;
  visibility: SheetModel['visibility'];
  isProtected: boolean;
  readonly cells: SheetCells;
}

interface FormulaCell {
  readonly sheet: string;
  readonly key: number;
  readonly text: string;
  /** Where it looks, as of its last calculation. */
  precedents: readonly Place[];
  running: AbortController | null;
  spill: Area | null;
}

/** A cell before a change: what undo puts back. */
interface Undone {
  readonly sheet: string;
  readonly key: number;
  readonly input: CellInput;
  readonly format: string;
}

type Call = (call: FunctionCall) => Promise<FunctionAnswer>;

const busy = '#BUSY!';

export class MemoryWorkbook implements WorkbookModel, ReferenceScope {
  private readonly sheetList: MemorySheet[] = [];
  private readonly tableList: TableModel[] = [];
  private readonly formulaCells = new Map<string, FormulaCell>();
  private readonly registered = new Map<string, Call>();
  private readonly listeners = new Set<(event: ModelEvent) => void>();
  private queue: ModelEvent[] = [];
  private active: string;
  private selected: Place;
  private ids = 0;
  private undoSteps: Undone[][] = [];
  private redoSteps: Undone[][] = [];
  private step: Undone[] | null = null;
  private readonly idle: (() => void)[] = [];
  private open = 0;

  constructor(readonly name = 'Book1.xlsx') {
    this.active = this.addSheet('Sheet1').id;
    this.selected = { sheet: this.active, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  // Sheets

  sheets(): readonly SheetModel[] {
    return this.sheetList;
  }

  sheetId(name: string): string | null {
    return this.sheetList.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())?.id ?? null;
  }

  addSheet(name?: string): SheetModel {
    let number = this.sheetList.length + 1;
    while (name === undefined && this.sheetId(`Sheet${String(number)}`) !== null) number++;
    const sheet: MemorySheet = {
      id: `{${this.newId()}}`,
      name: name ?? `Sheet${String(number)}`,
      visibility: 'visible',
      isProtected: false,
      cells: new SheetCells(),
    };
    this.sheetList.push(sheet);
    this.tell({ kind: 'sheets', change: 'added', sheet: sheet.id });
    return sheet;
  }

  deleteSheet(id: string): void {
    const at = this.sheetList.indexOf(this.sheet(id));
    this.sheetList.splice(at, 1);
    for (const table of this.tableList.filter((known) => known.sheet === id)) this.deleteTable(table.id);
    for (const [key, formula] of this.formulaCells) {
      if (formula.sheet !== id) continue;
      formula.running?.abort();
      this.formulaCells.delete(key);
    }
    this.tell({ kind: 'sheets', change: 'deleted', sheet: id });
    if (this.active === id) this.activate(this.sheetList[Math.max(0, at - 1)].id);
    for (const formula of [...this.formulaCells.values()]) {
      if (formula.precedents.some((place) => place.sheet === id)) this.calculate(formula);
    }
  }

  renameSheet(id: string, name: string): void {
    this.sheet(id).name = name;
    this.tell({ kind: 'sheets', change: 'renamed', sheet: id });
  }

  /** What a user does to a sheet with the menu; the contract has no call for it. */
  protectSheet(id: string, isProtected: boolean): void {
    this.sheet(id).isProtected = isProtected;
  }

  activeSheet(): string {
    return this.active;
  }

  activate(id: string): void {
    if (this.active === this.sheet(id).id) return;
    this.active = id;
    this.selected = { sheet: id, area: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.tell({ kind: 'activated', sheet: id });
  }

  selection(): Place {
    return this.selected;
  }

  select(sheet: string, area: Area): void {
    this.selected = { sheet: this.sheet(sheet).id, area };
    this.tell({ kind: 'selected', sheet, area });
  }

  // Cells

  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    return this.sheet(sheet).cells.used(valuesOnly);
  }

  values(sheet: string, area: Area): Cell[][] {
    const { cells } = this.sheet(sheet);
    return rows(area, (key) => cells.get(key)?.value ?? null);
  }

  value(sheet: string, row: number, column: number): Cell {
    return this.sheet(sheet).cells.get(cellKey(row, column))?.value ?? null;
  }

  formulas(sheet: string, area: Area): Cell[][] {
    const { cells } = this.sheet(sheet);
    return rows(area, (key) => {
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

  numberFormats(sheet: string, area: Area): string[][] {
    const { cells } = this.sheet(sheet);
    return rows(area, (key) => cells.format(key));
  }

  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void {
    const { cells } = this.sheet(sheet);
    this.asOneStep(() => {
      eachKey(area, (key, row, column) => {
        this.remember(sheet, key);
        cells.setFormat(key, formats[row][column]);
      });
    });
  }

  private change(
    sheet: string,
    area: Area,
    inputs: readonly (readonly CellInput[])[],
    source: 'user' | 'code',
  ): void {
    const { cells } = this.sheet(sheet);
    const single = area.top === area.bottom && area.left === area.right;
    const before = single ? this.value(sheet, area.top, area.left) : undefined;
    const entered: FormulaCell[] = [];
    this.asOneStep(() => {
      eachKey(area, (key, row, column) => {
        this.remember(sheet, key);
        const formula = this.put(sheet, cells, key, inputs[row][column]);
        if (formula !== null) entered.push(formula);
      });
    });
    this.tell(
      before === undefined
        ? { kind: 'changed', sheet, area, source }
        : { kind: 'changed', sheet, area, source, before },
    );
    for (const formula of entered) this.calculate(formula);
    this.calculateDependents(sheet, area, new Set(entered));
  }

  /** Stores one input. Returns the formula that has to be calculated. */
  private put(sheet: string, cells: SheetCells, key: number, input: CellInput): FormulaCell | null {
    const old = cells.get(key);
    if (old !== undefined && old.spilledFrom !== null) {
      const anchor = this.formulaCells.get(formulaKey(sheet, old.spilledFrom));
      if (anchor !== undefined) this.setError(anchor, '#SPILL!');
    }
    const known = this.formulaCells.get(formulaKey(sheet, key));
    if (known !== undefined) {
      known.running?.abort();
      this.clearSpill(known);
      this.formulaCells.delete(formulaKey(sheet, key));
    }
    if (typeof input === 'string' && input.startsWith('=') && input.length > 1) {
      cells.put(key, { value: null, formula: input, spilledFrom: null });
      const formula = { sheet, key, text: input, precedents: [], running: null, spill: null };
      this.formulaCells.set(formulaKey(sheet, key), formula);
      return formula;
    }
    const value = typeof input === 'string' && input.startsWith("'") ? input.slice(1) : input;
    const error = typeof value === 'string' && value === input && /^#[A-Z/0-9_]+[!?]?$/.test(value);
    cells.put(key, { value: error ? { error: value } : value, formula: null, spilledFrom: null });
    return null;
  }

  // Calculation

  registerFunction(name: string, call: Call): void {
    this.registered.set(name.toUpperCase(), call);
    for (const formula of [...this.formulaCells.values()]) {
      const parsed = parseFormula(formula.text);
      if (parsed?.kind === 'call' && parsed.name === name.toUpperCase()) this.calculate(formula);
    }
  }

  recalculate(): void {
    for (const formula of [...this.formulaCells.values()]) this.calculate(formula);
  }

  /** Resolves when no formula waits for an answer. */
  settled(): Promise<void> {
    return this.open === 0 ? Promise.resolve() : new Promise((resolve) => this.idle.push(resolve));
  }

  spill(sheet: string, row: number, column: number): Area | null {
    const formula = this.formulaCells.get(formulaKey(sheet, cellKey(row, column)));
    if (formula === undefined) return null;
    return formula.spill ?? { top: row, left: column, bottom: row, right: column };
  }

  private calculateDependents(sheet: string, area: Area, done: ReadonlySet<FormulaCell>): void {
    for (const formula of [...this.formulaCells.values()]) {
      if (done.has(formula)) continue;
      const looks = formula.precedents.some((place) => place.sheet === sheet && meet(place.area, area));
      if (looks) this.calculate(formula);
    }
  }

  private calculate(formula: FormulaCell): void {
    formula.running?.abort();
    formula.running = null;
    const parsed = parseFormula(formula.text);
    const operands: readonly Operand[] =
      parsed === null ? [] : parsed.kind === 'call' ? parsed.operands : [parsed];
    const places = operands.map((operand) =>
      operand.kind === 'reference' ? resolveReference(this, operand.text, formula.sheet) : null,
    );
    formula.precedents = places.filter((place) => place !== null);
    const call = parsed?.kind === 'call' ? this.registered.get(parsed.name) : undefined;
    if (parsed === null || (parsed.kind === 'call' && call === undefined)) {
      this.land(formula, { error: '#NAME?', message: '' });
      return;
    }
    if (operands.some((operand, index) => operand.kind === 'reference' && places[index] === null)) {
      this.land(formula, { error: '#REF!', message: '' });
      return;
    }
    const own = { row: keyRow(formula.key), column: keyColumn(formula.key) };
    const circular = formula.precedents.some(
      ({ sheet, area }) =>
        sheet === formula.sheet &&
        meet(area, { top: own.row, bottom: own.row, left: own.column, right: own.column }),
    );
    if (circular) {
      this.land(formula, { value: 0 });
      return;
    }
    const given = operands.map((operand, index) => {
      const place = places[index];
      return operand.kind === 'value' || place === null ? this.literal(operand) : this.cellsAt(place);
    });
    if (given.some(isBusy)) {
      this.setError(formula, busy);
      return;
    }
    if (call === undefined || parsed.kind === 'reference') {
      const [cells] = given;
      this.land(formula, { value: cells as Cell | Cell[][] });
      return;
    }
    this.run(formula, call, {
      name: parsed.name,
      arguments: given,
      at: { sheet: formula.sheet, ...own },
      parameterAddresses: places.map((place) =>
        place === null ? null : areaAddress(this.sheet(place.sheet).name, place.area),
      ),
    });
  }

  private run(formula: FormulaCell, call: Call, asked: FunctionCall): void {
    const running = new AbortController();
    formula.running = running;
    this.setError(formula, busy);
    this.open++;
    const done = (answer: FunctionAnswer): void => {
      if (formula.running === running) {
        formula.running = null;
        this.land(formula, answer);
      }
      this.open--;
      if (this.open === 0) for (const resolve of this.idle.splice(0)) resolve();
    };
    call({ ...asked, signal: running.signal }).then(done, (error: unknown) => {
      done({ error: '#VALUE!', message: String(error) });
    });
  }

  private literal(operand: Operand): CellInput {
    return operand.kind === 'value' ? operand.value : null;
  }

  /** One cell is a scalar; more are rows. Whole columns end where the sheet's values end. */
  private cellsAt(place: Place): Cell | Cell[][] {
    const { sheet, area } = place;
    if (area.top === area.bottom && area.left === area.right) return this.value(sheet, area.top, area.left);
    const used = this.usedArea(sheet, true);
    const bottom = Math.max(area.top, Math.min(area.bottom, used?.bottom ?? 0));
    const whole = area.bottom === 1_048_575;
    return this.values(sheet, whole ? { ...area, bottom } : area);
  }

  /** Puts an answer into the cell of a formula and, when it is rows, into the cells that it spills over. */
  private land(formula: FormulaCell, answer: FunctionAnswer): void {
    const { cells } = this.sheet(formula.sheet);
    this.clearSpill(formula);
    if ('error' in answer) {
      this.setError(formula, answer.error);
      this.calculated(formula);
      return;
    }
    const matrix: readonly (readonly Cell[])[] = Array.isArray(answer.value)
      ? (answer.value as readonly (readonly Cell[])[])
      : [[answer.value as Cell]];
    const top = keyRow(formula.key);
    const left = keyColumn(formula.key);
    const area = { top, left, bottom: top + matrix.length - 1, right: left + matrix[0].length - 1 };
    let blocked = false;
    eachKey(area, (key) => {
      if (key !== formula.key && cells.get(key) !== undefined) blocked = true;
    });
    if (blocked) {
      this.setError(formula, '#SPILL!');
      this.calculated(formula);
      return;
    }
    eachKey(area, (key, row, column) => {
      const value = matrix[row][column];
      cells.put(
        key,
        key === formula.key
          ? { value: value ?? 0, formula: formula.text, spilledFrom: null }
          : { value, formula: null, spilledFrom: formula.key },
      );
    });
    formula.spill = area;
    if (answer.numberFormat !== undefined && cells.format(formula.key) === 'General') {
      cells.setFormat(formula.key, answer.numberFormat);
    }
    this.calculated(formula);
  }

  private setError(formula: FormulaCell, error: string): void {
    this.clearSpill(formula);
    const cell: StoredCell = { value: { error }, formula: formula.text, spilledFrom: null };
    this.sheet(formula.sheet).cells.put(formula.key, cell);
  }

  private clearSpill(formula: FormulaCell): void {
    if (formula.spill === null) return;
    const { cells } = this.sheet(formula.sheet);
    eachKey(formula.spill, (key) => {
      if (cells.get(key)?.spilledFrom === formula.key) cells.put(key, null);
    });
    formula.spill = null;
  }

  private calculated(formula: FormulaCell): void {
    const row = keyRow(formula.key);
    const column = keyColumn(formula.key);
    const area = formula.spill ?? { top: row, left: column, bottom: row, right: column };
    this.tell({ kind: 'calculated', sheet: formula.sheet, area });
    this.calculateDependents(formula.sheet, area, new Set([formula]));
  }

  // Tables

  tables(): readonly TableModel[] {
    return this.tableList;
  }

  addTable(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel {
    let number = this.tableList.length + 1;
    const taken = (wanted: string): boolean => this.tableList.some((table) => table.name === wanted);
    while (taken(`Table${String(number)}`)) number++;
    const table: TableModel = {
      id: `{${this.newId()}}`,
      name: name ?? `Table${String(number)}`,
      sheet: this.sheet(sheet).id,
      area,
      hasHeading,
      hasTotals: false,
      style: 'TableStyleMedium2',
    };
    this.tableList.push(table);
    return table;
  }

  renameTable(id: string, name: string): void {
    const at = this.tableList.findIndex((table) => table.id === id);
    if (at >= 0) this.tableList[at] = { ...this.tableList[at], name };
  }

  deleteTable(id: string): void {
    const at = this.tableList.findIndex((table) => table.id === id);
    if (at >= 0) this.tableList.splice(at, 1);
  }

  // Undo

  asOneStep(work: () => void): void {
    if (this.step !== null) {
      work();
      return;
    }
    const step: Undone[] = [];
    this.step = step;
    try {
      work();
    } finally {
      this.step = null;
      if (step.length > 0) {
        this.undoSteps.push(step);
        this.redoSteps = [];
      }
    }
  }

  undo(): boolean {
    return this.goBack(this.undoSteps, this.redoSteps);
  }

  redo(): boolean {
    return this.goBack(this.redoSteps, this.undoSteps);
  }

  private remember(sheet: string, key: number): void {
    this.step?.push(this.stateOf(sheet, key));
  }

  private stateOf(sheet: string, key: number): Undone {
    const { cells } = this.sheet(sheet);
    const cell = cells.get(key);
    const own = cell === undefined || cell.spilledFrom !== null ? null : (cell.formula ?? cell.value);
    return { sheet, key, input: asInput(own), format: cells.format(key) };
  }

  private goBack(from: Undone[][], to: Undone[][]): boolean {
    const step = from.pop();
    if (step === undefined) return false;
    const present = this.sheetList.map((sheet) => sheet.id);
    const undone = step.filter((cell) => present.includes(cell.sheet)).reverse();
    to.push(undone.map((cell) => this.stateOf(cell.sheet, cell.key)));
    for (const { sheet, key, input, format } of undone) {
      this.sheet(sheet).cells.setFormat(key, format);
      const area = { top: keyRow(key), bottom: keyRow(key), left: keyColumn(key), right: keyColumn(key) };
      const step = this.step;
      this.step = [];
      this.change(sheet, area, [[input]], 'user');
      this.step = step;
    }
    return true;
  }

  // Events

  subscribe(listener: (event: ModelEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Listeners hear of it after the call has returned. */
  private tell(event: ModelEvent): void {
    this.queue.push(event);
    if (this.queue.length > 1) return;
    queueMicrotask(() => {
      for (const told of this.queue.splice(0)) for (const listener of this.listeners) listener(told);
    });
  }

  private sheet(id: string): MemorySheet {
    const sheet = this.sheetList.find((known) => known.id === id);
    if (sheet === undefined) throw new Error(`There is no sheet "${id}".`);
    return sheet;
  }

  private newId(): string {
    this.ids++;
    return `${String(this.ids).padStart(8, '0')}-0000-4000-8000-000000000000`;
  }
}

function formulaKey(sheet: string, key: number): string {
  return `${sheet}/${String(key)}`;
}

function rows<T>(area: Area, at: (key: number) => T): T[][] {
  const result: T[][] = [];
  eachKey(area, (key, row, column) => {
    if (column === 0) result.push([]);
    result[row].push(at(key));
  });
  return result;
}

function meet(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

function isBusy(given: unknown): boolean {
  if (Array.isArray(given)) return given.some(isBusy);
  return isCellError(given as Cell) && (given as { error: string }).error === busy;
}

function asInput(cell: Cell): CellInput {
  if (isCellError(cell)) return cell.error;
  return typeof cell === 'string' && !cell.startsWith('=') ? `'${cell}` : cell;
}
