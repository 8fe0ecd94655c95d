/** A formula that is looked at in the formula bar or edited is the one that Excel would show, not the engine's. */
import type { Injector } from '@univerjs/core';
import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { toExcel } from './formulaText';
import type { TableFormulas } from './tableFormulas';

export function showFormulasAsInExcel(injector: Injector, tables: TableFormulas): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    handler: (cell, { subUnitId: sheet, row, col: column }, next) => {
      const formula = cell?.f;
      if (formula === undefined || formula === null || formula === '') return next(cell);
      return next({ ...cell, f: toExcel(formula, tables.ofCell({ sheet, row, column }).own()) });
    },
  });
}
