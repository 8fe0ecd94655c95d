/**
 * The pane without a picture: reads the workbook, has it analysed, and answers to what a user can ask for.
 *
 * One piece of work at a time: a newer request ends the one before. Nothing is written to the workbook but what the
 * user asks for, and the corrections that were made to the reading.
 */
import type { AnalyzeOutcome, Basis, Book, DealRole } from '../engine/index';
import { Refusal, type WorkbookPort } from '../workbook/port';
import type { ViewEvent, WorkbookMemory, WorkbookView } from '../workbook/view';
import type { Analyst, AnalystOptions } from './analyst';
import {
  correctionsText,
  noCorrections,
  optionsOf,
  placeOf,
  readCorrections,
  withRole,
  type Corrections,
} from './corrections';
import { isInUse, refreshedBook } from './refresh';
import { asItStands, whatIfOf, type Scenario } from './scenario';
import { initialState, type PaneState, type Tab } from './state';
import { createStore, type Store } from './store';

export interface PaneSurroundings {
  readonly workbook: WorkbookPort;
  readonly view: WorkbookView;
  readonly memory: WorkbookMemory;
  readonly analyst: Analyst;
  /** Whether the card of the first run has been seen on this machine. */
  readonly firstRun: { isOver(): boolean; end(): void };
  /** What the user has selected in the sheet; null when it is empty. */
  readonly selectedBlock: () => Promise<Corrections['deals']>;
  /** Fills a sheet with the sample deals, and answers with a sentence about it. */
  readonly fillSample: () => Promise<string>;
}

/** Rows of each ranked list that the pane asks for. */
const listed = 200;
/** Deals that can be chosen from; the largest, where there are more. */
const mostDeals = 20_000;

export class Pane {
  readonly store: Store<PaneState> = createStore(initialState);
  private book: Book | null = null;
  /** Sheets that are not as they were read; null: any of them. */
  private dirty: Set<string> | null = null;
  private isHidden = false;
  private current = new AbortController();
  private unwatch: (() => Promise<void>) | null = null;

  constructor(private readonly around: PaneSurroundings) {}

  /** Begins: reads what the workbook remembers, then the workbook. Ends when the first answer is shown. */
  async open(): Promise<void> {
    this.store.set({ welcome: !this.around.firstRun.isOver() });
    await this.guard(async () => {
      this.unwatch = await this.around.view.watch(
        (event) => this.heard(event),
        (error) => this.failed(error),
      );
      const kept = await this.around.memory.load();
      this.store.set({ corrections: (kept === null ? null : readCorrections(kept)) ?? noCorrections });
    });
    await this.refresh();
  }

  /** Ends what is under way and takes every handler off. */
  async close(): Promise<void> {
    this.current.abort(stopped);
    this.around.analyst.end();
    await this.unwatch?.();
    this.unwatch = null;
  }

  /** Reads the whole workbook anew. */
  async refresh(): Promise<void> {
    this.dirty = null;
    await this.again();
  }

  /** Nobody looks at a hidden pane: what changes meanwhile is read when it is shown again. */
  async setHidden(isHidden: boolean): Promise<void> {
    this.isHidden = isHidden;
    if (!isHidden && this.isDirty()) await this.again();
  }

  /** Ends what is under way and keeps what is on screen. */
  cancel(): void {
    this.current.abort(stopped);
    this.store.set({ busy: null });
  }

  async setBasis(basis: Basis): Promise<void> {
    this.store.set({ basis });
    await this.again();
  }

  setTab(tab: Tab): void {
    this.store.set({ tab });
  }

  /** null: none. */
  selectLoop(rank: number | null): void {
    this.store.set({ loop: rank });
  }

  /** Selects cells in the sheet: 'Deals!C4', or a range. */
  async goTo(address: string): Promise<void> {
    const place = placeOf(address.split(':')[0]);
    if (place === null) return;
    const end = address.includes(':') ? placeOf(`x!${address.split(':')[1]}`) : place;
    const { row, column } = end ?? place;
    const area = { top: place.row, left: place.column, bottom: row, right: column };
    await this.guard(() => this.around.view.select(place.sheet, area));
  }

  /** The deals are in this table or range; null: wherever Looplens finds them. */
  async chooseDeals(deals: Corrections['deals']): Promise<void> {
    await this.correct({ ...this.store.get().corrections, deals, roles: [] });
  }

  /** The deals are in the cells that are selected in the sheet; of a single cell, in the block around it. */
  async chooseSelection(): Promise<void> {
    await this.guard(async () => {
      const reference = await this.around.selectedBlock();
      if (reference !== null) await this.chooseDeals(reference);
    });
  }

  /** Shows the sentence that a piece of work ends with. */
  async say(sentence: Promise<string>): Promise<void> {
    await this.guard(async () => this.store.set({ notice: await sentence }));
  }

  clearNotice(): void {
    this.store.set({ notice: null });
  }

  /** What a column is, by the cell of its heading; null: it is not used. */
  async chooseRole(cell: string, heading: string, role: DealRole | null): Promise<void> {
    await this.correct(withRole(this.store.get().corrections, { cell, heading, role }));
  }

  async chooseCurrency(currency: string): Promise<void> {
    await this.correct({ ...this.store.get().corrections, currency });
  }

  /** Forgets every correction, also in the workbook. */
  async forgetCorrections(): Promise<void> {
    await this.correct(noCorrections);
  }

  async setScenario(change: Partial<Scenario>): Promise<void> {
    const scenario = { ...this.store.get().scenario, ...change };
    this.store.set({ scenario, ...(whatIfOf(scenario) === null ? { whatIf: null } : {}) });
    if (this.isDirty() || this.store.get().analysis === null) await this.again();
    else await this.work((signal) => this.suppose(signal));
  }

  async resetScenario(): Promise<void> {
    await this.setScenario(asItStands);
  }

  async fillSample(): Promise<void> {
    await this.guard(async () => {
      const notice = await this.around.fillSample();
      this.skipWelcome();
      this.store.set({ notice });
    });
    await this.refresh();
  }

  skipWelcome(): void {
    this.around.firstRun.end();
    this.store.set({ welcome: false });
  }

  private async correct(corrections: Corrections): Promise<void> {
    this.store.set({ corrections });
    await this.guard(() => this.around.memory.save(correctionsText(corrections)));
    await this.again();
  }

  /** Analyses the workbook, of which only that is read anew that has changed. */
  private async again(): Promise<void> {
    await this.work(async (signal) => {
      if (this.isDirty()) await this.readWhatChanged(signal);
      await this.analyse(signal);
    });
  }

  private isDirty(): boolean {
    return this.dirty === null || this.dirty.size > 0;
  }

  private heard(event: ViewEvent): void {
    switch (event.kind) {
      case 'selected':
        this.store.set({
          selected: { sheet: event.sheet, row: event.area.top + 1, column: event.area.left },
        });
        return;
      case 'changed-elsewhere':
        this.store.set({ isStale: true });
        return;
      case 'calculated': {
        const { analysis } = this.store.get();
        void this.changed(event.sheets.filter((sheet) => isInUse(sheet, analysis)));
        return;
      }
      case 'changed':
        void this.changed(event.sheets);
    }
  }

  /** null: any sheet. */
  private async changed(sheets: readonly string[] | null): Promise<void> {
    this.dirty = sheets === null || this.dirty === null ? null : new Set([...this.dirty, ...sheets]);
    if (this.isDirty() && !this.isHidden) await this.again();
  }

  private async readWhatChanged(signal: AbortSignal): Promise<void> {
    const { book, dirty } = this;
    // What changes from now on is read after this.
    this.dirty = new Set();
    try {
      const part = await this.read(book === null || dirty === null ? undefined : [...dirty], signal);
      signal.throwIfAborted();
      this.book = book === null || dirty === null ? part : refreshedBook(book, part);
    } catch (error) {
      this.dirty = dirty === null || this.dirty === null ? null : new Set([...dirty, ...this.dirty]);
      throw error;
    }
  }

  private read(sheets: readonly string[] | undefined, signal: AbortSignal): Promise<Book> {
    const progress = (done: number, total: number): void =>
      this.busy(signal, 'Reading the workbook', total === 0 ? 0 : done / total);
    return this.around.workbook.read(sheets, { signal, progress });
  }

  private async analyse(signal: AbortSignal): Promise<void> {
    const { corrections, basis, analysis: last } = this.store.get();
    const book = this.book;
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
    if (!outcome.ok) {
      const { code, message, cell, issues, seen = null } = outcome.refusal;
      const trouble = { code, message, cell, issues, seen };
      this.store.set({ trouble, analysis: null, deals: [], whatIf: null });
      return;
    }
    const { analysis, deals } = outcome;
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

  /** The scenario, where there is one. */
  private async suppose(signal: AbortSignal): Promise<void> {
    const { scenario, corrections, basis } = this.store.get();
    const whatIf = whatIfOf(scenario);
    if (whatIf === null || this.book === null) return;
    const options = { ...optionsOf(corrections, this.book), basis, top: listed, whatIf };
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
    this.current.abort(stopped);
    const { signal } = (this.current = new AbortController());
    this.busy(signal, 'Reading the workbook', 0);
    await this.guard(() => task(signal));
    if (!signal.aborted) this.store.set({ busy: null });
  }

  /** What goes wrong is shown; work that was stopped has nothing to say. */
  private async guard(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    if (error === stopped || (error instanceof Refusal && error.why === 'stopped')) return;
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Refusal ? 'workbook' : 'defect';
    this.store.set({ trouble: { code, message, cell: '', issues: [], seen: null }, busy: null });
  }
}

/** Why work is ended that nobody waits for any more. */
const stopped = new Refusal('stopped', 'Stopped. Nothing was changed.');

function placesOf({ sheet, table, range, others }: NonNullable<PaneState['analysis']>['input']) {
  return [{ sheet, table, range }, ...others];
}

/** The rank that is looked at, if there still is one. */
function loopToKeep({ loop }: PaneState, loops: number): number | null {
  return loop !== null && loop > loops ? null : loop;
}
