/**
 * Revenue of the sellers in the labelled cases, as the sources give it.
 *
 * The cases tell revenue in passing ("10% of 2000 revenue"). Each line here says what it was worked out from and
 * keeps the weakest grade of its inputs: I where arithmetic stands between the source and the figure, K where nobody
 * stored a source. Figures are USD bn, rounded no finer than their inputs allow.
 */

export interface SellerRevenue {
  readonly caseId: string;
  readonly entity: string;
  readonly period: string;
  /** USD bn, as text so that the file and the sheet show the same digits. */
  readonly revenue: string;
  readonly grade: string;
  readonly source: string;
  /** How the figure was come by. */
  readonly note: string;
}

const cmsOrder = 'webarchive.library.unt.edu copy of sec.gov 33-8403.htm (2004-03-17)';
const noSource = 'no stored source';

export const sellerRevenues: readonly SellerRevenue[] = [
  {
    caseId: 'P01',
    entity: 'Lucent',
    period: 'FY1999 (Sep)',
    revenue: '37.92',
    grade: 'B',
    source:
      'https://hackersqueeze.com/articles/circular-financing-does-nvidia-s-110b-bet-echo-the-telecom-bubble-770',
    note: 'as reported; the same figure stands in the company figures',
  },
  {
    caseId: 'P02',
    entity: 'Qwest',
    period: 'FY2001',
    revenue: '19.8',
    grade: 'B',
    source:
      'https://www.foxnews.com/story/qwest-cuts-outlook-to-slash-7000-jobs ; http://themilitarystandard.com/archive/article/1902-28928.php',
    note: 'company guidance as first reported, before restatement; the swap is one quarter of it',
  },
  {
    caseId: 'P05',
    entity: 'Homestore',
    period: '2001-Q1..Q3',
    revenue: '0.3509',
    grade: 'B',
    source:
      'http://www.dmnews.com/digital-marketing/homestorecom-to-restate-up-to-95m-in-ad-sales-based-on-audit/article/75922/',
    note: 'all revenue of the nine months as first reported. The 64% of the case is of advertising revenue only',
  },
  {
    caseId: 'P08',
    entity: 'CMS Energy',
    period: '2000',
    revenue: '10.0',
    grade: 'I',
    source: cmsOrder,
    note: 'derived: 1.0 is 10% of 2000 revenue (grade A-copy), so 1.0 / 0.10',
  },
  {
    caseId: 'P08',
    entity: 'CMS Energy',
    period: '2001-9M',
    revenue: '11.67',
    grade: 'I',
    source: cmsOrder,
    note: 'derived: 4.2 is 36% of revenue in nine months of 2001 (grade A-copy), so 4.2 / 0.36',
  },
  {
    caseId: 'P09',
    entity: 'Duke Energy',
    period: '1999..2002-06',
    revenue: '75.6',
    grade: 'B',
    source: 'https://www.naturalgasintel.com/duke-revises-trading-units-earnings-17m-in-restated-sec-filing/',
    note: 'as given beside the case: 0.217 of 75.6 = 0.29%',
  },
  {
    caseId: 'P11',
    entity: 'Suprema',
    period: '1998..2002-02',
    revenue: '1.13',
    grade: 'A-copy',
    source: 'cybercemetery.unt.edu copy of sec.gov lr19111.htm (2005)',
    note: 'reported revenue of the whole period, about 60% of it circles',
  },
  {
    caseId: 'P12',
    entity: 'Krispy Kreme',
    period: 'Q3-2003 (Aug-Oct)',
    revenue: '0.1678',
    grade: 'A',
    source: 'https://www.sec.gov/Archives/edgar/data/1100270/000095014404011446/g92065exv99w1.htm',
    note: 'the quarter of the deal, as the comparison figure in the release of 2004-11-22; before restatement',
  },
  {
    caseId: 'P13',
    entity: 'Luckin',
    period: 'FY2019',
    revenue: '0.73',
    grade: 'I',
    source:
      'https://www.caixinglobal.com/2021-07-02/luckin-discloses-it-overstated-2019-revenue-by-328-million-101734893.html',
    note: 'derived: as booked, about RMB 3.0bn restated + RMB 2.12bn fabricated, at about 7.05 a dollar; the case runs one month into 2020',
  },
  {
    caseId: 'P16',
    entity: 'Peregrine',
    period: '1999..2002',
    revenue: '1.34',
    grade: 'A',
    source: 'http://www.sec.gov/litigation/complaints/comp18205.htm',
    note: 'reported revenue of the whole period, 0.509 of it restated',
  },
  {
    caseId: 'P19',
    entity: 'McAfee',
    period: '1998',
    revenue: '0.991',
    grade: 'I',
    source: 'http://www.sec.gov/litigation/litreleases/lr19520.htm',
    note: 'derived: 0.562 overstated 1998 by 131%, so 0.562 / 1.31 + 0.562 as reported; one year of the three in the case',
  },
  {
    caseId: 'C01',
    entity: 'TSMC',
    period: '2022',
    revenue: '75.3',
    grade: 'I',
    source: 'https://www.taipeitimes.com/News/biz/archives/2023/03/07/2003795606',
    note: 'derived: 17.32 is 23% of revenue (grade B), so 17.32 / 0.23',
  },
  {
    caseId: 'C01',
    entity: 'Apple',
    period: '2022',
    revenue: '394.3',
    grade: 'K',
    source: noSource,
    note: 'general knowledge (fiscal year 2022)',
  },
  {
    caseId: 'C03',
    entity: 'P&G',
    period: '2015',
    revenue: '78.6',
    grade: 'I',
    source: 'https://www.fool.com/investing/2016/06/30/does-procter-gamble-co-have-a-wal-mart-problem.aspx',
    note: 'derived: 11.0 is 14% of sales (grade B), so 11.0 / 0.14',
  },
  {
    caseId: 'C05',
    entity: 'Broadcom',
    period: '2020',
    revenue: '25',
    grade: 'I',
    source: 'https://www.investopedia.com/what-apple-chip-deal-means-for-broadcom-7501655',
    note: 'derived: 15.0 over about 3 years is 5.0 a year, about 20% of revenue (grade B), so 5.0 / 0.20',
  },
  {
    caseId: 'C07',
    entity: 'McKesson',
    period: 'FY2008',
    revenue: '101.7',
    grade: 'K',
    source: noSource,
    note: 'general knowledge; the amounts of the case are shares of it',
  },
  {
    caseId: 'C09',
    entity: 'ASML',
    period: '2012',
    revenue: '6.1',
    grade: 'K',
    source: noSource,
    note: 'general knowledge: EUR4.7bn sales, in dollars as in the case',
  },
  {
    caseId: 'C12',
    entity: 'The Coca-Cola Company',
    period: '2016',
    revenue: '41.9',
    grade: 'K',
    source: noSource,
    note: 'general knowledge, full year; the case is a half year',
  },
  {
    caseId: 'C12',
    entity: 'Coca-Cola Consolidated',
    period: '2016-H1',
    revenue: '1.47',
    grade: 'K',
    source: noSource,
    note: 'general knowledge, as in the case',
  },
  {
    caseId: 'C13',
    entity: 'Deere',
    period: 'FY2024',
    revenue: '44.8',
    grade: 'K',
    source: noSource,
    note: 'general knowledge: equipment net sales, as in the case',
  },
  {
    caseId: 'C15',
    entity: 'Microsoft',
    period: 'FY2025 (Jun)',
    revenue: '281.724',
    grade: 'B',
    source:
      'https://www.stock-analysis-on.net/NASDAQ/Company/Microsoft-Corp/Long-Term-Trends/Selected-Financial-Data (revenue); stockanalysis.com cash-flow pages (capex, OCF)',
    note: "the buyer's revenue; the seller's (Nscale) is not known",
  },
];
