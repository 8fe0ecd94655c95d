/**
 * Mixing circularity, the Finn cycling index: the part of all money passing through parties that comes back to a party
 * it has passed, when everyone spends every unit in proportion.
 *
 *   T_i = throughflow of party i,  G_ij = f_ij / T_i,  N = (I - G)^-1,
 *   cycled = sum T_i (n_ii - 1) / n_ii,  index = cycled / sum T_i.
 * n_ii is how often a unit that is at i will be there, so (n_ii - 1) / n_ii is the chance that it returns.
 *
 * Only the diagonal of N is needed, and a unit that leaves its strongly connected component never returns: each
 * component is solved alone. With A = diag(T) - F on a component, n_ii = T_i x (A^-1)_ii. A is an M-matrix whose row
 * sums are what leaks out of the component, whole numbers known beforehand. Elimination can therefore build each pivot
 * as a sum of what is left in its row rather than by subtraction (Grassmann, Taksar, Heyman): nothing ever cancels, no
 * pivoting is needed, and a component that leaks one cent in a trillion is as accurate as any other. A component that
 * leaks nothing cycles all of its throughflow.
 *
 * Complexity: O(m) plus 2/3 s^3 multiplications and 8 s^2 bytes for a component of s parties: 1,500 parties
 * need 18 MB and one second (10 deals each) to five (dense).
 * Sources: J. T. Finn, "Measures of ecosystem structure and function derived from analysis of flows", J. Theor. Biol. 56
 * (1976) 363-380. W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33 (1985) 1107-1116.
 * Known limits: it is not a bound on the maximum circulation nor bounded by it, and leaves out part of the compound
 * paths (S. Allesina, R. E. Ulanowicz, Comput. Biol. Chem. 28 (2004) 227-233).
 */
import type { Graph } from './graph';

const DEFAULT_LIMIT = 1_500;

export interface CyclingIndex {
  /** 0..1; 0 where no money moves. */
  readonly share: number;
  /** Sum of T_i, minor units. */
  readonly throughflow: number;
  /** The part of it that comes back, minor units. */
  readonly cycled: number;
}

/**
 * `outsideInflow[v]` is the money that reaches v from outside, minor units: then T_v = inflow + outsideInflow, and what
 * v does not pay on leaves. Without it, or where it is too small for what v pays, T_v = max(inflow, outflow): the least
 * outside money that balances v. Null when a component has more than `limit` parties (1,500 unless told).
 */
export function cyclingIndex(
  graph: Graph,
  componentOf: Int32Array,
  options: { outsideInflow?: Float64Array; limit?: number } = {},
): CyclingIndex | null {
  const { nodes, arcs, tail, head, amount } = graph;
  const through = new Float64Array(nodes);
  const inside = new Float64Array(nodes);
  const paid = new Float64Array(nodes);
  for (let arc = 0; arc < arcs; arc++) {
    through[head[arc]] += amount[arc];
    paid[tail[arc]] += amount[arc];
    if (componentOf[tail[arc]] === componentOf[head[arc]]) inside[tail[arc]] += amount[arc];
  }
  let throughflow = 0;
  for (let v = 0; v < nodes; v++) {
    if (options.outsideInflow !== undefined) through[v] += options.outsideInflow[v];
    if (paid[v] > through[v]) through[v] = paid[v];
    throughflow += through[v];
  }

  const members = new Map<number, number[]>();
  for (let v = 0; v < nodes; v++) {
    if (inside[v] === 0) continue;
    const list = members.get(componentOf[v]);
    if (list === undefined) members.set(componentOf[v], [v]);
    else list.push(v);
  }
  const limit = options.limit ?? DEFAULT_LIMIT;
  for (const list of members.values()) if (list.length > limit) return null;

  let cycled = 0;
  const place = new Int32Array(nodes);
  for (const list of members.values()) {
    if (list.every((v) => inside[v] === through[v])) {
      for (const v of list) cycled += through[v];
      continue;
    }
    // Parties with few partners first: what they touch stays sparse longer.
    list.sort((a, b) => graph.first[a + 1] - graph.first[a] - (graph.first[b + 1] - graph.first[b]) || a - b);
    const size = list.length;
    const flow = new Float64Array(size * size);
    const leak = new Float64Array(size);
    for (let i = 0; i < size; i++) place[list[i]] = i;
    for (let i = 0; i < size; i++) {
      const v = list[i];
      leak[i] = through[v] - inside[v];
      for (let arc = graph.first[v]; arc < graph.first[v + 1]; arc++)
        if (componentOf[head[arc]] === componentOf[v]) flow[i * size + place[head[arc]]] = amount[arc];
    }
    const pivot = factorise(flow, leak, size);
    const diagonal = inverseDiagonal(flow, pivot, size);
    for (let i = 0; i < size; i++) {
      const visits = through[list[i]] * diagonal[i];
      cycled += through[list[i]] * Math.max(0, 1 - 1 / visits);
    }
  }
  return { share: throughflow === 0 ? 0 : cycled / throughflow, throughflow, cycled };
}

/**
 * Factorises diag - flow, whose row sums are `leak`, in place: below the diagonal of `flow` the multipliers, above it
 * the reduced flows, both >= 0 (the factors have them with a minus sign). Returns the pivots.
 */
function factorise(flow: Float64Array, leak: Float64Array, size: number): Float64Array {
  const pivot = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    const rowK = k * size;
    let sum = leak[k];
    for (let j = k + 1; j < size; j++) sum += flow[rowK + j];
    pivot[k] = sum;
    for (let i = k + 1; i < size; i++) {
      const rowI = i * size;
      if (flow[rowI + k] === 0) continue;
      const factor = flow[rowI + k] / sum;
      flow[rowI + k] = factor;
      // The diagonal takes part too, but is never read: the pivot is the sum of the row.
      for (let j = k + 1; j < size; j++) flow[rowI + j] += factor * flow[rowK + j];
      leak[i] += factor * leak[k];
    }
  }
  return pivot;
}

/**
 * Diagonal of the inverse: for each i forward from i, then back to i, only over rows from i on. Four at a time, since
 * reading the factors is what takes the time; x holds the four side by side.
 */
function inverseDiagonal(flow: Float64Array, pivot: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const x = new Float64Array(4 * size);
  for (let from = 0; from < size; from += 4) {
    for (let j = from; j < size; j++) {
      // Unit vectors come in where j is one of the four; 0 elsewhere.
      let a = j === from ? 1 : 0;
      let b = j === from + 1 ? 1 : 0;
      let c = j === from + 2 ? 1 : 0;
      let d = j === from + 3 ? 1 : 0;
      const row = j * size;
      for (let k = from, q = 4 * from; k < j; k++, q += 4) {
        const factor = flow[row + k];
        a += factor * x[q];
        b += factor * x[q + 1];
        c += factor * x[q + 2];
        d += factor * x[q + 3];
      }
      x[4 * j] = a;
      x[4 * j + 1] = b;
      x[4 * j + 2] = c;
      x[4 * j + 3] = d;
    }
    for (let j = size - 1; j >= from; j--) {
      let a = x[4 * j];
      let b = x[4 * j + 1];
      let c = x[4 * j + 2];
      let d = x[4 * j + 3];
      const row = j * size;
      for (let k = j + 1, q = 4 * k; k < size; k++, q += 4) {
        const reduced = flow[row + k];
        a += reduced * x[q];
        b += reduced * x[q + 1];
        c += reduced * x[q + 2];
        d += reduced * x[q + 3];
      }
      x[4 * j] = a / pivot[j];
      x[4 * j + 1] = b / pivot[j];
      x[4 * j + 2] = c / pivot[j];
      x[4 * j + 3] = d / pivot[j];
    }
    for (let i = from; i < size && i < from + 4; i++) diagonal[i] = x[4 * i + i - from];
  }
  return diagonal;
}
