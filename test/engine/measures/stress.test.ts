import { stress } from '../../../src/engine/measures/stress';
import { annualAmounts } from '../../../src/engine/measures/basis';
import { measureParties } from '../../../src/engine/measures/parties';
import { rowsOfArcs } from '../../../src/engine/measures/rowsOfArcs';
import { solve } from '../../../src/engine/measures/solved';
import { topLoops } from '../../../src/engine/kernel/loops';
import { figuresOf } from '../../oracles/figuresOf';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

function stressed(lines: readonly DealLine[], cut: number, revenue: Record<string, number> = {}) {
  const ledger = ledgerOf(lines);
  const solved = solve(ledger, 'headline');
  const loops = topLoops(solved.graph, solved.parts.of, { top: 100, maxLegs: 6 });
  const parties = measureParties(solved, rowsOfArcs(solved.graph), loops, figuresOf(ledger, revenue));
  const found = stress(ledger, annualAmounts(ledger, ledger.amount), parties.outside.unseen, cut);
  return Object.fromEntries(
    found.map((line) => [
      ledger.parties[line.party],
      { lost: line.lost / 100, direct: line.direct / 100, canPay: line.canPay, round: line.round },
    ]),
  );
}

const chain: DealLine[] = [
  { from: 'Nvidia', to: 'OpenAI', amount: 100, class: 'F' },
  { from: 'OpenAI', to: 'Oracle', amount: 100, class: 'S' },
  { from: 'Oracle', to: 'Nvidia', amount: 100, class: 'S' },
];

describe('stress', () => {
  it('takes nothing from anybody when nothing is cut', () => {
    for (const line of Object.values(stressed(chain, 0)))
      expect(line).toMatchObject({ lost: 0, round: 0, canPay: 1 });
  });

  it('passes a cut on along the chain: direct to the first seller, knock-on to the next', () => {
    const found = stressed(chain, 0.78);
    expect(found.Oracle.lost).toBeCloseTo(78, 9);
    expect(found.Oracle.direct).toBeCloseTo(78, 9);
    expect(found.Nvidia.lost).toBeCloseTo(78, 9);
    expect(found.Nvidia.direct).toBe(0);
    expect(found.OpenAI).toMatchObject({ lost: 0, round: 1 });
    expect(found.Oracle.round).toBe(2);
    expect(found.OpenAI.canPay).toBeCloseTo(0.22, 9);
  });

  it('stops at a party that has outside income enough', () => {
    const found = stressed(chain, 0.78, { OpenAI: 90 });
    expect(found.Oracle.lost).toBe(0);
    expect(found.Nvidia.lost).toBe(0);
  });

  it('counts a customer outside the circle once: by its row, or by the revenue that the row is a part of', () => {
    const lines: DealLine[] = [
      { from: 'Maker', to: 'Buyer', amount: 100, class: 'F' },
      { from: 'Buyer', to: 'Maker', amount: 100, class: 'S' },
      { from: 'Customers', to: 'Buyer', amount: 60, class: 'S' },
    ];
    // 22 of the funding is left, and the customers' 60.
    expect(stressed(lines, 0.78).Maker.lost).toBeCloseTo(18, 9);
    expect(stressed(lines, 0.78, { Buyer: 60 }).Maker.lost).toBeCloseTo(18, 9);
    expect(stressed(lines, 0.78, { Buyer: 70 }).Maker.lost).toBeCloseTo(8, 9);
  });

  it('cuts funding that comes from outside the circle', () => {
    const lines: DealLine[] = [
      { from: 'Fund', to: 'Buyer', amount: 100, class: 'F' },
      { from: 'Buyer', to: 'Maker', amount: 100, class: 'S' },
    ];
    expect(stressed(lines, 0.78).Maker.lost).toBeCloseTo(78, 9);
  });

  it('loses more the more is cut', () => {
    const losses = [0.1, 0.3, 0.5, 0.9].map((cut) => stressed(chain, cut).Nvidia.lost);
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect(losses[0]).toBeGreaterThan(0);
  });

  it('blames the cut and no gap in the sheet: a party that owes more than it shows pays today', () => {
    const found = stressed([{ from: 'Microsoft', to: 'CoreWeave', amount: 10, class: 'S' }, ...chain], 0.78);
    expect(found.CoreWeave.lost).toBe(0);
  });
});
