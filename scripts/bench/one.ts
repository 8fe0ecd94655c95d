/** One run of the benchmark in a process of its own, so that its peak memory is its own. Prints one line of JSON. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSource, inflateNode } from '../../src/cli/files';
import { analyze } from '../../src/engine/index';
import { components } from '../../src/engine/kernel/components';
import { maximumCirculation } from '../../src/engine/kernel/circulation';
import { buildGraph } from '../../src/engine/kernel/graph';
import { topLoops } from '../../src/engine/kernel/loops';
import { topTimedLoops } from '../../src/engine/kernel/timedLoops';
import { readLedger } from '../../src/engine/ledger/read';
import { openBook } from '../../src/workbook/file/open';
import { csvOf, seededBook, seededRows, type Shape } from './sheet';
import { inEnglish } from '../../src/engine/sentence';

export interface Run {
  readonly what: string;
  readonly milliseconds: Record<string, number>;
  readonly peakMegabytes: number;
  readonly note: string;
}

async function main(): Promise<void> {
  const [what, shape, parties, deals, seed] = process.argv.slice(2);
  const rows = seededRows(shape as Shape, Number(parties), Number(deals), Number(seed));
  const milliseconds: Record<string, number> = {};
  const timed = <Result>(name: string, work: () => Result): Result => {
    const from = performance.now();
    const result = work();
    milliseconds[name] = performance.now() - from;
    return result;
  };
  let note: string;
  if (what === 'steps') {
    const book = seededBook(rows);
    const area = { top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 };
    const outcome = timed('ledger', () => readLedger(book, { sheet: 0, area, table: null }));
    if (!outcome.ok) throw new Error(inEnglish(outcome.refusal.message));
    const { ledger } = outcome;
    const graph = timed('graph', () =>
      buildGraph(ledger.parties.length, ledger.from, ledger.to, ledger.amount),
    );
    const parts = timed('components', () => components(graph));
    const circulation = timed('circulation', () => maximumCirculation(graph, parts));
    const options = { top: 100, maxLegs: 6 };
    timed('loops', () => topLoops(graph, parts.of, options));
    timed('timed loops', () =>
      topTimedLoops(
        {
          nodes: graph.nodes,
          from: ledger.from,
          to: ledger.to,
          amount: ledger.amount,
          firstDay: ledger.day,
          lastDay: ledger.lastDay,
        },
        parts.of,
        { ...options, windowDays: 365 },
      ),
    );
    note = `circulates ${circulation.amount} of ${ledger.amount.reduce((sum, amount) => sum + amount, 0)}`;
  } else if (what === 'everything') {
    const outcome = timed('everything', () => analyze(seededBook(rows), { top: 100 }));
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    note = `score ${outcome.analysis.score.overall}`;
  } else {
    const folder = mkdtempSync(join(tmpdir(), 'looplens-bench-'));
    const path = join(folder, 'deals.csv');
    writeFileSync(path, csvOf(rows));
    rows.length = 0;
    const source = await fileSource(path);
    const from = performance.now();
    const book = await openBook('deals.csv', source, { inflate: inflateNode });
    milliseconds['read csv'] = performance.now() - from;
    await source.close();
    note = `${book.sheets[0].grid.rows} rows`;
    rmSync(folder, { recursive: true });
  }
  const run: Run = { what, milliseconds, peakMegabytes: process.resourceUsage().maxRSS / 1024, note };
  process.stdout.write(`${JSON.stringify(run)}\n`);
}

void main();
