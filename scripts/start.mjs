/**
 * `npm start`: installs what is missing, builds, prints what Looplens says about the sample deals, serves the workbench
 * with them to this machine and opens the browser on it.
 * With files (`npm start -- deals.xlsx`) it does so with them: a report of each, and the first in the workbench.
 * With options (`npm start -- deals.xlsx --format json`) it is the command line, and ends.
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { ensureBuilt, page, root, run } from './house.mjs';
import { openBrowser, serve } from './serve.mjs';

/** Exit codes of the command line with which a file can be opened all the same: scored, or no deals in it. */
const CAN_BE_OPENED = [0, 3];

const cli = ensureBuilt();
const given = process.argv.slice(2);
if (given.some((argument) => argument.startsWith('-'))) {
  run(process.execPath, [cli, 'score', ...given], { cwd: root });
} else {
  const files = given.length > 0 ? given : [join('assets', 'samples', 'ai-deals.xlsx')];
  const { status } = spawnSync(process.execPath, [cli, 'score', ...files], { cwd: root, stdio: 'inherit' });
  if (!CAN_BE_OPENED.includes(status)) process.exit(status ?? 1);
  const first = given.length > 0 ? resolve(root, given[0]) : null;
  const { address } = await serve({ folder: page, given: first });
  console.log(`Looplens is at ${address} (only on this machine; Ctrl+C ends it).`);
  openBrowser(address);
}
