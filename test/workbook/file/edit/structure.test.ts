import type { Operation } from '../../../../src/workbook/port';
import { blankWorkbook, fillingOperations } from '../../../../src/workbook/file/newWorkbook';
import {
  changedParts,
  edited,
  entriesOf,
  opened,
  partOf,
  refusedBy,
  workbookOf,
} from '../../../oracles/editBytes';
import { openBytes, valuesOf } from '../../../oracles/openBytes';
import { buildWorkbook, MAIN, type WorkbookSpec } from '../../../oracles/workbookBuilder';
import { writing as write } from '../../../oracles/writing';

const sheetPart = 'xl/worksheets/sheet1.xml';
const table = (name: string, ref: string, ...columns: string[]): string =>
  `<table xmlns="${MAIN}" id="1" name="${name}" displayName="${name}" ref="${ref}"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.map((column, at) => `<tableColumn id="${at + 1}" name="${column}"/>`).join('')}</tableColumns></table>`;
const heading =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>Buyer</t></is></c><c r="B1" t="inlineStr"><is><t>Amount</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2"><v>5</v></c></row>';
const deals: WorkbookSpec = {
  sheets: [
    {
      name: 'Deals',
      rows: heading,
      after: '<tableParts count="1"><tablePart r:id="t0"/></tableParts>',
      tables: [table('Deals', 'A1:B2', 'Buyer', 'Amount')],
    },
    {
      name: 'Report',
      rows: '<row r="1"><c r="A1"><f>SUM(Deals[Amount])+Deals!B2</f><v>10</v></c><c r="B1"><f>SUM(Deals!A1:B2)&amp;"Deals!A1"</f><v>1</v></c></row>',
      after: '<hyperlinks><hyperlink ref="A1" location="Deals!A1"/></hyperlinks>',
    },
  ],
};

async function formulas(bytes: Uint8Array, sheet: number, ...places: [number, number][]) {
  const book = await opened(bytes);
  return places.map(([row, column]) => book.sheets[sheet].formula?.(row, column)?.text ?? null);
}

describe('formulas that are written', () => {
  it.each([
    ['=XLOOKUP(1,A:A,B:B)', '_xlfn.XLOOKUP(1,A:A,B:B)'],
    ['=SORT(A1:A3)', '_xlfn._xlws.SORT(A1:A3)'],
    ['=deal.circularity(A1:B2)', '_xldudf_DEAL_CIRCULARITY(A1:B2)'],
    ['=NORM.DIST(1,0,1,TRUE)', '_xlfn.NORM.DIST(1,0,1,TRUE)'],
    [
      '=LET(x,A1,f,LAMBDA(y,[z],y+z),f(x,2))',
      '_xlfn.LET(_xlpm.x,A1,_xlpm.f,_xlfn.LAMBDA(_xlpm.y,_xlop.z,_xlpm.y+_xlpm.z),_xlpm.f(_xlpm.x,2))',
    ],
    ['=SUM(L1#)', 'SUM(_xlfn.ANCHORARRAY(L1))'],
    ["=SUM('My'!$L$1#)+@A1:A9", "SUM(_xlfn.ANCHORARRAY('My'!$L$1))+_xlfn.SINGLE(A1:A9)"],
    ['=@INDEX(A1:A9,2)', '_xlfn.SINGLE(INDEX(A1:A9,2))'],
    ['="SORT("&A1', '"SORT("&A1'],
  ])('%s are stored as files have them', async (formula, stored) => {
    const bytes = await blankWorkbook(['Sheet1', 'My']);
    const out = await edited(bytes, [write('C1', [[{ formula }]])]);
    const text = /<f[^>]*>(.*?)<\/f>/
      .exec(partOf(out, sheetPart))?.[1]
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, '&');
    expect(text).toBe(stored);
    expect((await formulas(out, 0, [0, 2]))[0]?.toUpperCase()).toBe(formula.toUpperCase());
  });

  it('are refused where what they gave would lie over what stands there', async () => {
    const bytes = await edited(await blankWorkbook(['Sheet1']), [write('B2', [['a stranger’s']])]);
    const result = [
      [1, 2],
      [3, 4],
    ];
    await expect(edited(bytes, [write('A1', [[{ formula: '=SEQUENCE(2,2)', result }]])])).rejects.toThrow(
      /would lie over Sheet1!B2/,
    );
    const [sheet] = (await opened(bytes)).sheets;
    expect(sheet.grid.at(1, 1)).toBe('a stranger’s');
  });

  it('spill where they may give many cells, with what they gave', async () => {
    const out = await edited(await blankWorkbook(['Sheet1']), [
      write('A1', [
        [
          {
            formula: '=SEQUENCE(2,2)',
            result: [
              [1, 2],
              [3, 'x'],
            ],
          },
        ],
      ]),
      write('D1', [[{ formula: '=SUM(A1:B2)', result: 6 }]]),
    ]);
    const [sheet] = (await opened(out)).sheets;
    expect(valuesOf(sheet.grid)).toEqual([
      [1, 2, null, 6],
      [3, 'x', null, null],
    ]);
    expect(sheet.formula?.(0, 0)).toEqual({
      text: '=SEQUENCE(2,2)',
      array: { top: 0, left: 0, bottom: 1, right: 1 },
      spills: true,
    });
    expect(sheet.formula?.(0, 3)).toEqual({ text: '=SUM(A1:B2)', array: null, spills: false });
    const cleared = await edited(out, [write('A1', [['gone']])]);
    expect(valuesOf((await opened(cleared)).sheets[0].grid)).toEqual([['gone', null, null, 6]]);
    const blocked = (await opened(await edited(out, [write('B2', [['in the way']])]))).sheets[0];
    expect(valuesOf(blocked.grid)).toEqual([
      [{ error: '#SPILL!' }, null, null, 6],
      [null, 'in the way', null, null],
    ]);
    expect(blocked.formula?.(0, 0)?.text).toBe('=SEQUENCE(2,2)');
  });

  it.each([
    ['=SUM(A1', 'The formula "=SUM(A1" in Sheet1!A1 has a parenthesis left open'],
    ['="a', 'The formula "="a" in Sheet1!A1 has a quotation mark left open'],
    ['=Nowhere!A1', 'The formula in Sheet1!A1 refers to the sheet "Nowhere", and there is none'],
    ['=SUM(Nothing[x])', 'The formula in Sheet1!A1 refers to the table "Nothing", and there is none'],
    ['=[@x]', 'The formula "=[@x]" in Sheet1!A1 refers to "[@x]" of no table'],
  ])('that Excel would call damaged are refused: %s', async (formula, sentence) => {
    const refusal = await refusedBy(edited(await blankWorkbook(['Sheet1']), [write('A1', [[{ formula }]])]));
    expect(refusal.message).toBe(`${sentence} (writing to Sheet1!A1). Nothing was changed.`);
  });

  it('are calculated on load unless all have results and the caller vouches for them', async () => {
    const workbook = workbookOf(await blankWorkbook(['Sheet1']));
    await workbook.apply([write('A1', [[{ formula: '=1+1', result: 2 }]])]);
    expect(partOf(await workbook.save(), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(partOf(await workbook.save({ isCalculated: true }), 'xl/workbook.xml')).not.toContain(
      'fullCalcOnLoad',
    );
    await workbook.apply([write('A2', [[{ formula: '=1+1' }]])]);
    expect(partOf(await workbook.save({ isCalculated: true }), 'xl/workbook.xml')).toContain(
      'fullCalcOnLoad="1"',
    );
  });

  it('of a shared group live on when the cell with the text is overwritten', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*2&amp;"&lt;"</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>';
    const out = await edited(buildWorkbook({ sheets: [{ rows }] }), [write('A1', [['x']])]);
    expect(await formulas(out, 0, [0, 0], [1, 0], [2, 0])).toEqual([null, '=B2*2&"<"', '=B3*2&"<"']);
    const child = await edited(buildWorkbook({ sheets: [{ rows }] }), [write('A2', [['x']])]);
    expect(await formulas(child, 0, [0, 0], [1, 0], [2, 0])).toEqual(['=B1*2&"<"', null, '=B3*2&"<"']);
  });

  it('over a fixed area can only be overwritten whole', async () => {
    const bytes = buildWorkbook({
      sheets: [
        {
          rows: '<row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>2</v></c></row>',
        },
      ],
    });
    expect((await refusedBy(edited(bytes, [write('B1', [[1]])]))).message).toContain(
      'is a part of the array formula in A1:B1',
    );
    expect(await formulas(await edited(bytes, [write('A1', [[5, 6]])]), 0, [0, 0])).toEqual([null]);
  });

  it('take the list of the order of calculation with them', async () => {
    const bytes = buildWorkbook({
      ...deals,
      parts: [
        { name: 'xl/calcChain.xml', content: `<calcChain xmlns="${MAIN}"><c r="A1" i="2"/></calcChain>` },
      ],
      extraRelationships:
        '<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>',
    });
    const out = await edited(bytes, [write('A1', [[1]], 'Report')]);
    expect(changedParts(bytes, out)).toContain('-xl/calcChain.xml');
    expect(partOf(out, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
  });
});

describe('number formats', () => {
  const styles =
    '<fonts count="2"><font/><font><b/></font></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"><alignment wrapText="1"/></xf></cellXfs>';
  const format = (at: [number, number], code: string): Operation => ({
    kind: 'number-formats',
    sheet: 'Sheet1',
    area: { top: at[0], left: at[1], bottom: at[0], right: at[1] },
    formats: [[code]],
  });

  it('keep all else of the style, and are added once', async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>';
    const out = await edited(buildWorkbook({ sheets: [{ rows }], styles }), [
      format([0, 0], '0.0 "bn"'),
      format([0, 1], '0.0 "bn"'),
      format([4, 4], '0.00%'),
    ]);
    expect(partOf(out, 'xl/styles.xml')).toContain(
      '<xf numFmtId="164" fontId="1" applyFont="1" applyNumberFormat="1"><alignment wrapText="1"/></xf><xf numFmtId="10" fontId="0" applyNumberFormat="1"/></cellXfs>',
    );
    expect(partOf(out, sheetPart)).toContain('<c r="A1" s="2"><v>1</v></c><c r="B1" s="2"><v>2</v></c>');
    expect((await opened(out)).sheets[0].format?.(0, 1)).toBe('0.0 "bn"');
  });

  it.each([undefined, '', '<cellXfs/>'])('are given to a workbook without styles (%s)', async (none) => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const bytes = buildWorkbook({ sheets: [{ rows }], ...(none === undefined ? {} : { styles: none }) });
    const out = await edited(bytes, [format([0, 0], 'yyyy-mm-dd')]);
    expect((await opened(out)).sheets[0].format?.(0, 0)).toBe('yyyy-mm-dd');
  });

  it('of rows and columns are taken over by cells that are new', async () => {
    const rows = '<row r="1" s="1" customFormat="1"><c r="A1"><v>1</v></c></row>';
    const before = '<cols><col min="3" max="4" style="1" width="9"/></cols>';
    const out = await edited(buildWorkbook({ sheets: [{ rows, before }], styles }), [
      write('B1', [[1]]),
      write('C2', [[2]]),
      write('E2', [[3]]),
    ]);
    expect(partOf(out, sheetPart)).toMatch(/r="B1" s="1".*r="C2" s="1".*<c r="E2"><v>/);
  });
});

describe('sheets', () => {
  it('are added, renamed and deleted, and formulas follow', async () => {
    const bytes = buildWorkbook(deals);
    const renamed = await edited(bytes, [{ kind: 'rename-sheet', sheet: 'Deals', to: "It's 2" }]);
    expect(await formulas(renamed, 1, [0, 0], [0, 1])).toEqual([
      "=SUM(Deals[Amount])+'It''s 2'!B2",
      `=SUM('It''s 2'!A1:B2)&"Deals!A1"`,
    ]);
    expect(partOf(renamed, 'xl/worksheets/sheet2.xml')).toContain(`location="'It''s 2'!A1"`);
    const out = await edited(bytes, [
      { kind: 'add-sheet', sheet: 'New & own' },
      write('A1', [['x']], 'New & own'),
      { kind: 'delete-sheet', sheet: 'Deals' },
    ]);
    expect((await opened(out)).sheets.map(({ name }) => name)).toEqual(['Report', 'New & own']);
    expect(await formulas(out, 0, [0, 0], [0, 1])).toEqual(['=SUM(#REF!)+#REF!', '=SUM(#REF!)&"Deals!A1"']);
    expect(entriesOf(out).map(({ name }) => name)).not.toContain('xl/tables/table1.xml');
    expect(partOf(out, '[Content_Types].xml')).not.toContain('table1');
  });

  it('keep the numbers that names and views have of them', async () => {
    const content = `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><bookViews><workbookView activeTab="2"/></bookViews><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId2"/><sheet name="C" sheetId="3" r:id="rId3"/></sheets><definedNames><definedName name="x" localSheetId="0">A!$A$1</definedName><definedName name="x" localSheetId="2">C!$A$1</definedName><definedName name="y">B!$A$1</definedName></definedNames></workbook>`;
    const bytes = buildWorkbook({ sheets: [{}, {}, {}], parts: [{ name: 'xl/workbook.xml', content }] });
    const out = partOf(await edited(bytes, [{ kind: 'delete-sheet', sheet: 'B' }]), 'xl/workbook.xml');
    expect(out).toContain('<workbookView activeTab="1"/>');
    expect(out).toContain(
      '<definedName name="x" localSheetId="0">A!$A$1</definedName><definedName name="x" localSheetId="1">C!$A$1</definedName><definedName name="y">#REF!</definedName>',
    );
  });

  it('stay where the workbook is protected, or where a formula spans them', async () => {
    const locked = buildWorkbook({ workbookPr: '<workbookProtection lockStructure="1"/>' });
    expect((await refusedBy(edited(locked, [{ kind: 'add-sheet', sheet: 'x' }]))).why).toBe('locked');
    const spans = buildWorkbook({
      sheets: [{}, {}, { rows: '<row><c><f>SUM(Sheet1:Sheet2!A1)</f></c></row>' }],
    });
    const refusal = await refusedBy(edited(spans, [{ kind: 'delete-sheet', sheet: 'Sheet2' }]));
    expect(refusal.message).toContain(
      'The formula "=SUM(Sheet1:Sheet2!A1)" begins or ends at the sheet "Sheet2"',
    );
    expect(
      await formulas(await edited(spans, [{ kind: 'rename-sheet', sheet: 'Sheet1', to: 'a b' }]), 2, [0, 0]),
    ).toEqual(["=SUM('a b:Sheet2'!A1)"]);
  });
});

describe('tables', () => {
  it('are called what their headings say, in every formula', async () => {
    const out = await edited(buildWorkbook(deals), [write('A1', [['Amount', 'US$ [bn]']], 'Deals')]);
    const { tables, sheets } = await opened(out);
    expect(tables).toHaveLength(1);
    expect(valuesOf(sheets[0].grid)[0]).toEqual(['Amount', 'US$ [bn]']);
    expect(partOf(out, 'xl/tables/table1.xml')).toContain(
      '<tableColumn id="1" name="Amount"/><tableColumn id="2" name="US$ [bn]"/>',
    );
    expect(await formulas(out, 1, [0, 0])).toEqual([
      "=SUM(Deals['US$ '[bn']])+Deals!B2".replace("'US$", 'US$'),
    ]);
  });

  it('are added with headings that they can have, and taken away while their cells stay', async () => {
    const bytes = buildWorkbook({ sheets: [{ rows: '<row r="1"><c r="A1"><v>2024</v></c></row>' }] });
    const out = await edited(bytes, [
      write('B1', [
        ['x', 'x', null],
        [1, 2, 3],
      ]),
      { kind: 'add-table', sheet: 'Sheet1', area: { top: 0, left: 0, bottom: 1, right: 3 }, name: 'Facts' },
      write('A2', [[{ formula: '=[@x]*2' }]]),
    ]);
    const { tables, sheets } = await opened(out);
    expect(tables).toEqual([
      {
        name: 'Facts',
        sheet: 0,
        area: { top: 0, left: 0, bottom: 1, right: 3 },
        headingRows: 1,
        totalsRows: 0,
      },
    ]);
    expect(valuesOf(sheets[0].grid)[0]).toEqual(['2024', 'x', 'x2', 'Column4']);
    expect(sheets[0].formula?.(1, 0)?.text).toBe('=Facts[[#This Row],[x]]*2');
    const remove: Operation = { kind: 'delete-table', name: 'facts' };
    expect((await refusedBy(edited(out, [remove]))).message).toContain('refers to the table "Facts"');
    const gone = await edited(out, [write('A2', [[null]]), remove]);
    expect((await opened(gone)).tables).toEqual([]);
    expect(partOf(gone, sheetPart)).not.toContain('tablePart');
    expect(valuesOf((await opened(gone)).sheets[0].grid)[0]).toEqual(['2024', 'x', 'x2', 'Column4']);
  });
});

describe('a new workbook', () => {
  it('holds what a text file held', async () => {
    const book = await openBytes('a,b\n1,=1+1\n,3\n', 'deals.csv');
    const out = await edited(
      await blankWorkbook(book.sheets.map(({ name }) => name)),
      fillingOperations(book),
    );
    const again = await opened(out);
    expect(again.sheets.map(({ name }) => name)).toEqual(['deals']);
    expect(valuesOf(again.sheets[0].grid)).toEqual(valuesOf(book.sheets[0].grid));
  });
});
