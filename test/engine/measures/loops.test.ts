import { describeLoops } from '../../../src/engine/measures/loops';
import { inEnglish } from '../../../src/engine/sentence';
import { outsideIncome } from '../../../src/engine/measures/outsideIncome';
import { classAmounts } from '../../../src/engine/measures/classAmounts';
import { rowsOfArcs } from '../../../src/engine/measures/rowsOfArcs';
import { solve } from '../../../src/engine/measures/solved';
import { topLoops } from '../../../src/engine/kernel/loops';
import { CANCELLABLE, UP_TO } from '../../../src/engine/ledger/types';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

function loopsOf(lines: readonly DealLine[]) {
  const solved = solve(ledgerOf(lines), 'headline');
  const { ledger, graph, parts, amount } = solved;
  const rows = rowsOfArcs(graph);
  const amounts = classAmounts(ledger, graph, 'headline', amount);
  const outside = outsideIncome(
    solved,
    amounts,
    amount,
    ledger.parties.map(() => null),
  );
  return describeLoops(
    topLoops(graph, parts.of, { top: 10, maxLegs: 6 }),
    { ledger, graph, amount, outside, tell: inEnglish },
    (arc) => rows.rows.subarray(rows.start[arc], rows.start[arc + 1]),
  );
}

const triangle: DealLine[] = [
  { from: 'OpenAI', to: 'Oracle', amount: 300, class: 'S', date: '2025-09-10', term: 5 },
  { from: 'Oracle', to: 'Nvidia', amount: 40, class: 'S', date: '2025-05-23' },
  { from: 'Nvidia', to: 'OpenAI', amount: 30, class: 'F', date: '2026-02-27' },
];

describe('loops as an analyst reads them', () => {
  it('begin with the funding that starts them, and name the cell of each leg', () => {
    const [loop] = loopsOf(triangle);
    expect(loop.path).toEqual(['Nvidia', 'OpenAI', 'Oracle']);
    expect(loop.kind).toBe('funded');
    expect(loop.amount).toBe(30);
    expect(loop.legs.map((leg) => [leg.row, leg.cell, leg.class, leg.amount])).toEqual([
      [4, 'Deals!D4', 'F', 30],
      [2, 'Deals!D2', 'S', 300],
      [3, 'Deals!D3', 'S', 40],
    ]);
    expect(loop.months).toBeCloseTo(9.2, 1);
  });

  it('tell a swap, a cross-holding, a reciprocal trade apart', () => {
    const pair = (a: Partial<DealLine>, b: Partial<DealLine>) =>
      loopsOf([
        { from: 'A', to: 'B', amount: 10, class: 'S', ...a },
        { from: 'B', to: 'A', amount: 10, class: 'S', ...b },
      ])[0].kind;
    expect(pair({}, { amount: 9 })).toBe('swap');
    expect(pair({}, { amount: 7 })).toBe('reciprocal');
    expect(pair({ date: '2001-01-01' }, { date: '2001-09-30' })).toBe('reciprocal');
    expect(pair({ class: 'F' }, { class: 'F' })).toBe('cross-holding');
    expect(pair({ class: 'W' }, {})).toBe('funded');
  });

  it('have no kind where the sheet tells none', () => {
    const [loop] = loopsOf([
      { from: 'A', to: 'B', amount: 1 },
      { from: 'B', to: 'A', amount: 1 },
    ]);
    expect(loop.kind).toBeNull();
  });

  it('carry flags, each with the cell that it rests on', () => {
    const [loop] = loopsOf([
      { from: 'Qwest', to: 'GX', amount: 67, class: 'S', date: '2001-09-28', flags: UP_TO, links: [1] },
      { from: 'GX', to: 'Qwest', amount: 67, class: 'S', date: '2001-09-29', flags: CANCELLABLE },
    ]);
    expect(loop.flags).toEqual([
      'linked',
      'within-30-days',
      'equal-amounts',
      'up-to',
      'quarter-end',
      'no-outside-income',
      'cancellable',
    ]);
    const cells = Object.fromEntries(loop.flagEvidence.map((entry) => [entry.flag, entry.cell]));
    expect(cells).toMatchObject({ linked: 'Deals!N2', 'equal-amounts': 'Deals!D2', cancellable: 'Deals!H3' });
  });

  it('say nothing of 30 days when a leg is dated to a year only', () => {
    const [loop] = loopsOf([
      { from: 'A', to: 'B', amount: 1, class: 'S', date: '2001-01-01', lastDate: '2001-12-31' },
      { from: 'B', to: 'A', amount: 1, class: 'S', date: '2001-06-01' },
    ]);
    expect(loop.flags).not.toContain('within-30-days');
  });

  it('add up the rows of a leg and list them, the largest first', () => {
    const [loop] = loopsOf([
      { from: 'A', to: 'B', amount: 1, class: 'F' },
      { from: 'A', to: 'B', amount: 5, class: 'F' },
      { from: 'B', to: 'A', amount: 9, class: 'S' },
    ]);
    expect(loop.legs[0]).toMatchObject({ row: 3, rows: [3, 2], amount: 6 });
    expect(loop.amount).toBe(6);
  });
});
