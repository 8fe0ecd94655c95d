/** Draws what lies on the sheets: a corner and a box for a comment, a fill for a highlight. */
import type { Injector } from '@univerjs/core';
import { ICommandService } from '@univerjs/core';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { SheetsNoteModel } from '@univerjs/sheets-note';
import { drawHighlights, highlightsIn } from '../grid/highlights';
import type { UniverWorkbook } from '../grid/univerWorkbook';

/** Pixels of the box that opens over a cell. */
const BOX = { width: 280, height: 150 };

export function showMarks(injector: Injector, workbook: UniverWorkbook): void {
  const notes = injector.get(SheetsNoteModel);
  const { marks } = workbook;
  drawHighlights(injector, (sheet) => highlightsIn(marks.rules(sheet)));
  marks.showIn({
    comment(sheet, row, column, text) {
      const { unitId } = workbook.place(sheet);
      if (text === null) notes.removeNote(unitId, sheet, { row, col: column });
      else notes.updateNote(unitId, sheet, row, column, { ...BOX, note: text });
    },
    rules(sheet) {
      // Nothing is written: the engine draws the sheet again after it.
      const params = { ...workbook.place(sheet), cellValue: {} };
      injector.get(ICommandService).syncExecuteCommand(SetRangeValuesMutation.id, params);
    },
  });
}
