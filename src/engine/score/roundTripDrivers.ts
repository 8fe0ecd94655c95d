/**
 * Drivers of the round-trip pillar: how much of the sellers' revenue is their own money coming back.
 *
 * Every driver is a share of the revenue of the sellers in circles, so that a true but immaterial loop scores low
 * and a shape alone scores nothing. All amounts are a year's worth, in minor units.
 */
import type { DriverReason } from '../analysis';
import type { Parties } from '../measures/parties';
import type { Solved } from '../measures/solved';
import { byContribution, meanOf, type DriverValue, type Term } from './driverValue';
import { buyersInCircles, tenPercentArcs, type Seller } from './sellers';
import { exposedFloor, material } from './thresholds';

export function roundTripDrivers(
  solved: Solved,
  parties: Parties,
  sellers: readonly Seller[],
): DriverValue[] {
  const { ledger, graph } = solved;
  const perUnit = 10 ** ledger.money.decimals;
  const without = (id: string, value: number | null, reason: DriverReason): DriverValue => ({
    id,
    value,
    scale: 1,
    terms: [],
    perUnit,
    reason,
  });
  const of = (id: string, terms: readonly Term[], scale = 1): DriverValue => ({
    id,
    value: meanOf(terms),
    scale,
    terms: byContribution(terms),
    perUnit,
    reason: null,
  });
  if (sellers.length === 0)
    return ids.map((id) =>
      id === 'funded-sales' && !ledger.hasKinds
        ? without(id, null, 'no-kinds')
        : without(id, 0, 'nothing-returns'),
    );

  /** Mean over sellers of part / size, weighed by their uncleared amounts. */
  const mean = (id: string, part: (party: number) => number) =>
    of(
      id,
      sellers.map(({ party, size, uncleared }) => ({
        party,
        part: Math.min(size, part(party)),
        whole: size,
        weight: uncleared,
      })),
    );
  const share = mean('circular-revenue', (party) => parties.uncleared[party]);
  const exposed = mostExposed(sellers);
  const fromLarge = new Map<number, number>();
  for (const arc of tenPercentArcs(solved, parties, sellers)) {
    const head = graph.head[arc];
    fromLarge.set(head, (fromLarge.get(head) ?? 0) + parties.annual.spend[arc]);
  }
  const demand = buyersInCircles(solved, parties, sellers).flatMap((party): Term[] => {
    const promised = parties.promised[party];
    const missing = Math.max(0, promised - parties.outside.income[party]);
    return promised > 0 ? [{ party, part: missing, whole: promised, weight: promised }] : [];
  });
  return [
    share,
    exposed === null ? without('most-exposed', null, 'no-seller-revenue') : of('most-exposed', [exposed]),
    ledger.hasKinds
      ? mean('funded-sales', (party) => parties.unclearedFunded[party])
      : without('funded-sales', null, 'no-kinds'),
    mean('ties', (party) => parties.tied[party]),
    mean('circle-customers', (party) => Math.min(fromLarge.get(party) ?? 0, parties.uncleared[party])),
    demand.length === 0
      ? without('missing-demand', null, 'no-outside-income')
      : of('missing-demand', demand, Math.min(1, (share.value ?? 0) / material)),
  ];
}

const ids = [
  'circular-revenue',
  'most-exposed',
  'funded-sales',
  'ties',
  'circle-customers',
  'missing-demand',
] as const;

/** The seller that lives on its own money more than any other, of those with a share of the circular money. */
function mostExposed(sellers: readonly Seller[]): Term | null {
  const circular = sellers.reduce((sum, seller) => sum + seller.uncleared, 0);
  const [most] = sellers
    .filter((seller) => seller.isStated && seller.uncleared >= exposedFloor * circular)
    .sort((a, b) => b.uncleared / b.size - a.uncleared / a.size || a.party - b.party);
  if (most === undefined) return null;
  return { party: most.party, part: most.uncleared, whole: most.size, weight: most.size };
}
