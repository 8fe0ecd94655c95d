/** A formula that is looked at in the formula bar or edited is the one that Excel would show, not the engine's. */
import type { Injector } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { toExcel } from './formulaText';
import type { TableFormulas } from './tableFormulas';

/** Before all others. */
const FIRST = 100;

export function showFormulasAsInExcel(injector: Injector, tables: TableFormulas): void {
  const model = injector.get(FormulaDataModel);
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { unitId, subUnitId: sheet, row, col: column }, next) => {
      const formula = cell?.f ?? (cell?.si ? model.getFormulaStringByCell(row, column, sheet, unitId) : null);
      if (typeof formula !== 'string' || formula === '') return next(cell);
      const shown = toExcel(formula, tables.ofCell({ sheet, row, column }).own());
      // The engine's own interceptor would put its form back, so it is asked only where that is the same.
      return shown === formula ? next(cell) : { ...cell, f: shown };
    },
  });
}
