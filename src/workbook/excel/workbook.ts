/** The workbook that is open in Excel, behind the port. Needs ExcelApi 1.12. */
import type { Operation, ReadOptions, Snapshot, WorkbookPort, WorkOptions } from '../port';
import { readWorkbook } from './read';
import { run } from './run';
import { isUndoable } from './state';
import { writePlan } from './write';

/**
 * `userStarted`: the user pressed something and waits, so that Excel may finish the editing of a cell first; otherwise
 * work during editing is refused, but for reading that can wait.
 */
export function excelWorkbook({ userStarted = false } = {}): WorkbookPort {
  return {
    read: (sheets?: readonly string[], options: ReadOptions = {}): Promise<Snapshot> =>
      run(
        'Excel did not let the workbook be read',
        {
          userStarted,
          oneUndoStep: false,
          ...(options.whenEditing === undefined ? {} : { whenEditing: options.whenEditing }),
        },
        (context) => readWorkbook(context, sheets, options),
      ),

    async apply(operations: readonly Operation[], options: WorkOptions = {}): Promise<void> {
      if (operations.length === 0) return;
      const apply = (oneUndoStep: boolean): Promise<void> =>
        run('Excel did not let the workbook be changed', { userStarted, oneUndoStep }, (context) =>
          writePlan(context, operations, options),
        );
      await apply(isUndoable(operations));
    },
  };
}
