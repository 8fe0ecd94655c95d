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

  describe('of a range that names no sheet', () => {
    const sheet = (name: string, cells: Cell[][], visibility: 'visible' | 'hidden' = 'visible') => ({
      ...plainSheet(name, gridOf(cells)),
      visibility,
    });
    const notes: Cell[][] = [['Some words about this book.'], ['Some more.'], ['And more.']];
    const readOf = (...sheets: Book['sheets'][number][]) => {
      const outcome = analyze({ ...book, tables: [], sheets }, { range: 'A1:C3' });
      return outcome.ok
        ? [outcome.analysis.input.range, outcome.analysis.input.reason]
        : [outcome.refusal.code];
    };

    it('the only sheet with a table of deals, and says so', () => {
      expect(readOf(sheet('Notes', notes), sheet('Deals', deals))).toEqual([
        'Deals!A1:C3',
        'the range Deals!A1:C3, as asked; the range names no sheet, and only "Deals" holds a table of deals',
      ]);
      expect(readOf(sheet('Old', deals, 'hidden'), sheet('Notes', notes), sheet('Deals', deals))[0]).toBe(
        'Deals!A1:C3',
      );
    });

    it('the first sheet in sight where several hold one, and says so', () => {
      expect(readOf(sheet('Old', deals, 'hidden'), sheet('May', deals), sheet('June', deals))).toEqual([
        'May!A1:C3',
        'the range May!A1:C3, as asked; the range names no sheet, and "May" is the first that is not hidden',
      ]);
      expect(readOf(sheet('Notes', notes), sheet('May', deals), sheet('June', deals))).toEqual([
        'no-amount-column',
      ]);
    });

    it('the only sheet there is, without a word', () => {
      expect(readOf(sheet('Deals', deals))).toEqual(['Deals!A1:C3', 'the range Deals!A1:C3, as asked']);
    });

    it('for company figures the only sheet with such figures', () => {
      expect(inputOf({ sheet: 'Deals', financials: 'A1:D2' })).toMatchObject({ figures: 'Figures!A1:D2' });
    });
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
