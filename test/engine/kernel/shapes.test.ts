/** Seeded ledgers of 10,000 rows: every answer proves itself, whatever the shape and the size of the amounts. */
import { certificateFault } from '../../../src/engine/kernel/certificate';
import { maximumCirculation } from '../../../src/engine/kernel/circulation';
import { buildGraph } from '../../../src/engine/kernel/graph';
import { lossWithout } from '../../../src/engine/kernel/marginal';
import { flowRanges } from '../../../src/engine/kernel/ranges';
import { seededLedger } from '../../bench/ledgers';
import type { SeededLedger, Shape } from '../../bench/ledgers';

const rows = 10_000;

function graphOfSeeded(ledger: SeededLedger, change: (amount: number, row: number) => number = (x) => x) {
  return buildGraph(ledger.nodes, ledger.from, ledger.to, ledger.amount.map(change));
}

/** Amounts as large as exactness allows: the total comes to just under 2^53. */
function hugest(ledger: SeededLedger): (amount: number) => number {
  const total = ledger.amount.reduce((sum, x) => sum + x, 0);
  const factor = Math.floor(Number.MAX_SAFE_INTEGER / total);
  return (amount) => amount * factor;
}

function lattice(width: number, length: number, deals: number): SeededLedger {
  // A band of parties, each paying into the next line of the band, closed end to end: distances are long.
  const ledger = seededLedger('mesh', width * length, deals, 9);
  const from = ledger.from.map((_, row) => row % (width * length));
  const to = from.map((v, row) => {
    const line = Math.floor(v / width);
    return ((line + 1) % length) * width + ((v + Math.floor(row / (width * length))) % width);
  });
  return { ...ledger, from, to };
}

const cases: readonly (readonly [string, SeededLedger])[] = [
  ...(['mesh', 'tiered', 'dense', 'chains', 'rings'] as const).flatMap((shape: Shape) =>
    [1000, 4000].map(
      (parties) => [`${shape}, ${parties} parties`, seededLedger(shape, parties, rows, 7)] as const,
    ),
  ),
  ['sparse, hardly a cycle', seededLedger('mesh', 12_000, rows, 7)],
  ['parallel rows between 30 parties', seededLedger('mesh', 30, rows, 7)],
  ['a band 3 wide and 1,000 long', lattice(3, 1000, rows)],
  ['lines of 1,000', seededLedger('chains', 10_000, rows, 7)],
];

describe('a ledger of 10,000 rows proves its answer', () => {
  it.each(cases)('%s', (_name, ledger) => {
    const versions = [
      graphOfSeeded(ledger, (amount) => 1 + (amount % 3)),
      graphOfSeeded(ledger, hugest(ledger)),
    ];
    for (const graph of versions) {
      const circulation = maximumCirculation(graph);
      expect(certificateFault(graph, circulation)).toBeNull();
    }
  });

  it.each(cases)('%s: values and ranges of its first deals fit the answer', (_name, ledger) => {
    const graph = graphOfSeeded(ledger);
    const circulation = maximumCirculation(graph);
    expect(certificateFault(graph, circulation)).toBeNull();
    const asked = Int32Array.from({ length: 12 }, (_, k) => Math.floor((k * graph.arcs) / 12));
    const amounts = Float64Array.from(asked, (a) => graph.amount[a]);
    const loss = lossWithout(graph, circulation, asked, amounts);
    const { min, max } = flowRanges(graph, circulation, asked);
    asked.forEach((a, k) => {
      expect(min[k]).toBeGreaterThanOrEqual(0);
      expect(min[k]).toBeLessThanOrEqual(circulation.flow[a]);
      expect(max[k]).toBeGreaterThanOrEqual(circulation.flow[a]);
      expect(max[k]).toBeLessThanOrEqual(graph.amount[a]);
      // A deal that some maximum circulation does without has no value, and one that all need has some.
      expect(loss[k] > 0).toBe(min[k] > 0);
      if (k > 1) return;
      const rest = graph.amount.map((x, i) => (i === a ? 0 : x));
      const without = buildGraph(graph.nodes, graph.tail, graph.head, rest);
      expect(circulation.amount - maximumCirculation(without).amount).toBe(loss[k]);
    });
  });
});

/** One long ring; `back`: every party also pays the one before the last, a way out that saturates again and again. */
function ring(length: number, amount: (i: number) => number, back: boolean) {
  const rows = back ? 2 * length : length;
  const from = Int32Array.from({ length: rows }, (_, i) => (i < length ? i : (i + 2) % length));
  const to = Int32Array.from({ length: rows }, (_, i) => (i < length ? (i + 1) % length : i - length));
  const amounts = Float64Array.from({ length: rows }, (_, i) => (i < length ? amount(i) : 1 + (i % 7)));
  return buildGraph(length, from, to, amounts);
}

describe('ways that are thousands of parties long', () => {
  const falling = (length: number) => (i: number) => length + 5 - i;
  const rising = (i: number) => i + 5;
  const mixed = (i: number) => 1 + ((i * 7919) % 1009);

  it.each([
    ['falling amounts round 50,000 parties', ring(50_000, falling(50_000), false), 50_000 * 6],
    ['rising amounts round 50,000 parties', ring(50_000, rising, false), 50_000 * 5],
    ['mixed amounts round 20,000 parties', ring(20_000, mixed, false), 20_000],
  ])('%s: the smallest leg goes round', (_name, graph, expected) => {
    const circulation = maximumCirculation(graph);
    expect(circulation.amount).toBe(expected);
    expect(certificateFault(graph, circulation)).toBeNull();
  });

  it.each([
    ['falling', ring(800, falling(800), true)],
    ['rising', ring(800, rising, true)],
    ['mixed', ring(800, mixed, true)],
  ])('%s amounts with ways back, and the value of deals there', (_name, graph) => {
    const circulation = maximumCirculation(graph);
    expect(certificateFault(graph, circulation)).toBeNull();
    const asked = Int32Array.of(0, 1, 799, 1000, 1599);
    const loss = lossWithout(
      graph,
      circulation,
      asked,
      Float64Array.from(asked, (a) => graph.amount[a]),
    );
    asked.forEach((a, k) => {
      const rest = graph.amount.map((x, i) => (i === a ? 0 : x));
      const without = buildGraph(graph.nodes, graph.tail, graph.head, rest);
      expect(loss[k]).toBe(circulation.amount - maximumCirculation(without).amount);
    });
  });
});

describe('seeded ledgers', () => {
  it('are the same for the same arguments and others for another seed', () => {
    expect(seededLedger('mesh', 50, 400, 3)).toEqual(seededLedger('mesh', 50, 400, 3));
    expect(seededLedger('mesh', 50, 400, 4).amount).not.toEqual(seededLedger('mesh', 50, 400, 3).amount);
  });
});
