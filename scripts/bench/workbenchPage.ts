/** The workbench as `npm start` serves it, and a browser on it: for the benchmarks. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { browserPath } from '../../test/e2e/browser.cjs';

export const root = join(__dirname, '..', '..');

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
}

export interface RunningServer {
  readonly address: string;
  end(): void;
}

/** `npm start` without a desktop, so that this script opens the page and not the user's browser. */
export function serverOf(): Promise<RunningServer> {
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, CI: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    let told = '';
    child.once('exit', (code) => reject(new Error(`npm start ended with ${String(code)}.`)));
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      told += text;
      const address = /http:\/\/[\d.]+:\d+\//.exec(told)?.[0];
      if (address !== undefined) resolve({ address, end: () => endGroup(child) });
    });
  });
}

/** npm and the server that it started. */
function endGroup(child: ChildProcess): void {
  child.removeAllListeners('exit');
  if (child.pid !== undefined) process.kill(-child.pid);
}

/** `script` runs in each frame before its own. */
export async function openPage(browser: Browser, address: string, script?: () => void): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  // What runs these scripts wraps their functions in a call of this name, and they are sent to the page as text.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  if (script !== undefined) await page.addInitScript(script);
  await page.goto(address);
  await page.waitForFunction(() => window.looplensWorkbench !== undefined);
  return page;
}
