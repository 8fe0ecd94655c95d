/**
 * The sheet that "Score this sheet" adds: live formulas over the deals, and nothing else.
 * It has no values of its own, so it cannot be out of date, and deleting it removes everything that was written.
 */
import type { NewCell, Operation } from '../workbook/port';
import type { CommandWords } from './words';

/** Loops are a spilled table of at most this many rows; the parties start below the room that it can need. */
const topLoops = 20;

/** Formulas over `deals`, a reference as a formula writes it: `Deals[#All]` or `'AI deals'!A1:K90`. */
export function answerCells(deals: string, words: CommandWords): readonly (readonly NewCell[])[] {
  const rows: NewCell[][] = [
    [`${words.title}: ${deals}`, null],
    [words.removal, null],
    [null, null],
    // The figure first: its words then have the row to themselves, however narrow the columns are.
    [{ formula: `=DEAL.CIRCULARITY(${deals})` }, words.circularity],
    [{ formula: `=DEAL.RISK(${deals})` }, words.score],
    [null, null],
    [words.loops, null],
    [{ formula: `=DEAL.LOOPS(${deals},${topLoops})` }, null],
  ];
  // The heading of the spilled table is its first row, and one row stays free.
  while (rows.length < 8 + topLoops + 1) rows.push([null, null]);
  rows.push([words.parties, null], [{ formula: `=DEAL.PARTIES(${deals})` }, null]);
  return rows;
}

/** What adds it as `sheet`. */
export function answerSheet(sheet: string, deals: string, words: CommandWords): readonly Operation[] {
  const cells = answerCells(deals, words);
  const area = { top: 0, left: 0, bottom: cells.length - 1, right: cells[0].length - 1 };
  return [
    { kind: 'add-sheet', sheet },
    { kind: 'write', sheet, area, cells },
    { kind: 'number-formats', sheet, area: { top: 3, left: 0, bottom: 3, right: 0 }, formats: [['0.0%']] },
  ];
}
