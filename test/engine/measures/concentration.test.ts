import fc from 'fast-check';
import { buildGraph } from '../../../src/engine/kernel/graph';
import { classAmounts } from '../../../src/engine/measures/classAmounts';
import { concentration } from '../../../src/engine/measures/concentration';
import { solve } from '../../../src/engine/measures/solved';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

function customersOf(lines: readonly DealLine[], seller: string) {
  const ledger = ledgerOf(lines, 0);
  const { graph, amount } = solve(ledger, 'headline');
  const found = concentration(graph, classAmounts(ledger, graph, 'headline', amount).spend);
  const party = ledger.parties.indexOf(seller);
  const arc = found.largestArc[party];
  return {
    index: found.index[party],
    largest: arc < 0 ? null : ledger.parties[graph.tail[arc]],
    spend: found.largestSpend[party],
    received: found.received[party],
  };
}

const sale = (from: string, amount: number): DealLine => ({ from, to: 'Seller', amount, class: 'S' });

describe('concentration', () => {
  it('is 1 for a single customer, a quarter for four equal ones', () => {
    expect(customersOf([sale('A', 8)], 'Seller')).toEqual({ index: 1, largest: 'A', spend: 8, received: 8 });
    expect(
      customersOf(
        'ABCD'.split('').map((name) => sale(name, 5)),
        'Seller',
      ).index,
    ).toBe(0.25);
  });

  it('counts several deals of one customer as one share', () => {
    expect(customersOf([sale('A', 2), sale('B', 3), sale('A', 4)], 'Seller')).toEqual({
      index: expect.closeTo((6 / 9) ** 2 + (3 / 9) ** 2, 12),
      largest: 'A',
      spend: 6,
      received: 9,
    });
  });

  it('looks at spend alone where the sheet tells kinds, at everything where it does not', () => {
    const funding: DealLine = { from: 'Bank', to: 'Seller', amount: 90, class: 'F' };
    expect(customersOf([sale('A', 10), funding], 'Seller')).toMatchObject({ index: 1, received: 10 });
    const plain = [sale('A', 10), funding].map(({ from, to, amount }): DealLine => ({ from, to, amount }));
    expect(customersOf(plain, 'Seller')).toMatchObject({ largest: 'Bank', received: 100 });
  });

  it('is unknown, not nothing, for a party without customers', () => {
    expect(customersOf([sale('A', 8)], 'A')).toEqual({ index: NaN, largest: null, spend: 0, received: 0 });
  });

  it('equals the sum of squared shares, lies between 1/n and 1, and does not change with scale', () => {
    const arc = fc.record({ from: fc.nat(5), to: fc.nat(5), spend: fc.nat(1000) });
    fc.assert(
      fc.property(fc.array(arc, { maxLength: 30 }), (rows) => {
        const graph = buildGraph(
          6,
          Int32Array.from(rows, (row) => row.from),
          Int32Array.from(rows, (row) => row.to),
          Float64Array.from(rows, (row) => row.spend),
        );
        const found = concentration(graph, graph.amount);
        const larger = concentration(
          graph,
          graph.amount.map((amount) => amount * 8),
        );
        expect(larger.index).toEqual(found.index);
        for (let seller = 0; seller < 6; seller++) {
          const spends = [0, 1, 2, 3, 4, 5]
            .filter((buyer) => buyer !== seller)
            .map((buyer) =>
              rows.reduce((sum, row) => sum + (row.from === buyer && row.to === seller ? row.spend : 0), 0),
            )
            .filter((spend) => spend > 0);
          const all = spends.reduce((sum, spend) => sum + spend, 0);
          expect(found.received[seller]).toBe(all);
          expect(found.largestSpend[seller]).toBe(Math.max(0, ...spends));
          if (spends.length === 0) {
            expect([found.index[seller], found.largestArc[seller]]).toEqual([NaN, -1]);
            continue;
          }
          const index = spends.reduce((sum, spend) => sum + (spend / all) ** 2, 0);
          expect(found.index[seller]).toBeCloseTo(index, 12);
          expect(found.index[seller]).toBeGreaterThanOrEqual(1 / spends.length - 1e-12);
          expect(found.index[seller]).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { seed: 1950, numRuns: 200 },
    );
  });
});
