/** The pane of the add-in in its frame beside the sheet, as a user meets it: by what is written on it. */
import { readFileSync } from 'node:fs';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Area, Book, Cell } from '../../src/engine/index';
import { gridOf, plainSheet } from '../../src/engine/index';
import type { CellInput } from '../../src/workbench/model';
import { area } from '../workbench/modelContract';
import { WorkbenchPage, type WorkbenchOptions } from './workbenchPage';

/** What the system says about colours and motion. */
export type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;

/** Every look that the pane has. */
export const looks: readonly (readonly [string, Media])[] = [
  ['light', { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'no-preference' }],
  ['contrast', { colorScheme: 'dark', forcedColors: 'active', reducedMotion: 'reduce' }],
];

export class PanePage {
  readonly page: Page;

  private constructor(readonly workbench: WorkbenchPage) {
    this.page = workbench.page;
  }

  /** With the sample deals, or the file, on the desk; answers when the pane has read them. */
  static async open(options?: WorkbenchOptions): Promise<PanePage> {
    const pane = new PanePage(await WorkbenchPage.open(options));
    // Sooner than the test's own time: what was waited for is then said.
    pane.page.setDefaultTimeout(20_000);
    await pane.answered();
    return pane;
  }

  close(): Promise<void> {
    return this.workbench.close();
  }

  /** Follows the frame when it is loaded anew. */
  get view(): FrameLocator {
    return this.page.frameLocator('#pane iframe');
  }

  frame(): Frame {
    const found = this.page.frames().find((frame) => frame.url().includes('/taskpane'));
    if (found === undefined) throw new Error('The page has no pane.');
    return found;
  }

  /** The sentence over the score. */
  get answer(): Locator {
    return this.view.locator('#app section p').first();
  }

  /** Waits until the pane shows what it has found: a score, or why there is none. */
  async answered(): Promise<void> {
    await this.view.getByRole('tablist').or(this.view.locator('#app h2')).first().waitFor();
  }

  /** Waits until the score is this. */
  async scored(score: string): Promise<void> {
    await this.view.getByText(new RegExp(`^${score.replace('.', '\\.')} of 100$`)).waitFor();
  }

  tab(name: string): Promise<void> {
    return this.view.getByRole('tab', { name }).click();
  }

  button(name: string | RegExp): Locator {
    return this.view.getByRole('button', { name });
  }

  says(text: string | RegExp): Promise<void> {
    return this.view.getByText(text).first().waitFor();
  }

  /** The pane is closed and opened again beside the same workbook. */
  async reload(): Promise<void> {
    await this.restart();
    await this.answered();
  }

  /** The page of the pane is loaded anew: what is asked of it from now on is asked of the new one. */
  async begin(): Promise<void> {
    const frame = this.frame();
    const isThere = this.page.waitForEvent('framenavigated', (each) => each === frame);
    await frame.evaluate(() => window.location.reload());
    await isThere;
  }

  /** The pane is opened again, and may be at work still. */
  async restart(): Promise<void> {
    await this.begin();
    await this.view.locator('[data-state="loading"]').waitFor({ state: 'hidden' });
  }

  /** From the next start of the pane on, analyses come as far as they can be stopped, and no further. */
  async holdAnalyses(): Promise<void> {
    await this.page.addInitScript(() => {
      class Held extends Worker {
        override set onmessage(listener: ((event: MessageEvent) => void) | null) {
          super.onmessage = (event: MessageEvent<{ kind: string; done?: number }>) => {
            if (event.data.kind === 'step' && event.data.done !== 1) listener?.(event);
          };
        }
      }
      window.Worker = Held;
    });
  }

  /** The user starts to edit a cell, as Excel tells it; the function that comes back ends it. */
  async editCell(): Promise<() => Promise<void>> {
    const editing = await this.page.evaluateHandle(() =>
      window.looplensWorkbench?.addIn.host.startCellEdit(),
    );
    return () => editing.evaluate((finish) => finish?.());
  }

  /** The colours that Office tells are asked once, so the pane begins anew. */
  async under(media: Media): Promise<void> {
    await this.page.emulateMedia(media);
    await this.reload();
  }

  /** Waits until a row, counted from 1, is selected in the sheet; and the column, counted from 0, where it is told. */
  async selects(sheet: string, row: number, column?: number): Promise<void> {
    await this.page.waitForFunction(
      ([name, top, left]) => {
        const workbook = window.looplensWorkbench?.workbook;
        if (workbook === undefined) return false;
        const { sheet: id, area } = workbook.selection();
        const there = workbook.sheets().find((each) => each.id === id)?.name;
        return there === name && area.top === top && (left === null || area.left === left);
      },
      [sheet, row - 1, column ?? null] as const,
    );
  }

  /** As a user who clicks on a cell of a sheet. */
  select(name: string, area: Area): Promise<void> {
    return this.page.evaluate(
      ([wanted, where]) => {
        const workbook = window.looplensWorkbench?.workbook;
        const sheet = workbook?.sheets().find((each) => each.name === wanted);
        if (workbook === undefined || sheet === undefined) throw new Error(`There is no sheet "${wanted}".`);
        workbook.activate(sheet.id);
        workbook.select(sheet.id, where);
      },
      [name, area] as const,
    );
  }

  /** Writes a value as the user does who has the sheet in front. */
  write(name: string, address: string, value: CellInput): Promise<void> {
    return this.page.evaluate(
      ([wanted, where, input]) => {
        const workbook = window.looplensWorkbench?.workbook;
        const sheet = workbook?.sheets().find((each) => each.name === wanted);
        if (workbook === undefined || sheet === undefined) throw new Error(`There is no sheet "${wanted}".`);
        workbook.write(sheet.id, where, [[input]]);
      },
      [name, area(address), value] as const,
    );
  }

  /** Protects a sheet, or the structure of the workbook, as an owner does. */
  protect(sheet?: string): Promise<void> {
    return this.frame().evaluate(
      (name) =>
        Excel.run(async (context) => {
          const { workbook } = context;
          const { protection } = name === null ? workbook : workbook.worksheets.getItem(name);
          protection.protect();
          await context.sync();
        }),
      sheet ?? null,
    );
  }

  /** Every score that the pane shows from now on until the page is asked for the answer. */
  async keepScores(): Promise<() => Promise<string[]>> {
    const frame = this.frame();
    await frame.evaluate(() => {
      const scores = ((window as unknown as { scores: string[] }).scores = []) as string[];
      new MutationObserver(() => {
        const text = document.querySelector('#app')?.textContent ?? '';
        const [score] = /\d+(?:\.\d)? of 100/.exec(text) ?? ['none'];
        if (scores.at(-1) !== score) scores.push(score);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return () => frame.evaluate(() => (window as unknown as { scores: string[] }).scores);
  }

  /** Other sheets on the desk, and the pane's answer to them. */
  async load(sheets: Record<string, Cell[][]>, tables: Book['tables'] = []): Promise<void> {
    const book: Book = {
      name: 'book',
      sheets: Object.entries(sheets).map(([name, rows]) => plainSheet(name, gridOf(rows))),
      tables,
      date1904: false,
      notes: [],
    };
    await this.workbench.load(book);
    await this.reload();
  }

  /** What axe-core finds wrong with the pane: 'rule: element'. */
  async violations(): Promise<string[]> {
    const frame = this.frame();
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axeSource);
    const found = await frame.evaluate(async () => {
      // What fades in is paler than it will be; what moves for as long as it is there never ends.
      const ends = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ends.map(({ finished }) => finished));
      const { axe } = window as unknown as { axe: Axe };
      // Fluent's focus guards hand the focus on: nobody ever rests on one.
      const where = { exclude: [['[data-tabster-dummy]']] };
      const { violations } = await axe.run(where, { resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
      );
    });
    return found;
  }
}

interface Axe {
  run(
    where: object,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
