/** What each driver's value says, in English. Other languages make their sentences from the report's fields. */
import type { DriverReason, DriverReport } from '../../analysis';

export type DriverFacts = Pick<
  DriverReport,
  'id' | 'value' | 'terms' | 'termCount' | 'reason' | 'unstated' | 'leftOut'
>;

const reasons: Readonly<Record<DriverReason, string>> = {
  'nothing-returns': 'No seller in this sheet gets back money that nothing clears.',
  'no-seller-revenue': 'The revenue of no seller in a circle is given.',
  'no-kinds': 'The sheet has no column that tells the kind of a deal.',
  'no-outside-income': 'No row or figure says who else pays the buyers in the circle.',
  'no-figures': 'No company of the deals has these figures.',
};

export function driverSentence(facts: DriverFacts): string {
  const { id, value, terms, termCount, reason } = facts;
  if (reason !== null || value === null) return reason === null ? '' : reasons[reason];
  const who = listed(
    terms.map(({ party }) => party),
    termCount,
  );
  const share = percent(value);
  switch (id) {
    case 'circular-revenue':
      return `${share} of a year’s revenue is the sellers’ own money coming back: the mean over ${who}, each weighed by what comes back to it.${caveat(facts)}`;
    case 'most-exposed':
      return `${who}: ${share} of its revenue${terms[0].period === null ? '' : ` of ${terms[0].period}`}.`;
    case 'funded-sales':
      return `${share} of revenue, on the same mean, left the sellers as funding.`;
    case 'ties':
      return `${share} of revenue, on the same mean, is in deals that match or name one another.`;
    case 'circle-customers':
      return `${share} of revenue, on the same mean, comes from customers in the circle who are 10 % or more of the seller.`;
    case 'missing-demand':
      return `${share} of what ${who} promise${termCount === 1 ? 's' : ''} a year is not covered by outside income.`;
    case 'capex-coverage':
      return `Cash from operations is ${value.toFixed(2)} times the capex of ${who}.`;
    case 'capex-intensity':
      return `Capex of ${who} is ${share} of their revenue.`;
    case 'commitment-gap':
      return `${share} of the yearly spending promised by ${who} is above their revenue.`;
    default:
      return `${share} of the revenue that the capex of ${who} needs is missing.`;
  }
}

function caveat({ unstated, termCount, leftOut }: DriverFacts): string {
  const standsIn =
    unstated === 0
      ? ''
      : ` Revenue of ${unstated} of ${termCount} is not given: their size in the sheet stands in.`;
  const notIn =
    leftOut.count === 0
      ? ''
      : ` Not in it, because their revenue is not given: ${listed(leftOut.parties, leftOut.count)}.`;
  return standsIn + notIn;
}

/** Shares of one as a reader expects them: two decimals where they are small, none where there is nothing. */
const percent = (share: number) => `${share === 0 ? '0' : (100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;

/** 'A', 'A and B', 'A, B and 3 others'; `names` may be the first of `count`. */
function listed(names: readonly string[], count: number): string {
  if (count <= 1) return names.join('');
  if (count === 2) return `${names[0]} and ${names[1]}`;
  return `${names[0]}, ${names[1]} and ${count - 2} other${count === 3 ? '' : 's'}`;
}
