/** @jest-environment node */
/// <reference types="office-js" />
/**
 * The same contract on the transport of Excel on the web, in a real browser: the add-in in an iframe, https, postMessage.
 * No server and no network: every request is answered from the disk or refused, and a refused one fails the test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserPath } from '../e2e/browser.cjs';
import type { Outcome } from './xdm/parent';

const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const origin = 'https://workbench.localhost';
const executablePath = browserPath() ?? '/usr/bin/chromium';

const html = (script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><script src="${script}"></script></body></html>`;

describe('the contract, in an iframe (web)', () => {
  let browser: Browser;
  let page: Page;
  const refused: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
    const bundled = await build({
      entryPoints: [join(__dirname, 'xdm', 'parent.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
    });
    const pages: Readonly<Record<string, string>> = {
      '/parent.html': html('/parent.js'),
      '/parent.js': bundled.outputFiles[0].text,
      '/addin.html': html('/office/office.js'),
      '/dialog.html': html('/office/office.js'),
    };
    const context = await browser.newContext();
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const file = url.pathname.startsWith('/office/')
        ? join(dist, url.pathname.slice('/office/'.length))
        : null;
      if (url.origin === origin && pages[url.pathname] !== undefined) {
        const contentType = url.pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
        await route.fulfill({ body: pages[url.pathname], contentType });
      } else if (url.origin === origin && file !== null && existsSync(file)) {
        await route.fulfill({ body: readFileSync(file), contentType: 'text/javascript' });
      } else {
        refused.push(url.href);
        await route.abort();
      }
    });
    page = await context.newPage();
    await page.goto(`${origin}/parent.html`);
  });

  afterAll(async () => {
    await browser.close();
  });

  afterEach(() => {
    expect(refused).toEqual([]);
  });

  it('holds as it does in the page', async () => {
    const outcome = await page.evaluate(
      () => (globalThis as typeof globalThis & { outcome: Promise<Outcome> }).outcome,
    );
    expect(outcome.platform).toBe('OfficeOnline');
    expect(outcome.verdicts.filter((verdict) => verdict.failure !== null)).toEqual([]);
    expect(outcome.verdicts.length).toBeGreaterThan(50);
    expect(outcome.notImplemented).toEqual([]);
  });

  describe('dialogs, which office.js opens itself on the web', () => {
    const addIn = () => page.frames()[1];

    /** Opens one and keeps what it says; gives 0 or the number of the refusal. */
    const display = (address: string): Promise<number> =>
      addIn().evaluate(
        (where) =>
          new Promise<number>((resolve) => {
            const keep = window as unknown as { dialog: Office.Dialog; heard: unknown[] };
            Office.context.ui.displayDialogAsync(where, { promptBeforeOpen: false }, (result) => {
              if (result.status === Office.AsyncResultStatus.Failed) {
                resolve(result.error.code);
                return;
              }
              keep.dialog = result.value;
              keep.heard = [];
              for (const kind of [
                Office.EventType.DialogMessageReceived,
                Office.EventType.DialogEventReceived,
              ])
                keep.dialog.addEventHandler(kind, (said) => {
                  keep.heard.push('message' in said ? said.message : said.error);
                });
              resolve(0);
            });
          }),
        address,
      );
    const heard = async (): Promise<unknown> =>
      (
        await addIn().waitForFunction(() => (window as unknown as { heard: unknown[] }).heard.splice(0)[0])
      ).jsonValue();

    it.each([
      ['https://example.com/dialog.html', 12004],
      ['http://workbench.localhost/dialog.html', 12005],
    ])('"%s" is refused with %s', async (address, code) => {
      expect(await display(address)).toBe(code);
    });

    it('one tells its opener, is told, and keeps a second one from opening until the user closes it', async () => {
      const opening = page.waitForEvent('popup');
      expect(await display(`${origin}/dialog.html`)).toBe(0);
      const dialog = await opening;
      await dialog.waitForLoadState();
      await dialog.evaluate(async () => {
        await Office.onReady();
        document.title = 'silence';
        await new Promise((added) => {
          Office.context.ui.addHandlerAsync(
            Office.EventType.DialogParentMessageReceived,
            ({ message }: { message: string }) => (document.title = message),
            added,
          );
        });
        Office.context.ui.messageParent('ready');
      });
      expect(await heard()).toBe('ready');
      await addIn().evaluate(() => {
        (window as unknown as { dialog: Office.Dialog }).dialog.messageChild('90 of 370');
      });
      await dialog.waitForFunction(() => document.title === '90 of 370');
      expect(await display(`${origin}/dialog.html`)).toBe(12007);
      await dialog.close();
      expect(await heard()).toBe(12006);
    });
  });
});
