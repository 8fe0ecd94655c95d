import fc from 'fast-check';
import { ReturnFlows, coreOf } from '../../../src/engine/measures/roundTrip';
import { components } from '../../../src/engine/kernel/components';
import { buildGraph } from '../../../src/engine/kernel/graph';
import { returnFlowByPaths } from '../../oracles/returnFlowByPaths';

const parties = 6;
const deal = fc.record({
  from: fc.nat(parties - 1),
  to: fc.nat(parties - 1),
  amount: fc.nat(20),
  out: fc.double({ min: 0, max: 1, noNaN: true }),
  back: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('return flows', () => {
  it('equal pushing path after path, for every party, asked in any order, with limits and without', () => {
    fc.assert(
      fc.property(
        fc.array(deal, { maxLength: 24 }),
        fc.option(fc.array(fc.nat(25), { minLength: parties, maxLength: parties })),
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: parties }),
        (deals, limits, order) => {
          const graph = buildGraph(
            parties,
            Int32Array.from(deals, (one) => one.from),
            Int32Array.from(deals, (one) => one.to),
            Float64Array.from(deals, (one) => one.amount),
          );
          const parts = components(graph);
          const share = (of: (one: (typeof deals)[number]) => number) =>
            graph.amount.map((amount, arc) => Math.floor(amount * of(deals[graph.arcOfRow.indexOf(arc)])));
          const capacity = {
            all: graph.amount,
            out: share((one) => one.out),
            back: share((one) => one.back),
          };
          const limit = limits === null ? null : Float64Array.from(limits);
          const flows = new ReturnFlows(graph, parts, coreOf(graph, parts), capacity, limit);
          for (const party of order) {
            expect(flows.of(party)).toBe(returnFlowByPaths(graph, party, capacity, limit));
          }
        },
      ),
      { seed: 2001, numRuns: 500 },
    );
  });
});
