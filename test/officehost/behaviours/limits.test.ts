/// <reference types="office-js" />
import { area } from '../../workbench/modelContract';
import { until } from '../until';
import { failureOf } from '../contract/page';
import { answered, circularity, dealSheet, openProduct, words, type Product } from './product';

const read = (sheet: string, address: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load('values');
    await context.sync();
    return range.values as unknown[][];
  });

describe('what Excel refuses for the moment', () => {
  let page: Product;
  beforeAll(async () => {
    page = await openProduct();
  });

  it('while a cell is edited the command says so and writes nothing, and formulas go on', async () => {
    const { id } = dealSheet(page);
    const before = page.model.sheets().length;
    const finish = page.host.startCellEdit();
    await page.host.runCommand('ScoreSheet');
    expect(page.said.splice(0)).toEqual([words.editing]);
    expect(page.model.sheets()).toHaveLength(before);
    const other = page.model.addSheet().id;
    const formula = `=DEAL.CIRCULARITY('${nameOf(id)}'!A1:C4)`;
    expect(await answered(page, other, 'A1', formula)).toBeCloseTo(circularity, 12);
    finish();
    await page.host.runCommand('ScoreSheet');
    expect(page.said.splice(0)).toEqual([words.added('Looplens', `'${nameOf(id)}'!A1:C4`)]);
  });

  it('a request above 5 MB is refused whole, and the next one is not', async () => {
    const { id } = page.model.addSheet();
    const write = (rows: number) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(id).getRangeByIndexes(0, 0, rows, 1);
        range.values = Array.from({ length: rows }, () => ['x'.repeat(1000)]);
        await context.sync();
      });
    expect((await failureOf(write(5400))).code).toBe('RequestPayloadSizeLimitExceeded');
    expect(page.model.usedArea(id, true)).toBeNull();
    await write(2600);
    expect(page.model.usedArea(id, true)).toEqual(area('A1:A2600'));
  });

  it('an answer above 5 MB is refused, and a part of it is not', async () => {
    const { id } = page.model.addSheet();
    const text = 'x'.repeat(30_000);
    page.model.write(
      id,
      area('A1:A200'),
      Array.from({ length: 200 }, () => [text]),
    );
    expect((await failureOf(read(id, 'A1:A200'))).code).toBe('ResponsePayloadSizeLimitExceeded');
    expect(await read(id, 'A1:A100')).toHaveLength(100);
  });

  it('answers that come late and out of order reach those who asked', async () => {
    const { id } = dealSheet(page);
    const release = page.host.holdAnswers();
    const cells = ['A1', 'B2', 'C3'].map((address) => read(id, address));
    await until(
      () => page.host.heldCount,
      (count) => count === 3,
    );
    release('newest first');
    expect(await Promise.all(cells)).toEqual([[['Payer']], [['OpenAI']], [[300]]]);
  });

  it('formulas are answered while the host holds its answers to the pane', async () => {
    const { id } = dealSheet(page);
    const release = page.host.holdAnswers();
    const late = read(id, 'A1');
    expect(await answered(page, id, 'F1', '=DEAL.CIRCULARITY(A1:C4)')).toBeCloseTo(circularity, 12);
    release();
    expect(await late).toEqual([['Payer']]);
  });

  const nameOf = (id: string): string => page.model.sheets().find((sheet) => sheet.id === id)?.name ?? '';
});
