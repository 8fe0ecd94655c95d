/**
 * The deals that carry what comes back: for each, how much of the sellers' uncleared round trips passes over it.
 *
 * The flow behind a round trip (uncleared.ts) is read off arc by arc and laid on the deals of the arc, the largest
 * first, each up to its annual amount; money that leaves as funding is laid on funding alone, money that returns as
 * revenue on spending. It is one largest flow of the many there may be: evidence of where the money can go, and no
 * measure of its own. Sums over sellers, each times its factor, so that what matters to a mean comes first.
 *
 * Complexity: up to three Dinic runs per seller on its component, within a budget of arcs: beyond it the sellers that
 * come last are left out. Source: ours.
 */
import { GUARANTEE, FUNDING, SPEND, WARRANT } from '../ledger/types';
import { annualAmounts } from './basis';
import { guaranteePart } from './classAmounts';
import type { Parties } from './parties';
import { ReturnFlows } from './roundTrip';
import type { RowsOfArcs } from './rowsOfArcs';
import type { Solved } from './solved';

/** By deal, in minor units a year times the factor. */
export interface Carried {
  readonly all: Float64Array;
  /** Of it, what leaves a seller as funding. */
  readonly funding: Float64Array;
  /** Of it, what is matched or linked. */
  readonly tied: Float64Array;
}

/** Arcs that all sellers together may visit: the sellers of a sheet of a few thousand deals all have room. */
const arcBudget = 1_500_000;

type Side = 'funding' | 'spend' | 'any';

export function carriedByDeals(
  solved: Solved,
  rows: RowsOfArcs,
  parties: Parties,
  sellers: readonly { readonly party: number; readonly factor: number }[],
): Carried {
  const { ledger, graph, parts, amount: amounts, basis } = solved;
  const { core, clearing } = parties;
  const annual = annualAmounts(ledger, amounts);
  const pi = guaranteePart(basis);
  const fits = (deal: number, side: Side): number => {
    const of = ledger.dealClass[deal];
    if (!ledger.hasKinds || side === 'any') return annual[deal];
    if (side === 'spend') return of === SPEND ? annual[deal] : 0;
    if (of === GUARANTEE) return Math.round(pi * annual[deal]);
    return of === FUNDING || of === WARRANT ? annual[deal] : 0;
  };
  const sorted = new Map<number, Int32Array>();
  const largestFirst = (arc: number): Int32Array => {
    let deals = sorted.get(arc);
    if (deals === undefined) {
      deals = rows.rows.slice(rows.start[arc], rows.start[arc + 1]);
      sorted.set(
        arc,
        deals.sort((a, b) => annual[b] - annual[a] || a - b),
      );
    }
    return deals;
  };
  /** `laid`: what lies on the deals already, by deal. */
  const lay = (laid: Map<number, number>, arc: number, flow: number, side: Side): [number, number][] => {
    const added: [number, number][] = [];
    let left = flow;
    for (const deal of largestFirst(arc)) {
      if (left <= 0) break;
      const part = Math.min(left, fits(deal, side), annual[deal] - (laid.get(deal) ?? 0));
      if (part <= 0) continue;
      laid.set(deal, (laid.get(deal) ?? 0) + part);
      added.push([deal, part]);
      left -= part;
    }
    return added;
  };
  const flows = (capacity: typeof clearing.tied, limit: Float64Array | null = null) =>
    new ReturnFlows(graph, parts, core, capacity, limit);
  const tiedFlows = flows(clearing.tied);
  const tiedFunding = flows(clearing.tiedFunding);
  const dependent = flows(clearing.dependent, clearing.need);
  const all = new Float64Array(ledger.deals);
  const funding = new Float64Array(ledger.deals);
  const tied = new Float64Array(ledger.deals);
  let visited = 0;
  for (const { party, factor } of sellers) {
    const part = parts.of[party];
    visited += 3 * (core.start[part + 1] - core.start[part]);
    if (visited > arcBudget && party !== sellers[0].party) break;
    const add = (onto: Float64Array, laid: readonly [number, number][]): void => {
      for (const [deal, amount] of laid) onto[deal] += amount * factor;
    };
    const laid = new Map<number, number>();
    for (const [arc, flow] of tiedFlows.along(party)) {
      const deals = lay(laid, arc, flow, graph.head[arc] === party ? 'spend' : 'any');
      add(all, deals);
      add(tied, deals);
    }
    const asFunding = new Map<number, number>();
    for (const [arc, flow] of tiedFunding.along(party))
      if (graph.tail[arc] === party) add(funding, lay(asFunding, arc, flow, 'funding'));
    for (const [arc, flow] of dependent.along(party)) {
      const leaves = graph.tail[arc] === party;
      const returns = graph.head[arc] === party;
      add(all, lay(laid, arc, flow, leaves ? 'funding' : returns ? 'spend' : 'any'));
      if (leaves) add(funding, lay(asFunding, arc, flow, 'funding'));
    }
  }
  return { all, funding, tied };
}
