/**
 * Every party of the sheet with what it pays and receives, and, for the parties inside a circle, what comes back.
 *
 * Amounts are minor units on the basis; `annual` ones are a year's worth (basis.ts: annualAmounts), because they are
 * compared with a year's revenue. Flows cost a maximum flow each, so on very large circles only the parties
 * with the largest bound min(leaving, returning) are measured; the others say so with NaN.
 * Complexity: O(arcs) + 5 maximum flows for each measured party.
 */
import { SPEND } from '../ledger/types';
import type { Financials } from '../ledger/types';
import { annualAmounts } from './basis';
import { classAmounts, type ClassAmounts } from './classAmounts';
import { concentration, type Concentration } from './concentration';
import { matchedAmounts } from './matched';
import { outsideIncome, type OutsideIncome } from './outsideIncome';
import { statedRevenues, type StatedRevenue } from './revenue';
import { coreOf, returnFlows, type Core } from './roundTrip';
import type { RowsOfArcs } from './rowsOfArcs';
import type { Solved } from './solved';
import { clearingOf, unclearedRoundTrips, type Clearing } from './uncleared';
import type { LoopList } from '../kernel/loops';

export interface Parties {
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  /** Leaves in any form, comes back as revenue; NaN when not measured. */
  readonly roundTrip: Float64Array;
  /** Leaves as funding, comes back as revenue. */
  readonly funded: Float64Array;
  /** Annual: what nothing clears (uncleared.ts), of it what began as funding, and what is matched. */
  readonly uncleared: Float64Array;
  readonly unclearedFunded: Float64Array;
  readonly tied: Float64Array;
  readonly inLoop: Uint8Array;
  /** Annual spend received, promised, and throughflow = max(inflow, outflow). */
  readonly earned: Float64Array;
  readonly promised: Float64Array;
  readonly throughflow: Float64Array;
  readonly stated: readonly (StatedRevenue | null)[];
  /** Stated revenue in minor units, NaN where none. */
  readonly revenue: Float64Array;
  readonly outside: OutsideIncome;
  readonly customers: Concentration;
  /** By arc: spend, whole. */
  readonly spend: Float64Array;
  /** By arc, annual. */
  readonly annual: ClassAmounts;
  readonly matched: Float64Array;
  /** Parties whose round trips were measured. */
  readonly measured: Int32Array;
  /** What the uncleared round trips were measured over. */
  readonly core: Core;
  readonly clearing: Clearing;
}

/** Flows are bounded to about this many arcs in all; a sheet of a few thousand deals never reaches it. */
const arcBudget = 4_000_000;

export function measureParties(
  solved: Solved,
  rows: RowsOfArcs,
  loops: LoopList,
  financials: Financials | null,
): Parties {
  const { ledger, graph, parts, amount, basis } = solved;
  const whole = classAmounts(ledger, graph, basis, amount);
  const annualDeals = annualAmounts(ledger, amount);
  const annual = classAmounts(ledger, graph, basis, annualDeals);
  const core = coreOf(graph, parts);
  const matched = matchedAmounts(ledger, graph, amount, rows, loops);

  const stated = statedRevenues(
    ledger,
    financials,
    (deal) => !ledger.hasKinds || ledger.dealClass[deal] === SPEND,
  );
  const money = 10 ** ledger.money.decimals;
  const revenue = Float64Array.from(stated, (line) =>
    line === null ? NaN : Math.round(line.revenue * money),
  );
  const outside = outsideIncome(solved, annual, annualDeals, stated);

  const sums = sumsByParty(graph, whole, annual);
  const inLoop = Uint8Array.from(parts.of, (part: number) =>
    core.start[part + 1] > core.start[part] ? 1 : 0,
  );
  const measured = partiesToMeasure(graph, core, parts.of, annual);

  const clearing = clearingOf(graph, parts, annual, matched, outside.income);
  const revenueBack = returnFlows(
    graph,
    parts,
    core,
    { all: whole.all, out: whole.all, back: whole.spend },
    measured,
  );
  const funded = returnFlows(
    graph,
    parts,
    core,
    { all: whole.all, out: whole.funding, back: whole.spend },
    measured,
  );
  const uncleared = unclearedRoundTrips(graph, parts, core, clearing, measured);
  /** By party: 0 outside circles, NaN where not measured. */
  const byParty = (value: (index: number) => number) => {
    const values = Float64Array.from(inLoop, (inside) => (inside === 1 ? NaN : 0));
    measured.forEach((party, index) => (values[party] = value(index)));
    return values;
  };
  return {
    ...sums,
    roundTrip: byParty((index) => revenueBack[index]),
    funded: byParty((index) => funded[index]),
    uncleared: byParty((index) => uncleared.tied[index] + uncleared.dependent[index]),
    unclearedFunded: byParty((index) => uncleared.funded[index]),
    tied: byParty((index) => uncleared.tied[index]),
    inLoop,
    stated,
    revenue,
    outside,
    customers: concentration(graph, whole.spend),
    spend: whole.spend,
    annual,
    matched,
    measured: Int32Array.from(measured),
    core,
    clearing,
  };
}

function sumsByParty(graph: Solved['graph'], whole: ClassAmounts, annual: ClassAmounts) {
  const inflow = new Float64Array(graph.nodes);
  const outflow = new Float64Array(graph.nodes);
  const earned = new Float64Array(graph.nodes);
  const promised = new Float64Array(graph.nodes);
  const received = new Float64Array(graph.nodes);
  const paid = new Float64Array(graph.nodes);
  for (let arc = 0; arc < graph.arcs; arc++) {
    const tail = graph.tail[arc];
    const head = graph.head[arc];
    outflow[tail] += whole.all[arc];
    inflow[head] += whole.all[arc];
    promised[tail] += annual.spend[arc];
    earned[head] += annual.spend[arc];
    paid[tail] += annual.all[arc];
    received[head] += annual.all[arc];
  }
  return {
    inflow,
    outflow,
    earned,
    promised,
    throughflow: received.map((sum, node) => Math.max(sum, paid[node])),
  };
}

/** Parties inside circles by their bound min(funding or money leaving, spend returning), within the budget of arcs. */
function partiesToMeasure(
  graph: Solved['graph'],
  core: Core,
  part: Int32Array,
  annual: ClassAmounts,
): number[] {
  const leaving = new Float64Array(graph.nodes);
  const returning = new Float64Array(graph.nodes);
  for (const arc of core.arcs) {
    leaving[graph.tail[arc]] += annual.all[arc];
    returning[graph.head[arc]] += annual.spend[arc];
  }
  const order: number[] = [];
  for (let node = 0; node < graph.nodes; node++) {
    if (core.start[part[node] + 1] > core.start[part[node]]) order.push(node);
  }
  const bound = (node: number) => Math.min(leaving[node], returning[node]);
  order.sort((a, b) => bound(b) - bound(a) || a - b);
  const chosen: number[] = [];
  let spent = 0;
  for (const node of order) {
    spent += 5 * (core.start[part[node] + 1] - core.start[part[node]]);
    if (spent > arcBudget && chosen.length >= 5) break;
    chosen.push(node);
  }
  return chosen;
}
