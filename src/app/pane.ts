/**
 * The pane without a picture: reads the workbook, has it analysed, and answers to what a user can ask for.
 *
 * One piece of work at a time: a newer request ends the one before. Nothing is written to the workbook but what the
 * user asks for, and the corrections that were made to the reading.
 */
import type { Basis, DealRole, Sentences } from '../engine/index';
import type { Refusal, WorkbookPort } from '../workbook/port';
import type { ViewEvent, WorkbookMemory, WorkbookView } from '../workbook/view';
import type { Analyst } from './analyst';
import {
  correctionsText,
  noCorrections,
  placeOf,
  readCorrections,
  withRole,
  type Corrections,
} from './corrections';
import { failureOf, messageOf } from './failure';
import { Following } from './following';
import { asItStands, whatIfOf, type Scenario } from './scenario';
import type { SharePlan, ShareWishes } from './sharing/share';
import type { Sharing } from './sharing/sharing';
import { initialState, type PaneState, type Tab } from './state';
import { createStore, type Store } from './store';

export interface PaneSurroundings {
  readonly workbook: WorkbookPort;
  readonly view: WorkbookView;
  readonly memory: WorkbookMemory;
  readonly analyst: Analyst;
  /** The language of what is said about the workbook. */
  readonly sentences: () => Promise<Sentences>;
  /** What the workbook has refused, in that language. */
  readonly refused: (refusal: Refusal) => string;
  /** Whether the card of the first run has been seen on this machine. */
  readonly firstRun: { isOver(): boolean; end(): void };
  /** What the user has selected in the sheet; null when it is empty. */
  readonly selectedBlock: () => Promise<Corrections['deals']>;
  /** Fills a sheet with the sample deals, and answers with a sentence about it. */
  readonly fillSample: () => Promise<string>;
}

export class Pane {
  readonly store: Store<PaneState> = createStore(initialState);
  private readonly following: Following;
  private shares: Promise<Sharing> | null = null;
  private isClosed = false;
  private unwatch: (() => Promise<void>) | null = null;

  constructor(private readonly around: PaneSurroundings) {
    this.following = new Following(this.store, around);
  }

  /** Begins: reads what the workbook remembers, then the workbook. Ends when the first answer is shown. */
  async open(): Promise<void> {
    this.store.set({ welcome: !this.around.firstRun.isOver() });
    // Shown once, whatever becomes of it.
    this.around.firstRun.end();
    const failures = [await failureOf(this.watch()), await failureOf(this.remember())];
    await this.refresh();
    for (const failure of failures) if (failure !== null) this.failed(failure.error);
  }

  private async watch(): Promise<void> {
    const unwatch = await this.around.view.watch(
      (event) => this.heard(event),
      (error) => this.failed(error),
    );
    if (this.isClosed) await unwatch();
    else this.unwatch = unwatch;
  }

  private async remember(): Promise<void> {
    const kept = await this.around.memory.load();
    this.store.set({ corrections: (kept === null ? null : readCorrections(kept)) ?? noCorrections });
  }

  /** Ends what is under way and takes every handler off. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.following.end();
    const { unwatch } = this;
    this.unwatch = null;
    await unwatch?.();
  }

  /** Reads the whole workbook anew. */
  async refresh(): Promise<void> {
    await this.following.changed(null);
  }

  /** Nobody looks at a hidden pane: what changes meanwhile is read when it is shown again. */
  async setHidden(isHidden: boolean): Promise<void> {
    await this.following.setHidden(isHidden);
  }

  /** Ends what is under way and keeps what is on screen, which may then be of an older workbook. */
  cancel(): void {
    this.following.stop();
  }

  async setBasis(basis: Basis): Promise<void> {
    this.store.set({ basis });
    await this.following.anew();
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
    this.store.set({ notice: null, failure: null });
  }

  /** What a column is, by the cell of its heading; null: it is not used. */
  async chooseRole(cell: string, heading: string, role: DealRole | null): Promise<void> {
    await this.correct(withRole(this.store.get().corrections, { cell, heading, role }));
  }

  async chooseCurrency(currency: string): Promise<void> {
    await this.correct({ ...this.store.get().corrections, currency });
  }

  /** The party that keeps a sheet whose rows name a counterparty and a direction. */
  async chooseOwner(owner: string): Promise<void> {
    await this.correct({ ...this.store.get().corrections, owner });
  }

  /** Forgets every correction, also in the workbook. */
  async forgetCorrections(): Promise<void> {
    await this.correct(noCorrections);
  }

  async setScenario(change: Partial<Scenario>): Promise<void> {
    const scenario = { ...this.store.get().scenario, ...change };
    this.store.set({ scenario, ...(whatIfOf(scenario) === null ? { whatIf: null } : {}) });
    await this.following.supposeAnew();
  }

  async resetScenario(): Promise<void> {
    await this.setScenario(asItStands);
  }

  async fillSample(): Promise<void> {
    await this.guard(async () => {
      const notice = await this.around.fillSample();
      this.skipWelcome();
      this.store.set({ notice });
      await this.refresh();
    });
  }

  /** Whether the report that was written into the workbook still matches its deals. */
  async lookAtReport(): Promise<void> {
    await this.guard(async () => (await this.sharing()).look());
  }

  /** Shows what writing the findings into the workbook, or taking them away, would do to it. */
  async planSharing(does: SharePlan['does']): Promise<void> {
    await this.guard(async () => (await this.sharing()).plan(does));
  }

  async chooseSharing(wishes: Partial<ShareWishes>): Promise<void> {
    await this.guard(async () => (await this.sharing()).choose(wishes));
  }

  /** Does what is shown; `done` is the sentence for it, `changed` the one for a workbook that is another one by now. */
  async share(done: string, changed: string): Promise<void> {
    await this.guard(async () => {
      const notice = (await (await this.sharing()).carryOut()) ? done : changed;
      this.store.set({ notice });
    });
  }

  async forgetSharing(): Promise<void> {
    (await this.sharing()).forget();
  }

  /** Fetched when it is asked for: the report is nothing that the first score needs. */
  private sharing(): Promise<Sharing> {
    this.shares ??= import(/* webpackChunkName: "sharing" */ './sharing/sharing').then(
      ({ Sharing }) => new Sharing(this.store, this.following, this.around.workbook, () => new Date()),
    );
    return this.shares;
  }

  skipWelcome(): void {
    this.around.firstRun.end();
    this.store.set({ welcome: false });
  }

  private async correct(corrections: Corrections): Promise<void> {
    this.store.set({ corrections });
    const saving = failureOf(this.around.memory.save(correctionsText(corrections)));
    await this.following.anew();
    const failure = await saving;
    // Said when the analysis is there, which would clear it away.
    if (failure !== null) this.failed(failure.error);
  }

  private heard(event: ViewEvent): void {
    if (event.kind !== 'selected' && this.shares !== null) void this.forgetSharing();
    switch (event.kind) {
      case 'selected':
        this.store.set({
          selected: { sheet: event.sheet, row: event.area.top + 1, column: event.area.left },
        });
        return;
      case 'changed-elsewhere':
        this.following.changedElsewhere();
        return;
      case 'calculated':
        void this.following.calculated(event.sheets);
        return;
      case 'changed':
        void this.following.changed(event.sheets);
    }
  }

  /** What goes wrong is shown beside what is on screen: the analysis is none the worse for it. */
  private async guard(task: () => Promise<void>): Promise<void> {
    const failure = await failureOf(task());
    if (failure !== null) this.failed(failure.error);
  }

  private failed(error: unknown): void {
    this.store.set({ failure: messageOf(error, this.around.refused) });
  }
}
