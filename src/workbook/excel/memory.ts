/// <reference types="office-js" />
/** Workbook settings as the memory: values that survive saving and co-authoring, under one key. Needs ExcelApi 1.4. */
import type { WorkbookMemory } from '../view';
import { run, type RunSettings } from './run';

/** A cell that is being edited is waited for. */
const settings: RunSettings = { userStarted: false, oneUndoStep: false, whenEditing: () => {} };

export function excelMemory(key: string): WorkbookMemory {
  return {
    load: () =>
      run('Excel did not tell what the workbook keeps', settings, async (context) => {
        const kept = context.workbook.settings.getItemOrNullObject(key).load({ value: true });
        await context.sync();
        // A value that another program has put there is not ours to read.
        return kept.isNullObject || typeof kept.value !== 'string' ? null : kept.value;
      }),
    save: (text) =>
      run('Excel did not keep this in the workbook', settings, async (context) => {
        context.workbook.settings.add(key, text);
        await context.sync();
      }),
  };
}
