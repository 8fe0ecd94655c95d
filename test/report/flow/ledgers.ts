/** Analyses to draw: named parties with loops between them, real shapes and random ones. */
import fc from 'fast-check';
import type { Analysis, LegReport, LoopReport } from '../../../src/engine/index';
import { aiAnalysis, hostileNames, partyOf } from '../fixtures';

export interface DrawnLoop {
  readonly path: readonly number[];
  readonly kinds: readonly LegReport['class'][];
}

/** Loops over parties by number; the amount of a leg follows from its two ends, so that shared legs agree. */
export function analysisOf(names: readonly string[], loops: readonly DrawnLoop[]): Analysis {
  const reports = loops.map(({ path, kinds }, i): LoopReport => {
    const legs = path.map((from, at): LegReport => {
      const to = path[(at + 1) % path.length];
      const row = from * 1000 + to + 2;
      const amount = ((from * 7919 + to * 104_729) % 3300) / 10 + 0.1;
      const dealClass = kinds[at % kinds.length];
      return {
        row,
        rows: [row],
        cell: `Deals!E${row}`,
        from: names[from],
        to: names[to],
        amount,
        class: dealClass,
      };
    });
    const amount = Math.min(...legs.map((leg) => leg.amount));
    return {
      rank: i + 1,
      path: path.map((party) => names[party]),
      amount,
      kind: 'funded',
      legs,
      months: null,
      flags: [],
      flagEvidence: [],
    };
  });
  return {
    ...aiAnalysis,
    loops: reports,
    timedLoops: [],
    parties: names.map((party, i) => partyOf(party, { roundTrip: (i * 37) % 101, inLoop: true })),
    ledger: { ...aiAnalysis.ledger, parties: names.length },
  };
}

export function company(i: number): string {
  return `Company ${i + 1}`;
}

/** One loop after the other, hand in hand: every party is reached. */
export function chainOf(count: number): Analysis {
  const names = Array.from({ length: count }, (_, i) => company(i));
  const loops = Array.from({ length: count - 1 }, (_, i) => ({
    path: i % 3 === 2 && i + 2 < count ? [i, i + 1, i + 2] : [i, i + 1],
    kinds: ['F', 'S', 'W'] as const,
  }));
  return analysisOf(names, loops);
}

const name = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 2, maxLength: 24 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileNames) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

export const anyLedger: fc.Arbitrary<Analysis> = fc
  .uniqueArray(name, { minLength: 2, maxLength: 14 })
  .chain((names) =>
    fc
      .array(
        fc.record({
          path: fc.uniqueArray(fc.nat({ max: names.length - 1 }), { minLength: 2, maxLength: 5 }),
          kinds: fc.array(fc.constantFrom('F', 'W', 'G', 'S', '?'), { minLength: 2, maxLength: 5 }),
        }),
        { minLength: 1, maxLength: 14 },
      )
      .map((loops) => analysisOf(names, loops)),
  );

/** The same sheet with its rows in another order: loops, legs and parties come in another order and begin elsewhere. */
export function shuffled(analysis: Analysis, seed: number): Analysis {
  const turned = analysis.loops.map((loop) => {
    const by = seed % loop.legs.length;
    const turn = <T>(list: readonly T[]) => [...list.slice(by), ...list.slice(0, by)];
    return { ...loop, path: turn(loop.path), legs: turn(loop.legs) };
  });
  return { ...analysis, loops: mixed(turned, seed), parties: mixed(analysis.parties, seed + 1) };
}

function mixed<T>(list: readonly T[], seed: number): T[] {
  return list
    .map((item, i) => ({ item, key: ((i + 1) * (seed * 2 + 1) * 7919) % 10_007, i }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}
