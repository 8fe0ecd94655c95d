/**
 * Every threshold and weight of the score, each with its reason. One table, the same for all sheets; docs/score.md
 * is written from it. `rules` changes whenever a number here does, because then the same sheet can get another score.
 */
export const rules = '2';

/** Share of the overall score that each pillar carries when both have data. */
export const pillarWeights = { roundTrip: 65, capex: 35 } as const;

/** Points 0..100 of a driver by its value: straight lines between the corners, flat beyond them. */
export type Curve = readonly (readonly [value: number, points: number])[];

export interface DriverRule {
  readonly id: string;
  readonly pillar: 'roundTrip' | 'capex';
  readonly label: string;
  readonly unit: 'share' | 'times';
  /** Weight within its pillar; the weights of a pillar add up to 100. */
  readonly weight: number;
  readonly curve: Curve;
  readonly meaning: string;
  readonly reason: string;
}

/** A share of the seller's revenue. One curve for all drivers that are one, so that none is tuned by itself. */
const shareOfRevenue: Curve = [
  [0, 0],
  [0.01, 10],
  [0.05, 40],
  [0.1, 60],
  [0.25, 85],
  [0.5, 100],
];

export const shareOfRevenueReason =
  'Below 1 % is noise to a reader of accounts (Duke Energy: 0.29 %). 5 % of a figure is where auditors begin to call it material ' +
  '(SEC Staff Accounting Bulletin 99). 10 % is a customer that has to be named (ASC 280-10-50-42), and what CMS Energy took back in 2000. ' +
  'A quarter to a third is where restated cases lie (CMS 36 % in 2001); half is Suprema and Homestore.';

/** A sheet does not show the size of a party whose revenue is not given: it is taken as no smaller than this share of the sheet. */
export const unstatedSizeFloor = 0.01;
/** A seller with less than this share of the circular money is not the most exposed one, however small it is. */
export const exposedFloor = 0.01;
/** Outside demand of the buyers counts in full once this share of revenue is circular, and in proportion below. */
export const material = 0.05;

export const driverRules: readonly DriverRule[] = [
  {
    id: 'circular-revenue',
    pillar: 'roundTrip',
    label: 'Circular share of revenue',
    unit: 'share',
    weight: 30,
    curve: shareOfRevenue,
    meaning:
      'Uncleared round trip of the sellers in a circle / their revenue, weighted by the uncleared amounts. ' +
      'What the buyers could have paid from outside income is cleared, unless the deals are matched or linked.',
    reason: shareOfRevenueReason,
  },
  {
    id: 'most-exposed',
    pillar: 'roundTrip',
    label: 'Most exposed seller',
    unit: 'share',
    weight: 20,
    curve: shareOfRevenue,
    meaning:
      'The largest such share of one seller whose revenue is stated, with at least 1 % of the circular money.',
    reason: 'An average can hide one company that lives on its own money. ' + shareOfRevenueReason,
  },
  {
    id: 'funded-sales',
    pillar: 'roundTrip',
    label: 'Sales paid with own funding',
    unit: 'share',
    weight: 15,
    curve: shareOfRevenue,
    meaning: 'The part of it that left the seller as equity, loans, warrants or guarantees.',
    reason: 'Vendor financing in the widest sense (Lucent, Nortel). ' + shareOfRevenueReason,
  },
  {
    id: 'ties',
    pillar: 'roundTrip',
    label: 'Matched or linked deals',
    unit: 'share',
    weight: 15,
    curve: shareOfRevenue,
    meaning: 'The part of it in swaps, in loops of equal legs, and in loops whose deals name one another.',
    reason:
      'Simultaneous trades of one size, and purchases that are the condition of an investment, are what court orders recite. ' +
      shareOfRevenueReason,
  },
  {
    id: 'circle-customers',
    pillar: 'roundTrip',
    label: 'Ten-percent customers in the circle',
    unit: 'share',
    weight: 10,
    curve: shareOfRevenue,
    meaning: 'The part of it that comes from customers who each make up 10 % or more of the seller.',
    reason: 'Concentration makes a circle hard to leave. ' + shareOfRevenueReason,
  },
  {
    id: 'missing-demand',
    pillar: 'roundTrip',
    label: 'Promises without outside demand',
    unit: 'share',
    weight: 10,
    curve: [
      [0, 0],
      [0.5, 50],
      [1, 100],
    ],
    meaning:
      'Of what the buyers in a circle promise to spend a year, the part that their outside income does not cover; ' +
      'in proportion while less than 5 % of revenue is circular.',
    reason:
      'Goldman put OpenAI 2026 at 17 of 114 from outside (0.15). Nothing is missing at 0; nobody outside pays at 1.',
  },
  {
    id: 'capex-coverage',
    pillar: 'capex',
    label: 'Capex covered by cash from operations',
    unit: 'times',
    weight: 30,
    curve: [
      [0.5, 100],
      [1, 60],
      [1.5, 20],
      [2, 0],
    ],
    meaning: 'Operating cash flow / capex of the companies that have both, latest year.',
    reason:
      'Hyperscalers stood at 1.6 to 8.8 in 2019; below 1 outside money is needed (Oracle 0.53 in FY2026).',
  },
  {
    id: 'capex-intensity',
    pillar: 'capex',
    label: 'Capital intensity',
    unit: 'share',
    weight: 25,
    curve: [
      [0.05, 0],
      [0.2, 30],
      [0.43, 80],
      [1, 100],
    ],
    meaning: 'Capex / revenue of the companies that have both, latest year.',
    reason:
      'About 0.05 over all firms, at most 0.21 for hyperscalers in 2019, 0.43 Qwest in 2001, above 1 Level 3 and CoreWeave.',
  },
  {
    id: 'commitment-gap',
    pillar: 'capex',
    label: 'Promised spending above revenue',
    unit: 'share',
    weight: 25,
    curve: [
      [0, 0],
      [0.5, 70],
      [1, 100],
    ],
    meaning: 'Of what companies with stated revenue promise to spend a year, the part above their revenue.',
    reason:
      'A company cannot promise more than it earns without outside money: OpenAI promised 13 times its revenue a year.',
  },
  {
    id: 'required-revenue',
    pillar: 'capex',
    label: 'Gap to the revenue that the capex needs',
    unit: 'share',
    weight: 20,
    curve: [
      [0, 0],
      [0.5, 60],
      [1, 100],
    ],
    meaning:
      'Of the revenue that each capex needs (capex / gross margin, one half), the part that revenue less the round trip falls short of; sums over companies.',
    reason:
      'The method of "AI\'s $600B question", whose 600 is 150 of chips, twice for the rest of the data centre and twice for the margin: the capex of a company is whole already.',
  },
];

/** Points of a value on a curve, 0..100. */
export function pointsOn(curve: Curve, value: number): number {
  if (value <= curve[0][0]) return curve[0][1];
  for (let corner = 1; corner < curve.length; corner++) {
    const [right, upper] = curve[corner];
    const [left, lower] = curve[corner - 1];
    if (value <= right) return lower + ((upper - lower) * (value - left)) / (right - left);
  }
  return curve[curve.length - 1][1];
}
