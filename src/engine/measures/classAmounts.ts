/**
 * What each arc of the money graph carries, by what it does: funding that leaves, spending that becomes revenue.
 *
 * funding = F + W + pi x G. Guarantees are contingent, so on the headline basis a guarantee counts with pi = 0.25
 * (model: status weights); on the other bases its own weight has already been taken.
 * In a sheet that does not tell kinds every deal can be either, and both columns hold the whole amount.
 * O(deals + arcs), minor units.
 */
import { FUNDING, GUARANTEE, SPEND, WARRANT, type Ledger } from '../ledger/types';
import type { Basis } from '../analysis';
import type { Graph } from '../kernel/graph';

const guaranteeWeight = 0.25;

/** The part of a guarantee's amount that counts as funding. */
export const guaranteePart = (basis: Basis): number => (basis === 'headline' ? guaranteeWeight : 1);

export interface ClassAmounts {
  /** By arc: everything. */
  readonly all: Float64Array;
  readonly funding: Float64Array;
  readonly spend: Float64Array;
}

export function classAmounts(ledger: Ledger, graph: Graph, basis: Basis, amount: Float64Array): ClassAmounts {
  const all = new Float64Array(graph.arcs);
  const funding = new Float64Array(graph.arcs);
  const spend = new Float64Array(graph.arcs);
  const pi = guaranteePart(basis);
  for (let deal = 0; deal < ledger.deals; deal++) {
    const arc = graph.arcOfRow[deal];
    if (arc < 0) continue;
    all[arc] += amount[deal];
    const dealClass = ledger.dealClass[deal];
    if (dealClass === FUNDING || dealClass === WARRANT) funding[arc] += amount[deal];
    else if (dealClass === GUARANTEE) funding[arc] += Math.round(pi * amount[deal]);
    else if (dealClass === SPEND) spend[arc] += amount[deal];
  }
  return ledger.hasKinds ? { all, funding, spend } : { all, funding: all, spend: all };
}
