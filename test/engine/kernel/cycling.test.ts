import fc from 'fast-check';
import { cyclingIndex } from '../../../src/engine/kernel/cycling';
import { Random } from '../../../src/engine/kernel/random';
import { cyclingByRounds } from '../../oracles/cyclingByRounds';
import { componentsOf, graphOf } from '../../oracles/graphOf';
import type { Row } from '../../oracles/graphOf';

function index(
  nodes: number,
  rows: readonly Row[],
  options?: { outsideInflow?: Float64Array; limit?: number },
) {
  const graph = graphOf(nodes, rows);
  return cyclingIndex(graph, componentsOf(nodes, graph.tail, graph.head), options);
}

/**
 * Cone Spring, energy flows in kcal per square metre and year: L. J. Tilly, "The structure and dynamics of Cone Spring",
 * Ecological Monographs 38 (1968) 169-197, as balanced by R. Williams and D. Crouthamel and drawn in J. Szyrmer and
 * R. E. Ulanowicz, "Total flows in ecosystems", Ecological Modelling 35 (1987) 123-136, fig. 1 (lineage as told by the
 * data set Conesprings of the R package NetIndices). Published index: 0.0919.
 * Grade: the figures are the ones commonly quoted; the printed page was not opened. What vouches for them is that all
 * five compartments balance to the unit and that the published index comes out.
 */
const [PLANTS, DETRITUS, BACTERIA, FEEDERS, CARNIVORES] = [0, 1, 2, 3, 4];
const coneSpring = {
  inflow: [11_184, 635, 0, 0, 0],
  flows: [
    { from: PLANTS, to: DETRITUS, amount: 8_881 },
    { from: DETRITUS, to: BACTERIA, amount: 5_205 },
    { from: DETRITUS, to: FEEDERS, amount: 2_309 },
    { from: BACTERIA, to: DETRITUS, amount: 1_600 },
    { from: BACTERIA, to: FEEDERS, amount: 75 },
    { from: FEEDERS, to: DETRITUS, amount: 200 },
    { from: FEEDERS, to: CARNIVORES, amount: 370 },
    { from: CARNIVORES, to: DETRITUS, amount: 167 },
  ],
  exported: [300, 860, 255, 0, 0],
  respired: [2_003, 3_109, 3_275, 1_814, 203],
};

describe('Cone Spring', () => {
  it('is a balanced table', () => {
    for (let v = 0; v < 5; v++) {
      const into = coneSpring.flows.filter(({ to }) => to === v).reduce((sum, { amount }) => sum + amount, 0);
      const out = coneSpring.flows
        .filter(({ from }) => from === v)
        .reduce((sum, { amount }) => sum + amount, 0);
      expect(coneSpring.inflow[v] + into).toBe(out + coneSpring.exported[v] + coneSpring.respired[v]);
    }
  });

  it('cycles 0.091939 of its throughflow', () => {
    const result = index(5, coneSpring.flows, { outsideInflow: Float64Array.from(coneSpring.inflow) });
    expect(result?.throughflow).toBe(30_626);
    expect(result?.share).toBeCloseTo(0.091939, 6);
  });
});

const ledger = fc.integer({ min: 1, max: 7 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    rows: fc.array(fc.record({ from: fc.nat(nodes - 1), to: fc.nat(nodes - 1), amount: fc.nat(100) }), {
      maxLength: 20,
    }),
    outside: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: nodes, maxLength: nodes }),
  }),
);

describe('cyclingIndex', () => {
  it('is 1 for a ring of equal amounts, 0 without a loop', () => {
    const ring = [0, 1, 2].map((v) => ({ from: v, to: (v + 1) % 3, amount: 50 }));
    expect(index(3, ring)).toEqual({ share: 1, throughflow: 150, cycled: 150 });
    expect(index(3, ring.slice(0, 2))).toEqual({ share: 0, throughflow: 150, cycled: 0 });
    expect(index(0, [])).toEqual({ share: 0, throughflow: 0, cycled: 0 });
  });

  it('works by hand for two parties', () => {
    // 0 pays 100 to 1, 1 pays 25 back: T = 100, 100; a unit returns with chance 1/4 from either side.
    const result = index(2, [
      { from: 0, to: 1, amount: 100 },
      { from: 1, to: 0, amount: 25 },
    ]);
    expect(result?.throughflow).toBe(200);
    expect(result?.cycled).toBeCloseTo(50, 12);
  });

  it('raises outside money that is too little to balance a party', () => {
    const rows = [
      { from: 0, to: 1, amount: 100 },
      { from: 1, to: 0, amount: 25 },
    ];
    expect(index(2, rows, { outsideInflow: new Float64Array(2) })).toEqual(index(2, rows));
  });

  it('equals following the money step by step', () => {
    fc.assert(
      fc.property(ledger, ({ nodes, rows, outside }) => {
        const graph = graphOf(nodes, rows);
        const result = index(nodes, rows, { outsideInflow: Float64Array.from(outside) });
        expect(result?.share).toBeCloseTo(cyclingByRounds(graph, outside), 9);
        expect(index(nodes, rows)?.share).toBeCloseTo(cyclingByRounds(graph, null), 5);
      }),
      { seed: 50251, numRuns: 300 },
    );
  });

  it('stays between 0 and 1, is unchanged by scale, and falls as outside money grows', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 2, max: 1000 }), ({ nodes, rows, outside }, factor) => {
        const share = index(nodes, rows)?.share ?? NaN;
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        const scaled = rows.map((row) => ({ ...row, amount: row.amount * factor }));
        expect(index(nodes, scaled)?.share).toBeCloseTo(share, 12);
        const more = Float64Array.from(outside, (amount) => 10 * amount + 1000);
        expect(index(nodes, rows, { outsideInflow: more })?.share).toBeLessThanOrEqual(share + 1e-12);
      }),
      { seed: 50252, numRuns: 300 },
    );
  });

  it('is exact where one unit in 9,007,199,254,740,991 leaks', () => {
    const large = 2 ** 53 - 1;
    const result = index(3, [
      { from: 0, to: 1, amount: large - 1 },
      { from: 1, to: 2, amount: large - 1 },
      { from: 2, to: 0, amount: large - 2 },
      { from: 2, to: 1, amount: 1 },
    ]);
    expect(result?.share).toBeGreaterThan(1 - 1e-12);
    expect(result?.share).toBeLessThanOrEqual(1);
  });

  it('adds up over components that do not touch', () => {
    const one = [
      { from: 0, to: 1, amount: 70 },
      { from: 1, to: 0, amount: 20 },
    ];
    const two = [
      { from: 2, to: 3, amount: 30 },
      { from: 3, to: 4, amount: 30 },
      { from: 4, to: 2, amount: 10 },
    ];
    const both = index(5, [...one, ...two]);
    const apart = (index(5, one)?.cycled ?? NaN) + (index(5, two)?.cycled ?? NaN);
    expect(both?.cycled).toBeCloseTo(apart, 12);
  });

  it('solves a component of 300 parties and declines one above the limit', () => {
    const random = new Random(4);
    const rows = Array.from({ length: 3_000 }, () => ({
      from: random.integer(300),
      to: random.integer(300),
      amount: 1 + random.integer(1_000_000),
    }));
    const graph = graphOf(300, rows);
    const outside = Array.from({ length: 300 }, () => 1_000_000);
    const result = index(300, rows, { outsideInflow: Float64Array.from(outside) });
    expect(result?.share).toBeCloseTo(cyclingByRounds(graph, outside), 9);
    expect(index(300, rows, { limit: 299 })).toBeNull();
    expect(index(300, rows, { limit: 300 })).not.toBeNull();
  });
});
