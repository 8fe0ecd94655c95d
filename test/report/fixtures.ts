/** Analyses to report on: a real-looking one with every field, hostile ones, and the edges (no loop, nothing, 200 loops). */
import type { Analysis, LegReport, LoopReport, PartyReport } from '../../src/engine/index';

type Leg = readonly [row: number, from: string, to: string, amount: number, kind: LegReport['class']];

function loopOf(rank: number, legs: readonly Leg[], rest: Partial<LoopReport> = {}): LoopReport {
  return {
    rank,
    path: legs.map((leg) => leg[1]),
    amount: Math.min(...legs.map((leg) => leg[3])),
    kind: 'funded',
    legs: legs.map(([row, from, to, amount, kind]) => ({
      row,
      rows: [row],
      cell: `Deals!E${row}`,
      from,
      to,
      amount,
      class: kind,
    })),
    months: 5.5,
    flags: [],
    flagEvidence: [],
    ...rest,
  };
}

export function partyOf(party: string, rest: Partial<PartyReport> = {}): PartyReport {
  return {
    party,
    inflow: 0,
    outflow: 0,
    roundTrip: 0,
    fundedRoundTrip: 0,
    uncleared: null,
    fundedShare: null,
    concentration: null,
    largestCustomer: null,
    customers: [],
    externalDemand: null,
    organicRevenue: null,
    revenue: null,
    revenuePeriod: null,
    outsideIncome: null,
    promised: 0,
    inLoop: false,
    ...rest,
  };
}

/** The AI build-out of data/ai-deals.csv: circularity as computed from it, the rest of the right shape and size. */
export const aiAnalysis: Analysis = {
  schema: 'looplens-analysis/1',
  engine: { name: 'looplens', version: '0.1.0', rules: '1' },
  input: {
    file: 'ai-deals.xlsx',
    sheet: 'Deals',
    table: 'Deals',
    range: 'Deals!A1:P86',
    digest: '9f1c27d04ab35e68',
    basis: 'headline',
    windowMonths: 12,
    maxLegs: 6,
    financials: { sheet: 'Companies', table: 'Companies', range: 'Companies!A1:J30' },
    others: [{ sheet: 'Old', table: null, range: 'Old!A3:H40' }],
    reason: 'The table "Deals" has a payer, a receiver and an amount, and the most rows.',
  },
  ledger: {
    deals: 72,
    parties: 33,
    gross: 2279.632,
    currency: 'USD',
    unit: 'bn',
    scale: 1e9,
    decimals: 3,
    unitReason: 'heading "amount_usd_bn" (Deals!E1).',
    heading: { cell: 'Deals!A1', reason: 'the first row of the table' },
    columns: [
      { cell: 'Deals!A1', heading: 'deal_id', role: 'id', reason: 'heading "deal_id"', confidence: 1 },
      {
        cell: 'Deals!B1',
        heading: 'date',
        role: 'date',
        reason: 'heading "date"; 85 of 85 cells are dates',
        confidence: 1,
      },
      {
        cell: 'Deals!C1',
        heading: 'from',
        role: 'from',
        reason: 'heading "from" is a word for the payer',
        confidence: 1,
      },
      {
        cell: 'Deals!D1',
        heading: 'to',
        role: 'to',
        reason: 'heading "to" is a word for the receiver',
        confidence: 1,
      },
      {
        cell: 'Deals!E1',
        heading: 'amount_usd_bn',
        role: 'amount',
        reason: 'heading "amount_usd_bn" is a word for the amount with its unit; 77 of 85 cells are numbers',
        confidence: 1,
      },
      {
        cell: 'Deals!F1',
        heading: 'amount_note',
        role: 'amountNote',
        reason: 'heading "amount_note"',
        confidence: 0.9,
      },
      {
        cell: 'Deals!H1',
        heading: 'flow_class',
        role: 'class',
        reason: 'every cell is F, W, G, S or X',
        confidence: 1,
      },
      { cell: 'Deals!I1', heading: 'status', role: 'status', reason: 'heading "status"', confidence: 1 },
      {
        cell: 'Deals!J1',
        heading: 'suggested_weight',
        role: 'probability',
        reason: 'numbers between 0 and 1 under a word for weight',
        confidence: 0.55,
      },
      {
        cell: 'Deals!M1',
        heading: 'linked_to',
        role: 'link',
        reason: 'cells hold ids of other rows',
        confidence: 1,
      },
      { cell: 'Deals!O1', heading: 'source_url', role: null, reason: 'addresses', confidence: 1 },
      {
        cell: 'Deals!L1',
        heading: 'annualised_usd_bn',
        role: null,
        reason: 'another amount column is used',
        confidence: 0.8,
      },
    ],
    financialColumns: [
      { cell: 'Companies!A1', heading: 'company', role: 'party', reason: 'heading "company"', confidence: 1 },
      { cell: 'Companies!D1', heading: 'capex', role: 'capex', reason: 'heading "capex"', confidence: 1 },
    ],
    hasKinds: true,
    dataRows: 85,
    leftOut: 13,
    unknownAmounts: 8,
    merges: [
      { party: 'Amazon', names: ['Amazon', 'AMAZON '], reason: 'same letters but for case and spaces' },
    ],
    issues: [
      {
        code: 'amount-unreadable',
        severity: 'error',
        message: 'Amount "12,5O" is not a number (Deals!E41).',
        cell: 'Deals!E41',
      },
      {
        code: 'self-deal',
        severity: 'error',
        message:
          'Payer and receiver are both "xAI/SpaceX": money that a party pays itself is no loop (Deals!C59).',
        cell: 'Deals!C59',
      },
      {
        code: 'status-dead',
        severity: 'warning',
        message:
          'Status "duplicate of AI012" means that the deal is counted elsewhere; its weight is 0 (Deals!I86).',
        cell: 'Deals!I86',
      },
      {
        code: 'weight-assumed',
        severity: 'info',
        message: 'Status "signed" is taken to weigh 0.85 (Deals!I3).',
        cell: 'Deals!I3',
      },
    ],
  },
  circularity: {
    headline: { share: 644.027 / 2279.632, amount: 644.027, gross: 2279.632 },
    expected: { share: 306.541 / 1508.744, amount: 306.541, gross: 1508.744 },
    firm: { share: 152.3 / 993.1, amount: 152.3, gross: 993.1 },
  },
  closing: { draws: 1000, seed: 1, mean: 0.1874, p5: 0.1221, p50: 0.1869, p95: 0.2541 },
  mixing: { share: 0.0613, reason: 'Over 33 parties, closed by outside money where in and out differ.' },
  loops: [
    loopOf(
      1,
      [
        [10, 'OpenAI', 'AMD', 100, 'S'],
        [9, 'AMD', 'OpenAI', 34, 'W'],
      ],
      {
        months: 0,
        flags: ['linked', 'within-30-days', 'stock-to-customer', 'up-to'],
        flagEvidence: [
          { flag: 'linked', cell: 'Deals!M9', note: 'row 9 names AI009' },
          { flag: 'linked', cell: 'Deals!M10', note: 'row 10 names AI008' },
          { flag: 'within-30-days', cell: 'Deals!B9', note: 'both on 2025-10-06' },
          { flag: 'stock-to-customer', cell: 'Deals!G9', note: 'warrant from AMD to its customer' },
          { flag: 'up-to', cell: 'Deals!I10', note: 'status "signed - up to"' },
        ],
      },
    ),
    loopOf(
      2,
      [
        [13, 'OpenAI', 'Oracle', 300, 'S'],
        [14, 'Oracle', 'Nvidia', 40, 'S'],
        [7, 'Nvidia', 'OpenAI', 30, 'F'],
      ],
      {
        months: 9.1,
        flags: ['conditional'],
        flagEvidence: [{ flag: 'conditional', cell: 'Deals!N13', note: 'x' }],
      },
    ),
    {
      ...loopOf(3, [
        [3, 'OpenAI', 'Microsoft', 288, 'S'],
        [2, 'Microsoft', 'OpenAI', 13, 'F'],
      ]),
      legs: [
        { row: 3, rows: [3, 4], cell: 'Deals!E3', from: 'OpenAI', to: 'Microsoft', amount: 288, class: 'S' },
        { row: 2, rows: [2], cell: 'Deals!E2', from: 'Microsoft', to: 'OpenAI', amount: 13, class: 'F' },
      ],
      months: 33,
      flags: ['linked'],
      flagEvidence: [{ flag: 'linked', cell: 'Deals!M2', note: 'row 2 names AI002' }],
    },
    loopOf(
      4,
      [
        [28, 'CoreWeave', 'Nvidia', 10.309, 'S'],
        [26, 'Nvidia', 'CoreWeave', 6.3, 'G'],
      ],
      { months: null, flags: ['guarantee', 'estimated'] },
    ),
    loopOf(
      5,
      [
        [20, 'OpenAI', 'CoreWeave', 22.4, 'S'],
        [21, 'CoreWeave', 'OpenAI', 0.35, 'W'],
      ],
      { kind: 'reciprocal', months: 0.4 },
    ),
  ],
  timedLoops: [
    loopOf(
      1,
      [
        [7, 'Nvidia', 'OpenAI', 30, 'F'],
        [8, 'OpenAI', 'Nvidia', 13, 'S'],
      ],
      { months: 10, flags: ['up-to'], flagEvidence: [{ flag: 'up-to', cell: 'Deals!I8', note: 'x' }] },
    ),
  ],
  loopsComplete: false,
  rows: [
    {
      row: 3,
      cell: 'Deals!E3',
      from: 'OpenAI',
      to: 'Microsoft',
      amount: 250,
      value: 212.5,
      least: 180,
      most: 250,
    },
    { row: 13, cell: 'Deals!E13', from: 'OpenAI', to: 'Oracle', amount: 300, value: 40, least: 40, most: 40 },
    {
      row: 44,
      cell: 'Deals!E44',
      from: 'xAI SPV (Valor Compute)',
      to: 'Nvidia',
      amount: 20,
      value: 2,
      least: 0.35,
      most: 10.309,
    },
  ],
  parties: [
    partyOf('OpenAI', {
      inflow: 213.35,
      outflow: 892.4,
      roundTrip: 187.35,
      fundedRoundTrip: 0,
      uncleared: 41.2,
      fundedShare: 0,
      concentration: 0.31,
      largestCustomer: { party: 'Disney', share: 1 },
      customers: [{ party: 'Disney', share: 1 }],
      externalDemand: 0.09,
      organicRevenue: 12.7,
      revenue: 13.1,
      revenuePeriod: 'FY2025',
      outsideIncome: 13.1,
      promised: 148.9,
      inLoop: true,
    }),
    partyOf('Microsoft', {
      inflow: 318,
      outflow: 102.5,
      roundTrip: 18,
      fundedRoundTrip: 18,
      uncleared: 3,
      fundedShare: 0.0566,
      concentration: 0.82,
      largestCustomer: { party: 'OpenAI', share: 0.906 },
      organicRevenue: 263.7,
      revenue: 281.7,
      revenuePeriod: 'FY2025',
      promised: 14.6,
      inLoop: true,
    }),
    partyOf('Bond market', { outflow: 48 }),
  ],
  unknown: [
    {
      row: 6,
      cell: 'Deals!E6',
      from: 'OpenAI',
      to: 'Nvidia',
      text: '10 GW of systems; no price given',
      couldReturn: 87,
      path: ['OpenAI', 'Nvidia', 'OpenAI'],
    },
    { row: 76, cell: 'Deals!E76', from: 'Meta', to: 'Meta Hyperion JV', text: '', couldReturn: 0, path: [] },
  ],
  capex: [
    {
      party: 'Oracle',
      period: 'FY2025',
      cell: 'Companies!D12',
      revenue: 57.4,
      capex: 21.2,
      operatingCashFlow: 20.8,
      coverage: 0.981,
      intensity: 0.3693,
      freeCashFlow: -0.4,
      requiredRevenue: 84.8,
      organicRevenue: 57.4,
      organicCoverage: 0.981,
      organicIntensity: 0.3693,
      payback: 4.31,
      commitmentsToRevenue: 0.697,
      commitments: null,
      commitmentCoverage: null,
      depreciationPerYearOfLife: 4.24,
      grade: 'A',
    },
    {
      party: 'CoreWeave',
      period: '2025',
      cell: 'Companies!D20',
      revenue: 5.13,
      capex: 10.309,
      operatingCashFlow: null,
      coverage: null,
      intensity: 2.0096,
      freeCashFlow: null,
      requiredRevenue: 41.236,
      organicRevenue: null,
      organicCoverage: null,
      organicIntensity: null,
      payback: null,
      commitmentsToRevenue: null,
      commitments: null,
      commitmentCoverage: null,
      depreciationPerYearOfLife: 2.06,
      grade: '',
    },
  ],
  stress: {
    cut: 0.78,
    parties: [
      { party: 'Microsoft', revenue: 318, lost: 61.2, direct: 0, knockOn: 61.2, canPay: 1, round: 0 },
      { party: 'OpenAI', revenue: 1, lost: 0.8, direct: 0.8, knockOn: 0, canPay: 0.412, round: 1 },
    ],
  },
  score: {
    overall: 58.5,
    roundTrip: 64,
    capex: 51,
    drivers: [
      {
        id: 'circular-revenue',
        pillar: 'roundTrip',
        label: 'Circular share of revenue',
        value: 0.283,
        unit: 'share',
        points: 22.5,
        weight: 30,
        evidence:
          '644.0 of 2,279.6 USD bn comes back as revenue of its payer, most of it through OpenAI (Deals!E3).',
        cells: ['Deals!E3'],
      },
      {
        id: 'conditions',
        pillar: 'roundTrip',
        label: 'Conditions and links',
        value: 0.61,
        unit: 'share',
        points: 12,
        weight: 15,
        evidence: '11 of 18 loops have legs that name one another.',
        cells: [
          'Deals!M2',
          'Deals!M9',
          'Deals!M10',
          'Deals!M13',
          'Deals!M14',
          'Deals!M20',
          'Deals!M22',
          'Deals!M28',
        ],
      },
      {
        id: 'outside-demand',
        pillar: 'roundTrip',
        label: 'Missing outside demand',
        value: null,
        unit: 'share',
        points: 0,
        weight: 0,
        evidence: 'No party has a figure of outside revenue.',
        cells: [],
      },
      {
        id: 'coverage',
        pillar: 'capex',
        label: 'Cash from revenue against capex',
        value: 0.981,
        unit: 'times',
        points: 24,
        weight: 55,
        evidence: 'Oracle earns 20.8 on 21.2 of capex (Companies!D12).',
        cells: ['Companies!D12'],
      },
    ],
    evidence: { used: 3, of: 4 },
    byBasis: { headline: 58.5, expected: 44, firm: 31.5 },
    ifUnknownReturns: 66,
    sentence: 'Most of the score comes from revenue of sellers that their own funding can have paid for.',
  },
  certificate: {
    basis: 'headline',
    formula: 'SUMPRODUCT of amount x MAX(0, 1 + rank(from) - rank(to)) over all deals = 644.027',
    amount: 644.027,
    ranks: [
      { party: 'OpenAI', rank: 0 },
      { party: 'Microsoft', rank: 1 },
    ],
    flows: [
      { row: 2, flow: 13 },
      { row: 3, flow: 13 },
    ],
  },
  notes: [
    'Stocks and flows stand side by side: a multi-year total is not a year of revenue.',
    '8 rows have no amount and are in no total.',
  ],
};

/** A sheet of ordinary supply: true rows, no loop. */
export const noLoopAnalysis: Analysis = {
  ...without(aiAnalysis),
  input: { ...aiAnalysis.input, file: 'supply.csv', table: null, financials: null, others: [] },
  ledger: {
    ...aiAnalysis.ledger,
    gross: 1204.5,
    decimals: 1,
    currency: null,
    unit: '',
    scale: 1,
    unitReason: 'nothing in the sheet names a unit.',
    heading: null,
    columns: [],
    financialColumns: [],
    hasKinds: false,
    leftOut: 0,
    dataRows: 72,
    unknownAmounts: 0,
    merges: [],
    issues: [],
  },
  circularity: {
    headline: { share: 0, amount: 0, gross: 1204.5 },
    expected: { share: 0, amount: 0, gross: 1204.5 },
    firm: { share: 0, amount: 0, gross: 0 },
  },
  closing: null,
  mixing: { share: null, reason: 'No loop, so nothing can come back.' },
  loops: [],
  timedLoops: [],
  loopsComplete: true,
  rows: [],
  parties: [partyOf('Deere', { inflow: 1204.5, roundTrip: null }), partyOf('Dealers', { outflow: 1204.5 })],
  unknown: [],
  capex: [],
  stress: null,
  score: {
    ...aiAnalysis.score,
    overall: 0,
    roundTrip: 0,
    capex: null,
    drivers: [],
    byBasis: { headline: 0, expected: 0, firm: 0 },
    ifUnknownReturns: null,
    sentence: 'No money goes round, so no driver brings points.',
  },
  notes: [],
};

/** Nothing usable at all, every list empty. */
export const emptyAnalysis: Analysis = {
  ...noLoopAnalysis,
  ledger: { ...noLoopAnalysis.ledger, deals: 0, parties: 0, gross: 0, dataRows: 0 },
  circularity: {
    headline: { share: 0, amount: 0, gross: 0 },
    expected: { share: 0, amount: 0, gross: 0 },
    firm: { share: 0, amount: 0, gross: 0 },
  },
  parties: [],
};

function without(analysis: Analysis): Analysis {
  const { certificate, ...rest } = analysis;
  return certificate === undefined ? analysis : rest;
}

/** Names that try to clear the screen, turn the line round, break the table, become a formula, or run for ever. */
export const hostileNames = [
  '\u001b[2J\u001b[31mOpenAI',
  'Nvid\u202eia',
  'Line\nbreak\r\nInc',
  '=HYPERLINK("http://example.com","x")',
  '+49 Foo',
  '-Foo Ltd',
  '@corp',
  '\tTab Ltd',
  '\u0000Nul',
  '__proto__',
  '한국전력공사 발전자회사 그리고 아주 긴 이름을 가진 주식회사 에너지솔루션 홀딩스',
  '엔비디아',
  '日本電信電話株式会社',
  'A'.repeat(300),
  'Zalgo\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308',
  '\u009b31mC1',
  '"Quoted, Inc"',
  '\u3164',
  'Emoji 🚀 Corp',
  '\ud800lone',
  '',
] as const;

/** The AI analysis with every name, heading and sentence taken from the hostile ones. */
export function hostileAnalysis(): Analysis {
  const at = (i: number) => hostileNames[i % hostileNames.length];
  const legs = hostileNames.map((from, i): Leg => [i + 2, from, at(i + 1), 1e5 / (i + 1), 'S']);
  return {
    ...aiAnalysis,
    input: {
      ...aiAnalysis.input,
      file: `\u001b]0;title\u0007${at(13)}.xlsx`,
      sheet: at(1),
      table: at(3),
      reason: at(0),
    },
    ledger: {
      ...aiAnalysis.ledger,
      currency: '\u202eUSD',
      columns: aiAnalysis.ledger.columns.map((column, i) => ({
        ...column,
        heading: at(i),
        reason: at(i + 5),
      })),
      merges: [{ party: at(0), names: hostileNames, reason: at(2) }],
      issues: hostileNames.map((name, i) => ({
        code: 'party-odd',
        severity: i % 2 === 0 ? ('error' as const) : ('warning' as const),
        message: `Party "${name}" is odd`,
        cell: `'Sh\u202eeet'!C${i}`,
      })),
    },
    loops: [loopOf(1, legs, { kind: null })],
    timedLoops: [],
    parties: hostileNames.map((name, i) =>
      partyOf(name, { inflow: i * 1e4, largestCustomer: { party: at(i + 1), share: 0.5 } }),
    ),
    unknown: hostileNames.map((name, i) => ({
      row: i + 1,
      cell: `Deals!E${i}`,
      from: name,
      to: at(i + 3),
      text: at(i + 4),
      couldReturn: i,
      path: [name, at(i + 3)],
    })),
    capex: aiAnalysis.capex.map((row, i) => ({ ...row, party: at(i), period: at(i + 1), grade: at(i + 2) })),
    notes: [...hostileNames],
  };
}

/** 200 loops through one party. */
export const manyLoops: Analysis = {
  ...aiAnalysis,
  loops: Array.from({ length: 200 }, (_, i) =>
    loopOf(i + 1, [
      [2 * i + 2, 'Hub', `Spoke ${i}`, 1000 - i, 'S'],
      [2 * i + 3, `Spoke ${i}`, 'Hub', 1000 - i, 'F'],
    ]),
  ),
};
