/**
 * The workbench page as it is served, in a real browser. Whatever would leave the server is refused and kept, for the
 * test to fail on; so is every error that nobody caught.
 */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Area, Book, Cell } from '../../src/engine/index';
import { startServer, type Server } from '../serve/server';
import { area } from '../workbench/modelContract';
import { browserPath } from './browser.cjs';

const folder = join(__dirname, '..', '..', 'dist', 'web');

const quietBrowser = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface WorkbenchOptions {
  /** After the address: '?lang=ko'. */
  readonly query?: string;
  /** The file that the server is started with. */
  readonly file?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export class WorkbenchPage {
  /** Requests that would have left this machine. */
  readonly outside: string[] = [];
  /** Errors of the page and of its frame that nobody caught. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  static async open(options: WorkbenchOptions = {}): Promise<WorkbenchPage> {
    const server = await startServer(folder, options.file);
    const browser = await chromium.launch({ executablePath: browserPath() ?? '', args: quietBrowser });
    const viewport = options.viewport ?? { width: 1280, height: 800 };
    const context = await browser.newContext({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const opened = new WorkbenchPage(page, browser, server);
    await context.route(
      (url) => url.protocol.startsWith('http') && url.origin !== new URL(server.address).origin,
      async (route) => {
        opened.outside.push(route.request().url());
        await route.abort();
      },
    );
    // Whether changes may be dropped: the tests that ask for a file mean it.
    page.on('dialog', (dialog) => void dialog.accept());
    page.on('pageerror', (error) => opened.errors.push(error.message));
    await page.goto(server.address + (options.query ?? ''));
    await page.waitForFunction(() => window.looplensWorkbench !== undefined);
    return opened;
  }

  get address(): string {
    return this.server.address;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Of the sheet in front. */
  values(address: string): Promise<Cell[][]> {
    return this.page.evaluate((where) => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook === undefined ? [] : workbook.values(workbook.activeSheet(), where);
    }, area(address));
  }

  /** Waits until the first cell of the area shows the value. */
  async shown(address: string, value: Cell): Promise<void> {
    await this.page.waitForFunction(
      ([where, wanted]) => {
        const workbook = window.looplensWorkbench?.workbook;
        if (workbook === undefined) return false;
        return JSON.stringify(workbook.values(workbook.activeSheet(), where)[0][0]) === wanted;
      },
      [area(address), JSON.stringify(value)] as const,
    );
  }

  /** Waits until the cell shows anything but nothing or #BUSY!, and tells what. */
  async answered(address: string): Promise<Cell> {
    const shown = await this.page.waitForFunction((where: Area) => {
      const workbook = window.looplensWorkbench?.workbook;
      if (workbook === undefined) return null;
      const [[value]] = workbook.values(workbook.activeSheet(), where);
      const waits = value === null || (typeof value === 'object' && value.error === '#BUSY!');
      return waits ? null : { value };
    }, area(address));
    const told = await shown.jsonValue();
    return told === null ? null : told.value;
  }

  /** The text of the formula in a cell, or its value. */
  formula(address: string): Promise<Cell> {
    return this.page.evaluate((where) => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook === undefined ? null : workbook.formulas(workbook.activeSheet(), where)[0][0];
    }, area(address));
  }

  /** What a function said about the error in the cell. */
  messageAt(address: string): Promise<string | null> {
    return this.page.evaluate(({ top, left }) => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook === undefined ? null : workbook.messageAt(workbook.activeSheet(), top, left);
    }, area(address));
  }

  addSheet(name: string): Promise<void> {
    return this.page.evaluate((wanted) => void window.looplensWorkbench?.workbook.addSheet(wanted), name);
  }

  /** Brings a sheet to the front. */
  front(name: string): Promise<void> {
    return this.page.evaluate((wanted) => {
      const workbook = window.looplensWorkbench?.workbook;
      const sheet = workbook?.sheets().find((each) => each.name === wanted);
      if (workbook === undefined || sheet === undefined) throw new Error(`There is no sheet "${wanted}".`);
      workbook.activate(sheet.id);
    }, name);
  }

  /**
   * Puts the keyboard into a cell: a click into the sheet where the focus is elsewhere, then the cell itself. The click
   * is worked off when a frame has been drawn; what is selected before that, it takes back.
   */
  async goTo(address: string): Promise<void> {
    const hasKeyboard = await this.page.evaluate(() => Boolean(document.activeElement?.closest('#sheet')));
    if (!hasKeyboard) {
      await this.page.mouse.click(600, 400);
      await this.page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
    await this.page.evaluate((where) => {
      const workbook = window.looplensWorkbench?.workbook;
      workbook?.select(workbook.activeSheet(), where);
    }, area(address));
  }

  /** Types into a cell and presses Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.goTo(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Puts a book of plain cells on the desk; books of files are opened as a user does, with `openFile`. */
  load(book: Book): Promise<void> {
    const sheets = book.sheets.map(({ name, grid }) => ({
      name,
      rows: Array.from({ length: grid.top + grid.rows }, (_, row) =>
        Array.from({ length: grid.left + grid.columns }, (__, column) => grid.at(row, column)),
      ),
    }));
    return this.page.evaluate(
      (plain) => {
        window.looplensWorkbench?.workbook.loadBook({
          ...plain,
          sheets: plain.sheets.map(({ name, rows }) => ({
            name,
            visibility: 'visible',
            grid: {
              top: 0,
              left: 0,
              rows: rows.length,
              columns: Math.max(0, ...rows.map((row) => row.length)),
              at: (row, column) => rows[row]?.[column] ?? null,
            },
            format: null,
            isFormula: null,
            hiddenRows: [],
            hiddenColumns: [],
            filter: null,
            merges: [],
          })),
        });
      },
      { name: book.name, sheets, tables: book.tables, date1904: false, notes: [] },
    );
  }

  /** Opens a file and waits for its sheets: the name alone may be there from before. */
  async openFile(path: string, name: string): Promise<void> {
    const before = await this.page.evaluate(() => window.looplensWorkbench?.workbook.sheets()[0].id);
    await this.page.locator('#file').setInputFiles(path);
    await this.page.waitForFunction(
      ([wanted, old]) =>
        document.getElementById('file-name')?.textContent === wanted &&
        window.looplensWorkbench?.workbook.sheets()[0].id !== old,
      [name, before] as const,
    );
  }
}
