import { toEngine, toExcel } from '../../src/workbench/grid/formulaText';

describe('formulas between Excel and the engine', () => {
  it.each([
    ['=Deals[@Amount]*2', '=Deals[[#This Row],[Amount]]*2'],
    ['=Deals[@[Amount (USD bn)]]', '=Deals[[#This Row],[Amount (USD bn)]]'],
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
  ])('leaves %s alone', (formula) => {
    expect(toEngine(formula)).toBe(formula);
    expect(toExcel(formula)).toBe(formula);
  });

  it('takes a long formula in linear time', () => {
    const long = `=${'A1#+'.repeat(8000)}1`;
    expect(toEngine(long)).toHaveLength(long.length + 8000 * 'ANCHORARRAY()'.length - 8000);
    expect(toEngine(`=${"'".repeat(8001)}#`)).toHaveLength(8003);
  });
});
