/**
 * The sheet that "Score this sheet" adds: live formulas over the deals, and nothing else.
 * It has no values of its own, so it cannot be out of date, and deleting it removes everything that was written.
 */
import type { FormulaRows } from '../workbook/sheets';
import type { CommandWords } from './words';

/** Loops are a spilled table of at most this many rows; the parties start below the room that it can need. */
const topLoops = 20;

/** Formulas over `deals`, a reference as a formula writes it: `Deals[#All]` or `'AI deals'!A1:K90`. */
export function answerSheet(deals: string, words: CommandWords): FormulaRows {
  const rows: string[][] = [
    [`${words.title}: ${deals}`, ''],
    [words.removal, ''],
    ['', ''],
    [words.circularity, `=DEAL.CIRCULARITY(${deals})`],
    [words.score, `=DEAL.RISK(${deals})`],
    ['', ''],
    [words.loops, ''],
    [`=DEAL.LOOPS(${deals},${topLoops})`, ''],
  ];
  // The heading of the spilled table is its first row, and one row stays free.
  while (rows.length < 8 + topLoops + 1) rows.push(['', '']);
  rows.push([words.parties, ''], [`=DEAL.PARTIES(${deals})`, '']);
  return rows;
}
