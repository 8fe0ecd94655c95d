import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReturnFlows, coreOf } from '../../../src/engine/measures/roundTrip';
import { classAmounts } from '../../../src/engine/measures/classAmounts';
import { fundedShareOfPair } from '../../../src/engine/measures/fundedShare';
import { solve } from '../../../src/engine/measures/solved';
import type { DealClass } from '../../../src/engine/ledger/types';
import { ledgerOf, type DealLine } from '../../oracles/ledgerOf';

interface Vector {
  id: string;
  unit: string;
  rows: { from: string; to: string; amount: number; kind: string | null }[];
  expected: { round_trip: Record<string, number> };
}

const { vectors } = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/circulation-vectors.json'), 'utf8'),
) as { vectors: Vector[] };

const classOfKind = new Map<string, DealClass>([
  ['equity', 'F'],
  ['loan', 'F'],
  ['purchase', 'S'],
  ['revenue', 'S'],
  ['compute commitment', 'S'],
]);

/** Round trip of every party, leaving as `out` and returning as `back`. */
function roundTrips(lines: readonly DealLine[], out: 'all' | 'funding', back: 'all' | 'spend', decimals = 2) {
  const solved = solve(ledgerOf(lines, decimals), 'headline');
  const amounts = classAmounts(solved.ledger, solved.graph, 'headline', solved.amount);
  const core = coreOf(solved.graph, solved.parts);
  const capacity = { all: amounts.all, out: amounts[out], back: amounts[back] };
  const flows = new ReturnFlows(solved.graph, solved.parts, core, capacity);
  return new Map(solved.ledger.parties.map((name, party) => [name, flows.of(party)]));
}

describe('round trip of a party', () => {
  const kinded = vectors.filter((vector) => vector.rows.every((row) => row.kind !== null));

  it('has vectors with kinds to stand on', () => {
    expect(kinded.map((vector) => vector.id)).toEqual(expect.arrayContaining(['V01', 'V12']));
  });

  it.each(kinded)('of funding that returns as revenue equals the vector ($id)', (vector) => {
    const lines = vector.rows.map((row): DealLine => {
      const kind = classOfKind.get(row.kind ?? '');
      if (kind === undefined) throw new Error(`The test does not know kind "${row.kind}".`);
      return { from: row.from, to: row.to, amount: row.amount, class: kind };
    });
    const found = roundTrips(lines, 'funding', 'spend');
    expect(Object.fromEntries(found)).toEqual(vector.expected.round_trip);
  });

  it('counts no leg twice where two ways share it', () => {
    const lines: DealLine[] = [
      { from: 'P', to: 'a', amount: 10, class: 'F' },
      { from: 'P', to: 'b', amount: 10, class: 'F' },
      { from: 'a', to: 'c', amount: 10, class: 'S' },
      { from: 'b', to: 'c', amount: 10, class: 'S' },
      { from: 'c', to: 'P', amount: 12, class: 'S' },
    ];
    expect(roundTrips(lines, 'funding', 'spend').get('P')).toBe(1200);
  });

  it('does not count money that returns as funding as revenue', () => {
    const lines: DealLine[] = [
      { from: 'A', to: 'B', amount: 5, class: 'F' },
      { from: 'B', to: 'A', amount: 5, class: 'F' },
    ];
    expect(roundTrips(lines, 'all', 'spend').get('A')).toBe(0);
    expect(roundTrips(lines, 'all', 'all').get('A')).toBe(500);
  });
});

describe('funded share of a pair', () => {
  it('is the funding over the sales, at most all of them', () => {
    const lines: DealLine[] = [
      { from: 'AMD', to: 'OpenAI', amount: 34, class: 'W' },
      { from: 'OpenAI', to: 'AMD', amount: 100, class: 'S' },
      { from: 'Lender', to: 'AMD', amount: 1, class: 'X' },
    ];
    const { graph, amount, ledger } = solve(ledgerOf(lines), 'headline');
    const amounts = classAmounts(ledger, graph, 'headline', amount);
    expect(fundedShareOfPair(graph, amounts, 0, 1)).toBeCloseTo(0.34, 12);
    expect(fundedShareOfPair(graph, amounts, 1, 0)).toBeNull();
  });

  it('takes a guarantee at a quarter on the headline basis', () => {
    const lines: DealLine[] = [
      { from: 'A', to: 'B', amount: 8, class: 'G' },
      { from: 'B', to: 'A', amount: 10, class: 'S' },
    ];
    const { graph, amount, ledger } = solve(ledgerOf(lines), 'headline');
    expect(fundedShareOfPair(graph, classAmounts(ledger, graph, 'headline', amount), 0, 1)).toBeCloseTo(
      0.2,
      12,
    );
  });
});
