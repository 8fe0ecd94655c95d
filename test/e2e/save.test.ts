/** Saving in the page: the file that the browser is given, and that file on the desk again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download } from 'playwright-core';
import type { Book, Cell } from '../../src/engine/index';
import { changedParts } from '../oracles/editBytes';
import { openBytes } from '../oracles/openBytes';
import { area } from '../workbench/modelContract';
import { WorkbenchPage } from './workbenchPage';

const sample = join(__dirname, '..', '..', 'assets', 'samples', 'ai-deals.xlsx');

describe('saving', () => {
  let workbench: WorkbenchPage;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'looplens-save-'));
    workbench = await WorkbenchPage.open();
  });

  afterAll(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(workbench.outside).toEqual([]);
    expect(workbench.errors).toEqual([]);
  });

  const bytesOf = async (download: Download): Promise<Uint8Array> => {
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return new Uint8Array(readFileSync(path));
  };

  const downloaded = async (act: () => Promise<void>): Promise<Download> => {
    const [download] = await Promise.all([workbench.page.waitForEvent('download'), act()]);
    // The next save begins with what was saved now.
    await workbench.page.getByText(`Saved as "${download.suggestedFilename()}".`).waitFor();
    return download;
  };

  const pressSave = (): Promise<void> => workbench.page.getByRole('button', { name: 'Save' }).click();

  const cell = (book: Book, sheet: string, address: string): { value: Cell; formula: string | undefined } => {
    const found = book.sheets.find(({ name }) => name === sheet);
    const { top, left } = area(address);
    return { value: found?.grid.at(top, left) ?? null, formula: found?.formula?.(top, left)?.text };
  };

  it('gives the very file that was opened when nothing was changed', async () => {
    const download = await downloaded(pressSave);
    expect(download.suggestedFilename()).toBe('ai-deals.xlsx');
    expect(Buffer.compare(await bytesOf(download), readFileSync(sample))).toBe(0);
  });

  it('puts an edited amount and a new sheet with a formula into the file, and leaves its other parts', async () => {
    await workbench.front('Deal ledger');
    await workbench.type('E2', '14');
    await workbench.shown('E2', 14);
    await workbench.addSheet('Measures');
    await workbench.front('Measures');
    await workbench.type('A1', '=DEAL.CIRCULARITY(Deals[#All])');
    const circularity = await workbench.answered('A1');
    expect(circularity).toEqual(expect.any(Number));
    const bytes = await bytesOf(await downloaded(pressSave));
    const book = await openBytes(bytes, 'ai-deals.xlsx', { formulas: true });
    expect(cell(book, 'Deal ledger', 'E2').value).toBe(14);
    expect(cell(book, 'Measures', 'A1')).toEqual({
      value: circularity,
      formula: '=DEAL.CIRCULARITY(Deals[#All])',
    });
    const before = await openBytes(new Uint8Array(readFileSync(sample)), 'ai-deals.xlsx');
    expect(book.tables).toEqual(before.tables);
    const parts = changedParts(new Uint8Array(readFileSync(sample)), bytes);
    expect(parts.filter((part) => /worksheets\/sheet/.test(part))).toEqual([
      'xl/worksheets/sheet2.xml',
      '+xl/worksheets/sheet6.xml',
    ]);
    expect(parts.filter((part) => /styles|sharedStrings|theme|tables|docProps/.test(part))).toEqual([]);
  });

  it('has live formulas when the saved file is opened again', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, 'From,To,Amount\n');
    await workbench.openFile(other, 'other.csv');
    await workbench.openFile(join(folder, 'ai-deals.xlsx'), 'ai-deals.xlsx');
    await workbench.front('Measures');
    const before = await workbench.answered('A1');
    await workbench.front('Deal ledger');
    await workbench.type('E2', '400');
    await workbench.front('Measures');
    await workbench.page.waitForFunction((stored) => {
      const workbook = window.looplensWorkbench?.workbook;
      if (workbook === undefined) return false;
      const [[value]] = workbook.values(workbook.activeSheet(), { top: 0, left: 0, bottom: 0, right: 0 });
      return typeof value === 'number' && value !== stored;
    }, before);
  });

  it('takes Ctrl+S while the sheet has the keyboard, with what is being typed', async () => {
    await workbench.goTo('B2');
    await workbench.page.keyboard.type('=1+2');
    const bytes = await bytesOf(await downloaded(() => workbench.page.keyboard.press('Control+s')));
    const book = await openBytes(bytes, 'ai-deals.xlsx', { formulas: true });
    expect(cell(book, 'Measures', 'B2')).toEqual({ value: 3, formula: '=1+2' });
  });

  it('makes a workbook of a text file and goes on with that', async () => {
    const path = join(folder, 'mine.csv');
    writeFileSync(path, 'From,To,Amount\nNvidia,OpenAI,30\n');
    await workbench.openFile(path, 'mine.csv');
    await workbench.type('C2', '31');
    await workbench.shown('C2', 31);
    const download = await downloaded(pressSave);
    expect(download.suggestedFilename()).toBe('mine.xlsx');
    const bytes = await bytesOf(download);
    const book = await openBytes(bytes, 'mine.xlsx');
    expect(book.sheets[0].grid.at(1, 2)).toBe(31);
    expect(await workbench.page.locator('#file-name').textContent()).toBe('mine.xlsx');
    expect(Buffer.compare(await bytesOf(await downloaded(pressSave)), bytes)).toBe(0);
  });

  it('keeps the corrections of the pane in the file: opened again, it is read as it was told', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'a,b,c\nX,Y,5\nY,X,7\n');
    await workbench.openFile(path, 'list.csv');
    const view = workbench.page.frameLocator('#pane iframe');
    for (const [heading, role] of [
      ['c', 'amount'],
      ['a', 'from'],
      ['b', 'to'],
    ])
      await view.getByLabel(`What "${heading}" is`).selectOption(role);
    const score = view.getByText(/^83\.3.% of the money/).first();
    await score.waitFor();
    // Nothing but the corrections has changed: leaving now would lose them.
    const isHeld = (): Promise<boolean> =>
      workbench.page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
    expect(await isHeld()).toBe(true);
    const bytes = await bytesOf(await downloaded(pressSave));
    expect(await isHeld()).toBe(false);
    const { settings } = await openBytes(bytes, 'list.xlsx', { settings: true });
    expect([...(settings ?? [])]).toEqual([['looplens', expect.stringContaining('amount')]]);
    await workbench.openFile(path, 'list.csv');
    await view.getByText('Which column has the amounts?').first().waitFor();
    await workbench.openFile(join(folder, 'list.xlsx'), 'list.xlsx');
    await score.waitFor();
    expect(await isHeld()).toBe(false);
  });

  it('says which formulas are shown as stored values, and why a file is not saved', async () => {
    const path = join(folder, 'typed.csv');
    writeFileSync(path, 'Amount\n30\n');
    await workbench.openFile(path, 'typed.csv');
    await workbench.page.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      workbook?.write(workbook.activeSheet(), { top: 0, left: 2, bottom: 0, right: 2 }, [['=SUM((1']]);
    });
    await pressSave();
    await workbench.page.getByText(/Not saved\. The formula "=SUM\(\(1"/).waitFor();
  });
});
