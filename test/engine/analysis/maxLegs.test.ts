import type { Cell } from '../../../src/engine/book';
import { gridOf, plainSheet } from '../../../src/engine/book';
import { analyze } from '../../../src/engine/index';

describe('the score', () => {
  it('is the same however long the loops may be that the user asks for', () => {
    const cells: Cell[][] = [
      ['From', 'To', 'Amount', 'Kind'],
      ['A', 'B', 10, 'equity'],
      ['B', 'C', 10, 'purchase'],
      ['C', 'A', 10, 'purchase'],
    ];
    const book = {
      name: 'book.xlsx',
      sheets: [plainSheet('Deals', gridOf(cells))],
      tables: [],
      date1904: false,
      notes: [],
    };
    const scores = [2, 6, 12].map((maxLegs) => {
      const outcome = analyze(book, { maxLegs, draws: 0 });
      return outcome.ok ? outcome.analysis.score.overall : outcome.refusal.message;
    });
    expect(new Set(scores).size).toBe(1);
  });
});
