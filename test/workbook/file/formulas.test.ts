import type { Book } from '../../../src/engine/index';
import { formulaFromFile } from '../../../src/workbook/file/formula/fromFile';
import { shiftFormula } from '../../../src/workbook/file/formula/shift';
import { joinTokens, tokensOf } from '../../../src/workbook/file/formula/tokens';
import { openBytes, refusalOf } from '../../oracles/openBytes';
import { buildWorkbook } from '../../oracles/workbookBuilder';

async function open(rows: string, prefix = ''): Promise<Book> {
  return openBytes(buildWorkbook({ sheets: [{ rows }], prefix }), 'deals.xlsx', { formulas: true });
}

async function texts(rows: string, places: readonly (readonly [number, number])[], prefix = '') {
  const [sheet] = (await open(rows, prefix)).sheets;
  return places.map(([row, column]) => sheet.formula?.(row, column)?.text ?? null);
}

describe('formulas of a file', () => {
  it('are not kept unless they are asked for', async () => {
    const { sheets } = await openBytes(
      buildWorkbook({ sheets: [{ rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' }] }),
    );
    expect(sheets[0].formula).toBe(null);
    expect(sheets[0].isFormula?.(0, 0)).toBe(true);
  });

  it.each(['', 'x:'])('have a text where they stand, and values have none (prefix "%s")', async (prefix) => {
    const rows =
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>2</v></c><c r="B1"><v>1</v></c><c><f> "a&lt;b" &amp; <![CDATA[C1]]></f></c></row>' +
      '<row><c><v>3</v><f>A1*2</f></c><c t="str"><f></f><v>x</v></c></row>';
    expect(
      await texts(
        rows,
        [
          [0, 0],
          [0, 1],
          [0, 2],
          [1, 0],
          [1, 1],
          [9, 9],
        ],
        prefix,
      ),
    ).toEqual(['=SUM(B1:C1)', null, '="a<b" & C1', '=A1*2', null, null]);
  });

  it('are shared by cells that come before and after the one with the text', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" si="0"/></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" ref="A1:C3" si="0">C2+$C2+C$2+$C$2</f></c><c r="C2"><f t="shared" si="0"/></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"/></c></row>';
    expect(
      await texts(rows, [
        [0, 0],
        [1, 1],
        [1, 2],
        [2, 1],
      ]),
    ).toEqual(['=B1+$C1+B$2+$C$2', '=C2+$C2+C$2+$C$2', '=D2+$C2+D$2+$C$2', '=C3+$C3+C$2+$C$2']);
  });

  it('begin a new group where a number is used twice, and have no text without a first cell', async () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f></c></row>' +
      '<row r="2"><c r="A2"><f t="shared" si="0"/></c><c r="C2"><f t="shared" si="7"/></c></row>' +
      '<row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">C3</f></c></row>' +
      '<row r="4"><c r="A4"><f t="shared" si="0"/></c></row>';
    expect(
      await texts(rows, [
        [0, 0],
        [1, 0],
        [1, 2],
        [2, 0],
        [3, 0],
      ]),
    ).toEqual(['=B1', '=B2', null, '=C3', '=C4']);
  });

  it('know the cells of an array, and whether it spills', async () => {
    const book = await open(
      '<row r="1"><c r="A1"><f t="array" ref="A1:B2">C1:D2*2</f><v>1</v></c><c r="B1"><v>2</v></c>' +
        '<c r="E1" cm="1"><f t="array" ref="E1:E3">_xlfn._xlws.SORT(A1:A3)</f><v>1</v></c></row>',
    );
    const formula = book.sheets[0].formula;
    expect(formula?.(0, 0)).toEqual({
      text: '=C1:D2*2',
      array: { top: 0, left: 0, bottom: 1, right: 1 },
      spills: false,
    });
    expect(formula?.(0, 1)).toBe(null);
    expect(formula?.(0, 4)).toEqual({
      text: '=SORT(A1:A3)',
      array: { top: 0, left: 4, bottom: 2, right: 4 },
      spills: true,
    });
  });

  it('of a what-if data table stay values, and that is said', async () => {
    const book = await open(
      '<row r="1"><c r="A1"><f t="dataTable" ref="A1:A2" dt2D="0" dtr="0" r1="C1"/><v>5</v></c></row>',
    );
    expect(book.sheets[0].formula?.(0, 0)).toBe(null);
    expect(book.sheets[0].grid.at(0, 0)).toBe(5);
    expect(book.notes).toEqual([
      'What-if data tables of "Sheet1" are kept as the values stored for them: 1.',
    ]);
  });

  it('count against the limits', async () => {
    const bytes = (text: string) =>
      buildWorkbook({ sheets: [{ rows: `<row r="1"><c r="A1"><f>${text}</f><v>1</v></c></row>` }] });
    const limited = { formulas: true, limits: { cellText: 1000, unpackedBytes: 8000 } };
    expect((await refusalOf(openBytes(bytes('1+'.repeat(600)), 'a.xlsx', limited))).code).toBe(
      'text-too-long',
    );
    const rows = Array.from({ length: 20 }, () => `<row><c><f>${'1+'.repeat(400)}1</f></c></row>`).join('');
    expect((await refusalOf(openBytes(buildWorkbook({ sheets: [{ rows }] }), 'a.xlsx', limited))).code).toBe(
      'unpacked-too-large',
    );
    expect(
      (await openBytes(bytes('1+'.repeat(600)), 'a.xlsx', { limits: limited.limits })).sheets,
    ).toHaveLength(1);
  });
});

describe('a formula moved from one cell of its group to another', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
    ['SUM(A:C)+SUM($A:C)', 'SUM(B:D)+SUM($A:D)'],
    ['SUM(1:2)+SUM($1:2)', 'SUM(3:4)+SUM($1:4)'],
    ['A1:B2 C3', 'B3:C4 D5'],
    ['"A1 ""A1"""&A1', '"A1 ""A1"""&B3'],
    ["'A1 it''s'!A1+Sheet1!A1+AB12!A1", "'A1 it''s'!B3+Sheet1!B3+AB12!B3"],
    ['[1]Sheet1!A1', '[1]Sheet1!B3'],
    ['Deals[[#This Row],[A1]]+A1', 'Deals[[#This Row],[A1]]+B3'],
    ["Deals['[A1']]+A1", "Deals['[A1']]+B3"],
    ['LOG10(A1)+ATAN2(A1,B1)', 'LOG10(B3)+ATAN2(B3,C3)'],
    ['TAX+A1048577+XFE1+_A1+A1.b', 'TAX+A1048577+XFE1+_A1+A1.b'],
    ['1E5+A1E5', '1E5+A1E5'],
    ['IF(A1=#REF!,#N/A,TRUE)', 'IF(B3=#REF!,#N/A,TRUE)'],
    ['_xlfn.ANCHORARRAY(A1)', '_xlfn.ANCHORARRAY(B3)'],
    ['XFD1', '#REF!'],
    ['금액+A1', '금액+B3'],
  ])('%s', (formula, moved) => {
    expect(shiftFormula(formula, 2, 1)).toBe(moved);
  });

  it('upwards and to the left leaves the sheet as #REF!', () => {
    expect(shiftFormula('A1+B2+$A$1', -1, -1)).toBe('#REF!+A1+$A$1');
  });

  it('is cut into pieces that joined are the formula, whatever it is', () => {
    for (const formula of ['"open', "'open", '[open', "[a'", '😀+A1', '#', '', '\u0000', 'A1#', '{1,2;3}']) {
      expect(joinTokens(tokensOf(formula))).toBe(formula);
    }
  });

  it('of any length is cut in linear time', () => {
    for (const piece of ['"', "'", '[', '(', '""', "'a", '#', '1E', 'A1:', '_xlfn.SINGLE(']) {
      const formula = piece.repeat(32_767 / piece.length);
      expect(formulaFromFile(formula).length).toBeGreaterThan(0);
      expect(joinTokens(tokensOf(formula))).toBe(formula);
    }
  });
});

describe('a formula as it is typed', () => {
  it.each([
    ['_xlfn._xlws.FILTER(A1:A3,B1:B3)', '=FILTER(A1:A3,B1:B3)'],
    ['_xlfn.XLOOKUP(1,A:A,B:B)', '=XLOOKUP(1,A:A,B:B)'],
    ['_xldudf_DEAL_CIRCULARITY(Deals[#All])', '=DEAL.CIRCULARITY(Deals[#All])'],
    ['_xldudf_DEAL_CAPEX_COVERAGE(B2:F2,B3:F3)', '=DEAL.CAPEX_COVERAGE(B2:F2,B3:F3)'],
    ['_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)', '=LET(x,A1,x*2)'],
    ['_xlfn.LAMBDA(_xlpm.x,_xlop.y,_xlpm.x+_xlpm.y)', '=LAMBDA(x,[y],x+y)'],
    ['_xlfn.MAP(A1:A2,_xleta.ABS)', '=MAP(A1:A2,ABS)'],
    ['SUM(_xlfn.ANCHORARRAY(L1))', '=SUM(L1#)'],
    ['SUM(_xlfn.ANCHORARRAY(Sheet1!$L$1))', '=SUM(Sheet1!$L$1#)'],
    ['_xlfn.SINGLE(A1:A9)*2', '=@A1:A9*2'],
    ['_xlfn.SINGLE(INDEX(A1:A9,2))', '=@INDEX(A1:A9,2)'],
    ['_xlfn.SINGLE(A1:A2+B1:B2)', '=@(A1:A2+B1:B2)'],
    ['_xlfn.SINGLE(_xlfn.ANCHORARRAY(A1))', '=@A1#'],
    ['"_xlfn.SORT("&SINGLE(A1)', '="_xlfn.SORT("&SINGLE(A1)'],
    ['_xll.OTHER(A1)', '=_xll.OTHER(A1)'],
  ])('%s', (stored, typed) => {
    expect(formulaFromFile(stored)).toBe(typed);
  });
});
