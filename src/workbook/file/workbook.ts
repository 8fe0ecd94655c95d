/** An OOXML workbook (.xlsx, .xlsm, .xltx) as a Book. Nothing is evaluated, run or fetched. */
import type { Book, Sheet, Table } from '../../engine/index';
import { type BookParts, Errors } from './bookParts';
import type { Opening } from './opening';
import { Package } from './package';
import { readSettings } from './settings';
import { readSharedStrings } from './sharedStrings';
import { readSheet } from './sheets';
import type { ByteSource } from './source';
import { readStyles } from './styles';
import { type FileTable, readTables } from './tables';
import { Texts } from './texts';
import { readWorkbook } from './workbookPart';
import { openZip } from './zip';

/** What costs memory and not everybody wants. */
export interface Keeping {
  readonly formulas?: boolean;
  readonly emptyFormats?: boolean;
  readonly settings?: boolean;
}

export async function openWorkbook(
  source: ByteSource,
  opening: Opening,
  { formulas = false, emptyFormats = false, settings = false }: Keeping,
): Promise<Book> {
  const pack = new Package(await openZip(source, opening), opening);
  const workbook = await readWorkbook(pack, formulas);
  const parts = [workbook.styles, workbook.sharedStrings, ...workbook.sheets.map((sheet) => sheet.part)];
  opening.expect(
    parts.reduce((total, part) => total + (part === null ? 0 : (pack.entry(part)?.packed ?? 0)), 0),
  );
  const { formats, formatOfStyle } = await readStyles(pack, workbook.styles);
  const texts = new Texts(opening);
  const sharedTexts = await readSharedStrings(pack, workbook.sharedStrings, texts);
  const { date1904 } = workbook;
  const book: BookParts = {
    texts,
    sharedTexts,
    errors: new Errors(),
    formatOfStyle,
    date1904,
    formulas,
    emptyFormats,
  };
  const sheets: Sheet[] = [];
  const tables: Table[] = [];
  for (const entry of workbook.sheets) {
    const own = await readTables(pack, entry.part);
    sheets.push(await readSheet(pack, entry, own, book, formats));
    tables.push(...own.map((table) => withSheet(table, sheets.length - 1)));
  }
  const names = workbook.names === null ? {} : { names: workbook.names };
  const kept = settings ? { settings: await readSettings(pack, workbook.taskPanes) } : {};
  const { activeSheet } = workbook;
  return {
    name: opening.name,
    sheets,
    tables,
    ...names,
    ...kept,
    date1904,
    activeSheet,
    notes: opening.notes,
  };
}

function withSheet({ name, area, headingRows, totalsRows }: FileTable, sheet: number): Table {
  return { name, sheet, area, headingRows, totalsRows };
}
