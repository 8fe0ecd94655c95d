/**
 * Names that formulas know: of cells, values and LAMBDA functions, which may call custom functions in their turn.
 */
import type { Place } from './calls';
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from '@univerjs/engine-formula';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { Calculation } from './calculation';
import type { Desk } from './desk';
import { toEngine } from './formulaText';
import type { TableFormulas } from './tableFormulas';

/** No cell: a name is nobody's row. */
const nowhere: Place = { sheet: '', row: -1, column: -1 };

export class Names {
  constructor(
    private readonly desk: Desk,
    private readonly tables: TableFormulas,
    private readonly calculation: Calculation,
  ) {}

  /** `sheet` null: for the whole workbook. `formula` null: the name is no longer known. */
  define(name: string, sheet: string | null, formula: string | null): void {
    const unitId = this.desk.workbook().getUnitId();
    const localSheetId = sheet ?? SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
    const id = `${localSheetId} ${name.toLowerCase()}`;
    const known = this.desk.injector.get(IDefinedNamesService).getValueById(unitId, id);
    if (formula !== null) {
      const formulaOrRefString = toEngine(formula, this.tables.ofCell(nowhere));
      this.desk.run(SetDefinedNameMutation.id, { id, unitId, name, localSheetId, formulaOrRefString });
    } else if (known) this.desk.run(RemoveDefinedNameMutation.id, { ...known, unitId });
    this.calculation.readAnew(name);
  }
}
