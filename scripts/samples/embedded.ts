/**
 * The labelled cases as a score meets them: among ordinary deals, with the seller's revenue beside them.
 *
 * Alone, a documented case is all circle. Put among the same two dozen one-way deals, what sets the cases apart is what
 * should: how much returns, to whom, and against which revenue.
 *
 * Choices: P01a and P01b are one facility, only P01b (drawn) is used. P13 stands twice, with the leg that was in nobody's
 * books and without it. C13 stands twice, with names as in the source and with Deere's finance arm counted as Deere.
 * P19b has no amount and keeps none.
 */
import { caseLessons } from './cases';
import type { CaseLabel } from './cases';
import { formatCsv } from './csv';
import { aiDeals, caseDeals, fundamentals } from './facts';
import type { CaseDeal, Deal } from './facts';
import { sellerRevenues } from './revenues';

export interface EmbeddedCase {
  /** 'P01', 'P13-hidden', 'C13-group' */
  readonly id: string;
  readonly case: string;
  readonly label: CaseLabel;
  /** Columns deal_id, date, from, to, amount_usd_bn, kind, flow_class, linkage. */
  readonly csvDeals: string;
  /** Columns period, entity, revenue_bn: the sellers of the case first, then those of the ordinary deals. */
  readonly csvFinancials: string;
}

/** Ordinary supply chains, whole. */
const ordinaryCases = ['C01', 'C03', 'C05', 'C07'];

/** One-way deals of today. Together with the chains they hold no loop, which a test sees to. */
export const ordinaryDeals: readonly string[] = [
  'AI031',
  'AI032',
  'AI033',
  'AI037',
  'AI038',
  'AI039',
  'AI059',
  'AI060',
  'AI062',
  'AI065',
  'AI070',
  'AI071',
  'AI072',
  'AI073',
  'AI074',
  'AI076',
  'AI078',
  'AI079',
  'AI083',
  'AI084',
];

/** C15a is AI039 told from the other side. */
const sameDeal: ReadonlyMap<string, string> = new Map([['C15a', 'AI039']]);

/** Companies of the ordinary deals whose revenue is among the fundamentals. */
const ordinaryRevenue: readonly (readonly [entity: string, period: string])[] = [
  ['Meta', 'FY2025'],
  ['Microsoft', 'FY2025 (Jun)'],
  ['Oracle', 'FY2025 (May)'],
  ['Nvidia', 'FY2026 (Jan)'],
];

/** Lucent in the two years in which the loan was drawn and lost. */
const furtherRevenue: ReadonlyMap<string, readonly (readonly [string, string])[]> = new Map([
  [
    'P01',
    [
      ['Lucent', 'FY2000 (Sep)'],
      ['Lucent', 'FY2001 (Sep)'],
    ],
  ],
]);

function dealsCsv(deals: readonly Deal[]): string {
  return formatCsv([
    ['deal_id', 'date', 'from', 'to', 'amount_usd_bn', 'kind', 'flow_class', 'linkage'],
    ...deals.map((deal) => [
      deal.id,
      deal.date,
      deal.from,
      deal.to,
      deal.amount,
      deal.kind,
      deal.dealClass,
      deal.condition,
    ]),
  ]);
}

function financialsCsv(caseId: string): string {
  const known = fundamentals();
  const fromFundamentals = ([entity, period]: readonly [string, string]): readonly string[] => {
    const line = known.find((each) => each.entity === entity && each.period === period);
    if (line === undefined || line.revenue === '') throw new Error(`No revenue of "${entity}", "${period}".`);
    return [period, entity, line.revenue];
  };
  const fromSellers = (ids: readonly string[]): (readonly string[])[] =>
    sellerRevenues
      .filter((seller) => ids.includes(seller.caseId))
      .map(({ period, entity, revenue }) => [period, entity, revenue]);
  const lines = [
    ...fromSellers([caseId]),
    ...(furtherRevenue.get(caseId) ?? []).map(fromFundamentals),
    ...fromSellers(ordinaryCases),
    ...ordinaryRevenue.map(fromFundamentals),
  ];
  const seen = new Set<string>();
  const once = lines.filter(([period, entity]) => {
    const key = `${entity}\n${period}`;
    return seen.has(key) ? false : seen.add(key) !== null;
  });
  return formatCsv([['period', 'entity', 'revenue_bn'], ...once]);
}

/** Every labelled case in the order of its number; variants follow their case. */
export function embeddedCases(): EmbeddedCase[] {
  const cases = caseDeals().filter(({ id }) => id !== 'P01a');
  const ordinary: Deal[] = [
    ...cases.filter(({ caseId }) => ordinaryCases.includes(caseId)),
    ...aiDeals().filter(({ id }) => ordinaryDeals.includes(id)),
  ];
  const embed = (id: string, label: CaseLabel, own: readonly CaseDeal[]): EmbeddedCase => {
    const standsFor = new Set(own.flatMap((deal) => [deal.id, sameDeal.get(deal.id) ?? deal.id]));
    const rest = ordinary.filter((deal) => !standsFor.has(deal.id));
    // In the middle, so that nothing can be learnt from the place in the sheet.
    const middle = rest.length >> 1;
    return {
      id,
      case: own[0].caseName,
      label,
      csvDeals: dealsCsv([...rest.slice(0, middle), ...own, ...rest.slice(middle)]),
      csvFinancials: financialsCsv(own[0].caseId),
    };
  };
  return caseLessons.flatMap(({ caseId, label }) => {
    const own = cases.filter((deal) => deal.caseId === caseId);
    const found = [embed(caseId, label, own)];
    if (caseId === 'P13')
      found.push(
        embed(
          'P13-hidden',
          'hidden',
          own.filter(({ id }) => id !== 'P13c'),
        ),
      );
    if (caseId === 'C13') {
      const group = own.map((deal) => ({ ...deal, from: deal.from.replace('Deere (JDF)', 'Deere') }));
      found.push(embed('C13-group', label, group));
    }
    return found;
  });
}
