/**
 * Circularity when each deal closes or not with its probability: mean and P5, P50, P95 over seeded draws.
 *
 * Needed because circularity on expected amounts is not the mean of what can happen (circulation is concave in the
 * amounts, so the expected amounts always overstate it). Deals that are linked to one another are drawn together:
 * one random number decides for the whole group, and each closes when it lies below its own probability.
 *
 * Complexity: one cold solve per draw (a warm start does not pay: algorithms.md 3.8). Deterministic for a seed.
 */
import { components } from '../kernel/components';
import { maximumCirculation } from '../kernel/circulation';
import { buildGraph } from '../kernel/graph';
import { Random } from '../kernel/random';
import type { Ledger } from '../ledger/types';

export interface ClosingRange {
  readonly mean: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export function closingRange(ledger: Ledger, draws: number, seed: number): ClosingRange {
  const run = new ClosingDraws(ledger, draws, seed);
  run.draw(draws);
  return run.range();
}

/** The draws of one range, in as many parts as a caller wants: the parts never change the answer. */
export class ClosingDraws {
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #group: Int32Array;
  readonly #chance: Float64Array;
  readonly #amount: Float64Array;
  readonly #shares: Float64Array;
  #made = 0;

  /** `draws`: at least 1. */
  constructor(ledger: Ledger, draws: number, seed: number) {
    this.#ledger = ledger;
    this.#random = new Random(seed);
    this.#group = linkGroups(ledger);
    this.#chance = new Float64Array(ledger.deals);
    this.#amount = new Float64Array(ledger.deals);
    this.#shares = new Float64Array(draws);
  }

  get left(): number {
    return this.#shares.length - this.#made;
  }

  /** Makes up to `most` further draws, one solve each. */
  draw(most: number): void {
    for (let count = Math.min(most, this.left); count > 0; count--)
      this.#shares[this.#made++] = this.#share();
  }

  /** Of the draws that were made. */
  range(): ClosingRange {
    const shares = this.#shares.slice(0, this.#made);
    let sum = 0;
    for (const share of shares) sum += share;
    shares.sort();
    const at = (quantile: number) =>
      shares[Math.min(shares.length - 1, Math.floor(quantile * shares.length))];
    return { mean: sum / shares.length, p5: at(0.05), p50: at(0.5), p95: at(0.95) };
  }

  #share(): number {
    const ledger = this.#ledger;
    const random = this.#random;
    const group = this.#group;
    const chance = this.#chance;
    const amount = this.#amount;
    for (let deal = 0; deal < ledger.deals; deal++) chance[deal] = random.next();
    let gross = 0;
    for (let deal = 0; deal < ledger.deals; deal++) {
      amount[deal] = chance[group[deal]] < ledger.weight[deal] ? ledger.amount[deal] : 0;
      gross += amount[deal];
    }
    const graph = buildGraph(ledger.parties.length, ledger.from, ledger.to, amount);
    return gross === 0 ? 0 : maximumCirculation(graph, components(graph)).amount / gross;
  }
}

/** For each deal the first deal of its group of linked deals (itself where it is linked to none): union by smallest. */
export function linkGroups(ledger: Ledger): Int32Array {
  const group = Int32Array.from({ length: ledger.deals }, (_, deal) => deal);
  const first = (deal: number): number => {
    let at = deal;
    while (group[at] !== at) {
      group[at] = group[group[at]];
      at = group[at];
    }
    return at;
  };
  for (let deal = 0; deal < ledger.deals; deal++) {
    for (let link = ledger.linkStart[deal]; link < ledger.linkStart[deal + 1]; link++) {
      const a = first(deal);
      const b = first(ledger.linkTarget[link]);
      group[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return group.map((_, deal) => first(deal));
}
