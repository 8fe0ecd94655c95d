/// <reference types="office-js" />
/** A page with the pinned office.js in it, without a browser: jsdom over the in-page transport. */
import { Dialogs } from '../../src/workbench/officehost/core/dialogs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { hostInfo, installWin32, type HostedWindow } from '../../src/workbench/officehost/transports/win32';
import type { HostPort } from '../../src/workbench/officehost/core/port';
import { requirementSets } from '../../src/workbench/officehost/core/requirementSets';
import type { OfficePage } from './introspect';

const packageFile = createRequire(join(process.cwd(), 'package.json')).resolve(
  '@microsoft/office-js/package.json',
);

/** The folder that holds the unmodified office.js. */
export const officeFolder = join(dirname(packageFile), 'dist');
export const officePackageFile = packageFile;

/** Loads office.js; the host behind it answers nothing. Call `close` when done. */
export async function openOfficePage(): Promise<{ page: OfficePage; close: () => void }> {
  const { page, close } = await openOfficeWindow({
    facts: {
      instanceId: 'meta',
      locale: 'en-US',
      documentUrl: '',
      readOnly: false,
      startsHidden: false,
      isDark: () => false,
      requirementSets: { ...requirementSets, ExcelApiOnline: '99.0' },
    },
    dialogs: new Dialogs(null),
    richApi: () => undefined,
    readSettings: () => [],
    writeSettings: () => undefined,
    hearsCommands: () => undefined,
    commandCompleted: () => undefined,
    connect: () => () => undefined,
  });
  const opened: unknown = page;
  return { page: opened as OfficePage, close };
}

/** The globals of office.js, in a window of their own. */
export interface OfficeGlobals {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

/** Loads office.js before a host and waits until it is ready. Call `close` when done. */
export async function openOfficeWindow(host: HostPort): Promise<{ page: OfficeGlobals; close: () => void }> {
  const dom = new JSDOM('<!doctype html><html><head></head><body></body></html>', {
    url: `http://localhost/?_host_Info=${hostInfo('en-US')}`,
    runScripts: 'dangerously',
    resources: 'usable',
    beforeParse(window) {
      installWin32(window as HostedWindow, host);
    },
  });
  const script = dom.window.document.createElement('script');
  script.src = pathToFileURL(join(officeFolder, 'office.js')).href;
  const loaded = new Promise<void>((resolve, reject) => {
    script.onload = () => {
      resolve();
    };
    script.onerror = () => {
      reject(new Error(`"${script.src}" did not load.`));
    };
  });
  dom.window.document.head.append(script);
  await loaded;
  const opened: unknown = dom.window;
  const page = opened as OfficeGlobals;
  await page.Office.onReady();
  return { page, close: () => dom.window.close() };
}
