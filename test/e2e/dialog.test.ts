/// <reference types="office-js" />
/** A dialog of the add-in in the workbench: a second page of its own, with a second office.js, over the sheet. */
import { WorkbenchPage } from './workbenchPage';

describe('a dialog in the workbench', () => {
  let workbench: WorkbenchPage;

  beforeAll(async () => {
    workbench = await WorkbenchPage.open();
  });

  afterAll(() => workbench.close());

  afterEach(() => {
    expect(workbench.outside).toEqual([]);
    expect(workbench.errors).toEqual([]);
  });

  it('is shown over the sheet, tells its opener, and is closed by the user', async () => {
    const { page } = workbench;
    const pane = page.frames()[1];
    await pane.waitForFunction(() => typeof Office !== 'undefined');
    await pane.evaluate(async () => {
      await Office.onReady();
      await new Promise<void>((resolve, reject) => {
        const address = new URL('taskpane.html', location.href).href;
        Office.context.ui.displayDialogAsync(address, { width: 40, height: 50 }, ({ value, error }) => {
          if (error) {
            reject(new Error(error.message));
            return;
          }
          value.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
            document.title = 'message' in said ? said.message : '';
          });
          value.addEventHandler(Office.EventType.DialogEventReceived, (said) => {
            document.title = 'error' in said ? String(said.error) : '';
          });
          resolve();
        });
      });
    });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const inside = await (await dialog.locator('iframe').elementHandle())?.contentFrame();
    if (inside === null || inside === undefined) throw new Error('The dialog has no page.');
    await inside.waitForFunction(() => typeof Office !== 'undefined');
    await inside.evaluate(async () => {
      await Office.onReady();
      Office.context.ui.messageParent('ready');
    });
    await pane.waitForFunction(() => document.title === 'ready');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await pane.waitForFunction(() => document.title === '12006');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => window.looplensWorkbench?.addIn.host.notImplemented)).toEqual([]);
  });
});
