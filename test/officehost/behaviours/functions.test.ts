/// <reference types="custom-functions-runtime" />
import { registerFunctions } from '../../../src/workbench/officehost/functionBridge';
import { seededRows } from '../../../scripts/bench/sheet';
import { area } from '../../workbench/modelContract';
import { until } from '../until';
import { answered, busy, dealSheet, openProduct, type Product } from './product';

describe('functions that do not simply answer', () => {
  let page: Product;
  beforeAll(async () => {
    page = await openProduct();
    registerFunctions(page.host, page.model, 'TEST', {
      functions: ['THROWS', 'REJECTS', 'FAULTY', 'NOBODY', 'SLOW'].map((id) => ({
        id,
        name: id,
        parameters: [{ name: 'given', optional: true }],
        options: { cancelable: true },
      })),
    });
  });

  it('a product function keeps its sentence: bad input is #VALUE!, a question without an answer is #N/A', async () => {
    const { id } = dealSheet(page);
    expect(await answered(page, id, 'F1', '=DEAL.ROUNDTRIP(A1:C4,"Nobody")')).toEqual({ error: '#N/A' });
    expect(page.model.messageAt(id, 0, 5)).toContain('"Nobody"');
    expect(await answered(page, id, 'F2', '=DEAL.CIRCULARITY(A1:C4,"sideways")')).toEqual({
      error: '#VALUE!',
    });
    expect(page.model.messageAt(id, 1, 5)).toContain('"sideways"');
  });

  it('an error that is thrown and one that a promise is rejected with keep their sentence', async () => {
    const { Error: HostError, ErrorCode } = CustomFunctions;
    CustomFunctions.associate('THROWS', () => {
      throw new HostError(ErrorCode.notAvailable, 'No deals (Deals!A1).');
    });
    CustomFunctions.associate('REJECTS', () =>
      Promise.reject(new HostError(ErrorCode.invalidValue, 'No amount (Deals!C2).')),
    );
    const sheet = page.model.addSheet().id;
    expect(await answered(page, sheet, 'A1', '=TEST.THROWS()')).toEqual({ error: '#N/A' });
    expect(await answered(page, sheet, 'A2', '=TEST.REJECTS()')).toEqual({ error: '#VALUE!' });
    expect([0, 1].map((row) => page.model.messageAt(sheet, row, 0))).toEqual([
      'No deals (Deals!A1).',
      'No amount (Deals!C2).',
    ]);
  });

  it('a fault and a function that the page does not know are #VALUE! without one', async () => {
    CustomFunctions.associate('FAULTY', () => {
      throw new TypeError('x is null');
    });
    const sheet = page.model.addSheet().id;
    for (const [row, name] of ['FAULTY', 'NOBODY'].entries()) {
      expect(await answered(page, sheet, `A${String(row + 1)}`, `=TEST.${name}()`)).toEqual({
        error: '#VALUE!',
      });
    }
  });

  it('an edit during the calculation cancels it; only the last question is answered', async () => {
    const asked: unknown[] = [];
    const cancelled: unknown[] = [];
    CustomFunctions.associate('SLOW', (given: unknown, invocation: CustomFunctions.CancelableInvocation) => {
      asked.push(given);
      return new Promise((resolve) => {
        invocation.onCanceled = () => {
          cancelled.push(given);
          resolve('too late');
        };
        if (given === 2) resolve('second');
      });
    });
    const sheet = page.model.addSheet().id;
    page.model.type(sheet, area('A1:B1'), [[1, '=TEST.SLOW(A1)']]);
    await until(
      () => asked.length,
      (count) => count === 1,
    );
    page.model.type(sheet, area('A1'), [[2]]);
    await page.model.settled();
    expect(page.model.value(sheet, 0, 1)).toBe('second');
    await until(
      () => cancelled.length,
      (count) => count === 1,
    );
    expect([asked, cancelled]).toEqual([[1, 2], [1]]);
  });

  it('a long calculation of the product stops when its formula is replaced', async () => {
    const rows = seededRows('mesh', 40, 400, 3).map((row) => [...row]) as (string | number | null)[][];
    const { id } = dealSheet(page, rows);
    page.model.type(id, area('Z1'), [['=DEAL.CIRCULARITY_RANGE(A1:H401,50000,1)']]);
    expect(page.model.value(id, 0, 25)).toEqual(busy);
    await until(
      () => page.host.functions.open,
      (open) => open === 1,
    );
    page.model.type(id, area('Z1'), [['replaced']]);
    await page.model.settled();
    expect(page.host.functions.open).toBe(0);
    expect(page.model.value(id, 0, 25)).toBe('replaced');
  });
});
