/**
 * How long each step takes on seeded ledgers of 10,000, 100,000 and 1,048,576 deals, and the peak memory of the process.
 * Every figure is a first call in a process of its own: a pane is opened cold.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './median';
import type { Run } from './one';

const sizes = [
  { name: '10,000', parties: 1_000, deals: 10_000 },
  { name: '100,000', parties: 10_000, deals: 100_000 },
  { name: '1,048,576', parties: 100_000, deals: 1_048_575 },
];
const shapes = ['mesh', 'tiered'];
const steps = ['file', 'steps', 'everything'];
const root = join(__dirname, '..', '..');

/** The section of docs/performance.md; lines are told as they are measured. */
export function engineSection(seed: number, isSmoke: boolean): Promise<string> {
  const lines = (isSmoke ? sizes.slice(0, 1) : sizes).flatMap((size) =>
    shapes.flatMap((shape) => steps.flatMap((what) => measured(what, shape, size, seed, isSmoke ? 1 : 3))),
  );
  return Promise.resolve(`Every figure is the first call in a fresh process; the median, least and most of three runs. Peak memory is that of the whole process, with the cells and the toolchain in it.

Ledgers: seeded (${seed}), heavy-tailed, amounts in cents, planted rings; "mesh" is one giant strongly connected component, "tiered" has 3 % of its deals going back. Parties are a tenth of the deals.

| deals | shape | step | median ms | least | most | peak MB of the process |
|---:|---|---|---:|---:|---:|---:|
${lines.join('\n')}

Steps: \`read csv\` file to cells · \`ledger\` cells to columns, names interned · \`graph\` rows merged into arcs · \`components\` · \`circulation\` maximum circulation with its certificate · \`loops\` the 100 largest of up to 6 legs · \`timed loops\` the same in time order within a year · \`everything\` cells to the whole analysis: three bases, parties, rows, stress, score.
`);
}

function measured(
  what: string,
  shape: string,
  size: (typeof sizes)[number],
  seed: number,
  runs: number,
): string[] {
  const all = Array.from({ length: runs }, () => runOnce(what, shape, size.parties, size.deals, seed));
  const peak = median(all.map((run) => run.peakMegabytes));
  return Object.keys(all[0].milliseconds).map((step) => {
    const times = all.map((run) => run.milliseconds[step]);
    const line = `| ${size.name} | ${shape} | ${step} | ${median(times).toFixed(1)} | ${Math.min(...times).toFixed(1)} | ${Math.max(...times).toFixed(1)} | ${peak.toFixed(0)} |`;
    process.stderr.write(`${line}\n`);
    return line;
  });
}

function runOnce(what: string, shape: string, parties: number, deals: number, seed: number): Run {
  const script = join(root, 'scripts', 'bench', 'one.ts');
  const done = spawnSync(
    process.execPath,
    ['--import', 'tsx', script, what, shape, String(parties), String(deals), String(seed)],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (done.status !== 0) throw new Error(`${what} ${shape} ${deals}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Run;
}
