import { rowsOfArcs } from '../../../src/engine/measures/rowsOfArcs';
import { rowValues } from '../../../src/engine/measures/rowValues';
import { solve, circularShare } from '../../../src/engine/measures/solved';
import { onlyTogether, unknownLegs } from '../../../src/engine/measures/unknownLegs';
import { withKnownLegs } from '../../../src/engine/measures/knownLegs';
import { closingRange, linkGroups } from '../../../src/engine/measures/closing';
import { amountsOn, annualAmounts } from '../../../src/engine/measures/basis';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

const triangle: DealLine[] = [
  { from: 'Nvidia', to: 'OpenAI', amount: 100, class: 'F' },
  { from: 'OpenAI', to: 'Oracle', amount: 300, class: 'S', term: 5 },
  { from: 'Oracle', to: 'Nvidia', amount: 40, class: 'S' },
];

describe('row values', () => {
  it('are what circulates no more without the row, with the least and the most that the row can carry', () => {
    const solved = solve(ledgerOf(triangle), 'headline');
    const values = rowValues(solved, rowsOfArcs(solved.graph), 100);
    expect(values).toEqual([
      { deal: 0, value: 12_000, least: 4_000, most: 4_000 },
      { deal: 1, value: 12_000, least: 4_000, most: 4_000 },
      { deal: 2, value: 12_000, least: 4_000, most: 4_000 },
    ]);
  });

  it('give parallel rows of one leg a range, because either can carry the money', () => {
    const solved = solve(
      ledgerOf([
        { from: 'A', to: 'B', amount: 10 },
        { from: 'A', to: 'B', amount: 10 },
        { from: 'B', to: 'A', amount: 12 },
      ]),
      'headline',
    );
    const [back, first] = rowValues(solved, rowsOfArcs(solved.graph), 100);
    expect(back).toEqual({ deal: 2, value: 2_400, least: 1_200, most: 1_200 });
    expect(first).toEqual({ deal: 0, value: 400, least: 200, most: 1_000 });
  });
});

describe('rows that can stand for one another', () => {
  it('are all listed, though one optimum uses only one of them', () => {
    const solved = solve(
      ledgerOf([
        { from: 'A', to: 'B', amount: 10 },
        { from: 'B', to: 'C', amount: 10 },
        { from: 'B', to: 'D', amount: 10 },
        { from: 'C', to: 'A', amount: 10 },
        { from: 'D', to: 'A', amount: 10 },
      ]),
      'headline',
    );
    const values = rowValues(solved, rowsOfArcs(solved.graph), 100);
    expect(values.map(({ deal, value, least, most }) => [deal, value, least, most])).toEqual([
      [0, 3_000, 1_000, 1_000],
      [1, 0, 0, 1_000],
      [2, 0, 0, 1_000],
      [3, 0, 0, 1_000],
      [4, 0, 0, 1_000],
    ]);
  });
});

describe('amounts on a basis', () => {
  const ledger = ledgerOf([
    { from: 'A', to: 'B', amount: 10.01, weight: 0.25, firm: false, class: 'S', term: 4 },
  ]);

  it('are whole minor units, row by row', () => {
    expect([...amountsOn('headline', ledger)]).toEqual([1001]);
    expect([...amountsOn('expected', ledger)]).toEqual([250]);
    expect([...amountsOn('firm', ledger)]).toEqual([0]);
    const half = ledgerOf([{ from: 'A', to: 'B', amount: 10.01, firm: 0.5 }]);
    expect([...amountsOn('firm', half)]).toEqual([501]);
  });

  it('spread a purchase over its term, and funding not', () => {
    expect([...annualAmounts(ledger, ledger.amount)]).toEqual([250]);
    const funding = ledgerOf([{ from: 'A', to: 'B', amount: 10, class: 'F', term: 4 }]);
    expect([...annualAmounts(funding, funding.amount)]).toEqual([1000]);
  });
});

describe('deals of unknown amount', () => {
  const unknown: DealLine[] = [
    { from: 'Oracle', to: 'Nvidia', amount: 0, class: 'S' },
    { from: 'OpenAI', to: 'Nobody', amount: 0, class: 'S' },
  ];
  const ledger = ledgerOf(triangle.slice(0, 2), 2, unknown);

  it('could return at most what can get from the receiver back to the payer', () => {
    const legs = unknownLegs(ledger, solve(ledger, 'headline').graph);
    expect(legs.map((leg) => [leg.couldReturn, leg.path.map((party) => ledger.parties[party])])).toEqual([
      [10_000, ['Nvidia', 'OpenAI', 'Oracle']],
      [0, []],
    ]);
  });

  it('that close a loop only together are counted, because nothing bounds them', () => {
    const pair = ledgerOf([{ from: 'A', to: 'B', amount: 10 }], 2, [
      { from: 'B', to: 'C', amount: 0 },
      { from: 'C', to: 'A', amount: 0 },
      { from: 'C', to: 'Z', amount: 0 },
    ]);
    const { graph } = solve(pair, 'headline');
    const legs = unknownLegs(pair, graph);
    expect(legs.map((leg) => leg.couldReturn)).toEqual([0, 0, 0]);
    expect(onlyTogether(graph, legs)).toEqual(legs.slice(0, 2));
  });

  it('close the loop in the ledger as if they were known, and only those that can', () => {
    const known = withKnownLegs(ledger, unknownLegs(ledger, solve(ledger, 'headline').graph));
    expect(known.deals).toBe(3);
    expect(solve(known, 'headline').circulation.amount).toBe(30_000);
  });
});

describe('the closing range', () => {
  it('is one number when every deal is certain', () => {
    const range = closingRange(ledgerOf(triangle), 20, 1);
    const share = circularShare(solve(ledgerOf(triangle), 'headline'));
    expect(range).toEqual({ mean: expect.closeTo(share, 12), p5: share, p50: share, p95: share });
  });

  it('is the same for the same seed and lies between nothing and the whole', () => {
    const ledger = ledgerOf(triangle.map((line) => ({ ...line, weight: 0.5 })));
    const range = closingRange(ledger, 500, 7);
    expect(closingRange(ledger, 500, 7)).toEqual(range);
    expect(range.p5).toBe(0);
    expect(range.p95).toBeCloseTo(120 / 440, 12);
    // Three independent deals of one half close together in one draw of eight.
    expect(range.mean).toBeCloseTo(120 / 440 / 8, 1);
  });

  it('draws linked deals together', () => {
    const linked = ledgerOf(
      triangle.map((line, index) => ({ ...line, weight: 0.5, links: index === 0 ? [1, 2] : [] })),
    );
    expect([...linkGroups(linked)]).toEqual([0, 0, 0]);
    expect(closingRange(linked, 2000, 3).mean).toBeCloseTo(120 / 440 / 2, 1);
  });
});
