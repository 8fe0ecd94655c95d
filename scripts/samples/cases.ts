/** What each labelled case is there to teach, and which of its legs make the loop. */

export type CaseLabel = 'circular' | 'immaterial' | 'clean' | 'near-miss' | 'hidden';

export interface CaseLoop {
  /** Deal ids of the legs, in the order of the money; the smallest is the amount that goes round. */
  readonly legs: readonly string[];
  /** Seller whose revenue the loop became, and the period of SellerRevenue that it is compared with. */
  readonly seller: string;
  /** null: the sources give no revenue of the same period. */
  readonly period: string | null;
}

export interface CaseLesson {
  readonly caseId: string;
  readonly label: CaseLabel;
  readonly loops: readonly CaseLoop[];
  /** What a reader should look at. */
  readonly look: string;
}

export const caseLessons: readonly CaseLesson[] = [
  {
    caseId: 'P01',
    label: 'circular',
    loops: [{ legs: ['P01b', 'P01c'], seller: 'Lucent', period: 'FY1999 (Sep)' }],
    look: 'The lender is the supplier. P01a and P01b are one facility: 2.0 promised, 0.7 drawn. Use one of them.',
  },
  {
    caseId: 'P02',
    label: 'circular',
    loops: [{ legs: ['P02a', 'P02b'], seller: 'Qwest', period: 'FY2001' }],
    look: 'Two sales of the same thing, the same size, in the last days of the same quarter.',
  },
  {
    caseId: 'P05',
    label: 'circular',
    loops: [{ legs: ['P05a', 'P05b', 'P05c'], seller: 'Homestore', period: '2001-Q1..Q3' }],
    look: 'Three legs: the vendor in the middle never deals with the seller of the advertisement.',
  },
  {
    caseId: 'P08',
    label: 'circular',
    loops: [
      { legs: ['P08-2000-a', 'P08-2000-b'], seller: 'CMS Energy', period: '2000' },
      { legs: ['P08-2001-9M-a', 'P08-2001-9M-b'], seller: 'CMS Energy', period: '2001-9M' },
    ],
    look: 'Bought and sold at once, at one price: volume and revenue without a customer.',
  },
  {
    caseId: 'P09',
    label: 'immaterial',
    loops: [{ legs: ['P09a', 'P09b'], seller: 'Duke Energy', period: '1999..2002-06' }],
    look: 'A true loop that is a rounding error of the revenue: the shape alone decides nothing.',
  },
  {
    caseId: 'P11',
    label: 'circular',
    loops: [{ legs: ['P11a', 'P11b', 'P11c'], seller: 'Suprema', period: '1998..2002-02' }],
    look: 'Vendor and customer had the same owner: the loop is seen only with both of their books.',
  },
  {
    caseId: 'P12',
    label: 'immaterial',
    loops: [{ legs: ['P12a', 'P12b'], seller: 'Krispy Kreme', period: 'Q3-2003 (Aug-Oct)' }],
    look: 'A tiny loop inside a large price: overdue interest paid back out of the purchase.',
  },
  {
    caseId: 'P13',
    label: 'circular',
    loops: [{ legs: ['P13a', 'P13c', 'P13b'], seller: 'Luckin', period: 'FY2019' }],
    look: "P13c was in nobody's books and is inferred (grade I). Without that row there is no loop to find.",
  },
  {
    caseId: 'P16',
    label: 'circular',
    loops: [{ legs: ['P16a', 'P16b'], seller: 'Peregrine', period: '1999..2002' }],
    look: 'Customers paid with money and stock that the seller had given them.',
  },
  {
    caseId: 'P19',
    label: 'hidden',
    loops: [{ legs: ['P19a', 'P19b'], seller: 'McAfee', period: null }],
    look: 'The leg back has no amount in the source. Unknown is not zero: the row is counted and never summed.',
  },
  {
    caseId: 'C01',
    label: 'clean',
    loops: [],
    look: 'A large customer with customers of its own, and no money back.',
  },
  { caseId: 'C03', label: 'clean', loops: [], look: 'Concentration without a funding leg.' },
  { caseId: 'C05', label: 'clean', loops: [], look: 'A contract over several years without a funding leg.' },
  {
    caseId: 'C07',
    label: 'clean',
    loops: [],
    look: 'Two customers above a tenth of revenue each, and no money back.',
  },
  {
    caseId: 'C09',
    label: 'near-miss',
    loops: [],
    look: 'Customers fund their supplier: the same direction as their purchases, so nothing returns.',
  },
  {
    caseId: 'C12',
    label: 'near-miss',
    loops: [{ legs: ['C12b', 'C12a'], seller: 'The Coca-Cola Company', period: '2016' }],
    look: 'A real loop, small, disclosed, and the goods are sold on to consumers.',
  },
  {
    caseId: 'C13',
    label: 'near-miss',
    loops: [{ legs: ['C13a', 'C13b'], seller: 'Deere', period: 'FY2024' }],
    look: 'Vendor finance to very many buyers with an income of their own. Deere (JDF) is the lender in the group of Deere: the loop shows once the two are counted as one.',
  },
  {
    caseId: 'C15',
    label: 'clean',
    loops: [],
    look: 'The buyer funds nobody here; the supplier of the seller does.',
  },
];
