/** The uncleared round trip by its definition, arc by arc and path by path, for one party at a time. */
import type { Graph } from '../../src/engine/kernel/graph';
import type { ClassAmounts } from '../../src/engine/measures/classAmounts';
import { returnFlowByPaths } from './returnFlowByPaths';

/** Who can reach whom over arcs that carry money. */
function reaches(graph: Graph): boolean[][] {
  const reach = Array.from({ length: graph.nodes }, (_, v) =>
    Array.from({ length: graph.nodes }, (__, w) => v === w),
  );
  for (let arc = 0; arc < graph.arcs; arc++) reach[graph.tail[arc]][graph.head[arc]] = true;
  for (let via = 0; via < graph.nodes; via++)
    for (let from = 0; from < graph.nodes; from++)
      for (let to = 0; to < graph.nodes; to++) if (reach[from][via] && reach[via][to]) reach[from][to] = true;
  return reach;
}

export function unclearedByPaths(
  graph: Graph,
  annual: ClassAmounts,
  matched: Float64Array,
  outside: Float64Array,
  party: number,
): { tied: number; dependent: number; funded: number } {
  const reach = reaches(graph);
  const arcs = Array.from({ length: graph.arcs }, (_, arc) => ({
    from: graph.tail[arc],
    to: graph.head[arc],
    all: annual.all[arc],
    funding: annual.funding[arc],
    spend: annual.spend[arc],
    tied: Math.min(annual.all[arc], matched[arc]),
  }));
  const capacity = (of: (arc: (typeof arcs)[number]) => number) => Float64Array.from(arcs, of);

  const tiedBack = capacity((arc) => Math.min(arc.spend, arc.tied));
  const allTied = capacity((arc) => arc.tied);
  const tied = returnFlowByPaths(graph, party, { all: allTied, out: allTied, back: tiedBack }, null);
  const tiedOut = capacity((arc) => Math.min(arc.funding, arc.tied));
  const ofFunding = returnFlowByPaths(graph, party, { all: allTied, out: tiedOut, back: tiedBack }, null);

  // What each party could not have paid by itself: the most of what was paid to others that it can have passed on.
  const need = Float64Array.from({ length: graph.nodes }, (_, b) => {
    let left = -outside[b];
    for (const arc of arcs) {
      if (arc.from === b) left += arc.all;
      if (arc.to === b && reach[b][arc.from]) left -= arc.tied;
    }
    return Math.max(0, left);
  });
  const untied = (of: (arc: (typeof arcs)[number]) => number) =>
    capacity((arc) => Math.max(0, of(arc) - arc.tied));
  const dependent = returnFlowByPaths(
    graph,
    party,
    { all: untied((arc) => arc.all), out: untied((arc) => arc.funding), back: untied((arc) => arc.spend) },
    need,
  );
  return { tied, dependent, funded: dependent + ofFunding };
}
