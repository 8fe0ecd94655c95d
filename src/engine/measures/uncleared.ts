/**
 * Uncleared round trip of a party, a year: the part of its round trip that nothing in the sheet clears.
 *
 * A seller that funds its buyers is ordinary when the buyers could have paid anyway. So the round trip is measured
 * again as a maximum flow from the party back to itself in which
 *   - money leaves only as funding (F + W + pi G), or as a purchase that is matched (matched.ts),
 *   - money returns only as spend, a year's worth of it,
 *   - every other party b passes on at most need_b + matched_b, where
 *       need_b    = max(0, what b pays a year - b's outside income): what it could not have paid by itself,
 *       matched_b = what passes through b in matched deals, which outside demand does not explain.
 * 0 when every buyer has outside money enough and nothing is matched. In a sheet without kinds every deal may fund
 * and every deal may be revenue.
 *
 * Complexity: one Dinic run per party on its component. Source: ours; "what clears it (outside demand, direction,
 * spread, disclosure)" of model.md made into a number.
 */
import type { Components } from '../kernel/components';
import type { Graph } from '../kernel/graph';
import type { ClassAmounts } from './classAmounts';
import { returnFlow, type Core } from './roundTrip';

export interface Clearing {
  /** By party: what it may pass on, minor units a year. */
  readonly limit: Float64Array;
  /** By arc: what may leave a party as the beginning of a round trip. */
  readonly out: Float64Array;
}

/** `annual` and `matched` are by arc; `outside` by party. */
export function clearingLimits(
  graph: Graph,
  parts: Components,
  annual: ClassAmounts,
  matched: Float64Array,
  outside: Float64Array,
): Clearing {
  const paid = new Float64Array(graph.nodes);
  const through = new Float64Array(graph.nodes);
  const out = new Float64Array(graph.arcs);
  for (let arc = 0; arc < graph.arcs; arc++) {
    paid[graph.tail[arc]] += annual.all[arc];
    if (parts.of[graph.tail[arc]] !== parts.of[graph.head[arc]]) continue;
    const inMatch = Math.min(annual.all[arc], matched[arc]);
    through[graph.head[arc]] += inMatch;
    out[arc] = Math.min(annual.all[arc], Math.max(annual.funding[arc], inMatch));
  }
  const limit = paid.map((sum, node) => Math.max(0, sum - outside[node]) + through[node]).map(Math.round);
  return { limit, out };
}

export function unclearedRoundTrip(
  graph: Graph,
  parts: Components,
  core: Core,
  party: number,
  annual: ClassAmounts,
  clearing: Clearing,
): number {
  const capacity = { all: annual.all, out: clearing.out, back: annual.spend };
  return returnFlow(graph, parts, core, party, capacity, clearing.limit);
}
