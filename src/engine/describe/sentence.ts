/** What the score rests on, in a sentence or two. */
import type { Measured } from '../measured';
import { listed, say, type Said, type Sentence } from '../sentence';

/** 'The largest amounts that nothing clears come back to AMD, Nvidia and Google. "Circular share of revenue" brings the most points: 13 of 59.5.' */
export function scoreSentence({ solved, score, parties }: Measured): Sentence {
  if (solved.circulation.amount === 0 && score.overall === 0)
    return say`No money in this sheet can come back to where it started.`;
  const most = largestParties(parties.inLoop, parties.uncleared, solved.ledger.parties);
  const back =
    most === ''
      ? say`Nothing comes back that outside demand does not clear.`
      : say`The largest amounts that nothing clears come back to ${most}.`;
  const top = [...score.drivers].sort((a, b) => b.points - a.points)[0];
  return top.points === 0
    ? back
    : say`${back} "${top.rule.label}" brings the most points: ${top.points} of ${score.overall}.`;
}

function largestParties(inLoop: Uint8Array, uncleared: Float64Array, names: readonly string[]): Said {
  const order = names.map((_, party) => party).filter((party) => inLoop[party] === 1 && uncleared[party] > 0);
  order.sort((a, b) => uncleared[b] - uncleared[a] || a - b);
  return listed(order.slice(0, 3).map((party) => names[party]));
}
