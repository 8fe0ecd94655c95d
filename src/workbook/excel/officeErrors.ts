/// <reference types="office-js" />
/** What Excel says when it will not, as a Refusal: one place that knows the codes of office.js. */
import { Refusal, type RefusalReason } from '../port';

/** Whether an answer or a request was refused for its size: by Excel on the web above 5 MB. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof OfficeExtension.Error && reasonOf(error.code) === 'too-large';
}

/** What Excel has refused, as a Refusal. `what` begins the sentence: `Excel did not read the workbook`. */
export function refusalOf(
  error: OfficeExtension.Error,
  what: string,
  sheet: string | null,
  after: string,
): Refusal {
  const why = reasonOf(error.code);
  return new Refusal(why, `${what}: ${sentenceOf(error, why, sheet)} ${after}`);
}

export function reasonOf(code: string): RefusalReason {
  switch (code) {
    case 'InvalidOperationInCellEditMode':
      return 'editing';
    case 'AccessDenied':
    case 'ReadOnly':
      return 'locked';
    case 'ItemNotFound':
    case 'InvalidReference':
    case 'InvalidObjectPath':
      return 'missing';
    case 'ItemAlreadyExists':
      return 'taken';
    case 'RequestPayloadSizeLimitExceeded':
    case 'ResponsePayloadSizeLimitExceeded':
    case 'RangeExceedsLimit':
      return 'too-large';
    default:
      return 'other';
  }
}

function sentenceOf(error: OfficeExtension.Error, why: RefusalReason, sheet: string | null): string {
  switch (why) {
    case 'editing':
      return 'a cell is being edited. Press Enter or Esc, and try again.';
    case 'locked':
      return sheet === null ? 'the workbook is protected.' : `the sheet "${sheet}" is protected.`;
    case 'missing':
      return sheet === null
        ? `something is no longer there (${error.message})`
        : `the sheet "${sheet}" or a table on it is no longer there.`;
    case 'taken':
      return 'the name is taken already.';
    case 'too-large':
      return 'it is more than Excel takes or gives at once.';
    default:
      return /[.!?]$/.test(error.message) ? error.message : `${error.message} (${error.code}).`;
  }
}
