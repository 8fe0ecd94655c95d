/**
 * Cells of the sheets: values, formulas and number formats.
 *
 * Large ranges are read from the sheet's matrix, not cell by cell through the engine.
 */
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { IUndoRedoService } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
} from '@univerjs/sheets';
import type { Area, Cell } from '../../engine/index';
import type { CellInput } from '../model';
import type { Calls } from './calls';
import type { StyleChange } from './cellStyles';
import { cellData, cellFormula, cellValue } from './cells';
import type { Desk } from './desk';
import { around, scopeOf, toRange } from './ranges';
import type { TableFormulas } from './tableFormulas';

const GENERAL = 'General';

type Data = Record<number, Record<number, ICellData>>;
type Matrix = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>>;

export class SheetCells {
  constructor(
    private readonly desk: Desk,
    private readonly calls: Calls,
    private readonly tables: TableFormulas,
  ) {}

  usedArea(sheet: string, valuesOnly: boolean): Area | null {
    const area = scopeOf(
      this.matrix(sheet),
      (cell) => holdsValue(cell) || (!valuesOnly && holdsFormat(cell)),
    );
    const spill = scopeOf(this.spilled(sheet), (cell) => holdsValue(cell));
    return spill === null ? area : around(area, spill);
  }

  values(sheet: string, area: Area): Cell[][] {
    return this.read(sheet, area, (cell) => cellValue(cell));
  }

  formulas(sheet: string, area: Area): Cell[][] {
    const model = this.desk.injector.get(FormulaDataModel);
    const unitId = this.desk.workbook().getUnitId();
    return this.read(sheet, area, (cell, row, column) =>
      // Filled-down formulas carry the id of the first one; the engine spells them out.
      cellFormula(
        cell,
        cell?.si ? model.getFormulaStringByCell(row, column, sheet, unitId) : null,
        this.tables.ofCell({ sheet, row, column }),
      ),
    );
  }

  write(sheet: string, area: Area, cells: readonly (readonly CellInput[])[]): void {
    const before = isOneCell(area) ? { before: this.values(sheet, area)[0][0] } : {};
    this.set(sheet, area, cells, (input, row, column) => {
      const place = { sheet, row, column };
      this.calls.forgetCell(place);
      return cellData(input, this.tables.ofCell(place));
    });
    this.desk.events().emit({ kind: 'changed', sheet, area, source: 'code', ...before });
  }

  numberFormats(sheet: string, area: Area): string[][] {
    const styles = this.desk.workbook().getStyles();
    const worksheet = this.desk.sheet(sheet);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
      Array.from({ length: area.right - area.left + 1 }, (_item, c) => {
        const cell = worksheet.getCellRaw(area.top + r, area.left + c);
        const style: Nullable<IStyleData> = cell ? styles.getStyleByCell(cell) : null;
        return style?.n?.pattern ?? GENERAL;
      }),
    );
  }

  setNumberFormats(sheet: string, area: Area, formats: readonly (readonly string[])[]): void {
    this.applyStyles(
      sheet,
      this.gathered(sheet, area, formats, (pattern) => ({
        s: { n: pattern === GENERAL || pattern === '' ? null : { pattern } },
      })),
    );
  }

  /** The same for all cells of an area; null takes off what they have. */
  setStyle(sheet: string, area: Area, style: StyleChange): void {
    const rows = Array.from({ length: area.bottom - area.top + 1 }, () =>
      new Array<null>(area.right - area.left + 1).fill(null),
    );
    this.applyStyles(
      sheet,
      this.gathered(sheet, area, rows, () => ({ s: { ...style } as IStyleData })),
    );
  }

  private applyStyles(sheet: string, styles: Data): void {
    const { injector } = this.desk;
    // The engine takes the formula of a cell away that is given anything without one, unless it is told that styles are set.
    const params = { ...this.desk.on(sheet), cellValue: styles, trigger: SetStyleCommand.id };
    const undo = SetRangeValuesUndoMutationFactory(injector, params);
    // Nobody tells it so when it does this again: there the formulas stand beside the styles.
    const redo = { ...this.desk.on(sheet), cellValue: this.withFormulas(sheet, styles) };
    this.desk.events().quietly(() => this.desk.run(SetRangeValuesMutation.id, params));
    injector.get(IUndoRedoService).pushUndoRedo({
      unitID: this.desk.workbook().getUnitId(),
      undoMutations: [{ id: SetRangeValuesMutation.id, params: undo }],
      redoMutations: [{ id: SetRangeValuesMutation.id, params: redo }],
    });
  }

  private withFormulas(sheet: string, cells: Data): Data {
    const matrix = this.matrix(sheet);
    return mapped(cells, (cell, row, column) => {
      const { f, si } = matrix[row]?.[column] ?? {};
      return { ...cell, ...(f ? { f } : {}), ...(si ? { si } : {}) };
    });
  }

  /** One change of the sheet's, without an event. */
  private set<Item>(
    sheet: string,
    area: Area,
    items: readonly (readonly Item[])[],
    data: (item: Item, row: number, column: number) => ICellData,
  ): void {
    const value = this.gathered(sheet, area, items, data);
    this.desk
      .events()
      .quietly(() =>
        this.desk.run(SetRangeValuesCommand.id, { ...this.desk.on(sheet), range: toRange(area), value }),
      );
  }

  /** Cells by row and column, as the engine wants them; the sheet is made large enough. */
  private gathered<Item>(
    sheet: string,
    area: Area,
    items: readonly (readonly Item[])[],
    data: (item: Item, row: number, column: number) => ICellData,
  ): Data {
    checkShape(area, items);
    this.desk.makeRoom(sheet, area);
    const value: Data = {};
    items.forEach((row, r) => {
      const line: Record<number, ICellData> = {};
      row.forEach((item, c) => {
        line[area.left + c] = data(item, area.top + r, area.left + c);
      });
      value[area.top + r] = line;
    });
    return value;
  }

  private matrix(sheet: string): Matrix {
    return this.desk.sheet(sheet).getCellMatrix().getMatrix();
  }

  /** Cells that formulas elsewhere spill into: the engine keeps them beside the sheet. */
  private spilled(sheet: string): Matrix {
    const model = this.desk.injector.get(FormulaDataModel);
    return model.getArrayFormulaCellData()[this.desk.workbook().getUnitId()]?.[sheet] ?? {};
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
}

function checkShape(area: Area, cells: readonly (readonly unknown[])[]): void {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  if (cells.length !== rows || cells.some((row) => row.length !== columns))
    throw new Error(`Cells for an area of ${rows} rows and ${columns} columns have another shape.`);
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

function mapped(cells: Data, change: (cell: ICellData, row: number, column: number) => ICellData): Data {
  const changed: Data = {};
  for (const [row, line] of Object.entries(cells)) {
    const into: Record<number, ICellData> = (changed[Number(row)] = {});
    for (const [column, cell] of Object.entries(line))
      into[Number(column)] = change(cell, Number(row), Number(column));
  }
  return changed;
}
