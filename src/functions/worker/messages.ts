/** What formulas and their worker tell one another. All of it can be cloned. */
import type { ErrorCode } from '../answerError';
import type { QuestionName } from '../questions';

/** An argument: as it is, or the digest of a range that is handed over once for all formulas. */
export type SentArgument = { readonly value: unknown } | { readonly range: string };

export interface SentQuestion {
  readonly name: QuestionName;
  readonly deals: SentArgument;
  readonly aliases: SentArgument;
  readonly addresses: readonly unknown[];
  readonly rest: readonly SentArgument[];
}

export type ToWorker =
  /** Rows of a range, to follow those that came before. */
  | { readonly kind: 'rows'; readonly range: string; readonly rows: readonly unknown[][] }
  /** Nobody asks about the range any more. */
  | { readonly kind: 'drop'; readonly range: string }
  | { readonly kind: 'ask'; readonly id: number; readonly question: SentQuestion }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  /** The cell shows an error. */
  | { readonly kind: 'refused'; readonly id: number; readonly code: ErrorCode; readonly message: string }
  /** What the engine threw: a defect, for the user to report. */
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
