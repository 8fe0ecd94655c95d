/**
 * The part of a money graph in which money can go round: strongly connected components of two or more parties,
 * renumbered so that each component is one run of consecutive parties and one run of consecutive arcs.
 *
 * Inside a component parties stand in order of their number of arcs, most first: the few parties that most arcs
 * touch then share cache lines, which a solver on 10^6 arcs notices (about a fifth of its time).
 *
 * Complexity: O(nodes + arcs) time and memory; two counting sorts of the parties. The numbering depends on the graph alone.
 */
import type { Components } from './components';
import type { Graph } from './graph';

export interface Core {
  readonly nodes: number;
  readonly arcs: number;
  /** Number of components of two or more parties. */
  readonly parts: number;
  /** Length parts + 1: parties of part p are nodeStart[p] .. nodeStart[p + 1] - 1. */
  readonly nodeStart: Int32Array;
  /** Length parts + 1: arcs of part p are arcStart[p] .. arcStart[p + 1] - 1. */
  readonly arcStart: Int32Array;
  /** Length nodes: the party of the graph. */
  readonly party: Int32Array;
  /** Length graph.nodes: the core node of each party, -1 for one on no cycle. */
  readonly nodeOf: Int32Array;
  /** Length nodes + 1: arcs leaving node v are first[v] .. first[v + 1] - 1. */
  readonly first: Int32Array;
  /** Length arcs: both ends, in core numbering. Arcs are sorted by tail, arcs of one tail as in the graph. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Length arcs. */
  readonly amount: Float64Array;
  /** Length arcs: the arc of the graph. */
  readonly arc: Int32Array;
}

/** Every arc of a core from both of its ends. */
export interface Adjacency {
  /** Length nodes + 1: entries of node v are start[v] .. start[v + 1] - 1. */
  readonly start: Int32Array;
  /** Length 2 x arcs: 2a at the tail of core arc a, 2a + 1 at its head. */
  readonly code: Int32Array;
  /** Length 2 x arcs: the node at the other end. */
  readonly to: Int32Array;
}

/** The core of a graph. */
export function coreOf(graph: Graph, parts: Components): Core {
  const { nodes: n, arcs: m, first: graphFirst, tail: graphTail, head: graphHead } = graph;
  const of = parts.of;
  const degree = new Int32Array(n);
  let arcs = 0;
  for (let a = 0; a < m; a++) {
    const u = graphTail[a];
    const v = graphHead[a];
    if (of[u] !== of[v]) continue;
    degree[u]++;
    degree[v]++;
    arcs++;
  }
  const { party, nodeOf, nodes, nodeStart } = numberNodes(n, parts, degree);

  const partCount = nodeStart.length - 1;
  const arcStart = new Int32Array(partCount + 1);
  const first = new Int32Array(nodes + 1);
  const arc = new Int32Array(arcs);
  const tail = new Int32Array(arcs);
  const head = new Int32Array(arcs);
  const amount = new Float64Array(arcs);
  let at = 0;
  for (let p = 0; p < partCount; p++) {
    const from = nodeStart[p];
    const to = nodeStart[p + 1];
    for (let u = from; u < to; u++) {
      const end = graphFirst[party[u] + 1];
      for (let a = graphFirst[party[u]]; a < end; a++) {
        const v = nodeOf[graphHead[a]];
        if (v < from || v >= to) continue;
        arc[at] = a;
        tail[at] = u;
        head[at] = v;
        amount[at++] = graph.amount[a];
      }
      first[u + 1] = at;
    }
    arcStart[p + 1] = at;
  }
  return {
    nodes,
    arcs,
    parts: partCount,
    nodeStart,
    arcStart,
    party,
    nodeOf,
    first,
    tail,
    head,
    amount,
    arc,
  };
}

/** Parties with arcs inside their component, sorted by (component, degree descending, party). */
function numberNodes(n: number, parts: Components, degree: Int32Array) {
  let most = 0;
  let nodes = 0;
  for (let v = 0; v < n; v++) {
    if (degree[v] > most) most = degree[v];
    if (degree[v] > 0) nodes++;
  }
  const byDegree = new Int32Array(nodes);
  const placeOfDegree = new Int32Array(most + 2);
  for (let v = 0; v < n; v++) placeOfDegree[most - degree[v] + 1]++;
  for (let d = 0; d <= most; d++) placeOfDegree[d + 1] += placeOfDegree[d];
  for (let v = 0; v < n; v++) if (degree[v] > 0) byDegree[placeOfDegree[most - degree[v]]++] = v;

  const placeOfPart = new Int32Array(parts.count + 1);
  for (let i = 0; i < nodes; i++) placeOfPart[parts.of[byDegree[i]] + 1]++;
  let used = 0;
  for (let c = 0; c < parts.count; c++) {
    if (placeOfPart[c + 1] > 0) used++;
    placeOfPart[c + 1] += placeOfPart[c];
  }
  const nodeStart = new Int32Array(used + 1);
  used = 0;
  for (let c = 0; c < parts.count; c++) {
    if (placeOfPart[c + 1] > placeOfPart[c]) nodeStart[++used] = placeOfPart[c + 1];
  }
  const party = new Int32Array(nodes);
  const nodeOf = new Int32Array(n).fill(-1);
  for (let i = 0; i < nodes; i++) {
    const v = byDegree[i];
    const at = placeOfPart[parts.of[v]]++;
    party[at] = v;
    nodeOf[v] = at;
  }
  return { party, nodeOf, nodes, nodeStart };
}

/** Both directions of all arcs, by node. O(nodes + arcs). */
export function adjacencyOf(core: Core): Adjacency {
  const { nodes, arcs, tail, head } = core;
  const start = new Int32Array(nodes + 1);
  for (let a = 0; a < arcs; a++) {
    start[tail[a] + 1]++;
    start[head[a] + 1]++;
  }
  for (let v = 0; v < nodes; v++) start[v + 1] += start[v];
  const place = start.slice();
  const code = new Int32Array(2 * arcs);
  const to = new Int32Array(2 * arcs);
  for (let a = 0; a < arcs; a++) {
    const u = tail[a];
    const v = head[a];
    const out = place[u]++;
    code[out] = 2 * a;
    to[out] = v;
    const into = place[v]++;
    code[into] = 2 * a + 1;
    to[into] = u;
  }
  return { start, code, to };
}
