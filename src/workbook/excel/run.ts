/// <reference types="office-js" />
/** One Excel.run: what Excel refuses becomes a Refusal, so that no caller has to know office.js. */
import { reasonOf, refusalOf } from './officeErrors';

export const undoNotSupported = 'UndoNotSupported';

export interface RunSettings {
  /** The user has asked for this and is waiting: Excel does it when the editing of a cell is over. */
  readonly userStarted: boolean;
  /** All requests of the run are one step of undo, where Excel can do that (ExcelApi 1.20). */
  readonly oneUndoStep: boolean;
  /**
   * For what may begin anew and nobody has asked for: told when a cell is being edited, and the work begins anew when it is
   * not any more. Without it such work is refused.
   */
  readonly whenEditing?: () => void;
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
    const { whenEditing, ...rest } = settings;
    if (whenEditing !== undefined && reasonOf(error.code) === 'editing') {
      whenEditing();
      return run(what, { ...rest, userStarted: true }, work);
    }
    // Some changes cannot be undone together with others; Excel says so before it makes any.
    if (options.mergeUndoGroup === true && error.code === undoNotSupported)
      return run(what, { ...settings, oneUndoStep: false }, work);
    throw refusalOf(error, what, null, settings.after ?? 'Nothing was changed.');
  }
}
