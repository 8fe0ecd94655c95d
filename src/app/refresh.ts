/** A workbook after some of its sheets were read anew, and which sheets matter to an analysis. */
import type { Analysis, Book } from '../engine/index';

/**
 * `part` holds the sheets that changed; the others are the very objects that they were. Tables keep their order, because
 * of several that would do the first is taken.
 */
export function refreshedBook(book: Book, part: Book): Book {
  const anew = new Map(part.sheets.map((sheet) => [sheet.name, sheet]));
  const indexOf = new Map(book.sheets.map(({ name }, index) => [name, index]));
  const changed = new Map(
    part.tables.flatMap((table) => {
      const sheet = indexOf.get(part.sheets[table.sheet].name);
      return sheet === undefined ? [] : [[table.name, { ...table, sheet }] as const];
    }),
  );
  const tables = book.tables.flatMap((table) => {
    const now = changed.get(table.name);
    changed.delete(table.name);
    if (now !== undefined) return [now];
    return anew.has(book.sheets[table.sheet].name) ? [] : [table];
  });
  return {
    ...book,
    sheets: book.sheets.map((sheet) => anew.get(sheet.name) ?? sheet),
    tables: [...tables, ...changed.values()],
    // Where a workbook shows no date, nobody knows from which year it counts until it does.
    date1904: book.date1904 || part.date1904,
  };
}

/** Whether an analysis rests on cells of the sheet; any sheet matters while there is none. */
export function isInUse(sheet: string, analysis: Analysis | null): boolean {
  return analysis === null || sheet === analysis.input.sheet || sheet === analysis.input.financials?.sheet;
}
