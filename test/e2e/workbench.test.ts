/** The page as it is served, in a real browser. Any request that leaves the server fails the run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../scripts/docs/caseFiles';
import { commandWords } from '../../src/commands/words';
import { WorkbenchPage } from './workbenchPage';

describe('the workbench page', () => {
  let workbench: WorkbenchPage;
  let page: Page;
  let files: string;

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'looplens-e2e-'));
    workbench = await WorkbenchPage.open();
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

  it('shows the sample deals, opened by our own reader', async () => {
    expect(await page.locator('#file-name').textContent()).toBe('ai-deals.xlsx');
    expect(await page.locator('#cover').isVisible()).toBe(false);
    await page.getByText('Deal ledger', { exact: true }).waitFor();
    expect(await workbench.values('A1:E2')).toEqual([
      ['ID', 'Date', 'Payer', 'Receiver', 'Amount (USD bn)'],
      ['AI001', expect.any(Number), 'Microsoft', 'OpenAI', 13],
    ]);
  });

  it('takes the first keys that are pressed once it is open', async () => {
    const fresh = await page.context().newPage();
    await fresh.goto(workbench.address);
    await fresh.waitForFunction(() => window.looplensWorkbench !== undefined);
    await fresh.evaluate(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const sheet = workbook?.addSheet('Typed').id ?? '';
      workbook?.activate(sheet);
      workbook?.select(sheet, { top: 2, left: 1, bottom: 2, right: 1 });
    });
    await fresh.keyboard.type('=ROWS(Deals[#All])');
    await fresh.keyboard.press('Enter');
    await fresh.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const [row] = workbook?.values(workbook.activeSheet(), { top: 2, left: 1, bottom: 2, right: 1 }) ?? [];
      return row[0] === 86;
    });
    await fresh.close();
  });

  it('knows the tables of the sample by name', async () => {
    await workbench.addSheet('Sums');
    await workbench.front('Sums');
    await workbench.type('A1', '=ROWS(Deals[#All])');
    await workbench.shown('A1', 86);
  });

  it('takes a reference to a column whose name has signs in it, and shows it as it was typed', async () => {
    await workbench.type('A2', '=SUM(Deals[Amount (USD bn)])');
    await page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const [row] = workbook?.values(workbook.activeSheet(), { top: 1, left: 0, bottom: 1, right: 0 }) ?? [];
      return typeof row[0] === 'number' && row[0] > 100;
    });
    await workbench.goTo('A2');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.waitForFunction(
      async () => (await navigator.clipboard.readText()).trim() === '=SUM(Deals[Amount (USD bn)])',
    );
    await page.keyboard.press('Escape');
  });

  it('answers a formula that is typed', async () => {
    await workbench.type('B1', '=SUM(1,2)*2');
    await workbench.shown('B1', 6);
  });

  it('ends a formula with Enter though the list of functions stands open for what was typed before', async () => {
    await workbench.goTo('B3');
    await page.keyboard.type('=SU');
    await page.getByText('SUBSTITUTE', { exact: true }).waitFor();
    await page.keyboard.type('M(20,1)');
    await page.keyboard.press('Enter');
    await workbench.shown('B3', 21);
  });

  it('takes what was typed back and brings it again', async () => {
    await workbench.type('C1', 'Nvidia');
    await workbench.shown('C1', 'Nvidia');
    await page.getByRole('button', { name: 'Undo' }).click();
    await workbench.shown('C1', null);
    await page.getByRole('button', { name: 'Redo' }).click();
    await workbench.shown('C1', 'Nvidia');
  });

  it('copies and pastes', async () => {
    await workbench.type('D1', '12');
    await workbench.shown('D1', 12);
    await workbench.goTo('D1');
    await page.keyboard.press('Control+c');
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).trim() === '12');
    await workbench.goTo('D3');
    await page.keyboard.press('Control+v');
    await workbench.shown('D3', 12);
  });

  it('pastes cells of Excel, whose page brings styles', async () => {
    await workbench.goTo('D5');
    await page.evaluate(() => {
      const data = new DataTransfer();
      const style = '<style>.xl65 { color: red; mso-number-format: "0.0"; }</style>';
      const cells = '<table><tr><td class="xl65">41</td><td class="xl65">Oracle</td></tr></table>';
      data.setData('text/html', `<html><head>${style}</head><body>${cells}</body></html>`);
      data.setData('text/plain', '41\tOracle');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await workbench.shown('D5', 41);
    await workbench.shown('E5', 'Oracle');
    await page.keyboard.press('Control+z');
    await workbench.shown('D5', null);
  });

  it('answers a function that was registered, after being busy', async () => {
    await page.evaluate(() => {
      let answer: () => void = () => undefined;
      const told = new Promise<void>((resolve) => (answer = resolve));
      window.addEventListener('answer-now', () => answer(), { once: true });
      window.looplensWorkbench?.workbook.registerFunction('DEAL.COUNT', async ({ arguments: [cells] }) => {
        await told;
        return { value: Array.isArray(cells) ? cells.length : -1 };
      });
    });
    await workbench.type('E1', "=DEAL.COUNT('Deal ledger'!A1:E5)");
    await workbench.shown('E1', { error: '#BUSY!' });
    await page.evaluate(() => window.dispatchEvent(new Event('answer-now')));
    await workbench.shown('E1', 5);
  });

  it('says in the words of the function why a cell shows an error', async () => {
    await page.evaluate(() =>
      window.looplensWorkbench?.workbook.registerFunction('DEAL.NONE', () =>
        Promise.resolve({ error: '#N/A', message: 'There are no deals in "Sums!A1".' }),
      ),
    );
    await workbench.type('F1', '=DEAL.NONE()');
    await workbench.shown('F1', { error: '#N/A' });
    await workbench.goTo('F1');
    await page.getByText('There are no deals in "Sums!A1".').waitFor();
  });

  it('says it too when the pointer rests on the cell', async () => {
    await workbench.goTo('C8');
    await page.getByText('There are no deals in "Sums!A1".').waitFor({ state: 'hidden' });
    // F1 of the sheet, below the headings of columns.
    const box = await page.locator('canvas[id^=univer-sheet-main-canvas]').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 46 + 5.5 * 88, (box?.y ?? 0) + 20 + 12, { steps: 4 });
    await page.getByText('There are no deals in "Sums!A1".').waitFor();
    expect(await page.locator('#note').isVisible()).toBe(false);
  });

  it('answers the short names of functions once their button was pressed, and opens them again', async () => {
    const pane = page.frameLocator('#pane iframe');
    await workbench.front('Sums');
    await workbench.type('H1', '=DEAL.CIRCULARITY(Deals[#All])');
    const circularity = await workbench.answered('H1');
    expect(circularity).toEqual(expect.any(Number));
    await pane.getByText('functions for cells').click();
    await pane.getByRole('button', { name: 'Add the short names' }).click();
    await pane.getByText(commandWords('en-US').namesAdded(['CIRCULARITY', 'CAPEX_COVERAGE'])).waitFor();
    await workbench.type('H2', '=CIRCULARITY(Deals[#All])');
    await workbench.shown('H2', circularity);
    for (const [address, text] of [
      ['J1', '100'],
      ['K1', '200'],
      ['J2', '50'],
      ['K2', '50'],
      ['H3', '=DEAL.CAPEX_COVERAGE(J1:K1,J2:K2)'],
      ['H4', '=CAPEX_COVERAGE(J1:K1,J2:K2)'],
    ])
      await workbench.type(address, text);
    await workbench.shown('H4', await workbench.answered('H3'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save' }).click(),
    ]);
    const saved = join(files, 'short.xlsx');
    await download.saveAs(saved);
    await workbench.openFile(saved, 'short.xlsx');
    await workbench.front('Sums');
    expect(await workbench.formula('H2')).toBe('=CIRCULARITY(Deals[#All])');
    await workbench.type('H5', '=CIRCULARITY(Deals[#All])');
    await workbench.shown('H5', circularity);
    // The add-in beside another file is a new one, with its list of functions closed.
    await pane.getByText('functions for cells').click();
    await pane.getByRole('button', { name: 'Add the short names' }).click();
    await pane.getByText(commandWords('en-US').namesThere).waitFor();
  });

  it('tells what the user changes as the user’s', async () => {
    await page.evaluate(() => {
      window.addEventListener('changed-by-user', (event) => {
        document.title = event instanceof CustomEvent ? String(event.detail) : '';
      });
      window.looplensWorkbench?.workbook.subscribe((event) => {
        if (event.kind === 'changed')
          window.dispatchEvent(
            new CustomEvent('changed-by-user', {
              detail: `${event.source} ${event.area.top},${event.area.left}`,
            }),
          );
      });
    });
    await workbench.type('C5', '5');
    await page.waitForFunction(() => document.title === 'user 4,2');
  });

  it('opens a picked file, and says why when it cannot', async () => {
    const csv = join(files, 'mine.csv');
    writeFileSync(csv, 'From,To,Amount\nNvidia,OpenAI,30\n');
    const bad = join(files, 'broken.xlsx');
    writeFileSync(bad, 'no workbook');
    await workbench.openFile(csv, 'mine.csv');
    expect(await workbench.values('A1:C2')).toEqual([
      ['From', 'To', 'Amount'],
      ['Nvidia', 'OpenAI', 30],
    ]);
    await page.locator('#file').setInputFiles(bad);
    await page.getByText(/is named as a workbook but holds plain text/).waitFor();
    expect(await page.locator('#file-name').textContent()).toBe('mine.csv');
    await workbench.openFile(join(projectRoot, 'assets', 'samples', 'dot-com.xlsx'), 'dot-com.xlsx');
    await workbench.type('Z40', '=1+1');
    await workbench.shown('Z40', 2);
  });
});
