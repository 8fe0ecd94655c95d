/// <reference lib="dom" />
/**
 * The page around the built add-in: a workbook in memory, and the office host on the transport of Excel on the web.
 * Which page, which functions and which namespace is read from the manifest that was built. Bundled for Chromium.
 */
import { readAddIn } from '../../../src/workbench/addin/addIn';
import { MemoryWorkbook } from '../../../src/workbench/memoryWorkbook';
import { OfficeHost } from '../../../src/workbench/officehost/core/host';
import { registerFunctions } from '../../../src/workbench/officehost/functionBridge';
import { frameName, installXdm } from '../../../src/workbench/officehost/transports/xdm';

export interface Surroundings {
  readonly model: MemoryWorkbook;
  readonly host: OfficeHost;
}

async function main(): Promise<Surroundings> {
  const locale = new URLSearchParams(location.search).get('locale') ?? 'en-US';
  const { manifest, functions } = await readAddIn({ folder: '/addin/', locale });
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model, locale });
  registerFunctions(host, model, manifest.namespace, functions);
  const frame = document.createElement('iframe');
  frame.name = frameName(host, 'addin', location.href);
  installXdm(window, frame, host, location.origin);
  frame.src = manifest.page;
  document.body.append(frame);
  return { model, host };
}

Object.assign(window, { surroundings: main() });
