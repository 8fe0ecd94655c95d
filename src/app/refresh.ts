/** A workbook after some of its sheets were read anew, and which sheets matter to an analysis. */
import type { Analysis, Book } from '../engine/index';

/** `part` holds the sheets that changed; the others are the very objects that they were. */
export function refreshedBook(book: Book, part: Book): Book {
  const anew = new Map(part.sheets.map((sheet) => [sheet.name, sheet]));
  const indexOf = new Map(book.sheets.map(({ name }, index) => [name, index]));
  const kept = book.tables.filter(({ sheet }) => !anew.has(book.sheets[sheet].name));
  const tables = part.tables.flatMap((table) => {
    const sheet = indexOf.get(part.sheets[table.sheet].name);
    return sheet === undefined ? [] : [{ ...table, sheet }];
  });
  return {
    ...book,
    sheets: book.sheets.map((sheet) => anew.get(sheet.name) ?? sheet),
    tables: [...kept, ...tables],
  };
}

/** Whether an analysis rests on cells of the sheet; any sheet matters while there is none. */
export function isInUse(sheet: string, analysis: Analysis | null): boolean {
  return analysis === null || sheet === analysis.input.sheet || sheet === analysis.input.financials?.sheet;
}
