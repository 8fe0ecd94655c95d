/**
 * `npm run bench`: how long each step takes on seeded ledgers of 10,000, 100,000 and 1,048,576 deals, and the peak
 * memory of the process, written to docs/performance.md. `npm run bench -- --smoke` runs the smallest size once
 * and writes nothing. Every figure is a first call in a process of its own: a pane is opened cold.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Run } from './bench/one';

const sizes = [
  { name: '10,000', parties: 1_000, deals: 10_000 },
  { name: '100,000', parties: 10_000, deals: 100_000 },
  { name: '1,048,576', parties: 100_000, deals: 1_048_575 },
];
const shapes = ['mesh', 'tiered'];
const seed = 20251216;
const isSmoke = process.argv.includes('--smoke');
const root = join(__dirname, '..');

function runOnce(what: string, shape: string, parties: number, deals: number): Run {
  const done = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      join(root, 'scripts', 'bench', 'one.ts'),
      what,
      shape,
      String(parties),
      String(deals),
      String(seed),
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (done.status !== 0) throw new Error(`${what} ${shape} ${deals}: ${done.stderr}`);
  return JSON.parse(done.stdout) as Run;
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

const lines: string[] = [];
const runs = isSmoke ? 1 : 3;
for (const size of isSmoke ? sizes.slice(0, 1) : sizes) {
  for (const shape of shapes) {
    for (const what of ['file', 'steps', 'everything']) {
      const all = Array.from({ length: runs }, () => runOnce(what, shape, size.parties, size.deals));
      const peak = median(all.map((run) => run.peakMegabytes));
      for (const step of Object.keys(all[0].milliseconds)) {
        const times = all.map((run) => run.milliseconds[step]);
        const line = `| ${size.name} | ${shape} | ${step} | ${median(times).toFixed(1)} | ${Math.min(...times).toFixed(1)} | ${Math.max(...times).toFixed(1)} | ${peak.toFixed(0)} |`;
        process.stderr.write(`${line}\n`);
        lines.push(line);
      }
    }
  }
}

if (!isSmoke) {
  const [cpu] = cpus();
  const document = [
    '# Performance',
    '',
    'Written by `npm run bench`. Every figure is the first call in a fresh process; the median, least and most of three runs. Peak memory is that of the whole process, with the cells and the toolchain in it.',
    '',
    `Machine: ${cpus().length} x ${cpu.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, shared with other work, so quote ratios and medians rather than single figures.`,
    '',
    `Ledgers: seeded (${seed}), heavy-tailed, amounts in cents, planted rings; "mesh" is one giant strongly connected component, "tiered" has 3 % of its deals going back. Parties are a tenth of the deals.`,
    '',
    '| deals | shape | step | median ms | least | most | peak MB of the process |',
    '|---:|---|---|---:|---:|---:|---:|',
    ...lines,
    '',
    'Steps: `read csv` file to cells · `ledger` cells to columns, names interned · `graph` rows merged into arcs · `components` · `circulation` maximum circulation with its certificate · `loops` the 100 largest of up to 6 legs · `timed loops` the same in time order within a year · `everything` cells to the whole analysis: three bases, parties, rows, stress, score.',
    '',
  ].join('\n');
  writeFileSync(join(root, 'docs', 'performance.md'), document);
}
