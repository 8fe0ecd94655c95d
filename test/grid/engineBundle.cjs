/**
 * Bundles the spreadsheet engine for jest, once per version: one CommonJS file that holds it and a line for each package.
 *
 * The packages import others that ship as ES modules only, which jest does not load; esbuild turns the same code, the
 * one that the page runs, into something that it does. Nothing is replaced. The files lie in node_modules/.cache.
 */
const { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const folder = join(root, 'node_modules', '.cache', 'looplens');
const packages = ['core', 'engine-formula', 'sheets', 'sheets-formula', 'sheets-numfmt', 'sheets-table'];

/** What the bundle depends on. */
function stamp() {
  const versions = packages.map((name) => {
    const manifest = join(root, 'node_modules', '@univerjs', name, 'package.json');
    return `${name} ${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
  });
  return [...versions, readFileSync(__filename, 'utf8')].join('\n');
}

module.exports = async () => {
  const stampFile = join(folder, 'univer.stamp');
  const now = stamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now) return;
  mkdirSync(folder, { recursive: true });
  const { build } = require('esbuild');
  const own = join(folder, `univer-all.${process.pid}.cjs`);
  await build({
    stdin: {
      contents: packages.map((name) => `exports['${name}'] = require('@univerjs/${name}');`).join('\n'),
      resolveDir: root,
      loader: 'js',
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: own,
    logLevel: 'error',
  });
  // Two runs at once each build their own file; the last one to finish stays.
  renameSync(own, join(folder, 'univer-all.cjs'));
  for (const name of packages) {
    writeFileSync(
      join(folder, `univer-${name}.cjs`),
      `module.exports = require('./univer-all.cjs')['${name}'];\n`,
    );
  }
  writeFileSync(stampFile, now);
};
