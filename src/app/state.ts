/** All that the pane shows is drawn from this. */
import type { AnalyzeRefusal, Analysis, Basis, DealReport, IssueReport } from '../engine/index';
import { noCorrections, type Corrections } from './corrections';
import { asItStands, type Scenario } from './scenario';
import { initialShare, type ShareState } from './sharing/share';

export { bases } from '../engine/index';

export type Tab = 'overview' | 'loops' | 'capex' | 'what-if' | 'share';

export interface Trouble {
  /** Of the engine's refusal, such as 'no-deal-table'; 'workbook' when Excel refused, 'defect' when Looplens failed. */
  readonly code: string;
  /** Whole sentences: what, why, what next. */
  readonly message: string;
  /** 'Deals!C4', or '' where no cell is meant. */
  readonly cell: string;
  readonly issues: readonly IssueReport[];
  /** What was taken for the deals, to be put right; null where it did not come to that. */
  readonly seen: NonNullable<AnalyzeRefusal['seen']> | null;
}

/** A table that could hold the deals. */
export type DealPlace = Analysis['input']['others'][number];

export interface PaneState {
  /** What the pane is busy with; null when it is not. */
  readonly busy: { readonly step: string; readonly done: number } | null;
  readonly trouble: Trouble | null;
  /** Of the workbook as it stands; kept while a newer one is computed. */
  readonly analysis: Analysis | null;
  readonly deals: readonly DealReport[];
  /** Of the workbook before its last change, for what has changed since. */
  readonly before: Analysis | null;
  readonly scenario: Scenario;
  /** null when nothing is changed in the scenario, or not computed yet. */
  readonly whatIf: Analysis | null;
  /** Tables to choose from. */
  readonly places: readonly DealPlace[];
  readonly corrections: Corrections;
  /** Headings of columns that were put right and are not in the sheet any more. */
  readonly dropped: readonly string[];
  readonly basis: Basis;
  /** Somebody else changed the workbook since it was read. */
  readonly isStale: boolean;
  readonly tab: Tab;
  /** Rank of the loop that is looked at. */
  readonly loop: number | null;
  /** The deal or figure that is selected in the sheet: its sheet and row, counted from 1. */
  readonly selected: { readonly sheet: string; readonly row: number; readonly column: number } | null;
  /** A sentence about what was just done. */
  readonly notice: string | null;
  /** What the user asked for and did not get, in whole sentences; it stays until it is closed. */
  readonly failure: string | null;
  readonly share: ShareState;
  /** The card of the first run. */
  readonly welcome: boolean;
}

export const initialState: PaneState = {
  busy: null,
  trouble: null,
  analysis: null,
  deals: [],
  before: null,
  scenario: asItStands,
  whatIf: null,
  places: [],
  corrections: noCorrections,
  dropped: [],
  basis: 'headline',
  isStale: false,
  tab: 'overview',
  loop: null,
  selected: null,
  notice: null,
  failure: null,
  share: initialShare,
  welcome: false,
};

/** What the figures on screen are drawn from: the scenario where there is one. */
export function shown({ whatIf, analysis }: PaneState): Analysis | null {
  return whatIf ?? analysis;
}
