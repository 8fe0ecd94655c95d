/**
 * The amount of every deal on a basis, in minor units.
 *
 * headline: the face amount. expected: face amount x weight, where the weight is the probability that the sheet
 * gives, or the default of the deal's status; rounded to a whole minor unit, row by row. firm: face amount x
 * the firm share that the sheet gives; where it gives none, all of a deal that is signed or closed and neither
 * conditional, capped nor cancellable, and nothing of the others.
 *
 * O(deals). Expected amounts are not the mean of what can close: circulation is concave in the amounts, so their
 * circularity overstates the mean (measures/closing.ts gives the mean).
 */
import type { Basis } from '../analysis';
import { SPEND, type Ledger } from '../ledger/types';

export function amountsOn(basis: Basis, ledger: Ledger): Float64Array {
  if (basis === 'headline') return ledger.amount;
  const amounts = new Float64Array(ledger.deals);
  for (let deal = 0; deal < ledger.deals; deal++) {
    amounts[deal] =
      basis === 'expected'
        ? Math.round(ledger.amount[deal] * ledger.weight[deal])
        : Math.round(ledger.amount[deal] * ledger.firm[deal]);
  }
  return amounts;
}

/**
 * What a deal amounts to in one year: a purchase over a term of several years is spread over it; funding comes at
 * once. Deals without a term count whole, because nothing says over how long they run. Minor units, O(deals).
 */
export function annualAmounts(ledger: Ledger, amounts: Float64Array): Float64Array {
  const annual = new Float64Array(ledger.deals);
  for (let deal = 0; deal < ledger.deals; deal++) {
    const term = ledger.dealClass[deal] >= SPEND ? ledger.term[deal] : 1;
    annual[deal] = term > 1 ? Math.round(amounts[deal] / term) : amounts[deal];
  }
  return annual;
}
