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
export async function openPage(options: Partial<Omit<HostOptions, 'model'>> = {}): Promise<OpenPage> {
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model, ...options });
  return { host, model, info: await openOffice(host) };
}

/** The same for a host that is there already. */
export async function openOffice(host: OfficeHost): Promise<OpenPage['info']> {
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
  return Office.onReady();
}
