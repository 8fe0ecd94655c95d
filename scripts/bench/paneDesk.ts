/** The spreadsheet beside the pane, for the benchmark: deals are put on it, and amounts are typed into it. */
import type { Page } from 'playwright-core';
import type { Cell } from '../../src/engine/index';

/** The column of the amounts in the rows of `seededRows`, counted from 0. */
const amounts = 4;

export async function loadDeals(page: Page, rows: Cell[][]): Promise<void> {
  await page.evaluate((cells) => {
    const workbook = window.looplensWorkbench?.workbook;
    if (workbook === undefined) throw new Error('The page has no workbook.');
    workbook.loadBook({
      name: 'seeded',
      sheets: [
        {
          name: 'Deals',
          visibility: 'visible',
          grid: {
            top: 0,
            left: 0,
            rows: cells.length,
            columns: cells[0].length,
            at: (row: number, column: number) => cells[row]?.[column] ?? null,
          },
          format: null,
          isFormula: null,
          hiddenRows: [],
          hiddenColumns: [],
          filter: null,
          merges: [],
        },
      ],
      tables: [],
      date1904: false,
      notes: [],
    });
  }, rows);
}

/** As a user does: into the selected cell, with Enter. Ends when the cell has the amount. */
export async function typeAmount(page: Page, row: number, amount: number): Promise<void> {
  const cell = { top: row, left: amounts, bottom: row, right: amounts };
  const hasKeyboard = await page.evaluate(() => Boolean(document.activeElement?.closest('#sheet')));
  if (!hasKeyboard) {
    await page.mouse.click(600, 400);
    await twoFrames(page);
  }
  await page.evaluate((where) => {
    const workbook = window.looplensWorkbench?.workbook;
    workbook?.select(workbook.activeSheet(), where);
  }, cell);
  await twoFrames(page);
  await page.keyboard.type(String(amount));
  await page.keyboard.press('Enter');
  const isTaken = ([where, wanted]: readonly [typeof cell, number]): boolean => {
    const workbook = window.looplensWorkbench?.workbook;
    return workbook?.values(workbook.activeSheet(), where)[0][0] === wanted;
  };
  try {
    await page.waitForFunction(isTaken, [cell, amount] as const, { timeout: 10_000 });
  } catch (error) {
    throw new Error(`${amount} was typed, and did not come into row ${row + 1}.`, { cause: error });
  }
}

/** A click or a selection is worked off when a frame has been drawn. */
function twoFrames(page: Page): Promise<void> {
  return page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
}
