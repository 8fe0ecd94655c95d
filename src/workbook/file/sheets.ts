/** One sheet of a workbook from its part: cells, and what of it is out of sight. */
import type { Sheet } from '../../engine/index';
import type { BookParts } from './bookParts';
import { splitHidden } from '../hiddenRows';
import { cellKey } from './cells';
import { columnGrid } from './columnGrid';
import { Columns, FORMULA } from './columns';
import { utf8Chunks } from './encoding';
import type { Package } from './package';
import { SheetFormulas } from './sheetFormulas';
import { SheetPart } from './sheetPart';
import { SheetView } from './sheetView';
import type { FileFilter, FileTable } from './tables';
import type { SheetEntry } from './workbookPart';
import { XmlScanner } from './xmlScanner';

export async function readSheet(
  pack: Package,
  { name, visibility, part }: SheetEntry,
  tables: readonly FileTable[],
  book: BookParts,
  formats: readonly string[],
): Promise<Sheet> {
  const { opening } = pack;
  const columns = new Columns(opening);
  const view = new SheetView(name, opening);
  const formulas = book.formulas ? new SheetFormulas(name, opening) : null;
  const emptyFormats = book.emptyFormats ? new Map<number, number>() : null;
  const listener = new SheetPart(name, part, columns, view, formulas, emptyFormats, book, opening);
  const scanner = new XmlScanner(listener, part, opening);
  for await (const chunk of utf8Chunks(pack.stream(part), part, opening)) scanner.write(chunk);
  scanner.finish();
  view.finish();
  formulas?.finish();
  const { hiddenRows, filter } = splitHidden(view.hiddenRows, filterOf(view.filter, tables));
  return {
    name,
    visibility,
    grid: columnGrid(name, columns, book.texts.strings, book.errors.list, opening),
    format: (row, column) => formats[emptyFormats?.get(cellKey(row, column)) ?? columns.format(row, column)],
    isFormula: (row, column) => (columns.tag(row, column) & FORMULA) !== 0,
    formula: formulas === null ? null : (row, column) => formulas.at(row, column),
    hiddenRows,
    hiddenColumns: [...view.hiddenColumns].sort((a, b) => a - b),
    filter,
    merges: view.merges,
  };
}

/** The filter of the sheet, else the first of its tables that filters, else the first that could. */
function filterOf(own: FileFilter | null, tables: readonly FileTable[]): FileFilter | null {
  const filters = [own, ...tables.map((table) => table.filter)].filter((filter) => filter !== null);
  return filters.find((filter) => filter.filtering) ?? filters[0] ?? null;
}
