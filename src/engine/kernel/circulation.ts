/** Maximum circulation. */
import { components } from './components';
import type { Components } from './components';
import { coreOf } from './core';
import type { Graph } from './graph';
import { settle, Workshop } from './settle';

export interface Circulation {
  readonly amount: number;
  readonly flow: Float64Array;
  readonly rank: Int32Array;
}

export function maximumCirculation(graph: Graph, parts: Components = components(graph)): Circulation {
  const core = coreOf(graph, parts);
  const residual = new Float64Array(2 * core.arcs);
  const excess = new Float64Array(core.nodes);
  const rank = new Int32Array(core.nodes);
  for (let a = 0; a < core.arcs; a++) {
    residual[2 * a] = core.amount[a];
    excess[core.tail[a]] += core.amount[a];
    excess[core.head[a]] -= core.amount[a];
  }
  const shop = new Workshop(core);
  for (let p = 0; p < core.parts; p++) settle(core, p, { residual, rank, excess }, shop);

  const flow = new Float64Array(graph.arcs);
  let amount = 0;
  for (let a = 0; a < core.arcs; a++) {
    flow[core.arc[a]] = residual[2 * a];
    amount += residual[2 * a];
  }
  return { amount, flow, rank: spreadRanks(graph, parts, core.nodeOf, rank) };
}

function spreadRanks(graph: Graph, parts: Components, nodeOf: Int32Array, coreRank: Int32Array): Int32Array {
  const { nodes, first, head } = graph;
  const rank = new Int32Array(nodes);
  const lowest = new Int32Array(parts.count);
  const place = new Int32Array(parts.count + 1);
  for (let v = 0; v < nodes; v++) {
    place[parts.of[v] + 1]++;
    if (nodeOf[v] < 0) continue;
    rank[v] = coreRank[nodeOf[v]];
    if (rank[v] < lowest[parts.of[v]]) lowest[parts.of[v]] = rank[v];
  }
  for (let c = 0; c < parts.count; c++) place[c + 1] += place[c];
  const order = new Int32Array(nodes);
  for (let v = 0; v < nodes; v++) {
    rank[v] -= lowest[parts.of[v]];
    order[place[parts.of[v]]++] = v;
  }
  const offset = new Int32Array(parts.count);
  for (let i = 0; i < nodes; i++) {
    const u = order[i];
    const c = parts.of[u];
    rank[u] += offset[c];
    for (let a = first[u]; a < first[u + 1]; a++) {
      const d = parts.of[head[a]];
      if (d === c) continue;
      const needed = rank[u] + 1 - rank[head[a]];
      if (needed > offset[d]) offset[d] = needed;
    }
  }
  return rank;
}
