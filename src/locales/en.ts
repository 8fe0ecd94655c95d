import type { PaneWords } from './words';

const rows = (many: number): string => (many === 1 ? '1 row' : `${many.toLocaleString('en')} rows`);

export const en: PaneWords = {
  locale: 'en',
  tabs: { overview: 'Overview', loops: 'Loops', capex: 'Capex', 'what-if': 'What if' },
  tabList: 'Views',

  bases: { headline: 'Headline', expected: 'Expected', firm: 'Firm' },
  basis: 'Amounts',
  basisHelp: {
    headline: 'Face amounts, as announced',
    expected: 'Weighted by probability or status',
    firm: 'Signed and closed deals only',
  },

  answer: (share, amount, gross, who) =>
    `${share} of the money in this sheet can go round: ${amount} of ${gross}${who === '' ? '' : `, most of it back to ${who}`}.`,
  answerNothing: (gross) => `None of the money in this sheet can go round in a circle: 0 of ${gross}.`,
  answerNoMoney: 'No deal in this sheet has an amount, so nothing can be said about circles.',
  and: (names) =>
    names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`,

  score: 'Score',
  outOf: 'of 100',
  pillars: { roundTrip: 'Round trip', capex: 'Capex' },
  pillarUnknown: 'no company figures',
  evidence: (used, of) => `Evidence: ${used} of ${of} drivers`,
  howScoreAddsUp: 'How the score adds up',
  waterfallTable: 'Points of each driver; they add up to the score',
  points: (points, weight) => `${points} of ${weight}`,
  total: 'Score',
  noData: 'no data',
  driver: ({ label, evidence }) => ({ label, evidence }),
  termOf: (party, part, whole) => `${party} ${part}\u00a0of\u00a0${whole}`,
  partOf: (part, whole) => `${part} of ${whole}`,
  andOthers: (many) => `and ${many.toLocaleString('en')} ${many === 1 ? 'other' : 'others'}`,
  thresholds: (corners) =>
    corners
      .map(({ value, points }, at) => {
        if (at === 0) return `${points} points up to ${value}`;
        return `${points} ${at === corners.length - 1 ? 'from' : 'at'} ${value}`;
      })
      .join(', '),
  scaledTo: (share) => `Only ${share} of these points count, because little of the revenue comes back.`,
  firstOf: (shown, all) => `first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  showCells: (cell) => `Show ${cell} in the sheet`,

  goesRound: 'Can go round',
  partialEvidence: (used, of) => `Only ${used} of ${of} drivers have data: read the score with care.`,
  lossesHelp:
    'A year, as a share of what the deals bring each seller; a purchase without a term counts whole.',
  chooseOwner: 'Whose sheet is it? The party that buys and sells here',
  use: 'Use',
  sinceBefore: 'Since your last change',
  unchanged: 'The score is the same.',
  changedBy: (name, from, to) => `${name}: ${from} → ${to}`,

  whatWasRead: 'What was read',
  rowsRead: (deals, all, leftOut) =>
    leftOut === 0
      ? `${rows(all)}, all used`
      : `${rows(all)}: ${deals.toLocaleString('en')} used, ${leftOut.toLocaleString('en')} left out`,
  figuresIn: (range) => `Company figures: ${range}`,
  noFigures: 'No table of company figures was found: sizes are taken from the deals.',
  chooseTable: 'Deals are in',
  useSelection: 'Use the selected cells',
  columns: 'Columns',
  columnWithoutHeading: (letters) => `column ${letters} (no heading)`,
  roleOf: (heading) => `What "${heading}" is`,
  notUsed: 'Not used',
  roles: {
    id: 'Deal id',
    from: 'Payer',
    to: 'Receiver',
    amount: 'Amount',
    amountNote: 'Note on the amount',
    kind: 'Kind',
    class: 'Class',
    status: 'Status',
    probability: 'Probability',
    date: 'Date',
    endDate: 'End date',
    term: 'Term (years)',
    firmShare: 'Firm share',
    link: 'Linked deals',
    condition: 'Condition',
    currency: 'Currency',
    unit: 'Unit',
    source: 'Source',
    grade: 'Grade',
    direction: 'Direction',
  },
  forget: 'Forget my corrections',
  dropped: (headings) => `Not applied, because the heading is not there any more: ${headings}.`,
  forgetHelp: 'Your corrections are kept in this workbook.',
  amountsIn: (unit) => `Amounts in ${unit}`,
  unit: (unit) => unit,
  issues: (many) => (many === 1 ? '1 remark about rows' : `${many.toLocaleString('en')} remarks about rows`),
  more: (many) => `and ${many.toLocaleString('en')} more`,
  notes: 'Before you quote a number',

  selectedRow: (row) => `Row ${row}`,
  addsToCircle: (amount) => `Without this row ${amount} less would go round.`,
  addsNothing: 'Without this row just as much would go round.',
  inLoops: (ranks) => `In loops ${ranks}`,
  amountNotGiven: (text) => `Left out: no amount ("${text}").`,

  loops: (many) => (many === 1 ? '1 loop, by amount' : `${many.toLocaleString('en')} loops, largest first`),
  noLoops: 'No loop in this sheet',
  noLoopsWhy: 'No party gets back, through other parties, money that it paid out.',
  loopTitle: (rank) => `Loop ${rank}`,
  loopAmount: 'Amount of the loop: its smallest leg',
  months: (months) => `${months} months`,
  kinds: { funded: 'funded', swap: 'swap', 'cross-holding': 'cross-holding', reciprocal: 'reciprocal' },
  kindUnknown: 'kind not said',
  flags: {
    linked: 'linked',
    conditional: 'conditional',
    'within-30-days': 'within 30 days',
    'equal-amounts': 'equal amounts',
    'stock-to-customer': 'stock to the customer',
    cancellable: 'cancellable',
    'up-to': 'up to',
    guarantee: 'guarantee',
    'related-parties': 'related parties',
    'quarter-end': 'quarter end',
    'no-outside-income': 'no outside income',
    estimated: 'estimated',
    superseded: 'superseded',
  },
  classes: {
    F: 'funding',
    W: 'warrant',
    G: 'guarantee',
    S: 'spend',
    X: 'outside',
    '?': 'kind not said',
  },
  legs: 'Legs',
  flowTable: 'The same as a table',
  copyPicture: 'Copy as picture',
  copied: 'The picture is on the clipboard.',
  notCopied: 'The clipboard is not allowed here, so the picture was saved as a file.',
  loopsMayShare: 'Loops can share a deal: their amounts must not be added up.',
  from: 'From',
  to: 'To',
  kind: 'Kind',
  amount: 'Amount',
  row: 'Row',

  capexAnswer: (coverage, intensity) => {
    if (coverage === null && intensity === null)
      return 'No company of the deals has capex beside revenue or cash, so the deals cannot be set against it.';
    const covered = coverage === null ? null : `cash from operations is ${coverage} times the capex`;
    const taken = intensity === null ? null : `the capex is ${intensity} of revenue`;
    const said = [covered, taken].filter((part) => part !== null).join(', and ');
    return `For the companies of the deals together, ${said}.`;
  },
  capexTogether: 'Together, each company in its latest year',
  capexNone: 'No company figures in this workbook',
  capexNoneWhy:
    'Deals alone do not tell whether revenue can carry the capex: that needs a table with a company, a period, and revenue or capex.',
  capexNoneDo:
    'Add a sheet with the headings Party, Period, Revenue, Capex and Operating cash flow, then read again. The sample has one: "Company figures".',
  coverage: 'Coverage',
  intensity: 'Capex / revenue',
  coverageHelp: 'Operating cash flow / capex',
  intensityHelp: 'Capex as a share of revenue',
  coveredLine: '1 = covered',
  byPeriod: (company) => `${company}: coverage and capex / revenue by period`,
  periodsLeftOut: (many) =>
    many === 1
      ? '1 more period is in the sheet.'
      : `${many.toLocaleString('en')} more periods are in the sheet.`,
  revenue: 'Revenue',
  capexWord: 'Capex',
  needed: 'Revenue that the capex needs',
  neededWord: 'Needed',
  neededHelp: 'Twice the capex: a buyer of computing wants about half of the price as gross margin.',
  figuresOf: (period) => `Figures of ${period}`,
  operatingCash: 'Cash from operations',
  freeCash: 'Free cash flow',
  payback: 'Payback, years',
  promised: 'Promised a year / revenue',
  promisedHelp: 'Spending that the deals promise, a year, against revenue',
  commitments: 'Commitments or backlog stated',
  commitmentCoverage: 'A year of revenue / commitments, times',
  lessLife: 'Operating income if chips last 5 years, not 6',
  organic: 'without the round trip',
  organicHelp: 'Striped: the part that the company’s own money pays for.',
  notGiven: 'not given',
  period: 'Period',
  company: 'Company',
  companyGroups: {
    'round-trip': 'With a round trip',
    deals: 'In the deals, no round trip',
    apart: 'Not in the deals',
  },
  yardstick: 'The historical yardstick',
  yardstickAnswer: (own, ranges) =>
    `${own === null ? '' : `Together the companies of the deals put ${own} of revenue into capex. `}Hyperscalers put in ${ranges['hyperscalers-2019']} of revenue in 2019 and ${ranges['hyperscalers-2025']} in 2025, telecoms ${ranges.telecoms} in 2000–2002.`,
  rangeOf: (least, most) => `${least} to ${most}`,
  eras: {
    'hyperscalers-2019': 'Hyperscalers 2019',
    'hyperscalers-2025': 'Hyperscalers 2025',
    telecoms: 'Telecoms 2000–2002',
  },
  ofThisSheet: 'This sheet',
  generalKnowledge: 'general knowledge',
  grades:
    'Grades: A primary text, B press or analyst, C compilation, I inferred, K general knowledge without a stored source.',
  sources: 'Sources',
  grade: 'Grade',

  whatIfOn: (changes) =>
    changes === 1 ? 'What if: 1 change' : `What if: ${changes.toLocaleString('en')} changes`,
  whatIfLead: 'Try it here: every view shows the result, and the sheet is not touched.',
  reset: 'Back to the sheet',
  cutFunding: 'Funding is cut by',
  cutPreset: 'Nasdaq 2000–2002: 78 %',
  noCut: 'No cut',
  dealsOff: 'Deals',
  chancesDoNotCount: (headline, expected) =>
    `Status and probability count on ${expected.toLowerCase()} and firm amounts; these are ${headline.toLowerCase()} amounts.`,
  searchDeals: 'Find a deal',
  dealIsOn: (from, to) => `${from} to ${to} takes place`,
  statusOf: (from, to) => `Status of ${from} to ${to}`,
  asInSheet: (status) => (status === '' ? 'As in the sheet' : `As in the sheet: ${status}`),
  statuses: {
    closed: 'closed',
    signed: 'signed',
    announced: 'announced',
    conditional: 'conditional',
    terminated: 'terminated',
  },
  closesWith: (from, to) => `Probability that ${from} to ${to} closes, per cent`,
  instead: (before) => `instead of ${before}`,
  losesRevenue: 'Who loses revenue',
  lost: 'Lost',
  knockOn: 'of it knock-on',
  largestDeals: (many) => `The ${many.toLocaleString('en')} largest deals are listed.`,

  busy: {
    'Reading the workbook': 'Reading the workbook',
    'A cell is being edited': 'A cell is being edited: Enter or Esc ends that',
    'Finding the deals': 'Finding the deals',
    'Reading the deals': 'Reading the deals',
    'Solving the circulation': 'Solving the circulation',
    'Measuring the parties': 'Measuring the parties',
    'Describing what was found': 'Describing what was found',
    Done: 'Done',
  },
  cancel: 'Stop',
  refresh: 'Read again',
  stopped: 'The reading was stopped.',
  stale: 'The workbook has changed since it was read.',
  close: 'Close',

  welcomeTitle: 'See it on sample deals',
  welcomeText:
    'Looplens reads a sheet of deals and shows how much of the money goes round. The sample adds two sheets with the AI deals of 2019 to 2026; nothing else is touched.',
  fillSample: 'Fill a sheet with sample deals',
  skip: 'Skip',
  filled: ({ deals, figures }) =>
    `The sample deals are on the sheet "${deals}", the company figures on "${figures}". Delete the two sheets to remove them.`,

  noDealsWhy:
    'A deal is one row with a payer, a receiver and an amount, under headings such as From, To, Amount.',
  troubleTitles: {
    'no-deal-table': 'No deals found yet',
    'no-deals': 'No deals found yet',
    empty: 'No deals here yet',
    'no-amount-column': 'Which column has the amounts?',
    'no-party-columns': 'Which columns say who pays whom?',
    'no-such-table': 'The table of the deals is gone',
    'no-such-sheet': 'The sheet of the deals is gone',
    'no-such-range': 'The range of the deals is not there',
    'owner-needed': 'Whose sheet is this?',
    'mixed-currencies': 'The amounts are in several currencies',
    'amounts-too-large': 'The amounts are too large to add up exactly',
    'no-figures': 'No company figures found',
    'no-financial-columns': 'Which columns hold the company figures?',
    workbook: 'Excel did not allow this',
    defect: 'Looplens failed',
  },
  troubleOther: 'The deals could not be read',
  tryAgain: 'Try again',
  chooseCurrency: 'Count only amounts in',
};
