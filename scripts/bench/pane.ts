/**
 * What a user waits for in the pane, measured in a real browser through the real office.js: from opening the pane to the
 * score, from an amount that is typed to the new score, scrolling the long lists, and what 100 edits leave behind.
 *
 * Spreadsheet, host and add-in share the thread of one page here, and only the analysis has a worker; in Excel the
 * add-in has a thread of its own.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import type { Cell } from '../../src/engine/index';
import { typeAmount, loadDeals } from './paneDesk';
import { longestByProcessor } from './paneTrace';
import { scrollList, type Scrolled } from './paneScroll';
import {
  answersSoFar,
  enteredAt,
  forgetTasks,
  longestTasks,
  nextAnswer,
  noteEverything,
  type Blocks,
} from './paneWatch';
import { seededRows } from './sheet';
import { launchBrowser, openPage, serverOf } from './workbenchPage';

export interface PaneTimes {
  /** Milliseconds. */
  readonly opened: number[];
  readonly rescored: number[];
  readonly loops: Scrolled;
  readonly deals: Scrolled;
  readonly whileOpening: Blocks;
  readonly whileEditing: Blocks;
  /** Longest task of the thread by processor time, whoever's it is. */
  readonly processorWhileOpening: number;
  readonly processorWhileEditing: number;
  /** Bytes of the heap of the page with spreadsheet and pane, after a collection. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  /** Workers that are left of all that analysed. */
  readonly workers: number;
}

export async function measurePane(
  seed: number,
  deals: number,
  runs: number,
  edits: number,
): Promise<PaneTimes> {
  const rows = seededRows('mesh', deals / 10, deals, seed);
  const browser = await launchBrowser();
  const server = await serverOf();
  try {
    const opened: number[] = [];
    const openings: Blocks[] = [];
    let processorWhileOpening = 0;
    let page = await pageWith(browser, server.address, rows);
    for (let run = 0; run < runs; run++) {
      if (run > 0) {
        await page.context().close();
        page = await pageWith(browser, server.address, rows);
      }
      const beside = page;
      processorWhileOpening = Math.max(
        processorWhileOpening,
        await longestByProcessor(browser, page, async () => void opened.push(await openingTime(beside))),
      );
      openings.push(await longestTasks(page, paneOf(page)));
    }
    const edited = await editTimes(browser, page, rows, edits);
    const frame = paneOf(page);
    return {
      opened,
      ...edited,
      processorWhileOpening,
      whileOpening: worstOf(openings),
      loops: await scrollList(page, frame, 'Loops', /loops/),
      deals: await scrollList(page, frame, 'What if', /deals/i),
    };
  } finally {
    server.end();
    await browser.close();
  }
}

function paneOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('taskpane'));
  if (frame === undefined) throw new Error('The page has no pane.');
  return frame;
}

/** With the deals on the desk and the card of the first run out of the way. */
async function pageWith(browser: Browser, address: string, rows: Cell[][]): Promise<Page> {
  const page = await openPage(browser, address, noteEverything);
  page.setDefaultTimeout(30_000);
  const frame = paneOf(page);
  await frame.getByRole('button', { name: 'Skip' }).click();
  await nextAnswer(frame, 0, 'The sample deals were opened');
  await loadDeals(page, rows);
  return page;
}

/** The add-in is loaded anew beside the deals, as in a workbook that is opened: to the score on screen. */
async function openingTime(page: Page): Promise<number> {
  await forgetTasks(page);
  const before = await paneOf(page).evaluate(() => {
    const begin = performance.timeOrigin + performance.now();
    window.location.reload();
    return begin;
  });
  await page.waitForFunction((old) => {
    const pane = document.querySelector<HTMLIFrameElement>('#pane iframe')?.contentWindow;
    return (pane?.performance.timeOrigin ?? 0) > old;
  }, before);
  return (await nextAnswer(paneOf(page), 0, 'The pane was opened')) - before;
}

async function editTimes(
  browser: Browser,
  page: Page,
  rows: Cell[][],
  edits: number,
): Promise<Omit<PaneTimes, 'opened' | 'whileOpening' | 'processorWhileOpening' | 'loops' | 'deals'>> {
  const frame = paneOf(page);
  const gross = Math.round(rows.slice(1).reduce((sum, row) => sum + Number(row[4]), 0));
  // The first edit finds the keyboard somewhere else, and code that never ran: it is made, and not counted.
  await editTime(page, frame, 1, gross);
  const heapBefore = await heapOf(page);
  await forgetTasks(page);
  const rescored: number[] = [];
  const processorWhileEditing = await longestByProcessor(browser, page, async () => {
    for (let edit = 0; edit < edits; edit++) {
      // As much as the whole sheet, or three times that: its total is another one, and so is the sentence.
      const amount = gross * (edit % 2 === 0 ? 3 : 1);
      rescored.push(await editTime(page, frame, 1 + edit * 7, amount));
    }
  });
  const whileEditing = await longestTasks(page, frame);
  return {
    rescored,
    whileEditing,
    processorWhileEditing,
    heapBefore,
    heapAfter: await heapOf(page),
    workers: page.workers().length,
  };
}

/** From Enter to the new sentence on screen. */
async function editTime(page: Page, frame: Frame, row: number, amount: number): Promise<number> {
  const known = await answersSoFar(frame);
  await typeAmount(page, row, amount);
  const shown = await nextAnswer(frame, known, `${amount} was typed into row ${row + 1}`);
  return shown - (await enteredAt(page.mainFrame()));
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize');
  if (heap === undefined) throw new Error('The browser does not tell the size of its heap.');
  return heap.value;
}

function worstOf(blocks: readonly Blocks[]): Blocks {
  return {
    own: Math.max(...blocks.map(({ own }) => own)),
    any: Math.max(...blocks.map(({ any }) => any)),
  };
}
