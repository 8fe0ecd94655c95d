/** Swaps by looking at every pair: O(rows squared), the rule of swaps.ts word for word. */
import { FUNDING, NO_DAY, WARRANT, type Ledger } from '../../src/engine/ledger/types';

export function swapsByPairs(ledger: Ledger, there: readonly number[], here: readonly number[]): number {
  const { amount, day, lastDay, dealClass } = ledger;
  const largestFirst = (deals: readonly number[]) =>
    [...deals].sort((a, b) => amount[b] - amount[a] || a - b);
  const isFunding = (deal: number) =>
    ledger.hasKinds && (dealClass[deal] === FUNDING || dealClass[deal] === WARRANT);
  const isNear = (a: number, b: number) =>
    day[a] === NO_DAY || day[b] === NO_DAY || (day[a] - lastDay[b] <= 92 && day[b] - lastDay[a] <= 92);
  const isDated = (deal: number) => day[deal] !== NO_DAY && lastDay[deal] - day[deal] <= 92;
  const taken = new Set<number>();
  let sum = 0;
  for (const deal of largestFirst(there)) {
    const answer = largestFirst(here).find((other) => {
      const [small, large] = [amount[deal], amount[other]].sort((a, b) => a - b);
      const isFine = isDated(deal) && isDated(other);
      const isAlike = small >= (isFine ? 0.8 : 0.99) * large;
      return !taken.has(other) && isAlike && isNear(deal, other) && !(isFunding(deal) && isFunding(other));
    });
    if (answer === undefined) continue;
    taken.add(answer);
    sum += Math.min(amount[deal], amount[answer]);
  }
  return sum;
}
