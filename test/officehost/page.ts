/// <reference lib="dom" />
/** The real office.js in the window of this test file, over the in-page transport. One window, one host per file. */
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OfficeHost, type HostOptions } from '../../src/workbench/officehost/core/host';
import { hostInfo, installWin32 } from '../../src/workbench/officehost/transports/win32';
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';

export interface OpenPage {
  readonly host: OfficeHost;
  readonly model: MemoryWorkbook;
  readonly info: OfficeInfo;
}

interface OfficeInfo {
  readonly host: unknown;
  readonly platform: unknown;
  /** The page goes away. */
  close(): void;
}

/** A window in which office.js has been loaded. */
export type OfficeWindow = Window &
  Pick<typeof globalThis, 'Excel' | 'Office' | 'OfficeExtension' | 'CustomFunctions'>;

const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

/** Loads the unmodified office.js and waits until it is ready. */
export async function openPage(options: Partial<Omit<HostOptions, 'model'>> = {}): Promise<OpenPage> {
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model, ...options });
  return { host, model, info: await openOffice(host) };
}

/** The same for a host that is there already. */
export async function openOffice(host: OfficeHost): Promise<OfficeInfo> {
  const close = installWin32(window, host);
  await loadOffice(document);
  return { ...(await Office.onReady()), close };
}

/** A second page beside the first, in a frame: what a reload of the add-in leads to. */
export async function openFrame(host: OfficeHost): Promise<OfficeWindow> {
  const frame = emptyFrame(hostInfo('en-US'));
  installWin32(frame, host);
  await loadOffice(frame.document);
  await frame.Office.onReady();
  return frame;
}

/** A frame that tells office.js where it is, as a window without an address has to. */
export function emptyFrame(info: string): OfficeWindow {
  const element = document.createElement('iframe');
  document.body.append(element);
  const frame = element.contentWindow as OfficeWindow | null;
  if (frame === null) throw new Error('The frame has no window.');
  Object.assign(frame.external, { GetHostInfo: () => info });
  return frame;
}

export function loadOffice(page: Document): Promise<void> {
  const script = page.createElement('script');
  script.src = pathToFileURL(join(dist, 'office.js')).href;
  return new Promise<void>((resolve, reject) => {
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`"${script.src}" did not load.`));
    };
    page.head.append(script);
  });
}
