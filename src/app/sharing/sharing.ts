/**
 * Annotating the open workbook: planned from the workbook as it is now, shown, and written only as it was shown.
 *
 * Between the look and the writing somebody may have typed: the plan is made anew, and where it is another one it is
 * shown again and nothing is written.
 */
import { annotationPlan } from '../../report/annotate/plan';
import { listingOf } from '../../report/annotate/listing';
import { removalPlan, type Removal } from '../../report/annotate/removal';
import { rowsWithValues } from '../../report/annotate/rowValues';
import { findState, runOptionsOf } from '../../report/annotate/state';
import { verification } from '../../report/annotate/verification';
import type { Operation, WorkbookPort } from '../../workbook/port';
import type { Following, Whole } from '../following';
import type { PaneState } from '../state';
import type { Store } from '../store';
import type { ReportFound, SharePlan, ShareState, ShareWishes } from './share';

interface Planned {
  readonly does: SharePlan['does'];
  /** That the report is stamped with: the same plan an instant later is the same. */
  readonly time: string;
  readonly operations: readonly Operation[];
  readonly notes: readonly string[];
}

/** Rows and loops that are annotated. */
const top = 50;

export class Sharing {
  private planned: Planned | null = null;

  constructor(
    private readonly store: Store<PaneState>,
    private readonly following: Following,
    private readonly workbook: WorkbookPort,
    private readonly now: () => Date,
  ) {}

  /** Looks at the workbook and shows what annotating, or taking all of it away, would do. */
  async plan(does: SharePlan['does']): Promise<void> {
    const planned = await this.make(does, this.time());
    if (planned !== null) this.show(planned);
  }

  async choose(wishes: Partial<ShareWishes>): Promise<void> {
    const { share } = this.store.get();
    this.set({ wishes: { ...share.wishes, ...wishes } });
    if (share.plan !== null) await this.plan('write');
  }

  /** What is shown is not of this workbook any more. */
  forget(): void {
    this.planned = null;
    const { plan, report } = this.store.get().share;
    const isOld = report !== null && (report.is === 'same' || report.is === 'changed');
    if (plan !== null || isOld)
      this.set({ plan: null, report: isOld ? { ...report, is: 'unchecked', sentences: [] } : report });
  }

  /** Carries out what is shown. Answers whether it did: a workbook that has changed since is shown anew instead. */
  async carryOut(): Promise<boolean> {
    const shown = this.planned;
    if (shown === null) return false;
    const now = await this.make(shown.does, shown.time);
    if (now === null) return false;
    if (JSON.stringify(now.operations) !== JSON.stringify(shown.operations)) {
      this.show(now);
      return false;
    }
    await this.workbook.apply(shown.operations);
    this.planned = null;
    this.set({ plan: null, report: null });
    await this.look();
    return true;
  }

  /** Whether the report that is there still matches its deals. */
  async look(): Promise<void> {
    const whole = await this.following.whole(this.store.get().basis, rowsWithValues);
    if (whole !== null) await this.found(whole);
  }

  private async make(does: SharePlan['does'], time: string): Promise<Planned | null> {
    const whole = await this.following.whole(this.store.get().basis, rowsWithValues);
    if (whole === null) return null;
    await this.found(whole);
    const made = does === 'write' ? this.annotation(whole, time) : removalPlan(whole.book, false);
    return { does, time, operations: made.operations, notes: made.notes };
  }

  private annotation({ book, analysis, deals, options }: Whole, time: string): Removal {
    const { wishes } = this.store.get().share;
    return annotationPlan(book, analysis, deals, {
      ...wishes,
      hidden: false,
      drawing: false,
      top,
      time,
      options: runOptionsOf(options),
    });
  }

  private async found({ book, analysis, deals }: Whole): Promise<void> {
    const there = findState(book);
    this.set({ report: null });
    if (there === null) return;
    const { sheet, state } = there;
    if (typeof state === 'string') return this.set({ report: { sheet, time: '', is: state, sentences: [] } });
    const { basis } = state.options;
    // A report on another basis is compared with the deals on its own.
    const same =
      basis === analysis.input.basis
        ? { book, analysis, deals }
        : await this.following.whole(basis, rowsWithValues);
    if (same === null) return;
    const { isSame, sentences } = verification(state, same.book, same.analysis, same.deals);
    const report: ReportFound = { sheet, time: state.time, is: isSame ? 'same' : 'changed', sentences };
    this.set({ report });
  }

  private show(planned: Planned): void {
    this.planned = planned;
    const { does, operations, notes } = planned;
    this.set({ plan: { does, lines: listingOf(operations), ...countsOf(operations), notes } });
  }

  private set(change: Partial<ShareState>): void {
    this.store.set({ share: { ...this.store.get().share, ...change } });
  }

  private time(): string {
    return `${this.now().toISOString().slice(0, 19)}Z`;
  }
}

function countsOf(operations: readonly Operation[]): { comments: number; rows: number } {
  let [comments, rows] = [0, 0];
  for (const operation of operations) {
    if (operation.kind === 'add-comment' || operation.kind === 'delete-comment') comments++;
    if (operation.kind === 'highlight')
      for (const { top, bottom } of operation.areas) rows += bottom - top + 1;
  }
  return { comments, rows };
}
