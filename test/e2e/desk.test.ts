/** What stands around the sheet: the file that is opened, the buttons, the tabs, the pane. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildWorkbook } from '../oracles/workbookBuilder';
import { WorkbenchPage } from './workbenchPage';

const texts = (...rows: string[][]): string =>
  rows.map((row) => `<row>${row.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`).join('');

describe('the workbench on a file that the server was started with', () => {
  let workbench: WorkbenchPage;
  let page: Page;
  let files: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'looplens-desk-'));
    const path = join(files, '거래 #1.xlsx');
    writeFileSync(
      path,
      buildWorkbook({
        workbookPr: '<bookViews><workbookView activeTab="4"/></bookViews>',
        sheets: [
          { name: 'Read me first', rows: texts(['Cities'], ['Seoul']) },
          { name: 'Sources of the deals', rows: texts(['Sources']) },
          { name: 'Figures of companies', rows: texts(['Figures']) },
          { name: 'Names of the parties', rows: texts(['Names']) },
          {
            name: 'Deals of this year',
            rows: texts(['From', 'To', 'Amount'], ['A', 'B', '30'], ['B', 'A', '20']),
          },
        ],
      }),
    );
    workbench = await WorkbenchPage.open({ file: path, viewport: { width: 1400, height: 700 } });
    ({ page } = workbench);
  });

  afterAll(async () => {
    await workbench.close();
    rmSync(files, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(workbench.outside).toEqual([]);
    expect(workbench.errors).toEqual([]);
  });

  const frontTab = () => page.locator('[data-u-comp="slide-tab-item"][aria-selected="true"]');

  /** Waits until the whole tab of the sheet in front lies within the bar of tabs. */
  const tabIsInSight = () =>
    page.waitForFunction(() => {
      const bar = document.querySelector('[data-u-comp="slide-tab-bar"]')?.getBoundingClientRect();
      const tab = document
        .querySelector('[data-u-comp="slide-tab-item"][aria-selected="true"]')
        ?.getBoundingClientRect();
      return bar !== undefined && tab !== undefined && tab.left >= bar.left - 1 && tab.right <= bar.right + 1;
    });

  it('shows it, on the sheet that it was saved on', async () => {
    expect(await page.locator('#file-name').textContent()).toBe('거래 #1.xlsx');
    expect(await frontTab().textContent()).toBe('Deals of this year');
    expect(await workbench.values('A1:C1')).toEqual([['From', 'To', 'Amount']]);
  });

  it('keeps the tab of the sheet in front in sight when the window or the pane leave it less room', async () => {
    await tabIsInSight();
    await page.setViewportSize({ width: 1000, height: 700 });
    await tabIsInSight();
    const open = page.getByRole('button', { name: 'Open Looplens' });
    await open.click();
    await tabIsInSight();
    await page.setViewportSize({ width: 900, height: 700 });
    await open.click();
    await tabIsInSight();
    await workbench.front('Read me first');
    await tabIsInSight();
    await workbench.front('Deals of this year');
    await tabIsInSight();
    await page.setViewportSize({ width: 1400, height: 700 });
  });

  it('tells on its button whether the pane is open', async () => {
    const open = page.getByRole('button', { name: 'Open Looplens' });
    const pane = page.locator('#pane');
    expect([await pane.isVisible(), await open.getAttribute('aria-pressed')]).toEqual([true, 'true']);
    await open.click();
    expect([await pane.isVisible(), await open.getAttribute('aria-pressed')]).toEqual([false, 'false']);
    await open.click();
    expect([await pane.isVisible(), await open.getAttribute('aria-pressed')]).toEqual([true, 'true']);
    expect(await page.getByRole('button', { name: 'Score this sheet' }).getAttribute('aria-pressed')).toBe(
      null,
    );
  });

  it('scores the sheet of deals with every figure, and adds nothing over another', async () => {
    const score = page.getByRole('button', { name: 'Score this sheet' });
    await workbench.front('Read me first');
    await score.click();
    const pane = page.frameLocator('#pane iframe');
    await pane.getByText(/'Read me first'!A1:A2 cannot be scored/).waitFor();
    expect(await page.locator('[data-u-comp="slide-tab-item"]').count()).toBe(5);
    await workbench.front('Deals of this year');
    await score.click();
    await page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook?.sheets().some(({ id, name }) => name === 'Looplens' && id === workbook.activeSheet());
    });
    expect(await workbench.answered('A4')).toBeCloseTo(0.8, 12);
    expect(await workbench.formula('A4')).toBe("=DEAL.CIRCULARITY('Deals of this year'!A1:C3)");
  });

  it('puts the second of two files on the desk that are picked one after the other', async () => {
    const [first, second] = ['first.csv', 'second.csv'].map((name) => {
      const path = join(files, name);
      writeFileSync(path, `From,To,Amount\n${name},B,1\n`);
      return path;
    });
    // The first is read until it is let go.
    await page.evaluate(() => {
      const read = Blob.prototype.arrayBuffer;
      const letGo = new Promise((resolve) => window.addEventListener('let-go', resolve, { once: true }));
      Blob.prototype.arrayBuffer = async function (this: Blob) {
        if (this instanceof File && this.name === 'first.csv')
          await letGo.then(() => document.body.setAttribute('data-first', 'read'));
        return read.call(this);
      };
    });
    await page.locator('#file').setInputFiles(first);
    await workbench.openFile(second, 'second.csv');
    await page.evaluate(() => window.dispatchEvent(new Event('let-go')));
    await page.waitForFunction(() => document.body.dataset.first === 'read');
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    expect(await page.locator('#file-name').textContent()).toBe('second.csv');
    expect(await workbench.values('A2:B2')).toEqual([['second.csv', 'B']]);
  });
});
