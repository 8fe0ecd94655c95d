/**
 * `npm start`: installs what is missing, builds, prints what Looplens says about the sample deals, serves the workbench
 * with them to this machine and opens the browser on it.
 * With files (`npm start -- deals.xlsx`) it prints what the command line says about them, and ends.
 */
import { join } from 'node:path';
import { ensureBuilt, page, root, run } from './house.mjs';
import { openBrowser, serve } from './serve.mjs';

const cli = ensureBuilt();
const files = process.argv.slice(2);
if (files.length > 0) {
  run(process.execPath, [cli, 'score', ...files], { cwd: root });
} else {
  run(process.execPath, [cli, 'score', join('assets', 'samples', 'ai-deals.xlsx')], { cwd: root });
  const { address } = await serve({ folder: page });
  console.log(`Looplens is at ${address} (only on this machine; Ctrl+C ends it).`);
  openBrowser(address);
}
