/** What is laid on the deals is the round trip itself, and no deal carries more than it has. */
import fc from 'fast-check';
import { topLoops } from '../../../src/engine/kernel/loops';
import { annualAmounts } from '../../../src/engine/measures/basis';
import { carriedByDeals } from '../../../src/engine/measures/carriers';
import { measureParties } from '../../../src/engine/measures/parties';
import { rowsOfArcs } from '../../../src/engine/measures/rowsOfArcs';
import { solve } from '../../../src/engine/measures/solved';
import { ledgerOf } from '../../oracles/ledgerOf';

const names = ['A', 'B', 'C', 'D', 'E'];
const lines = fc.array(
  fc
    .record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      amount: fc.integer({ min: 1, max: 400 }),
      class: fc.constantFrom('F' as const, 'W' as const, 'G' as const, 'S' as const, 'S' as const),
      term: fc.constantFrom(NaN, 3),
      date: fc.constantFrom('2025-02-01', '2025-03-01', '2025-12-01'),
    })
    .filter(({ from, to }) => from !== to),
  { minLength: 2, maxLength: 14 },
);

describe('the deals that carry a round trip', () => {
  it('carry all of it out as funding and in as spending, and none more than its annual amount', () => {
    fc.assert(
      fc.property(lines, (deals) => {
        const ledger = ledgerOf(deals);
        const solved = solve(ledger, 'headline');
        const rows = rowsOfArcs(solved.graph);
        const loops = topLoops(solved.graph, solved.parts.of, { top: 100, maxLegs: 6 });
        const parties = measureParties(solved, rows, loops, null);
        const annual = annualAmounts(ledger, solved.amount);
        for (const party of parties.measured) {
          const { all, funding, tied } = carriedByDeals(solved, rows, parties, [{ party, factor: 1 }]);
          const sum = (of: Float64Array, side: Int32Array) =>
            of.reduce((total, value, deal) => total + (side[deal] === party ? value : 0), 0);
          expect(sum(all, ledger.to)).toBe(parties.uncleared[party]);
          expect(sum(all, ledger.from)).toBe(parties.uncleared[party]);
          expect(sum(funding, ledger.from)).toBe(parties.unclearedFunded[party]);
          expect(sum(tied, ledger.to)).toBe(parties.tied[party]);
          for (let deal = 0; deal < ledger.deals; deal++)
            expect(Math.max(all[deal], funding[deal])).toBeLessThanOrEqual(annual[deal]);
        }
      }),
      { seed: 31, numRuns: 400 },
    );
  });
});
