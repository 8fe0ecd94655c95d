import type { Cell } from '../../../src/engine/book';
import { gridOf, plainSheet } from '../../../src/engine/book';
import { analyze } from '../../../src/engine/index';

const deals: Cell[][] = [
  ['From', 'To', 'Amount', 'Kind'],
  ['A', 'B', 100, 'equity'],
  ['B', 'A', 100, 'purchase'],
];
const figures: Cell[][] = [
  ['Company', 'Period', 'Revenue'],
  ['A', 'FY2025', 500],
];

describe('the company figures that a user names', () => {
  it.each(['FY2026', 'fy2026', 'FY2026!A1:C2'])(
    'are found by %s, which is a sheet and a cell address',
    (name) => {
      const book = {
        name: 'book.xlsx',
        sheets: [plainSheet('Deals', gridOf(deals)), plainSheet('FY2026', gridOf(figures))],
        tables: [],
        date1904: false,
        notes: [],
      };
      const outcome = analyze(book, { financials: name, draws: 0 });
      if (!outcome.ok) throw new Error(outcome.refusal.message);
      expect(outcome.analysis.input.financials?.range).toBe("'FY2026'!A1:C2");
    },
  );
});
