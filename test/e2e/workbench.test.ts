/** The page as it is served, in a real browser. Any request that leaves the server fails the run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Cell } from '../../src/engine/index';
import { area } from '../workbench/modelContract';
import { startServer, type Server } from '../serve/server';
import { browserPath } from './browser.cjs';

const root = join(__dirname, '..', '..');

describe('the workbench page', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  let files: string;
  const outside: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    files = mkdtempSync(join(tmpdir(), 'looplens-e2e-'));
    server = await startServer(join(root, 'dist', 'web'));
    browser = await chromium.launch({
      executablePath: browserPath() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(server.address) && !/^(data|blob):/.test(url)) outside.push(url);
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(server.address);
    await page.waitForFunction(() => window.looplensWorkbench !== undefined);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
    rmSync(files, { recursive: true, force: true });
  });

  afterEach(() => {
    expect(outside).toEqual([]);
    expect(errors).toEqual([]);
  });

  /** Values of the sheet in front. */
  const values = (address: string): Promise<Cell[][]> =>
    page.evaluate((where) => {
      const { workbook } = window.looplensWorkbench ?? {};
      if (workbook === undefined) throw new Error('The page has no workbook.');
      return workbook.values(workbook.activeSheet(), where);
    }, area(address));

  /** Waits until the first cell of the area shows the value. */
  const shown = async (address: string, value: Cell): Promise<void> => {
    await page.waitForFunction(
      ([where, wanted]) => {
        const { workbook } = window.looplensWorkbench ?? {};
        if (workbook === undefined) return false;
        return JSON.stringify(workbook.values(workbook.activeSheet(), where)[0][0]) === wanted;
      },
      [area(address), JSON.stringify(value)] as const,
    );
  };

  const front = (name: string): Promise<void> =>
    page.evaluate((wanted) => {
      const workbook = window.looplensWorkbench?.workbook;
      const sheet = workbook?.sheets().find((each) => each.name === wanted);
      if (workbook === undefined || sheet === undefined) throw new Error(`There is no sheet "${wanted}".`);
      workbook.activate(sheet.id);
    }, name);

  const addSheet = (name: string): Promise<void> =>
    page.evaluate((wanted) => void window.looplensWorkbench?.workbook.addSheet(wanted), name);

  /** Puts the keyboard into a cell: a click into the sheet for the focus, then the cell itself. */
  const goTo = async (address: string): Promise<void> => {
    await page.mouse.click(600, 400);
    await page.evaluate((where) => {
      const workbook = window.looplensWorkbench?.workbook;
      workbook?.select(workbook.activeSheet(), where);
    }, area(address));
  };

  const type = async (address: string, text: string): Promise<void> => {
    await goTo(address);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };

  it('shows the sample deals, opened by our own reader', async () => {
    expect(await page.locator('#file-name').textContent()).toBe('ai-deals.xlsx');
    expect(await page.locator('#cover').isVisible()).toBe(false);
    await page.getByText('Deal ledger', { exact: true }).waitFor();
    expect(await values('A1:E2')).toEqual([
      ['ID', 'Date', 'Payer', 'Receiver', 'Amount (USD bn)'],
      ['AI001', expect.any(Number), 'Microsoft', 'OpenAI', 13],
    ]);
  });

  it('takes the first keys that are pressed once it is open', async () => {
    const fresh = await page.context().newPage();
    await fresh.goto(server.address);
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
    await addSheet('Sums');
    await front('Sums');
    await type('A1', '=ROWS(Deals[#All])');
    await shown('A1', 86);
  });

  it('takes a reference to a column whose name has signs in it, and shows it as it was typed', async () => {
    await type('A2', '=SUM(Deals[Amount (USD bn)])');
    await page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      const [row] = workbook?.values(workbook.activeSheet(), { top: 1, left: 0, bottom: 1, right: 0 }) ?? [];
      return typeof row[0] === 'number' && row[0] > 100;
    });
    await goTo('A2');
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await page.waitForFunction(
      async () => (await navigator.clipboard.readText()).trim() === '=SUM(Deals[Amount (USD bn)])',
    );
    await page.keyboard.press('Escape');
  });

  it('answers a formula that is typed', async () => {
    await type('B1', '=SUM(1,2)*2');
    await shown('B1', 6);
  });

  it('ends a formula with Enter though the list of functions stands open for what was typed before', async () => {
    await goTo('B3');
    await page.keyboard.type('=SU');
    await page.getByText('SUBSTITUTE', { exact: true }).waitFor();
    await page.keyboard.type('M(20,1)');
    await page.keyboard.press('Enter');
    await shown('B3', 21);
  });

  it('takes what was typed back and brings it again', async () => {
    await type('C1', 'Nvidia');
    await shown('C1', 'Nvidia');
    await page.getByRole('button', { name: 'Undo' }).click();
    await shown('C1', null);
    await page.getByRole('button', { name: 'Redo' }).click();
    await shown('C1', 'Nvidia');
  });

  it('copies and pastes', async () => {
    await type('D1', '12');
    await shown('D1', 12);
    await goTo('D1');
    await page.keyboard.press('Control+c');
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).trim() === '12');
    await goTo('D3');
    await page.keyboard.press('Control+v');
    await shown('D3', 12);
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
    await type('E1', "=DEAL.COUNT('Deal ledger'!A1:E5)");
    await shown('E1', { error: '#BUSY!' });
    await page.evaluate(() => window.dispatchEvent(new Event('answer-now')));
    await shown('E1', 5);
  });

  it('says in the words of the function why a cell shows an error', async () => {
    await page.evaluate(() =>
      window.looplensWorkbench?.workbook.registerFunction('DEAL.NONE', () =>
        Promise.resolve({ error: '#N/A', message: 'There are no deals in "Sums!A1".' }),
      ),
    );
    await type('F1', '=DEAL.NONE()');
    await shown('F1', { error: '#N/A' });
    await goTo('F1');
    await page.getByText('There are no deals in "Sums!A1".').waitFor();
  });

  it('says it too when the pointer rests on the cell', async () => {
    await goTo('C8');
    await page.getByText('There are no deals in "Sums!A1".').waitFor({ state: 'hidden' });
    // F1 of the sheet, below the headings of columns.
    const box = await page.locator('canvas[id^=univer-sheet-main-canvas]').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 46 + 5.5 * 88, (box?.y ?? 0) + 20 + 12, { steps: 4 });
    await page.getByText('There are no deals in "Sums!A1".').waitFor();
    expect(await page.locator('#note').isVisible()).toBe(false);
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
    await type('C5', '5');
    await page.waitForFunction(() => document.title === 'user 4,2');
  });

  it('opens a picked file, and says why when it cannot', async () => {
    const csv = join(files, 'mine.csv');
    writeFileSync(csv, 'From,To,Amount\nNvidia,OpenAI,30\n');
    const bad = join(files, 'broken.xlsx');
    writeFileSync(bad, 'no workbook');
    await page.locator('#file').setInputFiles(csv);
    await page.waitForFunction(() => document.getElementById('file-name')?.textContent === 'mine.csv');
    expect(await values('A1:C2')).toEqual([
      ['From', 'To', 'Amount'],
      ['Nvidia', 'OpenAI', 30],
    ]);
    await page.locator('#file').setInputFiles(bad);
    await page.getByText(/is named as a workbook but holds plain text/).waitFor();
    expect(await page.locator('#file-name').textContent()).toBe('mine.csv');
    await page.locator('#file').setInputFiles(join(root, 'assets', 'samples', 'dot-com.xlsx'));
    await page.waitForFunction(() => document.getElementById('file-name')?.textContent === 'dot-com.xlsx');
    await type('Z40', '=1+1');
    await shown('Z40', 2);
  });
});
