/**
 * The part of a money graph in which money can go round: strongly connected components of two or more parties,
 * renumbered so that each component is one run of consecutive parties and one run of consecutive arcs.
 *
 * Inside a component parties stand in order of their number of arcs, most first: the few parties that most arcs
 * touch then share cache lines, which a solver on 10^6 arcs notices (about a fifth of its time).
 *
 * Complexity: O(nodes + arcs) time and memory; four counting sorts. The numbering depends on the graph alone.
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
  /** Length arcs: both ends, in core numbering. Arcs are sorted by (tail, head). */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Length arcs. */
  readonly amount: Float64Array;
  /** Length arcs: the arc of the graph. */
  readonly arc: Int32Array;
}

/** The core of a graph. */
export function coreOf(graph: Graph, parts: Components): Core {
  const { nodes: n, arcs: m, tail, head, amount } = graph;
  const of = parts.of;

  // Degrees inside the component, and the arcs that stay.
  const degree = new Int32Array(n);
  const kept = new Int32Array(m);
  let arcs = 0;
  for (let a = 0; a < m; a++) {
    const u = tail[a];
    const v = head[a];
    if (of[u] !== of[v]) continue;
    degree[u]++;
    degree[v]++;
    kept[arcs++] = a;
  }

  const { party, nodeOf, nodes, nodeStart } = numberNodes(n, parts, degree);

  // Two stable counting sorts: by head, then by tail.
  const place = new Int32Array(nodes + 1);
  const first = new Int32Array(nodes + 1);
  for (let i = 0; i < arcs; i++) {
    place[nodeOf[head[kept[i]]] + 1]++;
    first[nodeOf[tail[kept[i]]] + 1]++;
  }
  for (let v = 0; v < nodes; v++) {
    place[v + 1] += place[v];
    first[v + 1] += first[v];
  }
  const byHead = new Int32Array(arcs);
  for (let i = 0; i < arcs; i++) byHead[place[nodeOf[head[kept[i]]]]++] = kept[i];
  place.set(first);
  const arc = new Int32Array(arcs);
  const coreTail = new Int32Array(arcs);
  const coreHead = new Int32Array(arcs);
  const coreAmount = new Float64Array(arcs);
  for (let i = 0; i < arcs; i++) {
    const a = byHead[i];
    const u = nodeOf[tail[a]];
    const at = place[u]++;
    arc[at] = a;
    coreTail[at] = u;
    coreHead[at] = nodeOf[head[a]];
    coreAmount[at] = amount[a];
  }

  const partCount = nodeStart.length - 1;
  const arcStart = new Int32Array(partCount + 1);
  for (let p = 0; p <= partCount; p++) arcStart[p] = first[nodeStart[p]];
  return {
    nodes,
    arcs,
    parts: partCount,
    nodeStart,
    arcStart,
    party,
    nodeOf,
    first,
    tail: coreTail,
    head: coreHead,
    amount: coreAmount,
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
