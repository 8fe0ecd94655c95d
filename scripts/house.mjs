/**
 * What `npm start` and `npm test` need on a fresh clone: installs what is missing, builds what is stale.
 * Nothing here but Node's own modules, because nothing else may be there yet.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const bundle = join(root, 'dist', 'looplens.cjs');
/** The folder of the workbench page. */
export const page = join(root, 'dist', 'web');
const stamp = join(root, 'node_modules', '.looplens-installed');
/** Written after each build: webpack leaves a file that came out the same as it was, so their times say nothing. */
const buildStamp = join(root, 'dist', '.built');

/** Runs a program in the project and ends this one with its exit code when it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) {
    console.error(`Could not run "${command}": ${done.error.message}`);
    process.exit(1);
  }
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** Installs the packages of package-lock.json when they are missing or the lock file has changed. */
export function ensureInstalled() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  if (!existsSync(stamp) && isComplete(lock)) {
    writeFileSync(stamp, lock);
    return;
  }
  console.error('Installing what is missing (once) ...');
  // npm is a script on Windows, and scripts need a shell there.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    stdio: ['inherit', 2, 2],
  });
  writeFileSync(stamp, lock);
}

/** Whether an installation by hand already holds every package of the lock file that this machine needs. */
function isComplete(lock) {
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, entry]) =>
      path === '' || entry.optional || entry.peer || existsSync(join(root, path, 'package.json')),
  );
}

/**
 * A browser for the tests: Chrome, Chromium or Edge where there is one; on Debian as root Chromium is installed. Where
 * neither helps, the tests say what is missing.
 */
export function ensureBrowser() {
  const find = () => createRequire(import.meta.url)('../test/e2e/browser.cjs').browserPath();
  if (find() !== null || process.platform !== 'linux' || process.getuid?.() !== 0) return;
  if (spawnSync('apt-get', ['--version']).status !== 0) return;
  console.error('Installing Chromium for the tests (once) ...');
  const quiet = { stdio: ['ignore', 'ignore', 2] };
  run('apt-get', ['update', '-q'], quiet);
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
}

/** Builds the command line and the page when one is missing or older than its sources. Returns the path of the first. */
export function ensureBuilt() {
  ensureInstalled();
  return buildWhatIsStale();
}

/** The same without looking at the packages. */
export function buildWhatIsStale() {
  const sources = [
    'src',
    'manifest.xml',
    'assets',
    'webpack.config.js',
    'scripts/minify.cjs',
    'scripts/gzip-budget.cjs',
    'scripts/addin',
    'tsconfig.json',
    'package.json',
    'package-lock.json',
  ];
  const isThere = [bundle, join(page, 'workbench.html')].every((file) => existsSync(file));
  const built = isThere ? changed(buildStamp) : 0;
  if (sources.every((source) => newest(join(root, source)) <= built)) return bundle;
  console.error('Building ...');
  const begin = new Date();
  const webpack = join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  // The add-in for a server of its own is not needed here: npm run build makes it too.
  const builds = ['command-line', 'add-in-beside', 'workbench'].flatMap((name) => ['--config-name', name]);
  run(process.execPath, [webpack, ...builds, '--mode', 'production', '--stats', 'errors-warnings'], {
    stdio: ['inherit', 2, 2],
  });
  // What was saved while it was built is not in it.
  writeFileSync(buildStamp, '');
  utimesSync(buildStamp, begin, begin);
  return bundle;
}

/** When a file was written; 0 when it is not there. */
function changed(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/** Latest change of a file, or of a folder and all within: a folder changes when a file in it is deleted. */
export function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}
