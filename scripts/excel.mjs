/**
 * `npm run excel`: opens the add-in in a real Excel, from this folder.
 *
 *   npm run excel                    Excel on Windows or Mac
 *   npm run excel -- web <address>   Excel on the web, in the workbook with that address
 *
 * Builds for https://localhost:3000, asks office-addin-dev-certs for a certificate that this machine trusts, serves
 * the build, and leaves the sideloading to office-addin-debugging. Both are fetched by npx at the first run and are not
 * among the dependencies: they are large, and of no use on a machine without Excel. Ctrl+C stops and unregisters.
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answer } from './addin/serve.mjs';
import { ensureInstalled, root, run } from './house.mjs';

const onWindows = process.platform === 'win32';
const certificates = 'office-addin-dev-certs@3';
const debugging = 'office-addin-debugging@7';
const manifest = join(root, 'manifest.xml');

/** Why this cannot work here, as a sentence, or null. */
export function objection(platform, [kind, address]) {
  if (platform !== 'win32' && platform !== 'darwin') {
    return `Excel cannot be started from "${platform}": sideloading works on Windows and Mac. Here, "npm start" runs the same add-in in the browser.`;
  }
  if (kind === undefined) return null;
  if (kind !== 'web')
    return `"${kind}" is not understood: say nothing for Excel on this machine, or "web" and the address of a workbook.`;
  if (!URL.canParse(address ?? ''))
    return `"${address ?? ''}" is not the address of a workbook: copy it from the browser that shows the workbook in Excel on the web.`;
  return null;
}

/** npx is a script on Windows, and scripts need a shell there; a shell needs its words quoted. */
const npx = (...words) => ({
  command: 'npx',
  words: ['--yes', ...words].map((word) => (onWindows ? `"${word}"` : word)),
  options: { shell: onWindows },
});

function runNpx(...given) {
  const { command, words, options } = npx(...given);
  run(command, words, options);
}

async function main(words) {
  const why = objection(process.platform, words);
  if (why !== null) {
    console.error(why);
    process.exit(2);
  }
  ensureInstalled();
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  run(process.execPath, [webpack, '--config-name', 'add-in', '--mode', 'development']);
  runNpx(certificates, 'install');

  const folder = join(homedir(), '.office-addin-dev-certs');
  const keys = {
    key: readFileSync(join(folder, 'localhost.key')),
    cert: readFileSync(join(folder, 'localhost.crt')),
  };
  const server = createServer(keys, (request, response) =>
    answer(join(root, 'dist', 'addin'), request, response),
  );
  await new Promise((listening, failed) => server.once('error', failed).listen(3000, 'localhost', listening));
  console.log('Serving https://localhost:3000. Ctrl+C stops.');

  process.once('SIGINT', () => {
    const { command, words: stop, options } = npx(debugging, 'stop', manifest);
    spawnSync(command, stop, { cwd: root, stdio: 'inherit', ...options });
    process.exit(0);
  });
  // Not spawnSync: Excel asks the server above for the pages while this runs.
  const [kind, address] = words;
  const where = kind === 'web' ? ['web', '--document', address] : ['desktop', '--app', 'excel'];
  const {
    command,
    words: start,
    options,
  } = npx(debugging, 'start', manifest, ...where, '--no-debug', '--no-live-reload');
  spawn(command, start, { cwd: root, stdio: 'inherit', ...options }).once('exit', (code) => {
    if (code !== 0) process.exit(code ?? 1);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
