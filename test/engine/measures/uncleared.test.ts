import { rowsOfArcs } from '../../../src/engine/measures/rowsOfArcs';
import { measureParties } from '../../../src/engine/measures/parties';
import { solve } from '../../../src/engine/measures/solved';
import { topLoops } from '../../../src/engine/kernel/loops';
import { figuresOf, type Figure } from '../../oracles/figuresOf';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

function partiesOf(lines: readonly DealLine[], revenue: Record<string, number> | readonly Figure[] = {}) {
  const ledger = ledgerOf(lines);
  const solved = solve(ledger, 'headline');
  const loops = topLoops(solved.graph, solved.parts.of, { top: 100, maxLegs: 6 });
  const parties = measureParties(solved, rowsOfArcs(solved.graph), loops, figuresOf(ledger, revenue));
  return (name: string) => {
    const party = ledger.parties.indexOf(name);
    return {
      uncleared: parties.uncleared[party] / 100,
      funded: parties.unclearedFunded[party] / 100,
      tied: parties.tied[party] / 100,
      outside: parties.outside.known[party] === 1 ? parties.outside.income[party] / 100 : null,
    };
  };
}

const vendorFinance: DealLine[] = [
  { from: 'Maker', to: 'Buyer', amount: 30, class: 'F' },
  { from: 'Buyer', to: 'Maker', amount: 50, class: 'S' },
];

describe('uncleared round trip', () => {
  it('is the whole funding where nobody else pays the buyer', () => {
    expect(partiesOf(vendorFinance)('Maker')).toEqual({ uncleared: 30, funded: 30, tied: 0, outside: null });
  });

  it('is nothing where the buyer earns enough outside', () => {
    const lines = [...vendorFinance, { from: 'Customers', to: 'Buyer', amount: 500, class: 'S' as const }];
    expect(partiesOf(lines)('Maker').uncleared).toBe(0);
  });

  it('is what the buyer could not have paid where outside money covers a part', () => {
    const lines = [...vendorFinance, { from: 'Customers', to: 'Buyer', amount: 35, class: 'S' as const }];
    expect(partiesOf(lines)('Maker').uncleared).toBe(15);
  });

  it('takes the revenue of the company figures as outside money, less what comes out of the circle', () => {
    expect(partiesOf(vendorFinance, { Buyer: 40 })('Maker').uncleared).toBe(10);
  });

  it('takes the outside revenue that the figures state before revenue less what comes out of the circle', () => {
    const figures = [{ party: 'Buyer', revenue: 40, outsideRevenue: 25 }];
    expect(partiesOf(vendorFinance, figures)('Maker').uncleared).toBe(25);
  });

  it('is not cleared by outside money where the deals answer one another in size and time', () => {
    const swap: DealLine[] = [
      { from: 'Qwest', to: 'Global Crossing', amount: 67.2, class: 'S', date: '2001-09-28' },
      { from: 'Global Crossing', to: 'Qwest', amount: 67.2, class: 'S', date: '2001-09-28' },
      { from: 'Customers', to: 'Global Crossing', amount: 3_000, class: 'S' },
    ];
    expect(partiesOf(swap)('Qwest')).toEqual({ uncleared: 67.2, funded: 0, tied: 67.2, outside: null });
  });

  it('stays a swap when one side of it is paid in tranches', () => {
    const tranches: DealLine[] = [
      { from: 'X', to: 'Y', amount: 1.05, class: 'F', date: '2024-03-01' },
      { from: 'X', to: 'Y', amount: 1, class: 'F', date: '2024-03-01' },
      { from: 'Y', to: 'X', amount: 2, class: 'S', date: '2024-03-20' },
      { from: 'Others', to: 'Y', amount: 40, class: 'S' },
    ];
    expect(partiesOf(tranches)('X').tied).toBe(2);
    const whole = [{ ...tranches[0], amount: 2.05 }, ...tranches.slice(2)];
    expect(partiesOf(whole)('X').tied).toBe(2);
  });

  it('is no swap for sizes within 20 % when the dates say no more than the year, and is one for the same size', () => {
    const totals = (there: number, back: number): DealLine[] => [
      {
        from: 'Phones',
        to: 'Displays',
        amount: there,
        class: 'S',
        date: '2024-01-01',
        lastDate: '2024-12-31',
      },
      {
        from: 'Displays',
        to: 'Phones',
        amount: back,
        class: 'S',
        date: '2024-01-01',
        lastDate: '2024-12-31',
      },
    ];
    expect(partiesOf(totals(6.05, 5.55))('Phones').tied).toBe(0);
    expect(partiesOf(totals(6.05, 6.05))('Phones').tied).toBe(6.05);
  });

  it('clears trade in both directions that is neither funded nor matched', () => {
    const trade: DealLine[] = [
      { from: 'A', to: 'B', amount: 10, class: 'S' },
      { from: 'B', to: 'A', amount: 60, class: 'S' },
    ];
    expect(partiesOf(trade)('A').uncleared).toBe(0);
  });

  it('is not cleared where one deal names the other', () => {
    const lines: DealLine[] = [
      { from: 'Amazon', to: 'OpenAI', amount: 15, class: 'F', links: [1] },
      { from: 'OpenAI', to: 'Amazon', amount: 100, class: 'S', term: 8 },
      { from: 'Customers', to: 'OpenAI', amount: 500, class: 'S' },
    ];
    expect(partiesOf(lines)('Amazon')).toEqual({ uncleared: 12.5, funded: 12.5, tied: 12.5, outside: null });
  });

  it('is not tied by a link between two legs of a longer loop', () => {
    const lines: DealLine[] = [
      { from: 'Nvidia', to: 'OpenAI', amount: 10, class: 'F' },
      { from: 'OpenAI', to: 'Oracle', amount: 50, class: 'S', links: [2] },
      { from: 'Oracle', to: 'Nvidia', amount: 40, class: 'S' },
      { from: 'Customers', to: 'OpenAI', amount: 500, class: 'S' },
      { from: 'Customers', to: 'Oracle', amount: 500, class: 'S' },
    ];
    expect(partiesOf(lines)('Nvidia').uncleared).toBe(0);
    const tied = lines.map((line, index) => (index === 0 ? { ...line, links: [1] } : line));
    expect(partiesOf(tied)('Nvidia').tied).toBe(10);
  });

  it('does not take two holdings in each other for a swap', () => {
    const holdings: DealLine[] = [
      { from: 'A', to: 'B', amount: 10, class: 'F' },
      { from: 'B', to: 'A', amount: 10, class: 'F' },
    ];
    expect(partiesOf(holdings)('A').uncleared).toBe(0);
  });

  it('knows no outside income where no row and no figure tells one', () => {
    expect(partiesOf(vendorFinance)('Buyer').outside).toBeNull();
  });
});
