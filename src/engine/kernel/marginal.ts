/**
 * The value of a deal: how much less circulates without it (or with less of it).
 *
 *   loss = C* - C*(amount of the arc lowered by the reduction)
 *
 * Exact, and warm: when the arc's flow still fits nothing changes. Otherwise its flow is cut to what fits and the
 * difference e becomes a surplus at the receiver and a deficit at the payer, in an otherwise optimal state; the
 * primal-dual engine of the cold solve then brings that to rest. Prices (ranks) stay valid all along: an arc whose
 * flow was cut carries its whole new amount, as before.
 *
 * Losses do not add up over deals, and shares of the optimum are no substitute: see the vectors in test/fixtures.
 *
 * Complexity: O(nodes + arcs) once; a query O(arcs of its component) and a few rounds of the engine.
 */
import type { Circulation } from './circulation';
import { components } from './components';
import { coreOf } from './core';
import type { Graph } from './graph';
import { settle, Workshop } from './settle';

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
  const coreArc = new Int32Array(graph.arcs).fill(-1);
  const restingResidual = new Float64Array(2 * core.arcs);
  const restingRank = new Int32Array(core.nodes);
  const part = new Int32Array(core.nodes);
  const before = new Float64Array(core.parts);
  for (let p = 0; p < core.parts; p++) {
    for (let v = core.nodeStart[p]; v < core.nodeStart[p + 1]; v++) {
      part[v] = p;
      restingRank[v] = rank[core.party[v]];
    }
    for (let i = core.arcStart[p]; i < core.arcStart[p + 1]; i++) {
      const a = core.arc[i];
      coreArc[a] = i;
      restingResidual[2 * i] = flow[a];
      restingResidual[2 * i + 1] = core.amount[i] - flow[a];
      before[p] += flow[a];
    }
  }

  const state = {
    residual: restingResidual.slice(),
    rank: restingRank.slice(),
    excess: new Float64Array(core.nodes),
  };
  const shop = new Workshop(core);
  for (let k = 0; k < arcs.length; k++) {
    const fits = graph.amount[arcs[k]] - reductions[k];
    const surplus = flow[arcs[k]] - fits;
    if (surplus <= 0) continue;
    const i = coreArc[arcs[k]];
    const p = part[core.tail[i]];
    const from = core.arcStart[p];
    const to = core.arcStart[p + 1];
    state.residual[2 * i] = fits;
    state.residual[2 * i + 1] = 0;
    state.excess[core.head[i]] = surplus;
    state.excess[core.tail[i]] = -surplus;
    settle(core, p, state, shop);

    let after = 0;
    for (let j = from; j < to; j++) after += state.residual[2 * j];
    loss[k] = before[p] - after;
    state.residual.set(restingResidual.subarray(2 * from, 2 * to), 2 * from);
    const nodeFrom = core.nodeStart[p];
    state.rank.set(restingRank.subarray(nodeFrom, core.nodeStart[p + 1]), nodeFrom);
  }
  return loss;
}
