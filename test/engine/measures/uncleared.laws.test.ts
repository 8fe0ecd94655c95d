import fc from 'fast-check';
import { components } from '../../../src/engine/kernel/components';
import { buildGraph } from '../../../src/engine/kernel/graph';
import { coreOf } from '../../../src/engine/measures/roundTrip';
import { clearingOf, unclearedRoundTrips } from '../../../src/engine/measures/uncleared';
import { unclearedByPaths } from '../../oracles/unclearedByPaths';

const parties = 5;
const share = fc.constantFrom(0, 0.3, 0.6, 1);
const deal = fc.record({
  from: fc.nat(parties - 1),
  to: fc.nat(parties - 1),
  amount: fc.nat(20),
  annual: fc.constantFrom(0.25, 1, 1),
  funding: share,
  spend: share,
  matched: share,
});

describe('tied and dependent flows', () => {
  it('equal their definition, path after path, for whichever parties are asked', () => {
    let [tied, dependent, both] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.array(deal, { minLength: 8, maxLength: 24 }),
        fc.array(fc.constantFrom(0, 0, 0, 3, 10), { minLength: parties, maxLength: parties }),
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
        (deals, outsideIncome, asked) => {
          const graph = buildGraph(
            parties,
            Int32Array.from(deals, (one) => one.from),
            Int32Array.from(deals, (one) => one.to),
            Float64Array.from(deals, (one) => one.amount),
          );
          const parts = components(graph);
          const first = (arc: number) => deals[graph.arcOfRow.indexOf(arc)];
          const all = graph.amount.map((amount, arc) => Math.floor(amount * first(arc).annual));
          const annual = {
            all,
            funding: all.map((amount, arc) => Math.floor(amount * first(arc).funding)),
            spend: all.map((amount, arc) => Math.floor(amount * first(arc).spend)),
          };
          // Matched money is counted over the whole term and can be more than what moves in a year.
          const matched = graph.amount.map((amount, arc) => Math.floor(amount * first(arc).matched));
          const outside = Float64Array.from(outsideIncome);
          const clearing = clearingOf(graph, parts, annual, matched, outside);
          const found = unclearedRoundTrips(graph, parts, coreOf(graph, parts), clearing, asked);
          asked.forEach((party, index) => {
            const expected = unclearedByPaths(graph, annual, matched, outside, party);
            expect({
              tied: found.tied[index],
              dependent: found.dependent[index],
              funded: found.funded[index],
            }).toEqual(expected);
            if (expected.tied > 0) tied++;
            if (expected.dependent > 0) dependent++;
            if (expected.tied > 0 && expected.dependent > 0) both++;
          });
        },
      ),
      { seed: 2008, numRuns: 400 },
    );
    // The generator meets what it is meant to meet.
    expect(Math.min(tied, dependent, both)).toBeGreaterThan(20);
  });
});
