/// <reference types="office-js" />
/** One Excel.run: what Excel refuses becomes a Refusal, so that no caller has to know office.js. */
import { refusalOf } from './officeErrors';

export const undoNotSupported = 'UndoNotSupported';

export interface RunSettings {
  /** The user has asked for this and is waiting: Excel finishes the editing of a cell first. */
  readonly userStarted: boolean;
  /** All requests of the run are one step of undo, where Excel can do that (ExcelApi 1.20). */
  readonly oneUndoStep: boolean;
  /** What a refusal says of the workbook: that nothing was changed, unless told otherwise. */
  readonly after?: string;
}

/** `what` begins the sentence of a refusal. Errors that are not Excel's are thrown on. */
export async function run<T>(
  what: string,
  settings: RunSettings,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  const options: Excel.RunOptions = {};
  if (settings.userStarted) options.delayForCellEdit = true;
  if (settings.oneUndoStep && Office.context.requirements.isSetSupported('ExcelApi', '1.20'))
    options.mergeUndoGroup = true;
  try {
    return await Excel.run(options, work);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error)) throw error;
    // Some changes cannot be undone together with others; Excel says so before it makes any.
    if (options.mergeUndoGroup === true && error.code === undoNotSupported)
      return run(what, { ...settings, oneUndoStep: false }, work);
    throw refusalOf(error, what, null, settings.after ?? 'Nothing was changed.');
  }
}
