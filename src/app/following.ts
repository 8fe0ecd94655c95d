/**
 * Keeps what the pane shows in step with the workbook: reads what has changed, analyses it, and the scenario after it.
 *
 * One piece of work at a time: a newer one ends the one before.
 */
import type { AnalyzeOutcome } from '../engine/index';
import { Refusal, type WorkbookPort } from '../workbook/port';
import type { Analyst, AnalystOptions } from './analyst';
import { optionsOf } from './corrections';
import { failureOf, messageOf } from './failure';
import { KeptBook } from './keptBook';
import { asItStands, whatIfOf } from './scenario';
import type { PaneState } from './state';
import type { Store } from './store';

/** Rows of each ranked list that the pane asks for. */
const listed = 200;
/** Deals that can be chosen from; the largest, where there are more. */
const mostDeals = 20_000;

export class Following {
  private readonly kept: KeptBook;
  /** Whether the analysis on screen is of the book, the corrections and the basis as they are now. */
  private isAnalysed = false;
  /** Sheet of the deals that the scenario names rows of. */
  private dealsSheet: string | null = null;
  private isHidden = false;
  private isEnded = false;
  private current = new AbortController();

  constructor(
    private readonly store: Store<PaneState>,
    private readonly around: { readonly workbook: WorkbookPort; readonly analyst: Analyst },
  ) {
    this.kept = new KeptBook(around.workbook);
  }

  /** Sheets are not as they were read; null: any of them. Nobody looks at a hidden pane: it reads when it is shown. */
  async changed(sheets: readonly string[] | null): Promise<void> {
    this.kept.changed(sheets);
    if (this.kept.isDirty() && !this.isHidden) await this.again();
  }

  async setHidden(isHidden: boolean): Promise<void> {
    this.isHidden = isHidden;
    if (!isHidden && this.kept.isDirty()) await this.again();
  }

  /** Corrections or basis are other ones: analyses anew what was read. */
  async anew(): Promise<void> {
    this.isAnalysed = false;
    await this.again();
  }

  /** The scenario is another one. */
  async supposeAnew(): Promise<void> {
    if (this.isAnalysed && !this.kept.isDirty()) await this.work((signal) => this.suppose(signal));
    else await this.again();
  }

  /** Ends what is under way and keeps what is on screen, which may then be of an older workbook. */
  stop(): void {
    this.current.abort(stopped);
    const isOlder = this.store.get().analysis !== null && !this.isAnalysed;
    this.store.set({ busy: null, ...(isOlder ? { isStale: true } : {}) });
  }

  /** For good. */
  end(): void {
    this.isEnded = true;
    this.current.abort(stopped);
    this.around.analyst.end();
  }

  /** Without an analysis there is this to say. */
  private failed(error: unknown): void {
    const message = messageOf(error);
    const code = error instanceof Refusal ? 'workbook' : 'defect';
    this.store.set({ trouble: { code, message, cell: '', issues: [], seen: null } });
  }

  /** Analyses the workbook, of which only that is read anew that has changed. */
  private async again(): Promise<void> {
    await this.work(async (signal) => {
      if (this.kept.isDirty()) await this.read(signal);
      await this.analyse(signal);
    });
  }

  private read(signal: AbortSignal): Promise<void> {
    const progress = (done: number, total: number): void =>
      this.busy(signal, 'Reading the workbook', total === 0 ? 0 : done / total);
    this.isAnalysed = false;
    return this.kept.read({ signal, progress });
  }

  private async analyse(signal: AbortSignal): Promise<void> {
    const { corrections, basis, analysis: last } = this.store.get();
    const { book } = this.kept;
    if (book === null) return;
    const options: AnalystOptions = {
      ...optionsOf(corrections, book),
      basis,
      top: listed,
      listDeals: mostDeals,
    };
    await this.around.analyst.take(book, signal);
    const outcome = await this.ask(options, signal);
    signal.throwIfAborted();
    this.isAnalysed = true;
    if (!outcome.ok) {
      const { code, message, cell, issues, seen = null } = outcome.refusal;
      this.store.set({
        ...nothingFound,
        trouble: { code, message, cell, issues, seen },
        ...(corrections.deals === null ? { places: [] } : {}),
      });
      return;
    }
    const { analysis, deals } = outcome;
    this.keepScenario(analysis.input.sheet);
    const isSame = last !== null && last.input.range === analysis.input.range && last.input.basis === basis;
    this.store.set({
      trouble: null,
      isStale: false,
      analysis,
      deals,
      before: isSame && last.input.digest !== analysis.input.digest ? last : null,
      loop: loopToKeep(this.store.get(), analysis.loops.length),
      ...(corrections.deals === null ? { places: placesOf(analysis.input) } : {}),
    });
    await this.suppose(signal);
  }

  /** A scenario names rows: those of another sheet are other deals. */
  private keepScenario(sheet: string): void {
    const isOther = this.dealsSheet !== null && this.dealsSheet !== sheet;
    this.dealsSheet = sheet;
    if (!isOther) return;
    const { fundingCut } = this.store.get().scenario;
    this.store.set({ scenario: { ...asItStands, fundingCut }, whatIf: null });
  }

  /** The scenario, where there is one. */
  private async suppose(signal: AbortSignal): Promise<void> {
    const { scenario, corrections, basis } = this.store.get();
    const whatIf = whatIfOf(scenario);
    const { book } = this.kept;
    if (whatIf === null || book === null) return;
    const options = { ...optionsOf(corrections, book), basis, top: listed, whatIf };
    const outcome = await this.ask(options, signal);
    signal.throwIfAborted();
    if (outcome.ok) this.store.set({ whatIf: outcome.analysis });
    else this.store.set({ whatIf: null, notice: outcome.refusal.message });
  }

  private ask(options: AnalystOptions, signal: AbortSignal): Promise<AnalyzeOutcome> {
    const progress = (step: string, done: number): void => this.busy(signal, step, done);
    return this.around.analyst.analyze({ options, signal, progress });
  }

  private busy(signal: AbortSignal, step: string, done: number): void {
    if (!signal.aborted) this.store.set({ busy: { step, done } });
  }

  /** Ends the work before, and does this. */
  private async work(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.isEnded) return;
    this.current.abort(stopped);
    const { signal } = (this.current = new AbortController());
    this.busy(signal, 'Reading the workbook', 0);
    const failure = await failureOf(task(signal));
    // Whatever became of work that was stopped, somebody else is at it now.
    if (signal.aborted) return;
    if (failure !== null) this.failed(failure.error);
    this.store.set({ busy: null });
  }
}

/** Why work is ended that nobody waits for any more. */
const stopped = new Refusal('stopped', 'Stopped. Nothing was changed.');

/** Of a workbook without an analysis: nothing that is on screen is of it. */
const nothingFound = {
  analysis: null,
  before: null,
  deals: [],
  whatIf: null,
  loop: null,
  isStale: false,
} as const;

function placesOf({ sheet, table, range, others }: NonNullable<PaneState['analysis']>['input']) {
  return [{ sheet, table, range }, ...others];
}

/** The rank that is looked at, if there still is one. */
function loopToKeep({ loop }: PaneState, loops: number): number | null {
  return loop !== null && loop > loops ? null : loop;
}
