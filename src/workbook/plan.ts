/**
 * What a plan itself shows to be impossible, before anything is written.
 *
 * The operations are carried out on the names alone: O(operations + cells), plus tables of a sheet for each new table.
 */
import type { Area } from '../engine/index';
import { cellArea, meets } from './areas';
import { definedNameFault, nameKey, sheetNameFault, tableNameFault } from './names';
import { checkCells, checkFormats, formulaFault, type Fault } from './planCells';
import { checkAreas, checkComment, checkLayout, checkLook } from './planMarks';
import { placeInPlan } from './operations';
import { Refusal, type Operation } from './port';

/** The workbook as far as a plan can collide with it. */
export interface PlanState {
  readonly sheets: readonly { readonly name: string; readonly isVisible: boolean }[];
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly area: Area }[];
  /** Defined names of the whole workbook, which tables may not have. */
  readonly names: readonly { readonly name: string; readonly isHidden: boolean }[];
}

/** Throws a Refusal that names the first operation that cannot be carried out. */
export function checkPlan(state: PlanState, operations: readonly Operation[]): void {
  const names = new Names(state);
  operations.forEach((operation, index) => {
    const fault = names.carryOut(operation);
    if (fault === null) return;
    const place = placeInPlan(operations, index);
    throw new Refusal(fault.why, `${fault.what} ${place}. Nothing was changed.`);
  });
}

const missing = (what: string): Fault => ({ why: 'missing', what });
const taken = (what: string): Fault => ({ why: 'taken', what });
const other = (what: string): Fault => ({ why: 'other', what });

/** The names of a workbook while a plan is carried out on them. */
class Names {
  private readonly sheets: Map<string, { readonly name: string; readonly isVisible: boolean }>;
  private readonly tables: Map<string, { readonly name: string; sheet: string; readonly area: Area }>;
  private readonly defined: Map<string, { readonly name: string; readonly isHidden: boolean }>;

  constructor(state: PlanState) {
    this.sheets = new Map(state.sheets.map((sheet) => [nameKey(sheet.name), sheet]));
    this.tables = new Map(
      state.tables.map((table) => [nameKey(table.name), { ...table, sheet: nameKey(table.sheet) }]),
    );
    this.defined = new Map(state.names.map((known) => [nameKey(known.name), known]));
  }

  carryOut(operation: Operation): Fault | null {
    if (operation.kind === 'add-sheet') return this.addSheet(operation.sheet);
    if (operation.kind === 'delete-table') {
      if (this.tables.delete(nameKey(operation.name))) return null;
      return missing(`There is no table "${operation.name}"`);
    }
    if (operation.kind === 'define-name') return this.defineName(operation.name, operation.formula);
    if (operation.kind === 'delete-name') return this.deleteName(operation.name);
    if (!this.sheets.has(nameKey(operation.sheet))) return missing(`There is no sheet "${operation.sheet}"`);
    switch (operation.kind) {
      case 'rename-sheet':
        return this.renameSheet(operation.sheet, operation.to);
      case 'delete-sheet':
        return this.deleteSheet(operation.sheet);
      case 'write':
        return checkCells(operation.sheet, operation.area, operation.cells);
      case 'number-formats':
        return checkFormats(operation.sheet, operation.area, operation.formats);
      case 'add-table':
        return this.addTable(operation.sheet, operation.area, operation.name);
      case 'look':
        return checkLook(operation.sheet, operation.area, operation.look);
      case 'layout':
        return checkLayout(operation.sheet, operation.layout);
      case 'clear-sheet':
        return this.clearSheet(operation.sheet);
      case 'add-comment':
        return checkComment(operation.sheet, operation.row, operation.column, operation.text);
      case 'highlight':
        return checkAreas(operation.sheet, operation.areas, operation.fill);
      case 'add-picture':
        return checkFormats(operation.sheet, cellArea(operation.row, operation.column), null);
      case 'delete-comment':
      case 'delete-highlights':
      case 'delete-pictures':
        return null;
    }
  }

  private addSheet(name: string): Fault | null {
    const fault = this.nameFault(name, null);
    if (fault === null) this.sheets.set(nameKey(name), { name, isVisible: true });
    return fault;
  }

  private renameSheet(name: string, to: string): Fault | null {
    const [from, key] = [nameKey(name), nameKey(to)];
    const fault = this.nameFault(to, from);
    if (fault !== null) return fault;
    const isVisible = this.sheets.get(from)?.isVisible ?? true;
    this.sheets.delete(from);
    this.sheets.set(key, { name: to, isVisible });
    for (const table of this.tables.values()) if (table.sheet === from) table.sheet = key;
    return null;
  }

  private deleteSheet(name: string): Fault | null {
    const key = nameKey(name);
    const others = [...this.sheets].some(([known, { isVisible }]) => known !== key && isVisible);
    if (!others) return other(`"${name}" is the last visible sheet and cannot be deleted`);
    this.sheets.delete(key);
    for (const [known, table] of this.tables) if (table.sheet === key) this.tables.delete(known);
    return null;
  }

  private clearSheet(name: string): Fault | null {
    const table = [...this.tables.values()].find(({ sheet }) => sheet === nameKey(name));
    return table === undefined ? null : taken(`The sheet "${name}" holds the table "${table.name}"`);
  }

  /** `own` is the key of the sheet that gets the name, if it is there already. */
  private nameFault(name: string, own: string | null): Fault | null {
    const fault = sheetNameFault(name);
    if (fault !== null) return other(`The sheet name "${name}" ${fault}`);
    const known = this.sheets.get(nameKey(name));
    if (known === undefined || nameKey(name) === own) return null;
    return taken(`There is a sheet "${known.name}" already`);
  }

  private addTable(sheet: string, area: Area, name: string): Fault | null {
    const fault = tableNameFault(name);
    if (fault !== null) return other(`The table name "${name}" ${fault}`);
    const key = nameKey(name);
    const known = this.tables.get(key);
    if (known !== undefined) return taken(`There is a table "${known.name}" already`);
    if (this.defined.has(key)) return taken(`The name "${name}" is defined in the workbook already`);
    if (area.top === area.bottom) return other(`The table "${name}" has no row below its heading`);
    const outside = checkFormats(sheet, area, null);
    if (outside !== null) return outside;
    for (const table of this.tables.values()) {
      if (table.sheet === nameKey(sheet) && meets(table.area, area))
        return taken(`The table "${name}" would overlap the table "${table.name}"`);
    }
    this.tables.set(key, { name, sheet: nameKey(sheet), area });
    return null;
  }

  private defineName(name: string, formula: string): Fault | null {
    const fault = definedNameFault(name);
    if (fault !== null) return other(`The name "${name}" ${fault}`);
    const wrong = formulaFault(formula);
    if (wrong !== null) return other(`${wrong} in the name "${name}"`);
    const table = this.tables.get(nameKey(name));
    if (table !== undefined) return taken(`There is a table "${table.name}" already`);
    if (this.defined.get(nameKey(name))?.isHidden === true)
      return taken(`The workbook has a hidden name "${name}" already`);
    this.defined.set(nameKey(name), { name, isHidden: false });
    return null;
  }

  private deleteName(name: string): Fault | null {
    const known = this.defined.get(nameKey(name));
    if (known === undefined || known.isHidden) return missing(`There is no name "${name}"`);
    this.defined.delete(nameKey(name));
    return null;
  }
}
