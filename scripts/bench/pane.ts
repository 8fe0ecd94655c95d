/**
 * What a user waits for in the pane, measured in a real browser: 10,000 deals from opening the pane to the score, an
 * amount that is typed into the sheet to the new score, scrolling the list of loops, and what 100 edits leave behind.
 *
 * Spreadsheet, host and pane share the thread of one page here; the analysis has a worker. In Excel the pane's thread
 * is its own.
 */
import type { Frame, Page } from 'playwright-core';
import { launchBrowser, openPage, serverOf } from './workbenchPage';
import { seededRows } from './sheet';

export interface PaneTimes {
  /** Milliseconds. */
  readonly opened: number[];
  readonly rescored: number[];
  /** Longest time between two frames while the loops are scrolled. */
  readonly longestFrame: number;
  /** Longest tasks of the thread, while the pane opens and while it follows edits; 0 when none was above 50 ms. */
  readonly longestWhileOpening: number;
  readonly longestWhileEditing: number;
  /** Bytes of the heap of the page with spreadsheet and pane, after a collection. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  readonly edits: number;
}

export async function measurePane(
  seed: number,
  deals: number,
  runs: number,
  edits: number,
): Promise<PaneTimes> {
  const browser = await launchBrowser();
  const server = await serverOf();
  try {
    const opened: number[] = [];
    let longestWhileOpening = 0;
    let page: Page | null = null;
    for (let run = 0; run < runs; run++) {
      await page?.context().close();
      page = await openPage(browser, server.address);
      const frame = paneOf(page);
      await frame.getByRole('tab').first().waitFor();
      await hidePane(page, frame);
      await loadDeals(page, seededRows('mesh', deals / 10, deals, seed));
      await watchTasks(page);
      const begin = performance.now();
      await page.getByRole('button', { name: 'Open Looplens' }).click();
      await frame.getByText(`${deals.toLocaleString('en')} rows`).waitFor({ timeout: 120_000 });
      opened.push(performance.now() - begin);
      longestWhileOpening = Math.max(longestWhileOpening, await longestTask(page));
    }
    if (page === null) throw new Error('At least one run is needed.');
    const frame = paneOf(page);
    const heapBefore = await heapOf(page);
    await watchTasks(page);
    const rescored: number[] = [];
    for (let edit = 0; edit < edits; edit++) rescored.push(await editTime(page, frame, edit));
    const longestWhileEditing = await longestTask(page);
    const heapAfter = await heapOf(page);
    const longestFrame = await scrollLoops(frame);
    return {
      opened,
      rescored,
      longestFrame,
      longestWhileOpening,
      longestWhileEditing,
      heapBefore,
      heapAfter,
      edits,
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

/** The pane is open when the page is: it is closed, so that it can be opened on the deals. */
async function hidePane(page: Page, frame: Frame): Promise<void> {
  await page.getByRole('button', { name: 'Open Looplens' }).click();
  await frame.getByRole('tab').first().waitFor({ state: 'hidden' });
}

async function loadDeals(page: Page, rows: ReturnType<typeof seededRows>): Promise<void> {
  await page.evaluate((cells) => {
    const workbook = window.looplensWorkbench?.workbook;
    workbook?.loadBook({
      name: 'seeded',
      sheets: [
        {
          name: 'Deals',
          visibility: 'visible',
          grid: {
            top: 0,
            left: 0,
            rows: cells.length,
            columns: cells[0].length,
            at: (row: number, column: number) => cells[row]?.[column] ?? null,
          },
          format: null,
          isFormula: null,
          hiddenRows: [],
          hiddenColumns: [],
          filter: null,
          merges: [],
        },
      ],
      tables: [],
      date1904: false,
      notes: [],
    });
  }, rows);
}

/** Begins to note the long tasks of the page, from now on. */
async function watchTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const kept = window as unknown as { longest: number; watching?: PerformanceObserver };
    kept.watching?.disconnect();
    kept.longest = 0;
    kept.watching = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) kept.longest = Math.max(kept.longest, duration);
    });
    kept.watching.observe({ entryTypes: ['longtask'] });
  });
}

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { longest: number }).longest);

/** Types an amount as a user does, and waits for the sentence of the pane to change. */
async function editTime(page: Page, frame: Frame, edit: number): Promise<number> {
  if (edit === 0) {
    await page.mouse.click(600, 400);
    await twoFrames(page);
  }
  await page.evaluate(
    (row) => {
      const workbook = window.looplensWorkbench?.workbook;
      const [deals] = workbook?.sheets() ?? [];
      workbook?.select(deals.id, { top: row, left: 4, bottom: row, right: 4 });
    },
    1 + edit * 7,
  );
  await twoFrames(page);
  await page.keyboard.type(String(1_000_000 * (edit + 1)));
  const changed = frame.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const app = document.getElementById('app');
        const before = app?.querySelector('section p')?.textContent;
        const observer = new MutationObserver(() => {
          if (app?.querySelector('section p')?.textContent === before) return;
          observer.disconnect();
          resolve();
        });
        if (app !== null) observer.observe(app, { subtree: true, childList: true, characterData: true });
      }),
  );
  const begin = performance.now();
  await page.keyboard.press('Enter');
  await changed;
  return performance.now() - begin;
}

/** A click or a selection is worked off when a frame has been drawn. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session
    .send('Performance.enable')
    .then(() => session.send('Performance.getMetrics'));
  await session.detach();
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
}

/** Scrolls the list of loops from its top to its end. */
async function scrollLoops(frame: Frame): Promise<number> {
  await frame.getByRole('tab', { name: 'Loops' }).click();
  const list = frame.getByRole('list', { name: /loops/ });
  await list.waitFor();
  return list.evaluate(
    (element) =>
      new Promise<number>((resolve) => {
        let longest = 0;
        let last = performance.now();
        const step = (now: number): void => {
          longest = Math.max(longest, now - last);
          last = now;
          const isDone = element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
          element.scrollTop += 120;
          if (isDone) resolve(longest);
          else requestAnimationFrame(step);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(step);
        });
      }),
  );
}
