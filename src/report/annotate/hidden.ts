/** What a report would carry out of hidden sheets and columns: nobody has asked to share it. */
import { columnLetters, type Analysis, type Book } from '../../engine/index';
import { placeOf } from './dealDigests';

/** Named for a sentence: 'the sheet "Figures"', 'column D of "Deals"'. Hidden rows are counted and said by the analysis. */
export function hiddenSources(book: Book, { input, ledger }: Analysis): string[] {
  const found: string[] = [];
  const places = [
    { name: input.sheet, columns: ledger.columns },
    ...(input.financials === null
      ? []
      : [{ name: input.financials.sheet, columns: ledger.financialColumns }]),
  ];
  for (const { name, columns } of places) {
    const sheet = book.sheets.find((known) => known.name === name);
    if (sheet === undefined) continue;
    if (sheet.visibility !== 'visible') {
      found.push(`the sheet "${name}"`);
      continue;
    }
    for (const { role, cell } of columns) {
      const column = placeOf(cell)?.left ?? -1;
      if (role !== null && sheet.hiddenColumns.includes(column))
        found.push(`column ${columnLetters(column)} of "${name}"`);
    }
  }
  return [...new Set(found)];
}
