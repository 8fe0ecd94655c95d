/// <reference types="custom-functions-runtime" />
/** An answer that is an error in the cell, with the sentence that Excel shows beside it. */

export type ErrorCode = '#VALUE!' | '#N/A';

/** Expected: bad input (#VALUE!) or a question that the sheet cannot answer (#N/A). */
export class AnswerError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** The arguments cannot be used. */
export function badInput(message: string): AnswerError {
  return new AnswerError('#VALUE!', message);
}

/** The arguments are fine, but there is no such number. */
export function notAvailable(message: string): AnswerError {
  return new AnswerError('#N/A', message);
}

/**
 * What to reject with, so that Excel shows the code and the sentence. Excel shows sentences for #VALUE! and #N/A only, and drops
 * the text of any other exception, so that a defect of ours too is told as #VALUE!. Without Excel (Node) the error itself.
 */
export function toHostError(error: unknown): Error | CustomFunctions.Error {
  const answer =
    error instanceof AnswerError
      ? error
      : badInput(`Looplens failed on this input: ${error instanceof Error ? error.message : String(error)}`);
  if (typeof CustomFunctions === 'undefined') return answer;
  const { ErrorCode, Error: HostError } = CustomFunctions;
  return new HostError(
    answer.code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue,
    answer.message,
  );
}
