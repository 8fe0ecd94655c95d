/** Who computes what the pane shows: off the main thread in the add-in, in the same thread in tests. */
import type { AnalyzeOptions, AnalyzeOutcome, Book } from '../engine/index';

/** A step of the work by name, and the share of it that is done. */
export type Progress = (step: string, done: number) => void;

/** What can be sent to another thread. */
export type AnalystOptions = Omit<AnalyzeOptions, 'onStep' | 'financialsBook'>;

export interface AnalystRequest {
  readonly options: AnalystOptions;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface Analyst {
  /** The workbook that is analysed from now on; sheets that are the same object as before are not handed over again. */
  take(book: Book, signal: AbortSignal): Promise<void>;
  /** Rejects with the signal's reason when it is aborted: the work then ends. Throws when the engine cannot prove its result. */
  analyze(request: AnalystRequest): Promise<AnalyzeOutcome>;
  end(): void;
}
