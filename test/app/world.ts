/** A pane with surroundings in memory: our own ports, and the real engine in the same thread. */
import type { Analyst, AnalystRequest } from '../../src/app/analyst';
import { Pane } from '../../src/app/pane';
import type { PaneState } from '../../src/app/state';
import { analyze, gridOf, plainSheet, type Analysis, type Book, type Cell } from '../../src/engine/index';
import { Refusal } from '../../src/workbook/port';
import type { ViewEvent } from '../../src/workbook/view';

export type Rows = readonly (readonly Cell[])[];

export const heading = ['Payer', 'Receiver', 'Amount (USD bn)', 'Kind', 'Status'];

/** 80 of 230 goes round. */
export const circle: Rows = [
  heading,
  ['Nvidia', 'OpenAI', 100, 'equity', 'closed'],
  ['OpenAI', 'Nvidia', 80, 'chips', 'signed'],
  ['Meta', 'Nvidia', 50, 'chips', 'signed'],
];

export function bookOf(sheets: ReadonlyMap<string, Rows>): Book {
  return {
    name: 'deals.xlsx',
    sheets: [...sheets].map(([name, rows]) => plainSheet(name, gridOf(rows))),
    tables: [],
    date1904: false,
    notes: [],
  };
}

/** Holds work back until it is let go, or its signal ends it. */
export class Gate {
  private opened = Promise.resolve();
  private open = (): void => {};
  /** Resolves when somebody stands before the closed gate. */
  waiting = Promise.resolve();
  private arrive = (): void => {};

  close(): void {
    this.opened = new Promise((resolve) => (this.open = resolve));
    this.waiting = new Promise((resolve) => (this.arrive = resolve));
  }

  release(): void {
    this.open();
  }

  async pass(signal: AbortSignal | undefined): Promise<void> {
    this.arrive();
    await Promise.race([this.opened, abortOf(signal)]);
    signal?.throwIfAborted();
  }
}

function abortOf(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
}

export class World {
  readonly sheets = new Map<string, Rows>();
  readonly reads: (readonly string[] | null)[] = [];
  readonly saved: string[] = [];
  readonly selections: string[] = [];
  readonly analyses: AnalystRequest['options'][] = [];
  readonly reading = new Gate();
  readonly analysing = new Gate();
  /** What the next call throws, once. */
  readonly fails: {
    read?: Error;
    watch?: Error;
    load?: Error;
    save?: Error;
    select?: Error;
    analyze?: Error;
  } = {};
  kept: string | null = null;
  firstRunIsOver = true;
  selection: { readonly range: string } | null = null;
  isWatched = false;
  hasEnded = false;
  tell: (event: ViewEvent) => void = () => {};
  readonly pane: Pane;
  private taken: Book | null = null;

  constructor(deals: Rows = circle) {
    this.sheets.set('Deals', deals);
    this.sheets.set('Notes', [['Nothing of this is a deal.']]);
    this.pane = new Pane({
      workbook: {
        read: async (names, { signal } = {}) => {
          this.reads.push(names ?? null);
          await this.reading.pass(signal);
          this.fail('read');
          const missing = names?.find((name) => !this.sheets.has(name));
          if (missing !== undefined) throw new Refusal('missing', `There is no sheet "${missing}".`);
          return bookOf(new Map([...this.sheets].filter(([name]) => names?.includes(name) ?? true)));
        },
        apply: () => Promise.reject(new Error('The pane writes nothing of its own accord.')),
      },
      view: {
        select: async (sheet, { top, left, bottom, right }) => {
          this.fail('select');
          this.selections.push([sheet, top, left, bottom, right].join(' '));
        },
        watch: async (listener) => {
          this.fail('watch');
          this.isWatched = true;
          this.tell = listener;
          return async () => void (this.isWatched = false);
        },
      },
      memory: {
        load: async () => {
          this.fail('load');
          return this.kept;
        },
        save: async (text) => {
          this.fail('save');
          this.saved.push(text);
          this.kept = text;
        },
      },
      analyst: this.analyst(),
      sentences: async () => ({}),
      refused: ({ message }) => message,
      firstRun: { isOver: () => this.firstRunIsOver, end: () => void (this.firstRunIsOver = true) },
      selectedBlock: async () => this.selection,
      fillSample: async () => {
        this.fail('select');
        this.sheets.set('Sample', circle);
        return 'The sample is there.';
      },
    });
  }

  get state(): PaneState {
    return this.pane.store.get();
  }

  /** What goes round on the headline basis, counted once for its two legs. */
  get amount(): number | null {
    return goingRound(this.state.analysis);
  }

  /** The same of the scenario. */
  get supposed(): number | null {
    return goingRound(this.state.whatIf);
  }

  edit(sheet: string, rows: Rows): void {
    this.sheets.set(sheet, rows);
    this.tell({ kind: 'changed', sheets: [sheet] });
  }

  /** Resolves when the state is as is said. */
  until(isSo: (state: PaneState) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!isSo(this.state)) return;
        end();
        resolve();
      };
      const end = this.pane.store.subscribe(look);
      look();
    });
  }

  quiet(): Promise<void> {
    return this.until(({ busy }) => busy === null);
  }

  private analyst(): Analyst {
    return {
      take: async (book, signal) => {
        signal.throwIfAborted();
        this.taken = book;
      },
      analyze: async ({ options, signal, progress }) => {
        this.analyses.push(options);
        progress('Finding the deals', 0);
        await this.analysing.pass(signal);
        this.fail('analyze');
        if (this.taken === null) throw new Error('There is no workbook to analyse.');
        return analyze(this.taken, { draws: 0, ...options });
      },
      end: () => void (this.hasEnded = true),
    };
  }

  private fail(what: keyof World['fails']): void {
    const error = this.fails[what];
    delete this.fails[what];
    if (error !== undefined) throw error;
  }
}

export function goingRound(analysis: Analysis | null): number | null {
  return analysis === null ? null : analysis.circularity.headline.amount / 2;
}

/** A world whose pane is open. */
export async function opened(world = new World()): Promise<World> {
  await world.pane.open();
  return world;
}

/** The rows with another amount in one of them (1: the first deal). */
export function withAmount(rows: Rows, row: number, amount: Cell): Rows {
  return rows.map((cells, index) =>
    index === row ? cells.map((cell, at) => (at === 2 ? amount : cell)) : cells,
  );
}
