/** The errors that the host answers with: the codes of Excel, the sentence of Excel where it is known. */

/** Codes that the host uses itself; a test may make it fail with any other. */
const errors = {
  AccessDenied: { status: 403, message: 'You cannot perform the requested operation.' },
  GeneralException: { status: 500, message: 'There was an internal error while processing the request.' },
  InsertDeleteConflict: {
    status: 409,
    message: 'The insert or delete operation attempted resulted in a conflict.',
  },
  InvalidArgument: {
    status: 400,
    message: 'The argument is invalid or missing or has an incorrect format.',
  },
  InvalidOperation: { status: 400, message: 'The operation attempted is invalid on the object.' },
  InvalidReference: { status: 400, message: 'This reference is not valid for the current operation.' },
  ItemAlreadyExists: { status: 409, message: 'The resource being created already exists.' },
  ItemNotFound: { status: 404, message: "The requested resource doesn't exist." },
  NonBlankCellOffSheet: {
    status: 400,
    message:
      "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  },
  NotImplemented: { status: 501, message: 'The requested feature is not implemented.' },
  RangeExceedsLimit: { status: 400, message: 'The cell count in the range has exceeded the maximum.' },
} as const;

export type KnownCode = keyof typeof errors;

/** Numbers that a transport reports instead of an answer; the comment is the code that office.js makes of it. */
export const transportStatus = {
  /** GeneralException */
  internal: 5001,
  /** InvalidOperationInCellEditMode */
  cellEditMode: 5004,
  /** InvalidOrTimedOutSession */
  timedOutSession: 5012,
  /** ActivityLimitReached */
  activityLimit: 5102,
  /** RequestPayloadSizeLimitExceeded */
  requestTooLarge: 5103,
  /** ResponsePayloadSizeLimitExceeded */
  responseTooLarge: 5104,
} as const;

/** Ends a request. The interpreter adds the index of the action and, where it is missing, the place. */
export class HostError extends Error {
  readonly status: number;

  /** `place` is 'Class.member' in the spelling of the client, e.g. 'Worksheet.getRange'. */
  constructor(
    readonly code: string,
    message?: string,
    readonly place?: string,
  ) {
    const known = Object.hasOwn(errors, code) ? errors[code as KnownCode] : undefined;
    super(message ?? known?.message ?? `The host was told to fail with "${code}".`);
    this.name = 'HostError';
    this.status = known?.status ?? 400;
  }
}
