/**
 * `npm test`: installs what is missing, then checks everything that must hold: types, lint, format, import rules,
 * tests. Any words after `npm test --` go to jest, and then jest alone runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, ensureBuilt, root, run } from './house.mjs';

ensureBuilt();
ensureBrowser();
const words = process.argv.slice(2);
const program = (...path) => join(root, 'node_modules', ...path);
if (words.length === 0) {
  const checks = [
    ['types', program('typescript', 'bin', 'tsc'), '-p', '.'],
    ['types of the engine, which has no platform', program('typescript', 'bin', 'tsc'), '-p', 'src/engine'],
    ['lint', program('eslint', 'bin', 'eslint.js'), '.'],
    ['format', program('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'],
    [
      'import rules',
      program('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      'test/architecture/rules.cjs',
      'src',
    ],
  ];
  for (const [what, ...command] of checks) {
    console.log(`- ${what}`);
    run(process.execPath, command);
  }
  console.log('- tests');
}
const folder = mkdtempSync(join(tmpdir(), 'looplens-'));
const totals = { passed: 0, failed: 0, counted: false };

/** Runs jest with these words, adds up what it counted, and returns its exit code. */
function jest(words) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  // The report goes to its file; what a person reads goes to the error stream.
  const done = spawnSync(
    process.execPath,
    [program('jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...words],
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  );
  if (done.error) console.error(`Could not run jest: ${done.error.message}`);
  // Words that only ask jest something (--listTests, --help) or that it does not know leave no such report.
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  if (result.numTotalTests !== undefined) {
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests;
    totals.counted = true;
  }
  return done.status ?? 1;
}

const hasBrowser = createRequire(import.meta.url)('../jest.config.js').projects.some(
  (project) => project.displayName === 'e2e',
);
let code;
if (words.length > 0 || !hasBrowser) code = jest(words);
else {
  // A person types when the machine has time: the browser runs after everything else, not beside it.
  code = jest(['--ignoreProjects', 'e2e']);
  code = jest(['--selectProjects', 'e2e']) || code;
}
rmSync(folder, { recursive: true, force: true });
if (totals.counted) console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(code);
