import { toEngine, toExcel } from '../../src/workbench/grid/formulaText';

describe('formulas between Excel and the engine', () => {
  it.each([
    ['=Deals[@Amount]*2', '=Deals[[#This Row],[Amount]]*2'],
    ['=Deals[@[Unit price]]', '=Deals[[#This Row],[Unit price]]'],
    ['=Deals[@[Low]:[High]]', '=Deals[[#This Row],[Low]:[High]]'],
    ['=Deals[@]', '=Deals[#This Row]'],
    ['=SUM(@A1:A9,@Rates)', '=SUM(SINGLE(A1:A9),SINGLE(Rates))'],
    ['=@FILTER(A1:A9,(B1:B9>1))*2', '=SINGLE(FILTER(A1:A9,(B1:B9>1)))*2'],
    ["=-@'My sheet'!A1:A9", "=-SINGLE('My sheet'!A1:A9)"],
    ['=@Deals[Amount]', '=SINGLE(Deals[Amount])'],
    ['=@L1#', '=SINGLE(ANCHORARRAY(L1))'],
    ['=SUM(L1#)', '=SUM(ANCHORARRAY(L1))'],
    ['=SUM($L$1#,Sheet1!B2#)', '=SUM(ANCHORARRAY($L$1),ANCHORARRAY(Sheet1!B2))'],
    ["=SUM('My sheet'!L1#)", "=SUM(ANCHORARRAY('My sheet'!L1))"],
  ])('%s is %s to the engine, and back', (excel, engine) => {
    expect(toEngine(excel)).toBe(engine);
    expect(toExcel(engine)).toBe(excel);
    expect(toEngine(engine)).toBe(engine);
  });

  it.each([
    '=A1+1',
    '=Deals[#All]',
    '=SUM(Deals[Amount])',
    '="L1# and T[@x]"',
    "='L1#'!A1",
    '=IF(A1=#N/A,1)',
    '=#REF!',
    '=[1]Sheet1!A1',
    '={1,2;3,4}',
    '="a@b"&A1',
  ])('leaves %s alone', (formula) => {
    expect(toEngine(formula)).toBe(formula);
    expect(toExcel(formula)).toBe(formula);
  });

  it('hides signs in the names of columns from the engine, and shows them again', () => {
    for (const column of ['Amount (USD bn)', 'A+B', "O'Neill, 50%", 'x@y', 'Deal #', '[1]']) {
      const written = `=Deals[[#Data],[${column.replace(/[[\]#'@]/g, "'$&")}]]`;
      const engine = toEngine(written);
      expect(engine).toMatch(/^=Deals\[\[#Data\],\[[\w \uE000-\uE0FF]+\]\]$/u);
      expect(toEngine(engine)).toBe(engine);
      expect(toExcel(engine)).toBe(written);
    }
  });

  it('takes the name of the own table for granted', () => {
    const tables = { own: () => 'Deals', text: () => null };
    expect(toEngine('=[@Amount]*[@[Unit price]]', tables)).toBe(
      '=Deals[[#This Row],[Amount]]*Deals[[#This Row],[Unit price]]',
    );
    expect(toEngine('=SUM([Amount])', tables)).toBe('=SUM(Deals[Amount])');
    expect(toExcel('=Deals[[#This Row],[Amount]]+Rates[[#This Row],[Amount]]', 'Deals')).toBe(
      '=[@Amount]+Rates[@Amount]',
    );
  });

  it('takes a long formula in linear time', () => {
    const long = `=${'A1#+'.repeat(8000)}1`;
    expect(toEngine(long)).toHaveLength(long.length + 8000 * 'ANCHORARRAY()'.length - 8000);
    expect(toEngine(`=${"'".repeat(8001)}#`)).toHaveLength(8003);
  });
});
