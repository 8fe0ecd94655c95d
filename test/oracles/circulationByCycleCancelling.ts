/**
 * Slow and obvious: a circulation of largest gain, by Klein's cycle cancelling.
 *
 * Start from no flow. While the residual network has a cycle whose gain is positive (found by Bellman-Ford on the
 * plain list of rows), push as much as fits round it. When there is none left the flow is optimal. Rows stay apart:
 * no merging, no components, no ranks, so it shares nothing with the code that it checks.
 *
 * gain[i]: what one unit on row i is worth (default 1 each). Whole numbers, else it might not end.
 */
export interface Rows {
  readonly nodes: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly amount: readonly number[];
}

export function circulationByCycleCancelling(
  rows: Rows,
  gain: readonly number[] = rows.amount.map(() => 1),
): number[] {
  const flow = rows.amount.map(() => 0);
  for (;;) {
    const cycle = positiveCycle(rows, gain, flow);
    if (cycle === null) return flow;
    const fits = Math.min(...cycle.map((s) => (s.forward ? rows.amount[s.row] - flow[s.row] : flow[s.row])));
    for (const step of cycle) flow[step.row] += step.forward ? fits : -fits;
  }
}

interface Step {
  readonly row: number;
  readonly forward: boolean;
}

function positiveCycle(rows: Rows, gain: readonly number[], flow: readonly number[]): Step[] | null {
  const best = new Array<number>(rows.nodes).fill(0);
  const via = new Array<Step | null>(rows.nodes).fill(null);
  const start = (step: Step) => (step.forward ? rows.from[step.row] : rows.to[step.row]);
  let changed = -1;
  for (let round = 0; round <= rows.nodes; round++) {
    changed = -1;
    const relax = (u: number, v: number, value: number, step: Step) => {
      if (best[u] + value <= best[v]) return;
      best[v] = best[u] + value;
      via[v] = step;
      changed = v;
    };
    rows.amount.forEach((amount, row) => {
      const u = rows.from[row];
      const v = rows.to[row];
      // A self-deal goes round nowhere: the model reports it and leaves it out.
      if (u === v) return;
      if (flow[row] < amount) relax(u, v, gain[row], { row, forward: true });
      if (flow[row] > 0) relax(v, u, -gain[row], { row, forward: false });
    });
    if (changed < 0) return null;
  }
  // A value that still rose after as many rounds as there are parties hangs on a cycle: walk back into it.
  let v = changed;
  for (let i = 0; i < rows.nodes; i++) v = start(via[v] as Step);
  const cycle: Step[] = [];
  for (let u = v; cycle.length === 0 || u !== v;) {
    const step = via[u] as Step;
    cycle.push(step);
    u = start(step);
  }
  return cycle;
}

export function sumOf(flow: readonly number[]): number {
  return flow.reduce((sum, f) => sum + f, 0);
}
