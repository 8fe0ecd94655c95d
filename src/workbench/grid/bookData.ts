/**
 * A Book as the engine's data: values with their types, formulas, number formats, hidden sheets, rows and columns,
 * merges.
 *
 * A formula comes with the value that the file stored for it, which is shown until the engine calculates. One that the
 * engine cannot calculate comes as that value alone. Column widths are not in a Book; they are estimated from what the
 * cells show.
 */
import type {
  ICellData,
  IColumnData,
  IRowData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { BooleanNumber, CellValueType, LocaleType } from '@univerjs/core';
import type { Book, Cell, Sheet } from '../../engine/index';
import { isCellError } from '../../engine/index';
import { tablesOfBook } from './bookTables';
import { isErrorText, textType } from './cells';
import { toEngine, type TablesOfCell } from './formulaText';
import { cellsBesideAnchors, type Calculable } from './spills';

/** Room beyond the last cell, so that a user can go on. */
const SPARE_ROWS = 200;
const SPARE_COLUMNS = 12;
const LEAST_ROWS = 1000;
const LEAST_COLUMNS = 26;
/** Rows that the width of a column is estimated from. */
const ROWS_LOOKED_AT = 200;
const PIXELS_PER_CHARACTER = 7.2;
/** Characters that the button in the heading of a table takes. */
const FILTER_BUTTON = 4;
const LEAST_WIDTH = 64;
const MOST_WIDTH = 320;

/** '{00000001-0000-0000-0000-000000000000}': sheet ids look as they do in Excel. */
export function sheetId(number: number): string {
  return `{${number.toString(16).toUpperCase().padStart(8, '0')}-0000-0000-0000-000000000000}`;
}

/** Numbers of the sheets begin at `firstSheet`, so that a workbook opened later has other ids. */
export function bookData(
  book: Book,
  unitId: string,
  firstSheet: number,
  calculable: Calculable,
): IWorkbookData {
  const styles = new Map<string, string>();
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const sheetOrder: string[] = [];
  const tables = tablesOfBook(book);
  book.sheets.forEach((sheet, index) => {
    const id = sheetId(firstSheet + index);
    sheetOrder.push(id);
    const headings = book.tables.filter((table) => table.sheet === index && table.headingRows > 0);
    const headingRows = new Set(headings.map((table) => table.area.top));
    sheets[id] = sheetData(sheet, id, styles, headingRows, calculable, (row, column) =>
      tables(index, row, column),
    );
  });
  return {
    id: unitId,
    name: book.name,
    appVersion: '',
    locale: LocaleType.EN_US,
    styles: Object.fromEntries(
      [...styles].map(([pattern, id]): [string, IStyleData] => [id, { n: { pattern } }]),
    ),
    sheetOrder,
    sheets,
  };
}

function sheetData(
  sheet: Sheet,
  id: string,
  styles: Map<string, string>,
  headingRows: ReadonlySet<number>,
  calculable: Calculable,
  tables: (row: number, column: number) => TablesOfCell,
): Partial<IWorksheetData> {
  const { grid } = sheet;
  const spilled = cellsBesideAnchors(sheet, calculable);
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (let row = grid.top; row < grid.top + grid.rows; row += 1) {
    let cells: Record<number, ICellData> | null = null;
    for (let column = grid.left; column < grid.left + grid.columns; column += 1) {
      // A value beside the formula that spills it would stand in its way.
      const value = spilled.has(row, column) ? null : grid.at(row, column);
      const pattern = sheet.format === null ? 'General' : sheet.format(row, column);
      const formula = sheet.isFormula?.(row, column) === true ? sheet.formula?.(row, column) : null;
      const text =
        formula !== null && formula !== undefined && calculable(formula.text) ? formula.text : null;
      if (value === null && pattern === 'General' && text === null) continue;
      cells ??= {};
      const cell = storedCell(value, pattern, styles);
      cells[column] = text === null ? cell : withFormula(cell, text, value, tables(row, column));
    }
    if (cells !== null) cellData[row] = cells;
  }
  const rowData: Record<number, Partial<IRowData>> = {};
  for (const row of sheet.hiddenRows) rowData[row] = { hd: BooleanNumber.TRUE };
  for (const row of sheet.filter?.hiddenRows ?? []) rowData[row] = { hd: BooleanNumber.TRUE };
  const columnData: Record<number, Partial<IColumnData>> = widthsOf(sheet, headingRows);
  for (const column of sheet.hiddenColumns)
    columnData[column] = { ...columnData[column], hd: BooleanNumber.TRUE };
  return {
    id,
    name: sheet.name,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST_ROWS, grid.top + grid.rows + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, grid.left + grid.columns + SPARE_COLUMNS),
    cellData,
    rowData,
    columnData,
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      endRow: bottom,
      startColumn: left,
      endColumn: right,
    })),
  };
}

function storedCell(value: Cell, pattern: string, styles: Map<string, string>): ICellData {
  const style = pattern === 'General' ? {} : { s: styleId(pattern, styles) };
  if (value === null) return style;
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER, ...style };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN, ...style };
  if (isCellError(value)) return { v: value.error, t: CellValueType.STRING, ...style };
  // A text that looks like an error stays a text.
  return { v: value, t: isErrorText(value) ? CellValueType.FORCE_STRING : textType(value), ...style };
}

/** Without a value the engine calculates it at once. */
function withFormula(cell: ICellData, text: string, value: Cell, tables: TablesOfCell): ICellData {
  const f = toEngine(text, tables);
  return isCellError(value) && value.error === '#UNSTORED!'
    ? { ...cell, f, v: null, t: null }
    : { ...cell, f };
}

function styleId(pattern: string, styles: Map<string, string>): string {
  const known = styles.get(pattern);
  if (known !== undefined) return known;
  const id = `format${styles.size + 1}`;
  styles.set(pattern, id);
  return id;
}

/** Columns wide enough for most of what they show; long texts are cut by their neighbours, as in any spreadsheet. */
function widthsOf(sheet: Sheet, headingRows: ReadonlySet<number>): Record<number, Partial<IColumnData>> {
  const { grid, merges } = sheet;
  const widths: Record<number, Partial<IColumnData>> = {};
  const rows = Math.min(grid.rows, ROWS_LOOKED_AT);
  const merged = new Set(
    merges.flatMap((area) => (area.left < area.right ? [`${area.top} ${area.left}`] : [])),
  );
  for (let column = grid.left; column < grid.left + grid.columns; column += 1) {
    let longest = 0;
    for (let row = grid.top; row < grid.top + rows; row += 1) {
      if (merged.has(`${row} ${column}`)) continue;
      const length = shownLength(grid.at(row, column), sheet.format?.(row, column));
      longest = Math.max(longest, length + (headingRows.has(row) && length > 0 ? FILTER_BUTTON : 0));
    }
    if (longest > 0) {
      const width = Math.round((longest + 2) * PIXELS_PER_CHARACTER);
      widths[column] = { w: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)) };
    }
  }
  return widths;
}

function shownLength(cell: Cell, format = 'General'): number {
  if (cell === null) return 0;
  if (typeof cell === 'string') return cell.length;
  // A date is as long as its format, whatever the number behind it.
  if (typeof cell === 'number' && /[yd]/i.test(format)) return Math.max(10, format.length);
  if (typeof cell === 'number') return Math.min(12, String(cell).length + 2);
  return isCellError(cell) ? cell.error.length : 5;
}
