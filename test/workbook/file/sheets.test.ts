import { openBytes } from '../../oracles/openBytes';
import { buildWorkbook, MAIN, type SheetSpec } from '../../oracles/workbookBuilder';
import type { Book, Sheet } from '../../../src/engine/index';

async function sheet(spec: SheetSpec): Promise<Sheet> {
  return (await openBytes(buildWorkbook({ sheets: [spec] }))).sheets[0];
}

const table = (attributes: string, inside = ''): string =>
  `<table xmlns="${MAIN}" id="1" ${attributes}>${inside}</table>`;

function open(tables: readonly string[], rows = ''): Promise<Book> {
  return openBytes(buildWorkbook({ sheets: [{ name: 'Deals', rows, tables }] }));
}

describe('formulas', () => {
  it('are told apart from values, shared ones included', async () => {
    const { isFormula, grid } = await sheet({
      rows:
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row>',
    });
    expect([isFormula?.(0, 0), isFormula?.(0, 1), isFormula?.(1, 1), isFormula?.(9, 9)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(grid.at(1, 1)).toBe(4);
  });

  it('that fill an area mark every cell of it and no other', async () => {
    const { isFormula } = await sheet({
      rows:
        '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">SEQUENCE(2,2)</f><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>0</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>',
    });
    const marks = [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [2, 0],
    ].map(([row, column]) => isFormula?.(row, column));
    expect(marks).toEqual([true, true, false, true, true, false]);
  });
});

describe('number formats', () => {
  it('come from the style: built in, custom, or General', async () => {
    const { sheets } = await openBytes(
      buildWorkbook({
        styles:
          '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0&quot;조&quot;"/></numFmts>' +
          '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
          '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="31"/><xf numFmtId="999"/></cellXfs>',
        sheets: [
          {
            rows: `<row r="1">${[0, 1, 2, 3, 4, 77].map((style) => `<c s="${style}"><v>1</v></c>`).join('')}<c t="d"><v>2025-01-01</v></c><c t="d" s="1"><v>2025-01-01</v></c></row>`,
          },
        ],
      }),
    );
    const formats = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((column) => sheets[0].format?.(0, column));
    expect(formats).toEqual([
      'General',
      'mm-dd-yy',
      '#,##0.0"조"',
      'yyyy-mm-dd',
      'General',
      'General',
      'yyyy-mm-dd',
      'mm-dd-yy',
      'General',
    ]);
  });

  it('change within a column of thousands of rows', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, row) =>
        `<row r="${row + 1}"><c r="A${row + 1}" s="${row % 4000 === 0 ? 1 : 0}"><v>${row}</v></c></row>`,
    ).join('');
    const { sheets } = await openBytes(
      buildWorkbook({
        styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs>',
        sheets: [{ rows }],
      }),
    );
    const percent = Array.from({ length: 9000 }, (_, row) => row).filter(
      (row) => sheets[0].format?.(row, 0) === '0%',
    );
    expect(percent).toEqual([0, 4000, 8000]);
  });
});

describe('what is out of sight', () => {
  it('hidden rows and columns are listed, ascending', async () => {
    const { hiddenRows, hiddenColumns } = await sheet({
      before:
        '<cols><col min="5" max="5" hidden="true"/><col min="2" max="3" hidden="1"/><col min="7" max="9"/></cols>',
      rows: '<row r="4" hidden="1"/><row r="2" hidden="true"/><row r="3" hidden="0"><c><v>1</v></c></row><row r="4" hidden="1"/>',
    });
    expect(hiddenRows).toEqual([1, 3]);
    expect(hiddenColumns).toEqual([1, 2, 4]);
  });

  it('rows under a filter that filters are its doing, the others the user’s', async () => {
    const rows = [1, 2, 3, 4, 5, 6]
      .map((row) => `<row r="${row}"${row % 2 === 0 ? ' hidden="1"' : ''}><c><v>${row}</v></c></row>`)
      .join('');
    const after =
      '<autoFilter ref="A1:B5"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>';
    const filtered = await sheet({ rows, after });
    expect(filtered.filter).toEqual({
      area: { top: 0, left: 0, bottom: 4, right: 1 },
      hiddenRows: [1, 3],
    });
    expect(filtered.hiddenRows).toEqual([5]);
    const idle = await sheet({ rows, after: '<autoFilter ref="A1:B5"/>' });
    expect(idle.filter?.hiddenRows).toEqual([]);
    expect(idle.hiddenRows).toEqual([1, 3, 5]);
  });

  it('a table’s filter counts where the sheet has none', async () => {
    const xml = table(
      'name="Deals" displayName="Deals" ref="A1:B4"',
      '<autoFilter ref="A1:B4"><filterColumn colId="1"><customFilters><customFilter val="2"/></customFilters></filterColumn></autoFilter>',
    );
    const { sheets } = await open(
      [xml],
      '<row r="1"><c><v>1</v></c></row><row r="3" hidden="1"><c><v>1</v></c></row>',
    );
    expect(sheets[0].filter).toEqual({ area: { top: 0, left: 0, bottom: 3, right: 1 }, hiddenRows: [2] });
    expect(sheets[0].hiddenRows).toEqual([]);
  });

  it('merged areas are kept as areas, however large, and broken ones are noted', async () => {
    const book = await openBytes(
      buildWorkbook({
        sheets: [
          {
            rows: '<row r="1"><c><v>1</v></c></row>',
            after:
              '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A3:XFD1048576"/><mergeCell ref="nowhere"/></mergeCells>',
          },
        ],
      }),
    );
    expect(book.sheets[0].merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 2, left: 0, bottom: 1_048_575, right: 16_383 },
    ]);
    expect(book.notes).toEqual(['Merged areas of "Sheet1" that are no ranges of cells were not read: 1.']);
  });
});

describe('tables', () => {
  it('give their name, area, heading and totals rows', async () => {
    const { tables } = await open([
      table('name="T1" displayName="Deals" ref="B2:F9" totalsRowCount="1"'),
      table('name="Bare" displayName="Bare" ref="H1:I3" headerRowCount="0"'),
    ]);
    expect(tables).toEqual([
      {
        name: 'Deals',
        sheet: 0,
        area: { top: 1, left: 1, bottom: 8, right: 5 },
        headingRows: 1,
        totalsRows: 1,
      },
      {
        name: 'Bare',
        sheet: 0,
        area: { top: 0, left: 7, bottom: 2, right: 8 },
        headingRows: 0,
        totalsRows: 0,
      },
    ]);
  });

  it('without an area are left out with a note', async () => {
    const { tables, notes } = await open([table('name="T1" displayName="Deals" ref="#REF!"')]);
    expect(tables).toEqual([]);
    expect(notes).toEqual(['Table "Deals" was not read: its area "#REF!" is no range of cells.']);
  });
});
