/**
 * What the pointer is told over a cell that shows an error: the sentence of the function that made it.
 *
 * The engine has a tip of its own there that knows the kind of error only. For those who use the keyboard the sentence
 * of the selected cell stands under the sheet.
 */
import type { Injector } from '@univerjs/core';
import { CellAlertManagerService } from '@univerjs/sheets-ui';
import type { WorkbookModel } from '../model';

/** The engine's name for its tip over formulas that went wrong. */
const TIP = 'SHEET_FORMULA_ALERT';
/** In pixels; the text wraps at the width, and the height decides only whether the tip stands above or below. */
const WIDTH = 300;
const LINE = 20;
const HEADING = 52;
const CHARACTERS_IN_LINE = 42;

export function tellErrors(
  injector: Injector,
  workbook: WorkbookModel,
  messageAt: (sheet: string, row: number, column: number) => string | null,
): void {
  const tips = injector.get(CellAlertManagerService);
  const show = tips.showAlert.bind(tips);
  tips.showAlert = (tip) => {
    const { subUnitId: sheet, row, col: column } = tip.location;
    const message = tip.key === TIP ? messageAt(sheet, row, column) : null;
    if (message === null) {
      show(tip);
      return;
    }
    const [[value]] = workbook.values(sheet, { top: row, bottom: row, left: column, right: column });
    const title = typeof value === 'object' && value !== null ? value.error : tip.title;
    const lines = Math.ceil(message.length / CHARACTERS_IN_LINE);
    show({ ...tip, title, message, width: WIDTH, height: HEADING + lines * LINE });
  };
}
