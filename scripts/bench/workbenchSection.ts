/** The section of docs/performance.md about the workbench. */
import { median } from './median';
import { measureWorkbench } from './workbench';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

export async function workbenchSection(seed: number, isSmoke: boolean): Promise<string> {
  const times = await measureWorkbench(seed, isSmoke ? 1 : 3, isSmoke ? 2 : 20);
  const lines = [
    lineOf('`npm start` to the address', times.started),
    lineOf('`npm start` to a page that takes keys', times.opened),
    lineOf('`npm start` to the first calculated cell', times.firstCell),
    lineOf('100,000 rows through `=DEAL.CIRCULARITY`', times.largeRange),
    lineOf('one edited amount to the dependent cell, 10,000 rows', times.edits),
  ];
  for (const line of lines) process.stderr.write(`${line}\n`);
  return `In Chromium without a window, the page as \`npm start\` serves it: spreadsheet, office host, the unmodified office.js and the add-in in its frame. \`npm start\` with everything installed and built; the first cell is \`=DEAL.CIRCULARITY(Deals[#All])\` on the sample, typed. Ledgers as above ("mesh", eight columns). The 100,000 rows are handed over and answered anew after one amount was edited.

| what | runs | median ms | least | most |
|---|---:|---:|---:|---:|
${lines.join('\n')}

While the 10,000 rows were edited the page did not react for at most ${times.longestBlock.toFixed(0)} ms at a time. The add-in's own frame was held for ${block(times.coldBlocks[0])} by a new formula over 10,000 rows and ${block(times.coldBlocks[1])} by one over 100,000, in which office.js takes the range apart: the deals are read and measured in a worker.

Sizes, gzip: the script of the functions ${kilobytes(times.functionsBytes)}; scripts and styles that the page fetches ${kilobytes(times.pageBytes)}, office.js among them. The budgets stand in webpack.config.js, and a build that does not keep them fails.
`;
}

function block(time: number): string {
  return time === 0 ? 'less than 50 ms' : `at most ${time.toFixed(0)} ms`;
}

function lineOf(what: string, times: readonly number[]): string {
  const figures = [median(times), Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
  return `| ${what} | ${times.length} | ${figures.join(' | ')} |`;
}
