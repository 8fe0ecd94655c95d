/** What an add-in gives a workbook besides cells: drawn on the page, and in the file that is saved. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { highlightFormula } from '../../src/workbook/marks';
import { sealed } from '../../src/workbook/seal';
import { workbookOf } from '../oracles/editBytes';
import { area } from '../workbench/modelContract';
import { WorkbenchPage } from './workbenchPage';

const text = sealed('Looplens: money of this deal comes back to its payer.', '1.0');

describe('annotating on the workbench page', () => {
  let workbench: WorkbenchPage;
  let folder: string;
  let frame: Frame;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'looplens-e2e-'));
    workbench = await WorkbenchPage.open();
    const { page } = workbench;
    await page.frameLocator('#pane iframe').locator('main').first().waitFor();
    const found = page.frames().find((each) => each.url().includes('/addin/'));
    if (found === undefined) throw new Error('The add-in has no frame.');
    frame = found;
  });
  afterAll(async () => {
    await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    expect(workbench.outside).toEqual([]);
    expect(workbench.errors).toEqual([]);
  });

  it('a highlight fills its cells, and a comment has its corner and its box', async () => {
    await frame.evaluate(
      ([formula, said]) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          const rule = sheet.getRanges('A2:E3,C6').conditionalFormats.add('Custom');
          rule.custom.rule.formula = formula;
          rule.custom.format.fill.color = '#FFB000';
          sheet.comments.add(sheet.getRange('C3'), said);
          await context.sync();
        }),
      [highlightFormula, text] as const,
    );
    const { page } = workbench;
    await page.waitForFunction(() => {
      const workbook = window.looplensWorkbench?.workbook;
      return workbook !== undefined && workbook.rules(workbook.activeSheet()).length === 1;
    });
    await workbench.goTo('E9');
    // The fill is drawn and is no format of the cell.
    await page.waitForFunction(() => {
      const [canvas] = [...document.querySelectorAll<HTMLCanvasElement>('#sheet canvas')].sort(
        (one, other) => other.width - one.width,
      );
      const drawing = canvas.getContext('2d');
      if (drawing === null) return false;
      const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
      let filled = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === 0xff && data[at + 1] === 0xb0 && data[at + 2] === 0) filled += 1;
      return filled > 1_000;
    });
  });

  it('a sheet is dressed and laid out, and all of it is in the saved file', async () => {
    await frame.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add('Report');
        sheet.getRange('A1:B1').values = [['What comes back', '']];
        const { format } = sheet.getRange('A1:B1');
        format.font.bold = true;
        format.font.size = 16;
        format.font.color = '#FFFFFF';
        format.fill.color = '#0B5C63';
        sheet.getRange('A1:B1').merge(false);
        sheet.getRange('A:A').format.columnWidth = 157.5;
        sheet.showGridlines = false;
        sheet.pageLayout.setPrintArea('A1:B9');
        sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
        sheet.activate();
        await context.sync();
      }),
    );
    const [download] = await Promise.all([
      workbench.page.waitForEvent('download'),
      workbench.page.locator('#save').click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    const saved = await workbookOf(new Uint8Array(readFileSync(path))).read(undefined, { marks: true });
    const marks = saved.marks?.sheets.find(({ highlights }) => highlights.length > 0);
    expect(marks?.highlights).toEqual([area('A2:E3'), area('C6')]);
    expect(marks?.comments).toMatchObject([{ row: 2, column: 2, author: 'Looplens', text }]);
    expect(saved.sheets.at(-1)).toMatchObject({ name: 'Report', merges: [area('A1:B1')] });
    expect(await workbench.page.locator('#note').textContent()).toBe('Saved as "ai-deals.xlsx".');
  });

  it('and is there when the file is opened again', async () => {
    const again = await WorkbenchPage.open({ file: join(folder, 'ai-deals.xlsx') });
    try {
      const found = await again.page.evaluate(() => {
        const workbook = window.looplensWorkbench?.workbook;
        const sheets = workbook?.sheets() ?? [];
        return sheets.flatMap(({ id }) => workbook?.comments(id).map((comment) => comment.text) ?? []);
      });
      expect(found).toEqual([text]);
    } finally {
      await again.close();
    }
  });
});
