/// <reference lib="dom" />
/** The real office.js in the window of this test file, over the in-page transport. One window, one host per file. */
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OfficeHost, type HostOptions } from '../../src/workbench/officehost/core/host';
import { installWin32 } from '../../src/workbench/officehost/transports/win32';
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';

export interface OpenPage {
  readonly host: OfficeHost;
  readonly model: MemoryWorkbook;
  readonly info: { readonly host: unknown; readonly platform: unknown };
}

const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** Loads the unmodified office.js and waits until it is ready. */
export async function openPage(options: Partial<HostOptions> = {}): Promise<OpenPage> {
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model, ...options });
  installWin32(window, host);
  const script = document.createElement('script');
  script.src = pathToFileURL(join(dist, 'office.js')).href;
  await new Promise<void>((resolve, reject) => {
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`"${script.src}" did not load.`));
    };
    document.head.append(script);
  });
  const info = await Office.onReady();
  return { host, model, info };
}

/** Waits until something is so; fails with the last thing seen. No sleeping: it looks again at every turn. */
export async function until<T>(look: () => T, enough: (seen: T) => boolean): Promise<T> {
  const end = performance.now() + 20_000;
  let seen = look();
  while (!enough(seen)) {
    if (performance.now() > end) throw new Error(`Waited in vain; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen = look();
  }
  return seen;
}
