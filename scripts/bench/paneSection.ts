/** The section of docs/performance.md about the pane. */
import { median } from './median';
import { measurePane, type PaneTimes } from './pane';
import type { Scrolled } from './paneScroll';

const ms = (time: number): string => time.toFixed(0);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export async function paneSection(seed: number, isSmoke: boolean): Promise<string> {
  const deals = isSmoke ? 1_000 : 10_000;
  const edits = isSmoke ? 2 : 100;
  const times = await measurePane(seed, deals, isSmoke ? 1 : 3, edits);
  const lines = [
    lineOf('the add-in loaded beside the deals, to the score', times.opened),
    lineOf('Enter after a typed amount, to the new score', times.rescored),
  ];
  for (const told of [...lines, ...blocksOf(times)]) process.stderr.write(`${told}\n`);
  return `${deals.toLocaleString('en')} deals ("mesh", eight columns) in the workbench, in Chromium without a window, through the unmodified office.js. Times end when the new sentence is on screen. Spreadsheet, office host and add-in share one thread here, and only the analysis has a worker; in Excel the add-in has a thread of its own. After an edit the pane waits 100 ms for more.

| what | runs | median ms | least | most |
|---|---:|---:|---:|---:|
${lines.join('\n')}

Longest tasks of the thread in ms (0: none above 50 ms), of the add-in's own frame and of all frames with the spreadsheet's:

| while | add-in | all |
|---|---:|---:|
${blocksOf(times).join('\n')}

By the processor time that it took, without the time that it waited for its turn on this machine, the longest task of any frame took ${ms(times.processorWhileOpening)} ms while the pane opened and ${ms(times.processorWhileEditing)} ms while amounts were edited.

${scrolled('loops', times.loops)} ${scrolled('deals', times.deals)} Heap of the page with spreadsheet and pane after a collection: ${megabytes(times.heapBefore)} MB before ${edits} edits, ${megabytes(times.heapAfter)} MB after them; workers then: ${times.workers}.
`;
}

function lineOf(what: string, runs: readonly number[]): string {
  const figures = [median(runs), Math.min(...runs), Math.max(...runs)].map(ms);
  return `| ${what} | ${runs.length} | ${figures.join(' | ')} |`;
}

function blocksOf({ whileOpening, whileEditing, loops, deals }: PaneTimes): string[] {
  const rows = [
    ['the pane opens', whileOpening],
    ['amounts are edited', whileEditing],
    ['the loops are scrolled', loops.blocks],
    ['the deals are scrolled', deals.blocks],
  ] as const;
  return rows.map(([what, { own, any }]) => `| ${what} | ${ms(own)} | ${ms(any)} |`);
}

function scrolled(name: string, { rows, drawn, longestFrame }: Scrolled): string {
  return `Scrolling the list of ${name} (${rows.toLocaleString('en')} rows, at most ${drawn} of them in the page) from its top to its end in 200 frames: the longest took ${ms(longestFrame)} ms.`;
}
