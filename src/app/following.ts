/**
 * Keeps what the pane shows in step with the workbook: reads what has changed, analyses it, and the scenario after it.
 *
 * One piece of work at a time: a newer one ends the one before.
 */
import type { Analysis, AnalyzeOptions, AnalyzeOutcome, Basis, DealReport, Sentences } from '../engine/index';
import { withoutReport } from '../report/annotate/state';
import { Refusal, type ReadOptions, type Snapshot, type WorkbookPort } from '../workbook/port';
import type { Analyst, AnalystOptions } from './analyst';
import { droppedOf, optionsOf } from './corrections';
import { failureOf, messageOf } from './failure';
import { KeptBook } from './keptBook';
import { isInUse } from './refresh';
import { asItStands, scenarioOf, whatIfOf, type Scenario } from './scenario';
import { shown, type PaneState } from './state';
import type { Store } from './store';

/** Rows of each ranked list that the pane asks for. */
const listed = 200;
/** Deals that can be chosen from; the largest, where there are more. */
const mostDeals = 20_000;

/** A workbook with its analysis. `book` has the report in it that was written before; the analysis leaves it out. */
export interface Whole {
  readonly book: Snapshot;
  readonly options: AnalyzeOptions;
  readonly analysis: Analysis;
  readonly deals: readonly DealReport[];
}

export class Following {
  private readonly kept: KeptBook;
  /** Whether the analysis on screen is of the book, the corrections and the basis as they are now. */
  private isAnalysed = false;
  /** The deals that the scenario names rows of, and their sheet. */
  private named: { readonly sheet: string; readonly deals: readonly DealReport[] } = { sheet: '', deals: [] };
  /** The scenario that `whatIf` on screen is of. */
  private supposed: Scenario = asItStands;
  /** Under way: the newest scenario is computed when it is done. */
  private supposing: Promise<void> | null = null;
  /** Settles with the work that began last. */
  private underWay: Promise<unknown> = Promise.resolve();
  private isHidden = false;
  private isEnded = false;
  private current = new AbortController();

  constructor(
    private readonly store: Store<PaneState>,
    private readonly around: {
      readonly workbook: WorkbookPort;
      readonly analyst: Analyst;
      readonly sentences: () => Promise<Sentences>;
      readonly refused: (refusal: Refusal) => string;
    },
  ) {
    this.kept = new KeptBook(around.workbook);
  }

  /** Somebody else changed the workbook: it is read when the user asks for anything, and said until then. */
  changedElsewhere(): void {
    this.kept.changed(null);
    this.store.set({ isStale: true });
  }

  /** Formulas of the sheets have new results; they are read at once where the analysis rests on them. */
  async calculated(sheets: readonly string[]): Promise<void> {
    const { analysis } = this.store.get();
    if (sheets.some((sheet) => isInUse(sheet, analysis))) await this.changed(sheets);
    else this.kept.changed(sheets);
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
    this.store.set({ before: null });
    await this.again();
  }

  /** The scenario is another one. What is being computed is not ended for it: a slider would end one after the other. */
  async supposeAnew(): Promise<void> {
    if (this.supposing !== null) return this.supposing;
    // The analysis that is under way takes the scenario that it finds at its end.
    const isUnderWay = this.store.get().busy !== null && !this.isAnalysed;
    if (isUnderWay) {
      await this.underWay;
      return;
    }
    if (!this.isAnalysed || this.kept.isDirty()) return this.again();
    this.supposing = this.supposeNewest().finally(() => (this.supposing = null));
    return this.supposing;
  }

  private async supposeNewest(): Promise<void> {
    let isDone = true;
    while (isDone && this.store.get().scenario !== this.supposed)
      isDone = await this.work((signal) => this.suppose(signal));
  }

  /**
   * Reads the workbook as it is now, with what lies on its sheets, and has all of it analysed, with `top` rows of each
   * list: what a report rests on. null: it was stopped, or a newer piece of work ended it. Throws what the workbook or
   * the engine refused.
   */
  async whole(basis: Basis, top: number): Promise<Whole | null> {
    let found: Whole | null = null;
    let refused: unknown = null;
    const wasLeft = !this.isAnalysed || this.kept.isDirty();
    await this.work(async (signal) => {
      try {
        found = await this.readWhole(basis, top, signal);
      } catch (error) {
        // What is on screen is none the worse for a report that cannot be written.
        if (signal.aborted) throw error;
        refused = error;
      }
    });
    // It ended the analysis of an edit: what is on screen would stay that of the workbook before.
    if (wasLeft && (found !== null || refused !== null)) await this.again();
    if (refused !== null) throw refused;
    return found;
  }

  private async readWhole(basis: Basis, top: number, signal: AbortSignal): Promise<Whole> {
    const book = await this.around.workbook.read(undefined, { ...this.reading(signal), marks: true });
    const deals = withoutReport(book);
    const options = { ...optionsOf(this.store.get().corrections, deals), basis, top };
    await this.around.analyst.take(deals, signal);
    const progress = (step: string, done: number): void => this.busy(signal, step, done);
    const outcome = await this.around.analyst.analyze({
      options: { ...options, listDeals: Infinity },
      signal,
      progress,
    });
    signal.throwIfAborted();
    if (!outcome.ok) throw new Refusal('other', outcome.refusal.message);
    return { book, options, analysis: outcome.analysis, deals: outcome.deals };
  }

  /** Ends what is under way and keeps what is on screen, which may then be of an older workbook. */
  stop(): void {
    this.current.abort(stopped);
    // Switches that were not computed would stand beside figures that know nothing of them.
    this.store.set({ busy: null, scenario: this.supposed, ...(this.isAnalysed ? {} : { isStale: true }) });
  }

  /** For good. */
  end(): void {
    this.isEnded = true;
    this.current.abort(stopped);
    this.around.analyst.end();
  }

  /** Without an analysis there is this to say. */
  private failed(error: unknown): void {
    const message = messageOf(error, this.around.refused);
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
    this.isAnalysed = false;
    return this.kept.read(this.reading(signal));
  }

  private reading(signal: AbortSignal): ReadOptions & { readonly signal: AbortSignal } {
    const progress = (done: number, total: number): void =>
      this.busy(signal, 'Reading the workbook', total === 0 ? 0 : done / total);
    const whenEditing = (): void => this.busy(signal, 'A cell is being edited', 0);
    return { signal, progress, whenEditing };
  }

  private async analyse(signal: AbortSignal): Promise<void> {
    const { corrections, basis } = this.store.get();
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
    this.store.set({ dropped: droppedOf(corrections, book).map(({ heading }) => heading) });
    if (!outcome.ok) {
      const { code, message, cell, issues, seen = null } = outcome.refusal;
      this.supposed = this.store.get().scenario;
      this.store.set({
        ...nothingFound,
        trouble: { code, message, cell, issues, seen },
        ...(corrections.deals === null ? { places: [] } : {}),
      });
      return;
    }
    const { analysis, deals } = outcome;
    const state = this.store.get();
    const { sheet } = analysis.input;
    // Rows of another sheet are other deals.
    const scenario = scenarioOf(state.scenario, this.named.sheet === sheet ? this.named.deals : [], deals);
    this.named = { sheet, deals };
    if (state.whatIf === null || scenario !== state.scenario) this.supposed = asItStands;
    this.show({
      trouble: null,
      isStale: this.kept.isDirty(),
      analysis,
      deals,
      scenario,
      before: beforeOf(state, analysis),
      ...(scenario === state.scenario ? {} : { whatIf: null }),
      ...(corrections.deals === null ? { places: placesOf(analysis.input) } : {}),
    });
    await this.suppose(signal);
  }

  /** The scenario, where there is one. One that cannot be is taken back, and said. */
  private async suppose(signal: AbortSignal): Promise<void> {
    const { scenario, corrections, basis } = this.store.get();
    const whatIf = whatIfOf(scenario);
    const { book } = this.kept;
    if (whatIf === null || book === null) {
      this.supposed = scenario;
      this.show({ whatIf: null });
      return;
    }
    const options = { ...optionsOf(corrections, book), basis, top: listed, whatIf };
    try {
      const outcome = await this.ask(options, signal);
      signal.throwIfAborted();
      if (!outcome.ok) throw new Error(outcome.refusal.message);
      this.supposed = scenario;
      this.show({ whatIf: outcome.analysis });
    } catch (error) {
      if (signal.aborted) throw error;
      this.store.set({ scenario: this.supposed, failure: messageOf(error, this.around.refused) });
    }
  }

  /** The loop that is looked at stays the same one, whatever its rank is then. */
  private show(change: Partial<PaneState>): void {
    const before = this.store.get();
    const loop = rankAfter(before.loop, shown(before), shown({ ...before, ...change }));
    this.store.set({ ...change, loop });
  }

  private async ask(asked: AnalystOptions, signal: AbortSignal): Promise<AnalyzeOutcome> {
    const options = { ...asked, sentences: await this.around.sentences() };
    const progress = (step: string, done: number): void => this.busy(signal, step, done);
    return this.around.analyst.analyze({ options, signal, progress });
  }

  private busy(signal: AbortSignal, step: string, done: number): void {
    if (!signal.aborted) this.store.set({ busy: { step, done } });
  }

  /** Ends the work before, and does this. Answers whether it came to its end. */
  private async work(task: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
    if (this.isEnded) return false;
    this.current.abort(stopped);
    const { signal } = (this.current = new AbortController());
    this.busy(signal, 'Reading the workbook', 0);
    const done = failureOf(task(signal));
    this.underWay = done;
    const failure = await done;
    // Whatever became of work that was stopped, somebody else is at it now.
    if (signal.aborted) return false;
    if (failure !== null) this.failed(failure.error);
    this.store.set({ busy: null });
    return failure === null;
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

/** What the sheet was before the user's last change of the deals: a change elsewhere, or none, keeps it. */
function beforeOf({ analysis: last, before }: PaneState, { input }: Analysis): Analysis | null {
  if (last === null || last.input.range !== input.range || last.input.basis !== input.basis) return null;
  return last.input.digest === input.digest ? before : last;
}

/** The rank of the same loop in another analysis; null where it has none. */
function rankAfter(rank: number | null, before: Analysis | null, after: Analysis | null): number | null {
  const path = before?.loops.find((loop) => loop.rank === rank)?.path.join('\n');
  return after?.loops.find((loop) => loop.path.join('\n') === path)?.rank ?? null;
}
