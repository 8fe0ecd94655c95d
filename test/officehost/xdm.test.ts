/** @jest-environment node */
/**
 * The same contract on the transport of Excel on the web, in a real browser: the add-in in an iframe, https, postMessage.
 * No server and no network: every request is answered from the disk or refused, and a refused one fails the test.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { browserPath } from '../e2e/browser.cjs';
import type { Outcome } from './xdm/parent';

const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const origin = 'https://workbench.localhost';
const executablePath = browserPath() ?? '/usr/bin/chromium';

const html = (script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body><script src="${script}"></script></body></html>`;

describe('the contract, in an iframe (web)', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
  });

  afterAll(async () => {
    await browser.close();
  });

  it('holds as it does in the page', async () => {
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
    };
    const refused: string[] = [];
    const page = await browser.newPage();
    await page.route('**/*', async (route) => {
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
    await page.goto(`${origin}/parent.html`);
    const outcome = await page.evaluate(
      () => (globalThis as typeof globalThis & { outcome: Promise<Outcome> }).outcome,
    );
    expect(outcome.platform).toBe('OfficeOnline');
    expect(outcome.verdicts.filter((verdict) => verdict.failure !== null)).toEqual([]);
    expect(outcome.verdicts.length).toBeGreaterThan(50);
    expect(outcome.notImplemented).toEqual([]);
    expect(refused).toEqual([]);
  });
});
