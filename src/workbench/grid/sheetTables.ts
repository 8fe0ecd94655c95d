/**
 * Tables of the workbook.
 *
 * The engine's own command renames a table without a word when a sheet has its name already; in Excel a sheet "Deals"
 * with a table "Deals" is the usual thing. So the step below that command is used, with the names checked here.
 */
import type { Injector, Workbook } from '@univerjs/core';
import { ICommandService, IUndoRedoService } from '@univerjs/core';
import type { ITableInfoWithUnitId } from '@univerjs/sheets-table';
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
} from '@univerjs/sheets-table';
import type { Area } from '../../engine/index';
import { isCellError } from '../../engine/index';
import { meets } from '../../workbook/areas';
import { tableNameFault } from '../../workbook/names';
import type { TableModel } from '../model';
import { cellValue } from './cells';
import { toArea, toRange } from './ranges';

const STYLE = 'TableStyleMedium2';

/** A table to be made. */
export interface TablePlan {
  readonly name: string;
  /** Id of the sheet. */
  readonly sheet: string;
  readonly area: Area;
  readonly hasHeading: boolean;
  readonly hasTotals: boolean;
}

export class SheetTables {
  private made = 0;
  /** Ids of tables with a totals row, which the engine does not know. */
  private readonly withTotals = new Set<string>();

  constructor(
    private readonly injector: Injector,
    private readonly workbook: () => Workbook,
  ) {}

  /** Of the workbook that is open, or of one that is being opened. */
  all(unitId = this.workbook().getUnitId()): readonly TableModel[] {
    return this.injector
      .get(TableManager)
      .getTableList(unitId)
      .map((table) => this.model(table));
  }

  /** Throws when the name is not one, is taken, or the area meets another table. */
  add(sheet: string, area: Area, hasHeading: boolean, name?: string): TableModel {
    const tables = this.all();
    const wanted = name ?? freeName(namesOf(tables));
    checkName(wanted, namesOf(tables));
    const met = tables.find((table) => table.sheet === sheet && meets(table.area, area));
    if (met !== undefined) throw new Error(`A table cannot overlap another table ("${met.name}").`);
    const plan: TablePlan = { name: wanted, sheet, area, hasHeading, hasTotals: false };
    const params = this.addParams(this.workbook(), plan);
    this.run(AddSheetTableMutation.id, params);
    const { unitId, tableId } = params;
    this.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      redoMutations: [{ id: AddSheetTableMutation.id, params }],
      undoMutations: [{ id: DeleteSheetTableMutation.id, params: { unitId, tableId } }],
    });
    return this.byId(tableId);
  }

  /** A table that a file brings along: no history. */
  restore(workbook: Workbook, plan: TablePlan): void {
    const params = this.addParams(workbook, plan);
    if (plan.hasTotals) this.withTotals.add(params.tableId);
    this.run(AddSheetTableMutation.id, params);
  }

  delete(id: string): void {
    const { name, sheet, area, hasHeading, hasTotals } = this.byId(id);
    const workbook = this.workbook();
    const unitId = workbook.getUnitId();
    const again = this.addParams(workbook, { name, sheet, area, hasHeading, hasTotals }, id);
    this.run(DeleteSheetTableMutation.id, { unitId, tableId: id });
    this.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      redoMutations: [{ id: DeleteSheetTableMutation.id, params: { unitId, tableId: id } }],
      undoMutations: [{ id: AddSheetTableMutation.id, params: again }],
    });
  }

  /** Throws when the name is not one or is taken. Formulas that name the table are not written anew. */
  rename(id: string, name: string): void {
    const { name: before } = this.byId(id);
    checkName(name, namesOf(this.all().filter((table) => table.id !== id)));
    const unitId = this.workbook().getUnitId();
    const naming = (to: string) => ({ unitId, tableId: id, config: { name: to } });
    this.run(SetSheetTableMutation.id, naming(name));
    this.injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      redoMutations: [{ id: SetSheetTableMutation.id, params: naming(name) }],
      undoMutations: [{ id: SetSheetTableMutation.id, params: naming(before) }],
    });
  }

  /** Tables go with their sheet. */
  deleteOf(sheet: string): void {
    for (const table of this.all()) if (table.sheet === sheet) this.delete(table.id);
  }

  private addParams(workbook: Workbook, plan: TablePlan, id?: string) {
    this.made += 1;
    return {
      unitId: workbook.getUnitId(),
      subUnitId: plan.sheet,
      tableId: id ?? `{${this.made.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-7AB1E0000000}`,
      name: plan.name,
      range: toRange(plan.area),
      header: headings(workbook, plan),
      options: { showHeader: plan.hasHeading },
    };
  }

  private run(id: string, params: object): void {
    if (!this.injector.get(ICommandService).syncExecuteCommand(id, params))
      throw new Error(`The spreadsheet did not carry out "${id}".`);
  }

  private byId(id: string): TableModel {
    const table = this.all().find((other) => other.id === id);
    if (table === undefined) throw new Error(`There is no table with the id "${id}".`);
    return table;
  }

  private model(table: ITableInfoWithUnitId): TableModel {
    return {
      id: table.id,
      name: table.name,
      sheet: table.subUnitId,
      area: toArea(table.range),
      hasHeading: table.showHeader,
      hasTotals: this.withTotals.has(table.id),
      style: STYLE,
    };
  }
}

/** Names of the columns: no two alike, none empty, as structured references need them. */
function headings(workbook: Workbook, { sheet, area, hasHeading }: TablePlan): string[] {
  const worksheet = workbook.getSheetBySheetId(sheet);
  const seen = new Set<string>();
  const names: string[] = [];
  for (let column = area.left; column <= area.right; column += 1) {
    const value = hasHeading ? cellValue(worksheet?.getCellRaw(area.top, column)) : null;
    const own = value === null ? '' : isCellError(value) ? value.error : String(value);
    const base = own === '' ? `Column${column - area.left + 1}` : own;
    let name = base;
    for (let number = 2; seen.has(name.toLowerCase()); number += 1) name = `${base}${number}`;
    seen.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

const namesOf = (tables: readonly TableModel[]): ReadonlySet<string> =>
  new Set(tables.map((table) => table.name.toLowerCase()));

function checkName(wanted: string, taken: ReadonlySet<string>): void {
  const fault = tableNameFault(wanted);
  if (fault !== null) throw new Error(`A table cannot be named "${wanted}": the name ${fault}.`);
  if (taken.has(wanted.toLowerCase())) throw new Error(`There is a table named "${wanted}" already.`);
}

function freeName(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`table${number}`)) number += 1;
  return `Table${number}`;
}
