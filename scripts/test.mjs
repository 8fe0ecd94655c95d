/**
 * `npm test`: installs what is missing, then checks everything that must hold: types, lint, format, import rules,
 * tests. Any words after `npm test --` go to jest, and then jest alone runs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, root, run } from './house.mjs';

ensureBuilt();
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
const report = join(folder, 'report.json');
// The report goes to its file; what a person reads goes to the error stream.
const jest = spawnSync(
  process.execPath,
  [program('jest', 'bin', 'jest.js'), '--json', `--outputFile=${report}`, ...words],
  { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
);
if (jest.error) console.error(`Could not run jest: ${jest.error.message}`);
// Words that only ask jest something (--listTests, --help) or that it does not know leave no such report.
const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
if (result.numTotalTests !== undefined)
  console.log(`${result.numPassedTests} passed, ${result.numFailedTests} failed`);
rmSync(folder, { recursive: true, force: true });
process.exit(jest.status ?? 1);
