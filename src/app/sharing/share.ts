/** What the pane shows of annotating: what can be chosen, what will be written, and the report that is there. */

export interface ShareWishes {
  readonly comments: boolean;
  readonly highlight: boolean;
  readonly values: boolean;
}

/** What a plan does to the workbook, cell by cell. */
export interface SharePlan {
  readonly does: 'write' | 'remove';
  /** One change a line, as it will be. */
  readonly lines: readonly string[];
  readonly comments: number;
  readonly rows: number;
  /** What is left out, and why. */
  readonly notes: readonly string[];
}

/** The report that is in the workbook. `sentences`: what has become other since. */
export interface ReportFound {
  readonly sheet: string;
  /** UTC, '2026-03-01T12:00:00Z'; '' where its state cannot be read. */
  readonly time: string;
  /** 'unchecked': the workbook has changed since it was looked at. */
  readonly is: 'same' | 'changed' | 'unchecked' | 'damaged' | 'newer';
  readonly sentences: readonly string[];
}

export interface ShareState {
  readonly wishes: ShareWishes;
  /** null: not looked at yet, or the workbook has changed since. */
  readonly plan: SharePlan | null;
  /** null: none, or not looked at yet. */
  readonly report: ReportFound | null;
}

export const initialShare: ShareState = {
  wishes: { comments: true, highlight: true, values: false },
  plan: null,
  report: null,
};
