/// <reference lib="dom" />
/** The page around the add-in: a host on the iframe transport, and the contract run against it. Bundled for Chromium. */
import { run, type Verdict } from './suite';
import { OfficeHost } from '../../../src/workbench/officehost/core/host';
import { frameName, installXdm } from '../../../src/workbench/officehost/transports/xdm';
import { MemoryWorkbook } from '../../../src/workbench/memoryWorkbook';
import { events } from '../contract/events';
import { failures } from '../contract/failures';
import { functions } from '../contract/functions';
import { objects } from '../contract/objects';
import type { ContractPage } from '../contract/page';
import { ranges } from '../contract/ranges';
import { shell } from '../contract/shell';
import { shown } from '../contract/shown';
import { structure } from '../contract/structure';

export interface Outcome {
  readonly platform: string;
  readonly verdicts: readonly Verdict[];
  readonly notImplemented: readonly string[];
}

type AddInWindow = Window & Omit<ContractPage, 'host' | 'model'>;

async function main(): Promise<Outcome> {
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model });
  const frame = document.createElement('iframe');
  frame.name = frameName(host, 'c1', location.href);
  installXdm(window, frame, host, location.origin);
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  frame.src = '/addin.html';
  document.body.append(frame);
  await loaded;
  const inside = frame.contentWindow as AddInWindow;
  const info = await inside.Office.onReady();
  await host.functions.untilReady();
  const page: ContractPage = {
    Excel: inside.Excel,
    Office: inside.Office,
    OfficeExtension: inside.OfficeExtension,
    CustomFunctions: inside.CustomFunctions,
    host,
    model,
  };
  for (const part of [ranges, objects, events, failures, functions, shell, structure, shown])
    part(() => page);
  return { platform: String(info.platform), verdicts: await run(), notImplemented: host.notImplemented };
}

Object.assign(window, { outcome: main() });
