/**
 * Which money is drawn: the parties of the largest loops, and between two of them one arrow a direction and kind.
 *
 * Everything is put in an order of its own (amounts, then names by code unit), so that the order of rows, loops and
 * parties in the sheet moves nothing. Loops can share legs; a row is counted once.
 * Complexity: O(legs log legs).
 */
import type { Analysis, LegReport, LoopReport } from '../../engine/index';
import type { FlowKind } from './types';

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly kind: FlowKind;
  readonly amount: number;
  readonly loops: readonly number[];
  readonly legs: readonly LegReport[];
  /** Amount of the largest loop through it. */
  readonly loopAmount: number;
}

export interface FlowGraph {
  /** The largest round-trippers first. */
  readonly parties: readonly string[];
  readonly flows: readonly Flow[];
  readonly loops: readonly LoopReport[];
  readonly selected: LoopReport | null;
}

const kindOfClass: Readonly<Record<LegReport['class'], FlowKind>> = {
  F: 'funding',
  W: 'warrant',
  G: 'guarantee',
  S: 'spend',
  X: 'unsaid',
  '?': 'unsaid',
};

export const kindsInOrder: readonly FlowKind[] = ['spend', 'funding', 'warrant', 'guarantee', 'unsaid'];

export function flowsOf(analysis: Analysis, rank: number | null, maxParties: number): FlowGraph {
  const all = analysis.loops
    .filter((loop) => legsOf(loop).length > 0)
    .map((loop) => ({ loop, key: keyOf(loop) }))
    .sort((a, b) => sized(b.loop.amount) - sized(a.loop.amount) || byCodeUnit(a.key, b.key))
    .map(({ loop }) => loop);
  const selected = all.find((loop) => loop.rank === rank) ?? null;
  let loops = largest(all, maxParties);
  // The picture stands still while loops are selected, unless one is selected that it does not show.
  if (selected !== null && !loops.includes(selected))
    loops = largest([selected, ...all.filter((loop) => loop !== selected)], maxParties);
  const flows = flowsThrough(loops);
  return { parties: partiesOf(flows, analysis.parties), flows, loops, selected };
}

/** Loops from the first on whose parties together are not too many. The first is always taken. */
function largest(loops: readonly LoopReport[], maxParties: number): LoopReport[] {
  const parties = new Set<string>();
  for (const loop of loops) {
    const added = partiesIn(loop).filter((party) => !parties.has(party));
    if (parties.size === 0 || parties.size + added.length <= maxParties)
      for (const party of added) parties.add(party);
  }
  return loops.filter((loop) => partiesIn(loop).every((party) => parties.has(party)));
}

function flowsThrough(loops: readonly LoopReport[]): Flow[] {
  const groups = new Map<string, { loop: LoopReport; leg: LegReport }[]>();
  for (const loop of loops)
    for (const leg of legsOf(loop)) {
      const key = JSON.stringify([leg.from, leg.to, kindOfClass[leg.class]]);
      groups.set(key, [...(groups.get(key) ?? []), { loop, leg }]);
    }
  return [...groups.values()]
    .map((group): Flow => {
      const { from, to } = group[0].leg;
      const legs = withoutRepeats(group.map(({ leg }) => leg));
      return {
        from,
        to,
        kind: kindOfClass[group[0].leg.class],
        amount: legs.reduce((sum, leg) => sum + sized(leg.amount), 0),
        loops: [...new Set(group.map(({ loop }) => loop.rank))].sort((a, b) => a - b),
        legs,
        loopAmount: group.reduce((most, { loop }) => Math.max(most, sized(loop.amount)), 0),
      };
    })
    .sort(
      (a, b) =>
        byCodeUnit(a.from, b.from) ||
        byCodeUnit(a.to, b.to) ||
        kindsInOrder.indexOf(a.kind) - kindsInOrder.indexOf(b.kind),
    );
}

/** Legs of which no row is in another one: the longest lists of rows first, as they hold the shorter ones. */
function withoutRepeats(legs: readonly LegReport[]): LegReport[] {
  const seen = new Set<number>();
  return [...legs]
    .sort((a, b) => b.rows.length - a.rows.length || sized(b.amount) - sized(a.amount) || a.row - b.row)
    .filter((leg) => {
      if (leg.rows.some((row) => seen.has(row))) return false;
      for (const row of leg.rows) seen.add(row);
      return true;
    })
    .sort((a, b) => a.row - b.row);
}

function partiesOf(flows: readonly Flow[], reports: Analysis['parties']): string[] {
  const through = new Map<string, number>();
  for (const flow of flows)
    for (const party of [flow.from, flow.to]) through.set(party, (through.get(party) ?? 0) + flow.amount);
  const roundTrip = new Map(reports.map((report) => [report.party, sized(report.roundTrip ?? 0)]));
  const size = (party: string) => roundTrip.get(party) ?? 0;
  return [...through.keys()].sort(
    (a, b) => size(b) - size(a) || (through.get(b) ?? 0) - (through.get(a) ?? 0) || byCodeUnit(a, b),
  );
}

/** The legs that can be drawn: an arrow from a party to itself goes nowhere. */
function legsOf(loop: LoopReport): LegReport[] {
  return loop.legs.filter((leg) => leg.from !== leg.to);
}

function partiesIn(loop: LoopReport): string[] {
  return [...new Set(legsOf(loop).flatMap((leg) => [leg.from, leg.to]))];
}

/** The same wherever the loop is said to begin. */
function keyOf(loop: LoopReport): string {
  return JSON.stringify(
    legsOf(loop)
      .map((leg) => [leg.from, leg.to, leg.class, leg.amount])
      .map((leg) => JSON.stringify(leg))
      .sort(byCodeUnit),
  );
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sized(amount: number): number {
  return Number.isFinite(amount) && amount > 0 ? amount : 0;
}
