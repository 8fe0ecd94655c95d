import { certificateReport } from '../../../src/engine/describe/certificateReport';
import { solve } from '../../../src/engine/measures/solved';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

const lines: DealLine[] = [
  { from: 'A', to: 'B', amount: 10 },
  { from: 'B', to: 'C', amount: 7 },
  { from: 'C', to: 'A', amount: 9 },
  { from: 'B', to: 'A', amount: 2 },
  { from: 'C', to: 'D', amount: 50 },
];

describe('the proof that a user checks in a spreadsheet', () => {
  const proof = certificateReport(solve(ledgerOf(lines), 'headline'));
  const rank = new Map(proof.ranks.map((entry) => [entry.party, entry.rank]));

  it('reaches the amount from above by its formula, word by word', () => {
    const sum = lines.reduce((total, { amount, from, to }) => {
      const over = 1 + (rank.get(from) ?? NaN) - (rank.get(to) ?? NaN);
      return total + amount * (over > 0 ? 1 : 0) * over;
    }, 0);
    expect(sum).toBe(proof.amount);
    expect(proof.formula).toContain('amount * (1 + rank[from] > rank[to]) * (1 + rank[from] - rank[to])');
  });

  it('reaches it from below: the flows add up to it, and every party passes on what it gets', () => {
    expect(proof.flows.reduce((sum, { flow }) => sum + flow, 0)).toBe(proof.amount);
    const net = new Map<string, number>();
    proof.flows.forEach(({ row, flow }) => {
      const { from, to } = lines[row - 2];
      net.set(from, (net.get(from) ?? 0) - flow);
      net.set(to, (net.get(to) ?? 0) + flow);
    });
    expect([...net.values()].every((value) => value === 0)).toBe(true);
  });
});
