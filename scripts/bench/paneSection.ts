/** The section of docs/performance.md about the pane. */
import { measurePane } from './pane';
import { median } from './median';

const ms = (time: number): string => time.toFixed(0);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export async function paneSection(seed: number, isSmoke: boolean): Promise<string> {
  const deals = isSmoke ? 1_000 : 10_000;
  const times = await measurePane(seed, deals, isSmoke ? 1 : 3, isSmoke ? 2 : 100);
  const line = (what: string, runs: readonly number[]): string =>
    `| ${what} | ${runs.length} | ${[median(runs), Math.min(...runs), Math.max(...runs)].map(ms).join(' | ')} |`;
  const lines = [
    line('pane opened to the score', times.opened),
    line('an amount typed to the new score', times.rescored),
  ];
  for (const told of lines) process.stderr.write(`${told}\n`);
  return `${deals.toLocaleString('en')} deals ("mesh", eight columns) in the workbench, in Chromium without a window. Between an edit and the reading of the sheet the pane waits 250 ms for more.

| what | runs | median ms | least | most |
|---|---:|---:|---:|---:|
${lines.join('\n')}

The longest task of the thread that spreadsheet, host and pane share: ${ms(times.longestWhileOpening)} ms while the pane opens, ${ms(times.longestWhileEditing)} ms while it follows edits (0: none above 50 ms). Scrolling the list of loops from its top to its end: the longest frame took ${ms(times.longestFrame)} ms. Heap of the page after a collection: ${megabytes(times.heapBefore)} MB before ${times.edits} edits, ${megabytes(times.heapAfter)} MB after them.
`;
}
