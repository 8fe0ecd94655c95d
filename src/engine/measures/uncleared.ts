/**
 * Uncleared round trip of a party, a year: the part of its round trip that nothing in the sheet clears.
 *
 * A seller that funds its buyers is ordinary when the buyers could have paid anyway. Two parts are not:
 *   tied       money in deals that answer or name one another (matched.ts), whatever the buyers earn outside:
 *              the maximum flow from the party back to itself over the matched amounts alone;
 *   dependent  of what is not tied, the maximum flow that leaves as funding (F + W + pi G) and returns as spend when
 *              every other party b passes on at most
 *                need_b = max(0, what b pays a year - b's outside income - what passes through b in tied deals),
 *              what it could not have paid by itself.
 * uncleared = tied + dependent; the two share no money, because each arc gives the first its matched amount and the
 * second the rest. 0 when every buyer has outside money enough and nothing is matched. In a sheet without kinds every
 * deal may fund and every deal may be revenue.
 *
 * Complexity: up to three Dinic runs per party on its component. Source: ours; "what clears it (outside demand,
 * direction, spread, disclosure)" of the model made into a number.
 */
import type { Components } from '../kernel/components';
import type { Graph } from '../kernel/graph';
import type { ClassAmounts } from './classAmounts';
import { returnFlows, type Capacity, type Core } from './roundTrip';

/** Capacities by arc, minor units a year. */
export interface Clearing {
  readonly tied: Capacity;
  /** As `tied`, but leaving as funding only. */
  readonly tiedFunding: Capacity;
  readonly dependent: Capacity;
  /** By party: need, minor units a year. */
  readonly need: Float64Array;
}

/** `annual` and `matched` are by arc; `outside` by party. O(arcs). */
export function clearingOf(
  graph: Graph,
  parts: Components,
  annual: ClassAmounts,
  matched: Float64Array,
  outside: Float64Array,
): Clearing {
  const paid = new Float64Array(graph.nodes);
  const through = new Float64Array(graph.nodes);
  const tied = annual.all.map((amount, arc) => Math.min(amount, matched[arc]));
  for (let arc = 0; arc < graph.arcs; arc++) {
    paid[graph.tail[arc]] += annual.all[arc];
    if (parts.of[graph.tail[arc]] === parts.of[graph.head[arc]]) through[graph.head[arc]] += tied[arc];
  }
  const least = (amounts: Float64Array) => amounts.map((amount, arc) => Math.min(amount, tied[arc]));
  const rest = (amounts: Float64Array) => amounts.map((amount, arc) => Math.max(0, amount - tied[arc]));
  const back = least(annual.spend);
  return {
    tied: { all: tied, out: tied, back },
    tiedFunding: { all: tied, out: least(annual.funding), back },
    dependent: { all: rest(annual.all), out: rest(annual.funding), back: rest(annual.spend) },
    need: paid.map((sum, node) => Math.max(0, Math.round(sum - outside[node] - through[node]))),
  };
}

/** By party of the list, minor units a year. */
export interface Uncleared {
  readonly tied: Float64Array;
  readonly dependent: Float64Array;
  /** Of both, what left as funding. */
  readonly funded: Float64Array;
}

/** Uncleared round trips of the given parties. The networks live no longer than the call. */
export function unclearedRoundTrips(
  graph: Graph,
  parts: Components,
  core: Core,
  clearing: Clearing,
  parties: readonly number[],
): Uncleared {
  const tied = returnFlows(graph, parts, core, clearing.tied, parties);
  const tiedParties = parties.filter((_, index) => tied[index] > 0);
  const ofFunding = returnFlows(graph, parts, core, clearing.tiedFunding, tiedParties);
  const dependent = returnFlows(graph, parts, core, clearing.dependent, parties, clearing.need);
  let next = 0;
  const funded = dependent.map((flow, index) => flow + (tied[index] > 0 ? ofFunding[next++] : 0));
  return { tied, dependent, funded };
}
