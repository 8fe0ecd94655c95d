/**
 * Tables as formulas see them.
 *
 * The engine takes every row of a table but the first for data, and names of columns as they are. It is told of tables
 * without their row of totals, with a row before the first where there is no heading, and with columns named in the way
 * of tableReference. What it then cannot answer (the totals, and all of a table that has them) becomes cells.
 */
import type { Injector, Workbook } from '@univerjs/core';
import { ISuperTableService } from '@univerjs/engine-formula';
import type { TableModel } from '../model';
import type { Place } from './calls';
import type { TablesOfCell } from './formulaText';
import type { TableReference } from './tableReference';
import { engineColumn } from './tableReference';
import { referenceText, type Title } from './tableText';

export class TableFormulas {
  constructor(
    private readonly injector: Injector,
    private readonly workbook: () => Workbook,
    private readonly tables: (unitId: string) => readonly TableModel[],
  ) {
    const known = injector.get(ISuperTableService);
    const register = known.registerTable.bind(known);
    known.registerTable = (unitId, name, reference) => {
      const table = this.tables(unitId).find((other) => other.name === name);
      const { startRow, endRow } = reference.range;
      const range = {
        ...reference.range,
        startRow: table?.hasHeading === false ? startRow - 1 : startRow,
        endRow: table?.hasTotals === true ? endRow - 1 : endRow,
      };
      const titleMap = new Map(
        [...reference.titleMap].map(([title, column]): [string, number] => [engineColumn(title), column]),
      );
      register(unitId, name, { ...reference, range, titleMap });
    };
  }

  /** Looks tables up when they are asked for: most formulas name none. */
  ofCell(place: Place): TablesOfCell {
    return {
      own: () => this.at(place)?.name ?? null,
      text: (name, reference) => this.text(name, reference),
    };
  }

  private at({ sheet, row, column }: Place): TableModel | undefined {
    return this.tables(this.workbook().getUnitId()).find(
      ({ sheet: other, area }) =>
        other === sheet &&
        row >= area.top &&
        row <= area.bottom &&
        column >= area.left &&
        column <= area.right,
    );
  }

  private text(name: string, { sections, columns }: TableReference): string | null {
    const table = this.tables(this.workbook().getUnitId()).find(
      (other) => other.name.toLowerCase() === name.toLowerCase(),
    );
    if (table === undefined) return null;
    const sheet = this.workbook().getSheetBySheetId(table.sheet)?.getName() ?? '';
    return referenceText({ ...table, sheet, titles: this.titles(table.name) }, { sections, columns });
  }

  /** Columns by their name in small letters, as the engine knows them. */
  private titles(name: string): Map<string, Title> {
    const known = this.injector.get(ISuperTableService).getTableMap(this.workbook().getUnitId())?.get(name);
    return new Map(
      [...(known?.titleMap ?? [])].map(([title, offset]) => [title.toLowerCase(), { title, offset }]),
    );
  }
}
