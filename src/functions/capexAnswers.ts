/** Capex and commitments from plain ranges: no table of deals is needed, and each answer is a sum or two. */
import {
  capexCoverage,
  capexIntensity,
  commitmentCoverage,
  monetizationGap,
  paybackOfYears,
  requiredRevenue,
} from '../engine/index';
import { badInput, notAvailable } from './answerError';
import { numberArgument, type Range } from './arguments';
import { pairsOf, sumOf, yearsOf } from './figures';

/** The addresses of the arguments, in their order, where Excel tells them. */
type Addresses = readonly unknown[];

const margin: Range = { least: -10, most: 10, words: 'a margin such as 0.35' };
const factor: Range = { least: Number.MIN_VALUE, most: 1, words: 'a share above 0 and up to 1' };
const rate: Range = { least: -0.99, most: 100, words: 'a yearly rate above -0.99' };

export function coverage(
  revenue: unknown,
  capex: unknown,
  cashMargin: unknown,
  addresses: Addresses,
): number {
  const share = numberArgument(cashMargin, 'cash margin', 1, margin);
  const [income, spent] = pairsOf([revenue, capex], ['revenue', 'capex'], addresses);
  const ratio = capexCoverage(
    income.map((amount) => amount * share),
    spent,
  );
  if (ratio === null) throw noPeriod('revenue', 'capex');
  return ratio;
}

export function intensity(capex: unknown, revenue: unknown, addresses: Addresses): number {
  const [spent, income] = pairsOf([capex, revenue], ['capex', 'revenue'], addresses);
  const ratio = capexIntensity(spent, income);
  if (ratio === null) throw noPeriod('capex', 'revenue');
  return ratio;
}

function noPeriod(first: string, second: string) {
  return notAvailable(`No period has both ${first} and ${second} above 0.`);
}

function noCapex() {
  return notAvailable('The capex adds up to nothing: there is nothing to earn back.');
}

export function payback(
  capex: unknown,
  revenue: unknown,
  cashMargin: unknown,
  growth: unknown,
  discount: unknown,
  addresses: Addresses,
): number {
  const share = numberArgument(cashMargin, 'cash margin', 1, margin);
  const grows = numberArgument(growth, 'growth', 0, rate);
  const discounts = numberArgument(discount, 'discount', 0, rate);
  const spent = sumOf(capex, 'capex', addresses[0]);
  if (spent === 0) throw noCapex();
  if (spent < 0)
    throw badInput(
      `The capex adds up to ${spent}, which is negative: enter what is spent as positive numbers.`,
    );
  const years = paybackOfYears(spent, yearsOf(revenue, 'revenue', addresses[1]), share, grows, discounts);
  if (!Number.isFinite(years)) {
    throw notAvailable('The capex is never earned back: the cash of all later years adds up to less.');
  }
  return years;
}

export function required(
  capex: unknown,
  grossMargin: unknown,
  chipShare: unknown,
  addresses: Addresses,
): number {
  const gross = numberArgument(grossMargin, 'gross margin', 0.5, factor);
  const chips = numberArgument(chipShare, 'chip share', 0.5, factor);
  const spent = sumOf(capex, 'capex', addresses[0]);
  if (spent === 0) throw noCapex();
  return requiredRevenue(spent, gross, chips);
}

export function commitments(
  revenue: unknown,
  promised: unknown,
  years: unknown,
  addresses: Addresses,
): number {
  const span = numberArgument(years, 'years', 1, {
    least: Number.MIN_VALUE,
    most: 1000,
    words: 'a number of years above 0',
  });
  const income = sumOf(revenue, 'revenue', addresses[0]);
  const ratio = commitmentCoverage(income, sumOf(promised, 'commitments', addresses[1]), span);
  if (ratio === null) throw notAvailable('The commitments add up to nothing: there is nothing to cover.');
  return ratio;
}

export function monetization(paid: unknown, committed: unknown, addresses: Addresses): number {
  const income = sumOf(paid, 'paid revenue', addresses[0]);
  const gap = monetizationGap(income, sumOf(committed, 'committed spend', addresses[1]));
  if (gap === null) throw notAvailable('The committed spend adds up to nothing: there is no gap to measure.');
  return gap;
}
