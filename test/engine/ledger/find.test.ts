import type { Book, Cell } from '../../../src/engine/book';
import { gridOf, plainSheet } from '../../../src/engine/book';
import { findDealTables, findFinancialTables } from '../../../src/engine/ledger/find';
import { readLedger } from '../../../src/engine/ledger/read';
import { bookOf, dataCells } from '../../oracles/csv';
import { gross } from './reading';

function bookWith(sheets: Record<string, Cell[][]>): Book {
  return {
    ...bookOf([]),
    sheets: Object.entries(sheets).map(([name, cells]) => plainSheet(name, gridOf(cells))),
  };
}

const small: Cell[][] = [
  ['From', 'To', 'Amount (USD bn)'],
  ['A', 'B', 1],
  ['B', 'C', 2],
];

describe('finding the deals', () => {
  it('finds the deals of the sample and takes neither financials, sources nor a read-me for deals', () => {
    const book = bookWith({
      'Read me': [
        ['Looplens sample'],
        ['From here to there: the amount of each deal is in column E.'],
        [null],
        ['Sheet', 'What'],
      ],
      Financials: dataCells('fundamentals.csv'),
      Sources: [
        ['source', 'url', 'date', 'grade'],
        ['Reuters', 'https://example.com/a', '2025-01-01', 'B'],
        ['SEC', 'https://example.com/b', '2025-02-01', 'A'],
      ],
      Deals: dataCells('ai-deals.csv'),
    });
    const found = findDealTables(book);
    expect(found.map((candidate) => book.sheets[candidate.sheet].name)).toEqual(['Deals']);
    expect(found[0]).toMatchObject({
      area: { top: 0, left: 0, bottom: 85, right: 15 },
      headingRows: 1,
      table: null,
    });
    const financials = findFinancialTables(book);
    expect(financials.map((candidate) => book.sheets[candidate.sheet].name)).toEqual(['Financials']);
  });

  it('takes the longer of two tables that are alike, and the earlier of two of one length', () => {
    const rows = (many: number): Cell[][] => [
      small[0],
      ...Array.from({ length: many }, (_, i): Cell[] => ['A', 'B', i + 1]),
    ];
    const order = (...lengths: number[]): number[] =>
      findDealTables(bookWith(Object.fromEntries(lengths.map((many, i) => [`S${i}`, rows(many)])))).map(
        (candidate) => candidate.sheet,
      );
    expect(order(70, 71, 70)).toEqual([1, 0, 2]);
    expect(order(900, 1100, 1000)).toEqual([1, 2, 0]);
    expect(findDealTables(bookWith({ few: rows(9), many: rows(1000) }))[0].sheet).toBe(1);
  });

  it('passes over titles, notes and a total above the heading', () => {
    const cells: Cell[][] = [
      ['AI deals'],
      ['as of 2026-07-01, USD in millions'],
      [null],
      [null, 'Total', 3],
      ...small,
    ];
    const book = bookOf(cells);
    const [found] = findDealTables(book);
    expect(found.area).toEqual({ top: 4, left: 0, bottom: 6, right: 2 });
    const outcome = readLedger(book, found);
    expect(outcome.ok && outcome.ledger.money.scale).toBe(1e9);
  });

  it('keeps two tables side by side apart, and two below each other', () => {
    const wide = small.map((row, i) => [
      ...row,
      null,
      ...(i === 0 ? ['Payer', 'Payee', 'Value'] : ['X', 'Y', 5]),
    ]);
    const cells: Cell[][] = [...wide, [null], ['Buyer', 'Seller', 'Price'], ['P', 'Q', 7]];
    const found = findDealTables(bookOf(cells));
    expect(
      found
        .map((candidate) => [
          candidate.area.top,
          candidate.area.left,
          candidate.area.bottom,
          candidate.area.right,
        ])
        .sort(),
    ).toEqual([
      [0, 0, 2, 2],
      [0, 4, 2, 6],
      [4, 0, 5, 2],
    ]);
  });

  it('goes on over blank rows inside a table', () => {
    const cells: Cell[][] = [...small, [null], ['C', 'D', 4], ['D', 'A', 4]];
    const book = bookOf(cells);
    const found = findDealTables(book);
    expect(found.length).toBe(1);
    const outcome = readLedger(book, found[0]);
    expect(outcome.ok && gross(outcome.ledger)).toBe(11);
  });

  it('reads three columns without a heading when some name stands on both sides', () => {
    expect(
      findDealTables(
        bookOf([
          ['A', 'B', 1],
          ['B', 'A', 2],
        ]),
      ).length,
    ).toBe(1);
    expect(
      findDealTables(
        bookOf([
          ['Ann', 'Paris', 31],
          ['Bob', 'Rome', 44],
        ]),
      ),
    ).toEqual([]);
    expect(
      findDealTables(
        bookOf([
          ['Name', 'City', 'Age'],
          ['Ann', 'Paris', 31],
          ['Bob', 'Rome', 44],
        ]),
      ),
    ).toEqual([]);
  });

  it('prefers an Excel table and knows its heading and totals rows', () => {
    const cells: Cell[][] = [
      [null, null, null, null],
      [null, ...small[0]],
      [null, ...small[1]],
      [null, ...small[2]],
      [null, 'Sum', null, 3],
    ];
    const book: Book = {
      ...bookOf(cells),
      tables: [
        {
          name: 'Deals',
          sheet: 0,
          area: { top: 1, left: 1, bottom: 4, right: 3 },
          headingRows: 1,
          totalsRows: 1,
        },
      ],
    };
    const [found, ...rest] = findDealTables(book);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ table: 'Deals', headingRows: 1, totalsRows: 1 });
    const outcome = readLedger(book, found);
    expect(outcome.ok && [outcome.ledger.deals, outcome.ledger.leftOut, outcome.ledger.dataRows]).toEqual([
      2, 1, 3,
    ]);
  });

  it('ranks a hidden sheet below a visible one', () => {
    const book = bookWith({ Old: small, New: small });
    const hidden: Book = { ...book, sheets: [{ ...book.sheets[0], visibility: 'hidden' }, book.sheets[1]] };
    expect(findDealTables(hidden).map((candidate) => candidate.sheet)).toEqual([1, 0]);
  });

  it('looks at few cells of a used range that runs to XFD1048576', () => {
    let looks = 0;
    const grid = gridOf(small);
    const sheet = plainSheet('Deals', {
      top: 0,
      left: 0,
      rows: 1_048_576,
      columns: 16_384,
      at(row, column) {
        looks++;
        return grid.at(row, column);
      },
    });
    const book: Book = { ...bookOf([]), sheets: [sheet] };
    const found = findDealTables(book);
    expect(found[0].area).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(looks).toBeLessThan(100_000);
  });

  it('looks about once at each row of a full sheet', () => {
    let looks = 0;
    const sheet = plainSheet('Deals', {
      top: 0,
      left: 0,
      rows: 1_048_576,
      columns: 8,
      at(row, column) {
        looks++;
        if (row === 0) return ['Payer', 'Payee', 'Amount', 'Date', 'Kind', 'Status', 'Ref', 'Note'][column];
        return column < 2 ? `P${(row * (column + 7)) % 1000}` : column === 2 ? row : 'x';
      },
    });
    findDealTables({ ...bookOf([]), sheets: [sheet] });
    expect(looks).toBeLessThan(1_048_576 * 1.1);
  });
});
