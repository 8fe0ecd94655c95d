/** Formulas that the engine alone answers wrongly or not at all. */
import type { Book, Cell } from '../../src/engine/index';
import { gridOf, plainSheet } from '../../src/engine/index';
import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';
import { area } from '../workbench/modelContract';
import { until } from '../workbench/until';

const sheet = plainSheet(
  'Deals',
  gridOf([
    ['Payer', 'Amount (USD bn)', 'Years'],
    ['Nvidia', 30, 2],
    ['OpenAI', 12, 3],
    ['Oracle', 8, 4],
    ['Total', 50, null],
    [null, null, null],
    ['Rate', 'Rate 2', null],
    [0.5, 0.25, null],
  ]),
);
const book: Book = {
  name: 'deals.xlsx',
  date1904: false,
  notes: [],
  sheets: [sheet, plainSheet('Other', gridOf([]))],
  tables: [
    { name: 'Deals', sheet: 0, area: area('A1:C5'), headingRows: 1, totalsRows: 1 },
    { name: 'Rates', sheet: 0, area: area('A7:B8'), headingRows: 1, totalsRows: 0 },
  ],
};

describe('formulas of the grid', () => {
  let workbook: UniverWorkbook;
  let first: string;
  beforeEach(() => {
    workbook = new UniverWorkbook(startEngine(), book);
    first = workbook.activeSheet();
  });
  afterEach(() => workbook.dispose());

  const at = (address: string): Cell => workbook.values(first, area(address))[0][0];
  const write = (address: string, formula: string): void => workbook.write(first, area(address), [[formula]]);
  const shown = (address: string, value: Cell): Promise<void> =>
    until(workbook, () => JSON.stringify(at(address)) === JSON.stringify(value));
  const formula = (address: string): Cell => workbook.formulas(first, area(address))[0][0];

  it.each<[string, Cell]>([
    ['=SUM(Deals[Amount (USD bn)])', 50],
    ['=SUM(deals[amount (usd bn)])', 50],
    ['=Deals[@[Amount (USD bn)]]*2', 24],
    ['=SUM(Deals[[#Data],[Amount (USD bn)]])', 50],
    ['=SUM(Deals[[Amount (USD bn)]:[Years]])', 59],
    ['=SUM(Deals[@[Amount (USD bn)]:[Years]])', 15],
    ['=Deals[[#Headers],[Amount (USD bn)]]', 'Amount (USD bn)'],
    ['=COLUMNS(Deals[#Headers])', 3],
    ['=ROWS(Deals[#All])', 5],
    ['=ROWS(Deals)', 3],
    ['=Deals[[#Totals],[Amount (USD bn)]]', 50],
    ['=INDEX(Deals[#Totals],1)', 'Total'],
    ['=Rates[#Totals]', { error: '#REF!' }],
    ['=SUM(Rates[#All])', 0.75],
  ])('answers %s', async (text, value) => {
    write('E3', text);
    await shown('E3', value);
  });

  it('reads the column of the own row without the name of the table', async () => {
    write('C3', '=[@[Amount (USD bn)]]/4');
    await shown('C3', 3);
    expect(formula('C3')).toBe('=[@[Amount (USD bn)]]/4');
  });

  it.each<[string, string, Cell]>([
    ['E3', '=@B1:B9', 12],
    ['B10', '=@A3:C3', 12],
    ['E6', '=SUM(@B1:B9)', 0],
    ['E20', '=@B1:B9', { error: '#VALUE!' }],
    ['E3', '=@A1:B9', { error: '#VALUE!' }],
    ['E3', '=@B4', 8],
    ['E3', '=@SEQUENCE(3)+10', 11],
    ['E3', '=@Deals[Amount (USD bn)]', 12],
  ])('answers in %s %s', async (address, text, value) => {
    write(address, text);
    await shown(address, value);
    expect(formula(address)).toBe(text);
  });

  describe('that spill', () => {
    beforeEach(() => {
      workbook.registerFunction('DEAL.ROWS', ({ arguments: [count] }) =>
        Promise.resolve({ value: Array.from({ length: Number(count) }, (_, row) => [row + 1]) }),
      );
      workbook.write(first, area('E1:F1'), [[3, '=DEAL.ROWS(E1)']]);
    });

    it('shrink and grow with the answer, and so does what follows the spill', async () => {
      write('G1', '=SUM(F1#)');
      await shown('F3', 3);
      await shown('G1', 6);
      workbook.write(first, area('E1'), [[2]]);
      await shown('G1', 3);
      expect(workbook.values(first, area('F1:F4'))).toEqual([[1], [2], [null], [null]]);
      workbook.write(first, area('E1'), [[4]]);
      await shown('G1', 10);
      expect(workbook.values(first, area('F1:F4'))).toEqual([[1], [2], [3], [4]]);
    });

    it('say so when the way is blocked, and go on when it is free', async () => {
      await shown('F3', 3);
      workbook.write(first, area('F2'), [['in the way']]);
      await shown('F1', { error: '#SPILL!' });
      expect(workbook.values(first, area('F2:F3'))).toEqual([['in the way'], [null]]);
      workbook.write(first, area('F2'), [[null]]);
      await shown('F3', 3);
    });
  });

  it('hand ranges to custom functions through LAMBDA and LET', async () => {
    workbook.registerFunction('DEAL.COUNT', ({ arguments: [cells] }) =>
      Promise.resolve({ value: Array.isArray(cells) ? cells.length : -1 }),
    );
    write('E1', '=LAMBDA(x,DEAL.COUNT(x))(A1:C5)');
    write('E2', '=LET(x,DEAL.COUNT(A1:C5),x*2)');
    await shown('E1', 5);
    await shown('E2', 10);
  });

  it('know names, also of LAMBDA functions that call custom ones, from when they are defined', async () => {
    workbook.registerFunction('DEAL.CIRCULARITY', ({ arguments: [cells] }) =>
      Promise.resolve({ value: Array.isArray(cells) ? cells.length / 10 : { error: '#VALUE!' } }),
    );
    write('E1', '=CIRCULARITY(A1:C5)');
    write('E2', '=SUM(Paid)');
    write('E3', '=Circularity(A1:C5)');
    await shown('E1', { error: '#NAME?' });
    await shown('E3', { error: '#NAME?' });
    workbook.defineName('CIRCULARITY', null, '=LAMBDA(deals,DEAL.CIRCULARITY(deals))');
    workbook.defineName('Paid', null, '=Deals[Amount (USD bn)]');
    await shown('E1', 0.5);
    await shown('E3', 0.5);
    await shown('E2', 50);
    workbook.defineName('Paid', null, '=Deals!$C$2:$C$4');
    await shown('E2', 9);
    workbook.defineName('Paid', null, null);
    await shown('E2', { error: '#NAME?' });
    // Another add-in, or the same started anew.
    workbook.registerFunction('DEAL.CIRCULARITY', ({ arguments: [cells] }) =>
      Promise.resolve({ value: Array.isArray(cells) ? cells.length : { error: '#VALUE!' } }),
    );
    await shown('E1', 5);
  });
});
