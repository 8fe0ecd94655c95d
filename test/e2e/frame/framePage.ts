/// <reference lib="dom" />
/**
 * The built add-in in a frame, as Excel on the web has it: https, postMessage, nothing but what lies in dist/web/addin.
 * There is no server and no network: every request is answered from the disk or refused, and what was refused is kept
 * for the test to fail on. So is every error that nobody caught, and whatever the page's own policy has stopped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Frame, type Page, type Route } from 'playwright-core';
import type { Cell } from '../../../src/engine/index';
import { area } from '../../workbench/modelContract';
import { browserPath } from '../browser.cjs';
import type { Surroundings } from './parent';

declare global {
  interface Window {
    surroundings?: Promise<Surroundings>;
  }
}

export const addInFolder = join(__dirname, '..', '..', '..', 'dist', 'web', 'addin');
const origin = 'https://workbench.localhost';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.xml': 'text/xml',
};

export class FramePage {
  /** Requests that nothing on the disk answers. */
  readonly refused: string[] = [];
  /** Errors of the page and of its frame that nobody caught. */
  readonly errors: string[] = [];
  /** What the policy of a page has stopped. */
  readonly stopped: string[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  /** `locale` is the language of Excel, such as 'ko-KR'. Waits until the add-in's functions have been loaded. */
  static async open(locale: string): Promise<FramePage> {
    const parent = await build({
      entryPoints: [join(__dirname, 'parent.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const browser = await chromium.launch({
      executablePath: browserPath() ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
    const page = await browser.newPage();
    const opened = new FramePage(browser, page);
    await page.exposeFunction('policyStopped', (what: string) => opened.stopped.push(what));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        const { policyStopped } = window as unknown as { policyStopped: (what: string) => void };
        policyStopped(`${violatedDirective} ${blockedURI}`);
      });
    });
    page.on('pageerror', (error) => opened.errors.push(error.message));
    await page.route('**/*', (route) => opened.answer(route, parent.outputFiles[0].text));
    await page.goto(`${origin}/parent.html?locale=${locale}`);
    await page.evaluate(async () => (await window.surroundings)?.host.functions.untilReady());
    return opened;
  }

  private async answer(route: Route, parent: string): Promise<void> {
    const url = new URL(route.request().url());
    const file = url.pathname.startsWith('/addin/')
      ? join(addInFolder, url.pathname.slice('/addin/'.length))
      : null;
    if (url.origin === origin && url.pathname === '/parent.html') {
      const body = '<!doctype html><meta charset="utf-8"><body><script src="/parent.js"></script></body>';
      await route.fulfill({ body, contentType: 'text/html' });
    } else if (url.origin === origin && url.pathname === '/parent.js') {
      await route.fulfill({ body: parent, contentType: 'text/javascript' });
    } else if (url.origin === origin && file !== null && existsSync(file)) {
      const contentType = types[extname(file)] ?? 'application/octet-stream';
      await route.fulfill({ body: readFileSync(file), contentType });
    } else {
      this.refused.push(url.href);
      await route.abort();
    }
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  /** The add-in's own page. */
  get pane(): Frame {
    const [, pane] = this.page.frames();
    return pane;
  }

  /** Types into a sheet that is in front, as a user does. */
  type(address: string, rows: readonly (readonly Cell[])[]): Promise<void> {
    return this.page.evaluate(
      async ([where, cells]) => {
        const model = (await window.surroundings)?.model;
        model?.type(model.activeSheet(), where, cells as (string | number | null)[][]);
      },
      [area(address), rows] as const,
    );
  }

  /** What the cell shows when no formula waits any more, and what was said about its error. */
  answered(address: string): Promise<{ readonly value: Cell; readonly message: string | null }> {
    return this.page.evaluate(async ({ top, left }) => {
      const around = await window.surroundings;
      if (around === undefined) throw new Error('The page has no workbook.');
      const { model } = around;
      await model.settled();
      const sheet = model.activeSheet();
      return { value: model.value(sheet, top, left), message: model.messageAt(sheet, top, left) };
    }, area(address));
  }

  /** Types a formula and waits for its answer. */
  async ask(
    address: string,
    formula: string,
  ): Promise<{ readonly value: Cell; readonly message: string | null }> {
    await this.type(address, [[formula]]);
    return this.answered(address);
  }

  /** Presses a ribbon button; resolves when its function has completed. */
  async press(functionName: string): Promise<void> {
    await this.page.evaluate(
      async (name) => (await window.surroundings)?.host.runCommand(name),
      functionName,
    );
  }

  sheets(): Promise<string[]> {
    return this.page.evaluate(
      async () => (await window.surroundings)?.model.sheets().map(({ name }) => name) ?? [],
    );
  }

  /** Adds a sheet in front. */
  async addSheet(name: string): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      const model = (await window.surroundings)?.model;
      model?.activate(model.addSheet(wanted).id);
    }, name);
  }

  notImplemented(): Promise<readonly string[]> {
    return this.page.evaluate(async () => (await window.surroundings)?.host.notImplemented ?? []);
  }

  /** Waits until the pane shows that it is ready, and tells the sentence. */
  async readySentence(): Promise<string> {
    const summary = this.pane.locator('[data-state="ready"] .functions > summary');
    await summary.waitFor();
    return summary.innerText();
  }

  /** Presses the pane's own button, which it shows when it could not start; resolves when another page is there. */
  async reload(): Promise<void> {
    await this.pane.evaluate(() => {
      document.documentElement.dataset['before'] = 'reload';
      document.querySelector<HTMLElement>('[data-action="reload"]')?.click();
    });
    await this.pane.waitForFunction(() => document.documentElement.dataset['before'] === undefined);
  }

  /** Waits until the pane says something about a command, and tells what. */
  async notice(): Promise<string> {
    const notice = this.pane.locator('.notice');
    await notice.filter({ hasText: /./ }).waitFor();
    return notice.innerText();
  }
}
