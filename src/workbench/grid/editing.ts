/** A formula that is looked at in the formula bar or edited is the one that Excel would show, not the engine's. */
import type { Injector } from '@univerjs/core';
import { BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import { toExcel } from './formulaText';
import type { TableFormulas } from './tableFormulas';

/** Before all others: the engine's own answers for formulas without asking those behind it. */
const FIRST = 100;

export function showFormulasAsInExcel(injector: Injector, tables: TableFormulas): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: FIRST,
    handler: (cell, { subUnitId: sheet, row, col: column }, next) => {
      const edited = next(cell);
      const formula = edited?.f;
      if (formula === undefined || formula === null || formula === '') return edited;
      return { ...edited, f: toExcel(formula, tables.ofCell({ sheet, row, column }).own()) };
    },
  });
}
