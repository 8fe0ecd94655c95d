/**
 * Matched money: amounts that answer one another so closely that outside demand does not explain them.
 *
 * Three kinds, each a fact in the sheet:
 *   swap    two deals in opposite directions, sizes within 20 %, dates within a quarter of each other (or unknown);
 *   equal   a loop of three legs or more whose smallest and largest leg are within 20 %;
 *   linked  a loop whose legs are all tied to one another by rows that name one another as links: a condition
 *           between two legs of a long loop says nothing of the others.
 * The result says, arc by arc, how much money is matched: an upper bound, since loops may share a leg; it is only
 * ever used as a capacity inside a maximum flow (uncleared.ts), which counts no leg twice.
 *
 * Complexity: sorting the rows of each reciprocal pair, and one pass over the given loops.
 * Source: model.md (swap: same period, 20 %); SEC LR-19147 and 33-8403 on simultaneous equal trades.
 */
import { FUNDING, NO_DAY, WARRANT, type Ledger } from '../ledger/types';
import type { Graph } from '../kernel/graph';
import type { LoopList } from '../kernel/loops';
import { arcBetween } from './fundedShare';
import type { RowsOfArcs } from './rowsOfArcs';

/** Two amounts within 20 % of each other: the smaller is at least four fifths of the larger. */
export function nearlyEqual(a: number, b: number): boolean {
  return Math.min(a, b) >= 0.8 * Math.max(a, b);
}

const quarter = 92;

export function matchedAmounts(
  ledger: Ledger,
  graph: Graph,
  amount: Float64Array,
  rows: RowsOfArcs,
  loops: LoopList,
): Float64Array {
  const matched = new Float64Array(graph.arcs);
  for (let arc = 0; arc < graph.arcs; arc++) {
    if (graph.tail[arc] > graph.head[arc]) continue;
    const back = arcBetween(graph, graph.head[arc], graph.tail[arc]);
    if (back >= 0) matchPair(ledger, amount, rows, arc, back, matched);
  }
  for (let loop = 0; loop < loops.count; loop++) {
    const first = loops.start[loop];
    const last = loops.start[loop + 1];
    let largest = 0;
    for (let leg = first; leg < last; leg++) largest = Math.max(largest, graph.amount[loops.legs[leg]]);
    const equal = last - first >= 3 && nearlyEqual(loops.amount[loop], largest);
    if (!equal && !isLinked(ledger, rows, loops.legs.subarray(first, last))) continue;
    for (let leg = first; leg < last; leg++) {
      const arc = loops.legs[leg];
      matched[arc] = Math.min(graph.amount[arc], matched[arc] + loops.amount[loop]);
    }
  }
  return matched;
}

/** Pairs the rows of two opposite arcs, largest first, each row once. */
function matchPair(
  ledger: Ledger,
  amount: Float64Array,
  rows: RowsOfArcs,
  arc: number,
  back: number,
  matched: Float64Array,
): void {
  const there = rowsBySize(rows, arc, amount);
  const here = rowsBySize(rows, back, amount);
  const used = new Uint8Array(here.length);
  for (const row of there) {
    for (let index = 0; index < here.length; index++) {
      const other = here[index];
      if (amount[other] < 0.8 * amount[row]) break;
      if (used[index] === 1 || !nearlyEqual(amount[row], amount[other])) continue;
      if (isFunding(ledger, row) && isFunding(ledger, other)) continue;
      if (!withinDays(ledger, row, other, quarter)) continue;
      used[index] = 1;
      const size = Math.min(amount[row], amount[other]);
      matched[arc] += size;
      matched[back] += size;
      break;
    }
  }
}

/** Two holdings in each other are a cross-holding, no trade. */
function isFunding(ledger: Ledger, deal: number): boolean {
  return ledger.hasKinds && (ledger.dealClass[deal] === FUNDING || ledger.dealClass[deal] === WARRANT);
}

function rowsBySize(rows: RowsOfArcs, arc: number, amount: Float64Array): Int32Array {
  return rows.rows.slice(rows.start[arc], rows.start[arc + 1]).sort((a, b) => amount[b] - amount[a] || a - b);
}

/** Whether two deals can lie within `days` of each other; deals without a day can. */
export function withinDays(ledger: Ledger, a: number, b: number, days: number): boolean {
  if (ledger.day[a] === NO_DAY || ledger.day[b] === NO_DAY) return true;
  return ledger.day[a] - ledger.lastDay[b] <= days && ledger.day[b] - ledger.lastDay[a] <= days;
}

/** Whether links between rows tie all legs together. O(rows and links on the legs). */
export function isLinked(ledger: Ledger, rows: RowsOfArcs, legs: Int32Array): boolean {
  if (ledger.linkTarget.length === 0) return false;
  const group = Array.from(legs, (_, leg) => leg);
  for (let leg = 0; leg < legs.length; leg++) {
    for (let index = rows.start[legs[leg]]; index < rows.start[legs[leg] + 1]; index++) {
      const deal = rows.rows[index];
      for (let link = ledger.linkStart[deal]; link < ledger.linkStart[deal + 1]; link++) {
        const other = legs.indexOf(rows.arcOf[ledger.linkTarget[link]]);
        if (other < 0) continue;
        const [from, to] = [group[other], group[leg]];
        for (let at = 0; at < group.length; at++) if (group[at] === from) group[at] = to;
      }
    }
  }
  return group.every((name) => name === group[0]);
}
