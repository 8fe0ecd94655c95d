/// <reference types="custom-functions-runtime" />
import { MemoryWorkbook } from '../../../src/workbench/memoryWorkbook';
import { OfficeHost } from '../../../src/workbench/officehost/core/host';
import { registerFunctions } from '../../../src/workbench/officehost/functionBridge';
import { functionsById } from '../../../src/functions/associate';
import { area } from '../../workbench/modelContract';
import { openFrame, openOffice } from '../page';
import { busy, circularity, deals, metadata } from './product';

/** Associates the product's functions in a window, and counts how often one is called. */
function associateCounted(place: { CustomFunctions: typeof CustomFunctions }, counted: string[]): void {
  for (const [id, answer] of Object.entries(functionsById)) {
    place.CustomFunctions.associate(id, (...given: unknown[]) => {
      counted.push(id);
      return answer(...given);
    });
  }
}

describe('a workbook that is opened with formulas in it', () => {
  const model = new MemoryWorkbook();
  const host = new OfficeHost({ model });
  const sheet = model.activeSheet();
  const counted: string[] = [];
  let close = (): void => undefined;

  beforeAll(() => {
    registerFunctions(host, model, 'DEAL', metadata);
    model.write(sheet, area('A1:C4'), deals);
    model.write(sheet, area('F1:F2'), [['=DEAL.CIRCULARITY(A1:C4)'], ['=DEAL.RISK(A1:C4)']]);
  });

  it('shows #BUSY! before Office is there and before functions are associated, and is answered once', async () => {
    model.recalculate();
    expect(model.values(sheet, area('F1:F2'))).toEqual([[busy], [busy]]);
    close = await openOffice(host).then(({ close: end }) => end);
    expect(model.values(sheet, area('F1:F2'))).toEqual([[busy], [busy]]);
    associateCounted(window as unknown as { CustomFunctions: typeof CustomFunctions }, counted);
    await model.settled();
    expect(model.value(sheet, 0, 5)).toBeCloseTo(circularity, 12);
    expect(typeof model.value(sheet, 1, 5)).toBe('number');
    expect(counted.sort()).toEqual(['CIRCULARITY', 'RISK']);
  });

  it('keeps its answers when the page goes, asks nobody meanwhile, and asks the next page', async () => {
    close();
    counted.length = 0;
    expect(model.value(sheet, 0, 5)).toBeCloseTo(circularity, 12);
    model.type(sheet, area('C2'), [[60]]);
    expect(model.value(sheet, 0, 5)).toEqual(busy);
    const next = await openFrame(host);
    associateCounted(next, counted);
    await model.settled();
    // 40 through all three deals, of 400.
    expect(model.value(sheet, 0, 5)).toBeCloseTo(120 / 400, 12);
    expect(counted.sort()).toEqual(['CIRCULARITY', 'RISK']);
  });
});
