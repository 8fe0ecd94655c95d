/** One sentence that answers the question of the sheet before any table does. */
import type { Measured } from '../measured';
import { circularShare } from '../measures/solved';

/** '28.3 % of the money in this sheet can go round: 644.0 of 2,279.6 USD bn.' */
export function scoreSentence({ solved, score, parties }: Measured): string {
  const { ledger } = solved;
  const money = 10 ** ledger.money.decimals;
  const unit = [ledger.money.currency, ledger.money.label]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  const figure = (minor: number) => readable(minor / money);
  if (solved.circulation.amount === 0) {
    return `No money in this sheet can come back to where it started: ${figure(solved.gross)}${unit === '' ? '' : ` ${unit}`} in ${ledger.deals} deals, and no loop. The score is ${score.overall} of 100.`;
  }
  const share = (100 * circularShare(solved)).toFixed(1);
  const most = largestParties(parties.inLoop, parties.uncleared, ledger.parties);
  const among = most === '' ? '' : ` Most of what nothing clears comes back to ${most}.`;
  return `${share} % of the money in this sheet can go round: ${figure(solved.circulation.amount)} of ${figure(solved.gross)}${unit === '' ? '' : ` ${unit}`}.${among} The score is ${score.overall} of 100.`;
}

function largestParties(inLoop: Uint8Array, uncleared: Float64Array, names: readonly string[]): string {
  const order = names.map((_, party) => party).filter((party) => inLoop[party] === 1 && uncleared[party] > 0);
  order.sort((a, b) => uncleared[b] - uncleared[a] || a - b);
  const three = order.slice(0, 3).map((party) => names[party]);
  return three.length <= 1
    ? three.join('')
    : `${three.slice(0, -1).join(', ')} and ${three[three.length - 1]}`;
}

/** 644.027 -> '644.0', 0.0672 -> '0.0672', 2279632 -> '2,279,632'; the same on every machine. */
export function readable(value: number): string {
  const decimals = value === 0 || value >= 10_000 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 4;
  const [whole, part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
