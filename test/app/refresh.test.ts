import { isInUse, refreshedBook } from '../../src/app/refresh';
import { analyze, type Book } from '../../src/engine/index';
import { bookOf, circle, withAmount } from './world';

function withTables(book: Book, ...sheets: number[]): Book {
  const area = { top: 0, left: 0, bottom: 3, right: 4 };
  const tables = sheets.map((sheet) => ({
    name: `T${book.sheets[sheet].name}`,
    sheet,
    area,
    headingRows: 1,
    totalsRows: 0,
  }));
  return { ...book, tables };
}

const two = new Map([
  ['A', circle],
  ['B', withAmount(circle, 2, 60)],
]);

describe('a workbook of which a sheet was read anew', () => {
  const book = withTables(bookOf(two), 0, 1);

  it('has that sheet, and of the others the very objects', () => {
    const part = withTables(bookOf(new Map([['B', circle]])), 0);
    const now = refreshedBook(book, part);
    expect(now.sheets[0]).toBe(book.sheets[0]);
    expect(now.sheets[1]).toBe(part.sheets[0]);
    expect(now.tables.map(({ name, sheet }) => [name, sheet])).toEqual([
      ['TA', 0],
      ['TB', 1],
    ]);
  });

  it('keeps the order of its tables, so that the same deals are taken', () => {
    const now = refreshedBook(book, withTables(bookOf(new Map([['A', circle]])), 0));
    expect(now.tables.map(({ name }) => name)).toEqual(['TA', 'TB']);
    const [one, other] = [analyze(now), analyze(book)];
    expect(one.ok && other.ok && one.analysis.input.range).toBe(other.ok && other.analysis.input.range);
  });

  it('loses the tables that are gone from it and gets the new ones', () => {
    const without = refreshedBook(book, bookOf(new Map([['A', circle]])));
    expect(without.tables.map(({ name }) => name)).toEqual(['TB']);
    const again = refreshedBook(without, withTables(bookOf(new Map([['A', circle]])), 0));
    expect(again.tables.map(({ name, sheet }) => [name, sheet])).toEqual([
      ['TB', 1],
      ['TA', 0],
    ]);
  });

  it('counts its days from 1904 as soon as a date tells', () => {
    const part = { ...bookOf(new Map([['A', circle]])), date1904: true };
    expect(refreshedBook(book, part).date1904).toBe(true);
    expect(refreshedBook({ ...book, date1904: true }, bookOf(new Map([['A', circle]]))).date1904).toBe(true);
  });
});

describe('a sheet', () => {
  it('is in use where the deals are; all are while there is no analysis', () => {
    const outcome = analyze(bookOf(new Map([['A', circle]])));
    if (!outcome.ok) throw new Error(outcome.refusal.message);
    expect([isInUse('A', outcome.analysis), isInUse('B', outcome.analysis), isInUse('B', null)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
