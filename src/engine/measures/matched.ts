/**
 * Matched money: amounts that answer one another so closely that outside demand does not explain them.
 *
 * Three kinds, each a fact in the sheet:
 *   swap    deals in opposite directions, sizes within 20 %, dates within 92 days of each other: deal by deal
 *           (swaps.ts) or in tranches (tranches.ts), whichever is more; within 1 % where a date is missing or longer;
 *   equal   a loop of three legs or more whose smallest and largest leg are within 20 %, the largest deals of its legs
 *           within a year of one another; within 1 % where a date is missing or longer;
 *   linked  a loop whose legs are all tied to one another by rows that name one another as links: a condition
 *           between two legs of a long loop says nothing of the others.
 * The result says, arc by arc, how much money is matched: an upper bound, since loops may share a leg; it is only
 * ever used as a capacity inside a maximum flow (uncleared.ts), which counts no leg twice.
 *
 * Complexity: that of swaps.ts for each reciprocal pair, and one pass over the given loops.
 * Source: model.md (swap: same period, 20 %); SEC LR-19147 and 33-8403 on simultaneous equal trades.
 */
import type { Ledger } from '../ledger/types';
import type { Graph } from '../kernel/graph';
import type { LoopList } from '../kernel/loops';
import { isDated, nearlyEqual, withinDays, year } from './alike';
import { arcBetween } from './fundedShare';
import type { RowsOfArcs } from './rowsOfArcs';
import { swapped } from './swaps';
import { matchedByPeriod } from './tranches';

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
    if (back < 0) continue;
    const [there, here] = [rowsOf(rows, arc), rowsOf(rows, back)];
    matched[arc] = Math.max(
      swapped(ledger, amount, there, here),
      matchedByPeriod(ledger, amount, there, here),
    );
    matched[back] = matched[arc];
  }
  for (let loop = 0; loop < loops.count; loop++) {
    const first = loops.start[loop];
    const last = loops.start[loop + 1];
    let largest = 0;
    for (let leg = first; leg < last; leg++) largest = Math.max(largest, graph.amount[loops.legs[leg]]);
    const legs = loops.legs.subarray(first, last);
    const equal = last - first >= 3 && isEqualLoop(ledger, amount, rows, legs, loops.amount[loop], largest);
    if (!equal && !isLinked(ledger, rows, legs)) continue;
    for (let leg = first; leg < last; leg++) {
      const arc = loops.legs[leg];
      matched[arc] = Math.min(graph.amount[arc], matched[arc] + loops.amount[loop]);
    }
  }
  return matched;
}

function rowsOf(rows: RowsOfArcs, arc: number): Int32Array {
  return rows.rows.subarray(rows.start[arc], rows.start[arc + 1]);
}

/** Whether the legs of a loop are one amount going round. */
function isEqualLoop(
  ledger: Ledger,
  amount: Float64Array,
  rows: RowsOfArcs,
  legs: Int32Array,
  least: number,
  largest: number,
): boolean {
  const mains = Array.from(legs, (leg) =>
    rowsOf(rows, leg).reduce((a, b) => (amount[b] > amount[a] ? b : a)),
  );
  const dated = mains.every((deal) => isDated(ledger, deal));
  if (!nearlyEqual(least, largest, dated)) return false;
  return mains.every((a) => mains.every((b) => withinDays(ledger, a, b, year)));
}

/** Whether links between rows tie all legs together. O(rows and links on the legs). */
function isLinked(ledger: Ledger, rows: RowsOfArcs, legs: Int32Array): boolean {
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
