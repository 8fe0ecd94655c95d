/**
 * What a user waits for in the workbench, measured in a real browser on the page as it is served: from `npm start` to the
 * first calculated cell, a large range through a function, and an edit that reaches the cell that depends on it.
 * Times are taken in the page, from the write to the value in the cell.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { Cell } from '../../src/engine/index';
import { launchBrowser, openPage, root, serverOf } from './workbenchPage';
import { seededRows } from './sheet';

export interface WorkbenchTimes {
  /** Milliseconds of each run. */
  readonly started: number[];
  readonly opened: number[];
  readonly firstCell: number[];
  readonly largeRange: number[];
  readonly edits: number[];
  /** The longest time that the page did not react while the edits were answered; 0 when none was above 50 ms. */
  readonly longestBlock: number;
  /** The longest task of the add-in's own frame from a new formula over 10,000 and over 100,000 rows to its answer; 0 when none was above 50 ms. */
  readonly coldBlocks: readonly [number, number];
  /** Bytes as a server sends them compressed: the script of the functions, and all that the page fetches. */
  readonly functionsBytes: number;
  readonly pageBytes: number;
}

/** `runs` starts and large ranges, and `edits` edits on 10,000 rows. */
export async function measureWorkbench(seed: number, runs: number, edits: number): Promise<WorkbenchTimes> {
  const browser = await launchBrowser();
  try {
    const starts: Start[] = [];
    for (let run = 0; run < runs; run++) starts.push(await startOnce(browser));
    const server = await serverOf();
    try {
      const page = await openPage(browser, server.address);
      const large = await editTimes(page, 100_000, runs, seed);
      const small = await editTimes(page, 10_000, edits, seed);
      return {
        started: starts.map((start) => start.started),
        opened: starts.map((start) => start.opened),
        firstCell: starts.map((start) => start.firstCell),
        largeRange: large.times,
        edits: small.times,
        longestBlock: small.longestBlock,
        coldBlocks: [small.coldBlock, large.coldBlock],
        functionsBytes: gzipSync(readFileSync(join(root, 'dist', 'web', 'addin', 'functions.js'))).length,
        pageBytes: starts[0].bytes,
      };
    } finally {
      server.end();
    }
  } finally {
    await browser.close();
  }
}

interface Start {
  /** From `npm start` to the address, to the page that takes keys, and to the answer in the cell. */
  readonly started: number;
  readonly opened: number;
  readonly firstCell: number;
  readonly bytes: number;
}

async function startOnce(browser: Browser): Promise<Start> {
  const begin = performance.now();
  const server = await serverOf();
  try {
    const started = performance.now() - begin;
    const page = await openPage(browser, server.address);
    const opened = performance.now() - begin;
    await page.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      workbook?.activate(workbook.addSheet('First').id);
    });
    await page.keyboard.type('=DEAL.CIRCULARITY(Deals[#All])');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const first = { top: 0, left: 0, bottom: 0, right: 0 };
      return typeof workbook?.values(workbook.activeSheet(), first)[0][0] === 'number';
    });
    const firstCell = performance.now() - begin;
    const files = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    );
    const bytes = files
      .filter((file) => /\.(js|css)$/.test(file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(root, 'dist', 'web', file))).length, 0);
    await page.context().close();
    return { started, opened, firstCell, bytes };
  } finally {
    server.end();
  }
}

/** A sheet of deals and a formula over all of it; then amounts are edited, one after the other. */
async function editTimes(
  page: Page,
  deals: number,
  edits: number,
  seed: number,
): Promise<{ times: number[]; longestBlock: number; coldBlock: number }> {
  const rows: Cell[][] = seededRows('mesh', deals / 10, deals, seed);
  return page.evaluate(
    async ([cells, count]) => {
      const workbook = window.looplensWorkbench?.workbook;
      if (workbook === undefined) throw new Error('The page has no workbook.');
      const width = cells[0].length;
      const plain = {
        visibility: 'visible',
        format: null,
        isFormula: null,
        hiddenRows: [],
        hiddenColumns: [],
        filter: null,
        merges: [],
      } as const;
      const gridOf = (rows: typeof cells) => ({
        top: 0,
        left: 0,
        rows: rows.length,
        columns: rows.length === 0 ? 0 : width,
        at: (row: number, column: number) => rows[row]?.[column] ?? null,
      });
      workbook.loadBook({
        name: 'seeded',
        sheets: [
          { ...plain, name: 'Deals', grid: gridOf(cells) },
          { ...plain, name: 'Answers', grid: gridOf([]) },
        ],
        tables: [],
        date1904: false,
        notes: [],
      });
      const [deals, answers] = workbook.sheets();
      const first = { top: 0, left: 0, bottom: 0, right: 0 };
      const value = () => workbook.values(answers.id, first)[0][0];
      const changedFrom = (before: unknown) =>
        new Promise<void>((resolve) => {
          const stop = workbook.subscribe(() => {
            const now = value();
            if (typeof now !== 'number' || now === before) return;
            stop();
            resolve();
          });
        });
      const frame = [...document.querySelectorAll('iframe')].find((element) =>
        element.src.includes('taskpane'),
      )?.contentWindow as typeof window | null | undefined;
      if (frame === null || frame === undefined) throw new Error('The page has no frame of the add-in.');
      // What the spreadsheet does with the loaded sheet is over when nothing has held the page for a second.
      await new Promise<void>((resolve) => {
        let last = performance.now();
        new PerformanceObserver(() => (last = performance.now())).observe({ entryTypes: ['longtask'] });
        const look = setInterval(() => {
          if (performance.now() - last < 1_000) return;
          clearInterval(look);
          resolve();
        }, 100);
      });
      let coldBlock = 0;
      // Seen from the frame, its own tasks are "self" and the spreadsheet's are its ancestor's.
      const ownTasks = new frame.PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === 'self') coldBlock = Math.max(coldBlock, duration);
      });
      ownTasks.observe({ entryTypes: ['longtask'] });
      const answered = changedFrom(null);
      workbook.write(answers.id, first, [[`=DEAL.CIRCULARITY('${deals.name}'!A1:H${cells.length})`]]);
      await answered;
      ownTasks.disconnect();
      let longestBlock = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longestBlock = Math.max(longestBlock, duration);
      }).observe({ entryTypes: ['longtask'] });
      const times: number[] = [];
      for (let edit = 0; edit < count; edit++) {
        const before = value();
        const row = 1 + edit * 7;
        const begin = performance.now();
        const done = changedFrom(before);
        const amount = { top: row, left: 4, bottom: row, right: 4 };
        workbook.write(deals.id, amount, [[Number(cells[row][4]) * 3 + 1_000_000]]);
        await done;
        times.push(performance.now() - begin);
      }
      return { times, longestBlock, coldBlock };
    },
    [rows, edits] as const,
  );
}
