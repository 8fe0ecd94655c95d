/**
 * Mixing circularity: the Finn cycling index of the sheet, the expected share of throughflow that comes back when every party spends its
 * money in proportion. Maximum circularity is the most that can go round; this is what goes round with no intent.
 *
 * sum T_i (n_ii - 1) / n_ii / sum T_i, with N = (I - G)^-1 (Finn 1976). The outside inflow or outflow that balances
 * a party is taken from the sheet itself. Dense algebra per component, so components above the kernel's limit get no answer.
 */
import { cyclingIndex } from '../kernel/cycling';
import { say, type Sentence } from '../sentence';
import type { Solved } from './solved';

export function mixing(solved: Solved): { share: number | null; reason: Sentence } {
  const index = cyclingIndex(solved.graph, solved.parts.of);
  if (index === null)
    return { share: null, reason: say`The circle has too many parties for an exact mixing index.` };
  return {
    share: index.share,
    reason: say`What balances each party comes from outside or goes there.`,
  };
}
