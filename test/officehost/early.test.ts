/// <reference types="custom-functions-runtime" />
import { OfficeHost } from '../../src/workbench/officehost/core/host';
import { registerFunctions } from '../../src/workbench/officehost/functionBridge';
import { MemoryWorkbook } from '../../src/workbench/memoryWorkbook';
import { openOffice } from './page';

const cell = { top: 0, left: 0, bottom: 0, right: 0 };
const functions = [{ id: 'ONE', name: 'ONE', parameters: [] }];

describe('a formula that is there before the add-in', () => {
  it('is #BUSY! until Office is ready, then is answered', async () => {
    const model = new MemoryWorkbook();
    const host = new OfficeHost({ model });
    registerFunctions(host, model, 'DEAL', { functions });
    model.write(model.activeSheet(), cell, [['=DEAL.ONE()']]);
    expect(host.functions.isReady).toBe(false);
    expect(model.value(model.activeSheet(), 0, 0)).toEqual({ error: '#BUSY!' });
    await openOffice(host);
    CustomFunctions.associate('ONE', () => 1);
    await model.settled();
    expect(model.value(model.activeSheet(), 0, 0)).toBe(1);
  });

  it('is #VALUE! when the page goes away before it answers', async () => {
    const model = new MemoryWorkbook();
    const host = new OfficeHost({ model });
    const close = host.connect({
      messages: () => undefined,
      command: () => undefined,
      selectionChanged: () => undefined,
      settingsChanged: () => undefined,
    });
    registerFunctions(host, model, 'DEAL', { functions });
    model.write(model.activeSheet(), cell, [['=DEAL.ONE()']]);
    close();
    await model.settled();
    expect(model.value(model.activeSheet(), 0, 0)).toEqual({ error: '#VALUE!' });
  });
});
