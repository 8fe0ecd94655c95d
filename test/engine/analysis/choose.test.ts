import {
  analyze,
  gridOf,
  plainSheet,
  type AnalyzeOptions,
  type Book,
  type Cell,
} from '../../../src/engine/index';

const deals: Cell[][] = [
  ['Payer', 'Receiver', 'Amount'],
  ['A', 'B', 5],
  ['B', 'A', 3],
];
const other: Cell[][] = [
  ['Payer', 'Receiver', 'Amount'],
  ['C', 'D', 7],
];
const figures: Cell[][] = [
  ['Company', 'Period', 'Revenue', 'Capex'],
  ['A', '2025', 10, 4],
];

const book: Book = {
  name: 'choice.xlsx',
  sheets: [
    plainSheet('Notes', gridOf([['Some words about this book.']])),
    plainSheet('Deals', gridOf(deals, 2, 1)),
    plainSheet("Bob's other", gridOf(other)),
    plainSheet('Figures', gridOf(figures)),
  ],
  tables: [
    {
      name: 'Old',
      sheet: 2,
      area: { top: 0, left: 0, bottom: 1, right: 2 },
      headingRows: 1,
      totalsRows: 0,
    },
  ],
  date1904: false,
  notes: [],
};

function inputOf(options: AnalyzeOptions = {}) {
  const outcome = analyze(book, options);
  if (!outcome.ok) return outcome.refusal;
  const { range, table, others, financials } = outcome.analysis.input;
  return { range, table, others: others.map((place) => place.range), figures: financials?.range ?? null };
}

describe('which table is taken', () => {
  it('the best of the workbook, with the others named', () => {
    expect(inputOf()).toMatchObject({ figures: 'Figures!A1:D2' });
    const all = inputOf() as { range: string; others: string[] };
    expect([all.range, ...all.others].sort()).toEqual(["'Bob''s other'!A1:C2", 'Deals!B3:D5']);
  });

  it('the sheet, the table or the range that is asked for', () => {
    expect(inputOf({ sheet: 'deals' })).toMatchObject({ range: 'Deals!B3:D5', table: null });
    expect(inputOf({ table: 'OLD' })).toMatchObject({ range: "'Bob''s other'!A1:C2", table: 'Old' });
    expect(inputOf({ range: "'Bob''s other'!A1:C2" })).toMatchObject({ range: "'Bob''s other'!A1:C2" });
    expect(inputOf({ sheet: 'Deals', range: 'B3:D4' })).toMatchObject({ range: 'Deals!B3:D4' });
  });

  it('of whole columns only the used part', () => {
    expect(inputOf({ range: 'Deals!B:D' })).toMatchObject({ range: 'Deals!B3:D5' });
  });

  it('says what there is when a name is not there', () => {
    expect(inputOf({ sheet: 'Dels' })).toMatchObject({
      code: 'no-such-sheet',
      message:
        'There is no sheet "Dels" in choice.xlsx. Its sheets are "Notes", "Deals", "Bob\'s other", "Figures".',
    });
    expect(inputOf({ table: 'New' })).toMatchObject({
      code: 'no-such-table',
      message: 'There is no table "New" in choice.xlsx. Its tables are "Old".',
    });
    expect(inputOf({ range: 'A1:ZZZZ9' })).toMatchObject({
      code: 'no-such-range',
      message: '"A1:ZZZZ9" is not a range: write A1:H90 or Sheet!A1:H90.',
    });
  });

  it('says what a sheet lacks that is no sheet of deals', () => {
    expect(inputOf({ sheet: 'Notes' })).toMatchObject({ code: 'no-amount-column' });
    expect(inputOf({ sheet: 'Figures' })).toMatchObject({ code: 'no-amount-column' });
  });

  it('takes the company figures from where it is told, and refuses what holds none', () => {
    expect(inputOf({ financials: 'Figures!A1:D2' })).toMatchObject({ figures: 'Figures!A1:D2' });
    expect(inputOf({ financials: 'Nowhere' })).toMatchObject({ code: 'no-such-sheet' });
    const empty = { ...book, name: 'empty.xlsx', sheets: [plainSheet('S', gridOf([['x']]))], tables: [] };
    expect(inputOf({ financialsBook: empty })).toMatchObject({
      code: 'no-figures',
      message: expect.stringContaining('No table of company figures was found in empty.xlsx'),
    });
  });
});
