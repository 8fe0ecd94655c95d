import { serialOfIso } from '../../../src/workbook/file/cells';
import { openRows, refusalOf, valuesOf } from '../../oracles/openBytes';

async function cell(xml: string, shared?: string): Promise<unknown> {
  const { grid } = (await openRows(`<row r="1">${xml}</row>`, shared)).sheets[0];
  return grid.at(0, 0);
}

describe('a cell', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['a number', '<c r="A1"><v>-12.5</v></c>', -12.5],
    ['a number with its type', '<c r="A1" t="n"><v>1E3</v></c>', 1000],
    ['a number of 17 digits', '<c r="A1"><v>0.10000000000000001</v></c>', 0.1],
    ['a number with spaces and a plus', '<c r="A1"><v> +.5 </v></c>', 0.5],
    ['a number beyond all doubles is text', '<c r="A1"><v>1E999</v></c>', '1E999'],
    ['a number that is no number is text', '<c r="A1"><v>NaN</v></c>', 'NaN'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['an error', '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['a date', '<c r="A1" t="d"><v>2025-03-01T12:00:00Z</v></c>', 45717.5],
    ['a date that is none is text', '<c r="A1" t="d"><v>2025-02-30</v></c>', '2025-02-30'],
    ['an inline text', '<c r="A1" t="inlineStr"><is><t>OpenAI</t></is></c>', 'OpenAI'],
    [
      'an inline text of runs, without its phonetic reading',
      '<c r="A1" t="inlineStr"><is><r><t xml:space="preserve">Open </t></r><rPh sb="0" eb="1"><t>oh</t></rPh><r><t>AI</t></r></is></c>',
      'Open AI',
    ],
    ['an empty inline text', '<c r="A1" t="inlineStr"><is/></c>', ''],
    ['a formula with a number', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['a formula with a text', '<c r="A1" t="str"><f>"a"</f><v>a &amp; b</v></c>', 'a & b'],
    ['a formula with an empty text', '<c r="A1" t="str"><f>""</f><v></v></c>', ''],
    ['a formula that was never calculated', '<c r="A1"><f>1+1</f></c>', { error: '#UNSTORED!' }],
    ['a formula with an empty value', '<c r="A1"><f>1+1</f><v></v></c>', { error: '#UNSTORED!' }],
    ['a text formula that was never calculated', '<c r="A1" t="str"><f>"a"</f></c>', { error: '#UNSTORED!' }],
    ['a value before its formula', '<c r="A1"><v>2</v><f>1+1</f></c>', 2],
    [
      'CDATA, comments and references',
      '<c r="A1" t="str"><v>a<![CDATA[<&amp;]]><!-- x -->&#x20AC;&#65;&lt;</v></c>',
      'a<&amp;€A<',
    ],
    ['references are decoded once', '<c r="A1" t="str"><v>&amp;lt;</v></c>', '&lt;'],
    ['line ends as XML has them', '<c r="A1" t="str"><v>a\r\nb\rc&#13;d</v></c>', 'a\nb\nc\rd'],
    ['characters that XML cannot hold', '<c r="A1" t="str"><v>a_x000D_b_x005F_x000D_</v></c>', 'a\rb_x000D_'],
    ['attributes in single quotes and with references', "<c r='A1' t='&#115;tr'><v>x</v></c>", 'x'],
    ['an angle bracket in an attribute', '<c r="A1" t="str" x="a>b"><v>x</v></c>', 'x'],
    ['a name from an extension is no value', '<c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>', 1],
    ['the last of two values for one address', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>', 2],
  ];
  it.each(cases)('%s', async (_, xml, value) => {
    expect(await cell(xml)).toEqual(value);
  });

  it('shared texts join their runs, skip phonetic readings and keep spaces only where told', async () => {
    const shared =
      '<si><t> trimmed </t></si>' +
      '<si><t xml:space="preserve"> kept </t></si>' +
      '<si><r><rPr><b/></rPr><t>삼성</t></r><r><t xml:space="preserve"> 전자</t></r><rPh sb="0" eb="2"><t>samsung</t></rPh></si>' +
      '<si/>' +
      '<si><t>_x0041_</t></si>';
    const cells = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    const { grid } = (await openRows(`<row>${cells}</row>`, shared)).sheets[0];
    expect(valuesOf(grid)).toEqual([['trimmed', ' kept ', '삼성 전자', '', 'A']]);
  });

  it('xml:space is inherited by the texts inside', async () => {
    const xml = '<c r="A1" t="inlineStr"><is xml:space="preserve"><r><t> a </t></r></is></c>';
    expect(await cell(xml)).toBe(' a ');
  });

  it('a text that was written in full and in references is one text', async () => {
    const { grid } = (
      await openRows(
        '<row><c t="str"><v>한</v></c><c t="str"><v>&#54620;</v></c><c t="str"><v>한</v></c></row>',
      )
    ).sheets[0];
    expect(valuesOf(grid)).toEqual([['한', '한', '한']]);
  });

  it('cells and rows without an address follow the one before', async () => {
    const { grid } = (
      await openRows(
        '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c r="F4"><v>4</v></c><c><v>5</v></c></row>',
      )
    ).sheets[0];
    expect([grid.top, grid.left, grid.rows, grid.columns]).toEqual([2, 0, 2, 7]);
    expect(grid.at(2, 2)).toBe(1);
    expect(grid.at(2, 3)).toBe(2);
    expect(grid.at(3, 0)).toBe(3);
    expect(grid.at(3, 5)).toBe(4);
    expect(grid.at(3, 6)).toBe(5);
  });

  it('rows in any order, and the corner of a sheet', async () => {
    const { grid } = (
      await openRows('<row r="9"><c r="B9"><v>9</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>')
    ).sheets[0];
    expect([grid.top, grid.left, grid.rows, grid.columns]).toEqual([1, 1, 8, 1]);
    expect(grid.at(1, 1)).toBe(2);
    const corner = (await openRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')).sheets[0].grid;
    expect([corner.top, corner.left]).toEqual([1_048_575, 16_383]);
  });

  it('blank styled cells are not there at all', async () => {
    const { grid } = (
      await openRows('<row r="5"><c r="A5" s="1"/><c r="B5"><v>1</v></c><c r="Z5" s="1"></c></row>')
    ).sheets[0];
    expect([grid.left, grid.columns]).toEqual([1, 1]);
  });

  it('a sheet without cells is an empty grid', async () => {
    const { grid } = (await openRows('')).sheets[0];
    expect([grid.rows, grid.columns, grid.at(0, 0)]).toEqual([0, 0, null]);
  });

  it('a text that is not in the table of texts is a refusal that names the cell', async () => {
    const refusal = await refusalOf(
      openRows('<row r="7"><c r="B7" t="s"><v>4</v></c></row>', '<si><t>a</t></si>'),
    );
    expect(refusal.code).toBe('xml-broken');
    expect(refusal.message).toContain('cell Sheet1!B7 points at text "4" of 1');
  });
});

describe('a date as ISO writes it', () => {
  it.each([
    ['1900-01-01', false, 1],
    ['1900-02-28', false, 59],
    ['1900-03-01', false, 61],
    ['2024-02-29', false, 45351],
    ['1904-01-02', true, 1],
    ['12:00:00', false, 0.5],
    ['T06:00', false, 0.25],
    ['2025-01-01T18:00:00.000', false, 45658.75],
  ])('%s counts as the serial number that Excel shows', (text, date1904, serial) => {
    expect(serialOfIso(text, date1904)).toBeCloseTo(serial, 9);
  });

  it.each(['', 'Z', '2025', '2025-13-01', '2025-02-29', '25:00:00', 'tomorrow'])('"%s" is none', (text) => {
    expect(serialOfIso(text, false)).toBeNaN();
  });
});
