/**
 * The largest loops in which money cannot return before it left.
 *
 * A loop is a simple directed cycle of rows (not of merged arcs: two rows between the same parties are two legs to
 * choose from). It respects time when, from some starting leg on, its legs can be given days that never decrease, each
 * within its row's firstDay .. lastDay, all at most `windowDays` after the first. The exact test is in daySequence.ts;
 * the search, its complexity and sources in loopSearch.ts.
 */
import { LoopSearch } from './loopSearch';
import type { LoopDays, LoopItems, LoopOptions } from './loopSearch';
import type { LoopList } from './loopStore';

/**
 * The `top` time-respecting loops of 2 .. maxLegs legs with the largest smallest leg; legs are row indices.
 *
 * Rows with an unknown day (-0x80000000), or whose lastDay is before their firstDay, can be given no day and are left
 * out; so are rows without money and self-deals. Order as in topLoops, rows of the same parties by row index. Each set
 * of rows appears once, told from its starting leg: of all legs that can start it, the one with the earliest firstDay,
 * then lastDay, then row.
 */
export function topTimedLoops(
  rows: LoopItems & Omit<LoopDays, 'windowDays'>,
  componentOf: Int32Array,
  options: LoopOptions & { readonly windowDays: number },
): LoopList {
  return new LoopSearch(
    rows,
    componentOf,
    { firstDay: rows.firstDay, lastDay: rows.lastDay, windowDays: options.windowDays },
    options,
  ).run();
}
