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
 * Complexity: O(m) plus s^3 multiplications at most, fewer the sparser, and 8 s^2 bytes for a component of s parties: 1,500 parties
 * need 18 MB and a tenth of a second (10 deals each) to three seconds (dense).
 * Sources: J. T. Finn, "Measures of ecosystem structure and function derived from analysis of flows", J. Theor. Biol. 56
 * (1976) 363-380. W. K. Grassmann, M. I. Taksar, D. P. Heyman, Operations Research 33 (1985) 1107-1116. K. Takahashi, J. Fagan,
 * M.-S. Chin, "Formation of a sparse bus impedance matrix", Proc. 8th PICA Conference (1973) 63-69.
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
 * Diagonal of the inverse Z, from the last party to the first, of which only the entries are computed that the diagonal
 * rests on (Takahashi, Fagan, Chin): with m the multipliers of column i and u the reduced flows of row i,
 *   z_ki = sum_l z_kl m_li,   z_il = sum_k u_ik z_kl / pivot_i,   z_ii = (1 + sum_k u_ik z_ki) / pivot_i
 * for k where u_ik > 0 and l where m_li > 0. Elimination has filled (l, k) for just these, and z_kl is kept there: the
 * factors of what is done with make room for it. Sums again, as in the elimination, and no more work.
 */
function inverseDiagonal(flow: Float64Array, pivot: Float64Array, size: number): Float64Array {
  const diagonal = new Float64Array(size);
  const columns = new Int32Array(size);
  const reduced = new Float64Array(size);
  const column = new Float64Array(size);
  const rows = new Int32Array(size);
  for (let i = size - 1; i >= 0; i--) {
    const rowI = i * size;
    let filled = 0;
    let multiplied = 0;
    for (let k = i + 1; k < size; k++) {
      if (flow[k * size + i] !== 0) rows[multiplied++] = k * size;
      if (flow[rowI + k] === 0) continue;
      columns[filled] = k;
      reduced[filled] = flow[rowI + k];
      column[filled++] = 0;
    }
    // Two rows at a time, and the first with itself where they are odd: reading takes the time.
    for (let q = 0; q < multiplied; q += 2) {
      const one = rows[q];
      const two = q + 1 < multiplied ? rows[q + 1] : one;
      const factorOne = flow[one + i];
      const factorTwo = two === one ? 0 : flow[two + i];
      let sumOne = 0;
      let sumTwo = 0;
      for (let p = 0; p < filled; p++) {
        const at = columns[p];
        const u = reduced[p];
        const zOne = flow[one + at];
        const zTwo = flow[two + at];
        sumOne += u * zOne;
        sumTwo += u * zTwo;
        column[p] += factorOne * zOne + factorTwo * zTwo;
      }
      flow[two + i] = sumTwo / pivot[i];
      flow[one + i] = sumOne / pivot[i];
    }
    let sum = 1;
    for (let p = 0; p < filled; p++) {
      sum += reduced[p] * column[p];
      flow[rowI + columns[p]] = column[p];
    }
    diagonal[i] = flow[rowI + i] = sum / pivot[i];
  }
  return diagonal;
}
