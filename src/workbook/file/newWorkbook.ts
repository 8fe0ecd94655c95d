/** A workbook from nothing: blank, or with what a book holds, for CSV that is saved as .xlsx. */
import { isCellError, type Area, type Book, type Cell } from '../../engine/index';
import type { NewCell, Operation } from '../port';
import { writeArchive } from './edit/archive';
import { leastStyles } from './edit/numberFormats';
import { plainXml } from './edit/xmlText';
import { bytesSource } from './source';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a workbook with these sheets, all empty. Names must be fit for sheets, and at least one. */
export async function blankWorkbook(sheets: readonly string[], date1904 = false): Promise<Uint8Array> {
  const overrides = sheets.map((_, index) => override(`worksheets/sheet${index + 1}.xml`, 'worksheet'));
  const list = sheets.map(
    (name, index) => `<sheet name="${plainXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map((_, index) => link(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`));
  const parts: readonly (readonly [name: string, xml: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${overrides.join('')}</Types>`,
    ],
    ['_rels/.rels', relationships([link(1, 'officeDocument', 'xl/workbook.xml')])],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([...links, link(sheets.length + 1, 'styles', 'styles.xml')]),
    ],
    ['xl/styles.xml', leastStyles(MAIN).replace(HEADER, '')],
    ...sheets.map(
      (_, index) =>
        [
          `xl/worksheets/sheet${index + 1}.xml`,
          `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`,
        ] as const,
    ),
  ];
  const encoder = new TextEncoder();
  const added = parts.map(([name, xml]) => ({ name, bytes: encoder.encode(HEADER + xml) }));
  const nothing = { source: bytesSource(new Uint8Array(0)), entries: new Map(), inOrder: [] };
  const bytes = await writeArchive(nothing, { changed: new Map(), added }, null);
  if (bytes === null) throw new Error('A blank workbook is larger than 4 GB.');
  return bytes;
}

function override(part: string, type: string): string {
  return `<Override PartName="/xl/${part}" ContentType="${TYPES}.${type}+xml"/>`;
}

function link(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relationships(links: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`;
}

/**
 * What puts a book into a blank workbook with sheets of the same names: values, formulas where the book has their texts
 * with their results, number formats, tables. An error that no formula explains becomes its text.
 */
export function fillingOperations(book: Book): Operation[] {
  const operations: Operation[] = [];
  for (const { name, grid, format, formula } of book.sheets) {
    if (grid.rows === 0) continue;
    const area: Area = {
      top: grid.top,
      left: grid.left,
      bottom: grid.top + grid.rows - 1,
      right: grid.left + grid.columns - 1,
    };
    const rows = <Value>(value: (row: number, column: number) => Value): Value[][] =>
      Array.from({ length: grid.rows }, (_, row) =>
        Array.from({ length: grid.columns }, (__, column) => value(area.top + row, area.left + column)),
      );
    const cells = rows((row, column) => {
      const text = formula?.(row, column)?.text;
      const value = grid.at(row, column);
      return text === undefined ? plain(value) : { formula: text, ...resultOf(value) };
    });
    operations.push({ kind: 'write', sheet: name, area, cells });
    if (format === null) continue;
    const formats = rows((row, column) => format(row, column));
    if (formats.some((row) => row.some((code) => code !== 'General')))
      operations.push({ kind: 'number-formats', sheet: name, area, formats });
  }
  for (const { name, sheet, area } of book.tables)
    operations.push({ kind: 'add-table', sheet: book.sheets[sheet].name, area, name });
  return operations;
}

function plain(value: Cell): NewCell {
  return isCellError(value) ? value.error : value;
}

function resultOf(value: Cell): { result?: Cell } {
  return isCellError(value) && value.error === '#UNSTORED!' ? {} : { result: value };
}
