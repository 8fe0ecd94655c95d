/**
 * The value of a deal: how much less circulates without it (or with less of it).
 *
 *   loss = C* - C*(amount of the arc lowered by the reduction)
 *
 * Exact, and warm: when the arc's flow still fits nothing changes. Otherwise its flow is cut to what fits and the
 * difference e becomes a surplus at the receiver and a deficit at the payer, in an otherwise optimal state; the
 * local search of reroute.ts then brings that to rest. Prices (ranks) stay valid all along: an arc whose
 * flow was cut carries its whole new amount, as before.
 *
 * Losses do not add up over deals, and shares of the optimum are no substitute: see the vectors in test/fixtures.
 *
 * Complexity: O(nodes + arcs) once; a query as much as the search visits, usually a small neighbourhood.
 */
import type { Circulation } from './circulation';
import { components } from './components';
import { adjacencyOf, coreOf } from './core';
import type { Graph } from './graph';
import { Rerouter } from './reroute';

/** Changes of rank that the local search may make before the whole component is priced anew. */
const PATIENCE = 64;

/**
 * For each k: C* minus C* with the amount of arc arcs[k] lowered by reductions[k], both in minor units. Queries do not
 * see each other. `circulation` must be a maximum one with its ranks; nothing given is modified.
 *
 * Throws RangeError on misuse: an arc out of range, or a reduction that is not a whole number from 0 to the amount.
 */
export function lossWithout(
  graph: Graph,
  circulation: Circulation,
  arcs: Int32Array,
  reductions: Float64Array,
): Float64Array {
  const { flow, rank } = circulation;
  const loss = new Float64Array(arcs.length);
  let work = 0;
  for (let k = 0; k < arcs.length; k++) {
    const a = arcs[k];
    const cut = reductions[k];
    if (!(a >= 0 && a < graph.arcs)) throw new RangeError(`There is no arc "${a}" among ${graph.arcs}.`);
    if (!Number.isInteger(cut) || cut < 0 || cut > graph.amount[a]) {
      throw new RangeError(
        `Reduction "${cut}" is not a whole number from 0 to ${graph.amount[a]} (arc ${a}).`,
      );
    }
    if (flow[a] > graph.amount[a] - cut) work++;
  }
  if (work === 0) return loss;

  const core = coreOf(graph, components(graph));
  const partOf = new Int32Array(core.nodes);
  const coreArc = new Int32Array(graph.arcs).fill(-1);
  const resting = { residual: new Float64Array(2 * core.arcs), rank: new Int32Array(core.nodes) };
  for (let p = 0; p < core.parts; p++) partOf.fill(p, core.nodeStart[p], core.nodeStart[p + 1]);
  for (let v = 0; v < core.nodes; v++) resting.rank[v] = rank[core.party[v]];
  for (let i = 0; i < core.arcs; i++) {
    const a = core.arc[i];
    coreArc[a] = i;
    resting.residual[2 * i] = flow[a];
    resting.residual[2 * i + 1] = core.amount[i] - flow[a];
  }
  const state = {
    residual: resting.residual.slice(),
    rank: resting.rank.slice(),
    excess: new Float64Array(core.nodes),
  };
  const rerouter = new Rerouter(core, adjacencyOf(core), state, true);

  for (let k = 0; k < arcs.length; k++) {
    const fits = graph.amount[arcs[k]] - reductions[k];
    const surplus = flow[arcs[k]] - fits;
    if (surplus <= 0) continue;
    const i = coreArc[arcs[k]];
    const u = core.tail[i];
    const v = core.head[i];
    state.residual[2 * i] = fits;
    state.residual[2 * i + 1] = 0;
    state.excess[v] = surplus;
    state.excess[u] = -surplus;
    rerouter.near[0] = v;
    rerouter.far[0] = u;
    const p = partOf[u];
    // What the cut takes away plus what rerouting costs (a gain where it finds longer ways round).
    loss[k] = surplus + rerouter.run(1, 1, PATIENCE);
    const nodes = core.nodeStart[p + 1] - core.nodeStart[p];
    for (let before = Infinity; state.excess[v] > 0;) {
      // A way longer than the search has patience for. Each turn places at least one unit: checked, so it ends.
      if (state.excess[v] >= before)
        throw new Error(`Surplus "${before}" of arc ${arcs[k]} found no deficit.`);
      before = state.excess[v];
      rerouter.reprice(core.nodeStart[p], nodes, true);
      loss[k] += rerouter.run(1, 1, 0);
    }
    rerouter.undo(resting);
    state.residual[2 * i] = resting.residual[2 * i];
    state.residual[2 * i + 1] = resting.residual[2 * i + 1];
  }
  return loss;
}
