/// <reference types="custom-functions-runtime" />
import { OfficeHost } from '../../src/workbench/officehost/core/host';
import type { MessageEntry } from '../../src/workbench/officehost/core/port';
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

  it('waits for the next page when its page goes away before it answers', async () => {
    const model = new MemoryWorkbook();
    const host = new OfficeHost({ model });
    const sent: string[] = [];
    const page = {
      messages: (entries: readonly MessageEntry[]) => sent.push(...entries.map(({ message }) => message)),
      command: () => undefined,
      selectionChanged: () => undefined,
      settingsChanged: () => undefined,
    };
    const close = host.connect(page);
    registerFunctions(host, model, 'DEAL', { functions });
    host.functions.markReady();
    model.write(model.activeSheet(), cell, [['=DEAL.ONE()']]);
    await Promise.resolve();
    await Promise.resolve();
    close();
    expect(model.value(model.activeSheet(), 0, 0)).toEqual({ error: '#BUSY!' });
    host.connect(page);
    host.functions.markReady();
    await Promise.resolve();
    expect(sent.map((message) => (JSON.parse(message) as unknown[])[1])).toEqual(['ONE', 'ONE']);
    host.functions.results([[1, true, 5, [0]]]);
    await model.settled();
    expect(model.value(model.activeSheet(), 0, 0)).toBe(5);
  });

  it('a button that is pressed before the page hears commands is told to it then, once', () => {
    const host = new OfficeHost({ model: new MemoryWorkbook() });
    const told: string[] = [];
    const page = {
      messages: () => undefined,
      command: (_id: string, name: string) => void told.push(name),
      selectionChanged: () => undefined,
      settingsChanged: () => undefined,
    };
    void host.runCommand('ScoreSheet');
    host.connect(page);
    expect(told).toEqual([]);
    host.hearsCommands();
    void host.runCommand('ScoreSelection');
    expect(told).toEqual(['ScoreSheet', 'ScoreSelection']);
  });

  it('is #VALUE! when the workbook is closed before any page answers', async () => {
    const model = new MemoryWorkbook();
    const host = new OfficeHost({ model });
    registerFunctions(host, model, 'DEAL', { functions });
    model.write(model.activeSheet(), cell, [['=DEAL.ONE()']]);
    host.close();
    await model.settled();
    expect(model.value(model.activeSheet(), 0, 0)).toEqual({ error: '#VALUE!' });
    expect(model.messageAt(model.activeSheet(), 0, 0)).toBe('The workbook was closed.');
  });
});
