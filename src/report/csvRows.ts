/** What the CSV report says: one number or one fact a line, section by section. How it is written is in csv.ts. */
import type { Analysis } from '../engine/index';

export const csvColumns = [
  'file',
  'section',
  'rank',
  'item',
  'measure',
  'value',
  'unit',
  'from',
  'to',
  'row',
  'cell',
  'note',
] as const;

export type Field = string | number | null;
/** One line of the table; a column that is not named is blank. */
export type CsvRow = Partial<Record<Exclude<(typeof csvColumns)[number], 'file'>, Field>>;

/** Every line of one file but its name. O(size of the analysis). */
export function csvRows(analysis: Analysis): CsvRow[] {
  const { input, ledger } = analysis;
  const money = [ledger.currency ?? '', ledger.unit].filter((part) => part !== '').join(' ');
  return [
    ...inputLines(analysis),
    ...(['headline', 'expected', 'firm'] as const).flatMap((basis) => {
      const { share, amount, gross } = analysis.circularity[basis];
      return measures({ section: 'circularity', item: basis }, [
        ['share', share, 'share'],
        ['amount', amount, money],
        ['gross', gross, money],
      ]);
    }),
    ...(analysis.closing === null
      ? []
      : measures(
          { section: 'closing', note: `${analysis.closing.draws} draws, seed ${analysis.closing.seed}` },
          [
            ['mean', analysis.closing.mean, 'share'],
            ['p5', analysis.closing.p5, 'share'],
            ['p50', analysis.closing.p50, 'share'],
            ['p95', analysis.closing.p95, 'share'],
          ],
        )),
    {
      section: 'mixing',
      measure: 'share',
      value: analysis.mixing.share,
      unit: 'share',
      note: analysis.mixing.reason,
    },
    ...scoreLines(analysis, money),
    ...analysis.loops.flatMap((loop) => loopLines('loops', loop, money)),
    ...analysis.timedLoops.flatMap((loop) => loopLines('timedLoops', loop, money)),
    ...analysis.rows.flatMap((row, i) =>
      measures({ section: 'rows', rank: i + 1, from: row.from, to: row.to, row: row.row, cell: row.cell }, [
        ['amount', row.amount, money],
        ['value', row.value, money],
        ['least', row.least, money],
        ['most', row.most, money],
      ]),
    ),
    ...analysis.parties.flatMap((party, i) => partyLines(party, i + 1, money)),
    ...analysis.unknown.map((row, i) => ({
      section: 'unknown',
      rank: i + 1,
      item: row.path.join(' -> '),
      measure: 'couldReturn',
      value: row.couldReturn,
      unit: money,
      from: row.from,
      to: row.to,
      row: row.row,
      cell: row.cell,
      note: row.text,
    })),
    ...analysis.capex.flatMap((row, i) => capexLines(row, i + 1, money)),
    ...(analysis.stress === null
      ? []
      : analysis.stress.parties.flatMap((party, i) =>
          measures({ section: 'stress', rank: i + 1, item: party.party }, [
            ['revenue', party.revenue, money],
            ['lost', party.lost, money],
            ['direct', party.direct, money],
            ['knockOn', party.knockOn, money],
            ['canPay', party.canPay, 'share'],
            ['round', party.round, ''],
          ]),
        )),
    ...(analysis.certificate === undefined ? [] : certificateLines(analysis.certificate, money)),
    ...ledger.issues.map((issue) => ({
      section: 'issues',
      item: issue.severity,
      measure: issue.code,
      cell: issue.cell,
      note: issue.message,
    })),
    ...[...ledger.columns, ...ledger.financialColumns].map((column) => ({
      section: 'columns',
      item: column.heading,
      measure: column.role ?? 'not used',
      value: column.confidence,
      unit: 'confidence',
      cell: column.cell,
      note: column.reason,
    })),
    ...ledger.merges.map((merge) => ({
      section: 'merges',
      item: merge.party,
      note: `${merge.names.join(', ')}: ${merge.reason}`,
    })),
    ...input.others.map((other) => ({ section: 'others', item: other.sheet, cell: other.range })),
    ...analysis.notes.map((note) => ({ section: 'notes', note })),
  ];
}

function measures(place: CsvRow, values: readonly (readonly [string, number | null, string])[]): CsvRow[] {
  return values.map(([measure, value, unit]) => ({ ...place, measure, value, unit }));
}

function inputLines({ input, ledger, engine, schema }: Analysis): CsvRow[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['schema', schema],
    ['engine', `${engine.name} ${engine.version}`],
    ['rules', engine.rules],
    ['file', input.file],
    ['sheet', input.sheet],
    ['table', input.table],
    ['digest', input.digest],
    ['basis', input.basis],
    ['reason', input.reason],
    ['unit', ledger.unitReason],
  ];
  return [
    { section: 'input', measure: 'range', cell: input.range },
    ...(input.financials === null
      ? []
      : [{ section: 'input', measure: 'financials', cell: input.financials.range }]),
    ...facts.map(([measure, note]) => ({ section: 'input', measure, note })),
    ...measures({ section: 'input' }, [
      ['windowMonths', input.windowMonths, 'months'],
      ['maxLegs', input.maxLegs, 'legs'],
      ['dataRows', ledger.dataRows, 'rows'],
      ['deals', ledger.deals, 'rows'],
      ['leftOut', ledger.leftOut, 'rows'],
      ['unknownAmounts', ledger.unknownAmounts, 'rows'],
      ['parties', ledger.parties, 'parties'],
    ]),
  ];
}

function scoreLines({ score }: Analysis, money: string): CsvRow[] {
  return [
    ...measures({ section: 'score', note: score.sentence }, [['overall', score.overall, 'points']]),
    ...measures({ section: 'score' }, [
      ['roundTrip', score.roundTrip, 'points'],
      ['capex', score.capex, 'points'],
      ['evidenceUsed', score.evidence.used, 'drivers'],
      ['evidenceOf', score.evidence.of, 'drivers'],
      ['headline', score.byBasis.headline, 'points'],
      ['expected', score.byBasis.expected, 'points'],
      ['firm', score.byBasis.firm, 'points'],
      ['ifUnknownReturns', score.ifUnknownReturns, 'points'],
    ]),
    ...score.drivers.flatMap((driver) =>
      measures({ section: 'drivers', item: driver.id, cell: driver.cells.join(' '), note: driver.evidence }, [
        ['points', driver.points, 'points'],
        ['weight', driver.weight, 'points'],
        ['value', driver.value, driver.unit],
        ['part', driver.part, money],
        ['whole', driver.whole, money],
        ['cells', driver.cellCount, 'cells'],
      ]),
    ),
  ];
}

function loopLines(section: string, loop: Analysis['loops'][number], money: string): CsvRow[] {
  const place = { section, rank: loop.rank, item: loop.path.join(' -> ') };
  return [
    { ...place, measure: 'amount', value: loop.amount, unit: money, note: loop.kind },
    { ...place, measure: 'months', value: loop.months, unit: 'months' },
    ...loop.legs.map((leg) => ({
      ...place,
      measure: 'leg',
      value: leg.amount,
      unit: money,
      from: leg.from,
      to: leg.to,
      row: leg.row,
      cell: leg.cell,
      note: `class ${leg.class}, rows ${leg.rows.join(' ')}`,
    })),
    ...loop.flags
      .filter((flag) => loop.flagEvidence.every((one) => one.flag !== flag))
      .map((flag) => ({ ...place, measure: `flag ${flag}` })),
    ...loop.flagEvidence.map((one) => ({
      ...place,
      measure: `flag ${one.flag}`,
      cell: one.cell,
      note: one.note,
    })),
  ];
}

function partyLines(party: Analysis['parties'][number], rank: number, money: string): CsvRow[] {
  const place = { section: 'parties', rank, item: party.party };
  return [
    ...measures(place, [
      ['inflow', party.inflow, money],
      ['outflow', party.outflow, money],
      ['roundTrip', party.roundTrip, money],
      ['fundedRoundTrip', party.fundedRoundTrip, money],
      ['uncleared', party.uncleared, `${money} a year`.trimStart()],
      ['fundedShare', party.fundedShare, 'share'],
      ['concentration', party.concentration, 'HHI'],
      ['organicRevenue', party.organicRevenue, money],
    ]),
    { ...place, measure: 'revenue', value: party.revenue, unit: money, note: party.revenuePeriod },
    {
      ...place,
      measure: 'largestCustomer',
      value: party.largestCustomer?.share ?? null,
      unit: 'share',
      from: party.largestCustomer?.party ?? null,
    },
    ...measures(place, [
      ['outsideIncome', party.outsideIncome, money],
      ['promised', party.promised, `${money} a year`.trimStart()],
      ['inLoop', party.inLoop ? 1 : 0, ''],
    ]),
  ];
}

function capexLines(row: Analysis['capex'][number], rank: number, money: string): CsvRow[] {
  return measures(
    { section: 'capex', rank, item: row.party, cell: row.cell, note: `${row.period} ${row.grade}`.trim() },
    [
      ['revenue', row.revenue, money],
      ['capex', row.capex, money],
      ['operatingCashFlow', row.operatingCashFlow, money],
      ['coverage', row.coverage, 'times'],
      ['intensity', row.intensity, 'share'],
      ['freeCashFlow', row.freeCashFlow, money],
      ['requiredRevenue', row.requiredRevenue, money],
      ['organicRevenue', row.organicRevenue, money],
      ['organicCoverage', row.organicCoverage, 'times'],
      ['organicIntensity', row.organicIntensity, 'share'],
      ['payback', row.payback, 'years'],
      ['commitmentsToRevenue', row.commitmentsToRevenue, 'share'],
      ['depreciationPerYearOfLife', row.depreciationPerYearOfLife, money],
    ],
  );
}

function certificateLines(proof: NonNullable<Analysis['certificate']>, money: string): CsvRow[] {
  return [
    {
      section: 'certificate',
      item: proof.basis,
      measure: 'amount',
      value: proof.amount,
      unit: money,
      note: proof.formula,
    },
    ...proof.ranks.map((one) => ({
      section: 'certificate',
      item: one.party,
      measure: 'rank',
      value: one.rank,
    })),
    ...proof.flows.map((one) => ({
      section: 'certificate',
      measure: 'flow',
      value: one.flow,
      unit: money,
      row: one.row,
    })),
  ];
}
