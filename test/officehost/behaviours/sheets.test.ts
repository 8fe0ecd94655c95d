/// <reference types="office-js" />
import { area } from '../../workbench/modelContract';
import { failureOf } from '../contract/page';
import { answered, busy, circularity, dealSheet, openProduct, words, type Product } from './product';

describe('sheets under a formula', () => {
  let page: Product;
  beforeAll(async () => {
    page = await openProduct();
  });

  it('the sheet of a formula that waits may be deleted: its answer is dropped, the others come', async () => {
    const { id } = dealSheet(page);
    const gone = page.model.addSheet().id;
    page.model.type(gone, area('A1'), [[`=DEAL.PARTIES('${nameOf(id)}'!A1:C4)`]]);
    page.model.type(id, area('F1'), [['=DEAL.CIRCULARITY(A1:C4)']]);
    expect(page.model.value(gone, 0, 0)).toEqual(busy);
    page.model.deleteSheet(gone);
    await page.model.settled();
    expect(page.model.value(id, 0, 5)).toBeCloseTo(circularity, 12);
    expect(page.host.functions.open).toBe(0);
  });

  it('the sheet of the arguments may be deleted, before the answer and after it: #REF! in the formula', async () => {
    for (const isAnswered of [false, true]) {
      const { id } = dealSheet(page);
      const answers = page.model.addSheet().id;
      page.model.type(answers, area('A1'), [[`=DEAL.CIRCULARITY('${nameOf(id)}'!A1:C4)`]]);
      if (isAnswered) await page.model.settled();
      page.model.deleteSheet(id);
      await page.model.settled();
      expect(page.model.formulas(answers, area('A1'))).toEqual([['=DEAL.CIRCULARITY(#REF!A1:C4)']]);
      expect(page.model.value(answers, 0, 0)).toHaveProperty('error');
    }
  });

  it('a sheet may be renamed while its formula waits: formulas follow, the answer lands in its place', async () => {
    const { id, name } = dealSheet(page);
    const answers = page.model.addSheet().id;
    page.model.type(answers, area('B2'), [[`=DEAL.CIRCULARITY('${name}'!A1:C4)`]]);
    page.model.renameSheet(id, `It's ${name}`);
    page.model.renameSheet(answers, `Answers of ${name}`);
    await page.model.settled();
    expect(page.model.formulas(answers, area('B2'))).toEqual([[`=DEAL.CIRCULARITY('It''s ${name}'!A1:C4)`]]);
    expect(page.model.value(answers, 1, 1)).toBeCloseTo(circularity, 12);
    page.model.type(id, area('C2'), [['not a number']]);
    await page.model.settled();
    expect(page.model.messageAt(answers, 1, 1)).toContain(`'It''s ${name}'!C2`);
  });

  it('rows may be inserted above a formula that waits: it is asked again where it is now', async () => {
    const { id } = dealSheet(page);
    page.model.type(id, area('F1'), [['=DEAL.CIRCULARITY(A1:C4)']]);
    page.model.shiftAsUser(id, { top: 0, left: 0, bottom: 1, right: 16_383 }, 'down');
    await page.model.settled();
    expect(page.model.formulas(id, area('F3'))).toEqual([['=DEAL.CIRCULARITY(A3:C6)']]);
    expect(page.model.value(id, 2, 5)).toBeCloseTo(circularity, 12);
  });

  it('a protected sheet refuses what the add-in writes, and goes on being calculated', async () => {
    const { id } = dealSheet(page);
    page.model.type(id, area('F1'), [['=DEAL.CIRCULARITY(A1:C4)']]);
    page.model.protectSheet(id, true);
    const failure = await failureOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(id).getRange('A1').values = [['Buyer']];
        await context.sync();
      }),
    );
    expect(failure.code).toBe('AccessDenied');
    await page.model.settled();
    expect(page.model.value(id, 0, 5)).toBeCloseTo(circularity, 12);
    expect(
      await answered(page, page.model.addSheet().id, 'A1', `=DEAL.CIRCULARITY('${nameOf(id)}'!A1:C4)`),
    ).toBeCloseTo(circularity, 12);
  });

  it('a protected sheet can be scored, a protected workbook is said', async () => {
    const { id, name } = dealSheet(page);
    page.model.protectSheet(id, true);
    await page.host.runCommand('ScoreSheet');
    expect(page.said.splice(0)).toEqual([words.added('Looplens', `'${name}'!A1:C4`)]);
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    page.model.activate(id);
    const before = page.model.sheets().length;
    await page.host.runCommand('ScoreSheet');
    expect(page.said.splice(0)).toEqual([words.locked]);
    expect(page.model.sheets()).toHaveLength(before);
    await Excel.run(async (context) => {
      context.workbook.protection.unprotect();
      await context.sync();
    });
  });

  const nameOf = (id: string): string => page.model.sheets().find((sheet) => sheet.id === id)?.name ?? '';
});
