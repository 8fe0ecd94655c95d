/**
 * A ledger solved on one basis: the money graph, its strongly connected components and its maximum circulation,
 * with the certificate checked. Every measure starts from it, so the solve is done once.
 */
import type { Basis } from '../analysis';
import { certificateFault } from '../kernel/certificate';
import { maximumCirculation, type Circulation } from '../kernel/circulation';
import { components, type Components } from '../kernel/components';
import { buildGraph, type Graph } from '../kernel/graph';
import type { Ledger } from '../ledger/types';
import { amountsOn } from './basis';

export interface Solved {
  readonly ledger: Ledger;
  readonly basis: Basis;
  /** Minor units, by deal. */
  readonly amount: Float64Array;
  /** Sum of all amounts, minor units. */
  readonly gross: number;
  readonly graph: Graph;
  readonly parts: Components;
  readonly circulation: Circulation;
}

/**
 * Circularity = C* / gross, where C* = max sum f_e subject to 0 <= f_e <= amount_e and inflow = outflow at every
 * party ("maximum circularity" of the circular directional flow decomposition, arXiv 2506.12546).
 * The optimum is proved on every run by its certificate, in linear time; a proof that fails is a defect of
 * Looplens, never of the sheet, and is thrown.
 */
export function solve(ledger: Ledger, basis: Basis, amount = amountsOn(basis, ledger)): Solved {
  const graph = buildGraph(ledger.parties.length, ledger.from, ledger.to, amount);
  const parts = components(graph);
  const circulation = maximumCirculation(graph, parts);
  const fault = certificateFault(graph, circulation);
  if (fault !== null) throw new Error(`The circulation could not be proved: ${fault}`);
  let gross = 0;
  for (let deal = 0; deal < ledger.deals; deal++) gross += amount[deal];
  return { ledger, basis, amount, gross, graph, parts, circulation };
}

/** C* / gross, 0 for a sheet without money. */
export function circularShare(solved: Solved): number {
  return solved.gross === 0 ? 0 : solved.circulation.amount / solved.gross;
}
