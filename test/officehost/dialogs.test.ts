/// <reference types="office-js" />
import { Dialogs, type DialogView } from '../../src/workbench/officehost/core/dialogs';
import { dialogInfo, installWin32Dialog } from '../../src/workbench/officehost/transports/win32Dialog';
import { emptyFrame, loadOffice, openPage, type OfficeWindow, type OpenPage } from './page';
import { until } from './until';

const address = 'http://localhost/dialog.html';

describe('dialogs, through the real office.js in both pages', () => {
  let page: OpenPage;
  let shown: DialogView[] = [];
  let hidden = 0;

  /** Opens a dialog as the add-in does; rejects with the number of the refusal. */
  const display = (
    where: string,
    options: Partial<Omit<Office.DialogOptions, 'asyncContext'>> = {},
  ): Promise<Office.Dialog> =>
    new Promise((resolve, reject) => {
      Office.context.ui.displayDialogAsync(where, options, (result) => {
        if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
        else reject(result.error);
      });
    });

  const refusalOf = (opening: Promise<Office.Dialog>): Promise<unknown> =>
    opening.then(
      () => 'opened',
      (error: Office.Error) => error.code,
    );

  /** The dialog's own page. */
  const load = async (): Promise<OfficeWindow> => {
    const frame = emptyFrame(dialogInfo('en-US'));
    const setTimeout = (work: () => void, milliseconds: number) => frame.setTimeout(work, milliseconds);
    installWin32Dialog({ external: frame.external, location: new URL(address), setTimeout }, page.host);
    await loadOffice(frame.document);
    await frame.Office.onReady();
    return frame;
  };

  beforeAll(async () => {
    page = await openPage({
      showDialog: (view) => {
        shown.push(view);
        return () => {
          hidden++;
        };
      },
    });
  });

  beforeEach(() => {
    shown = [];
    hidden = 0;
  });

  afterEach(() => {
    page.host.dialogs.close();
  });

  it('is shown at its address and in its size', async () => {
    await display(address, { width: 30, height: 40 });
    expect(shown).toEqual([expect.objectContaining({ address, width: 30, height: 40 })]);
    expect(page.host.dialogs.isOpen).toBe(true);
  });

  it('tells its opener, and is told', async () => {
    const dialog = await display(address);
    const heard: unknown[] = [];
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => heard.push(message));
    const inside = await load();
    const told: unknown[] = [];
    await new Promise((added) => {
      inside.Office.context.ui.addHandlerAsync(
        inside.Office.EventType.DialogParentMessageReceived,
        ({ message, origin }: { message: string; origin: string | undefined }) =>
          told.push([message, origin]),
        added,
      );
    });
    inside.Office.context.ui.messageParent('ready');
    await until(
      () => heard.length,
      (count) => count === 1,
    );
    expect(heard).toEqual([expect.objectContaining({ message: 'ready', origin: 'http://localhost' })]);
    dialog.messageChild('90 of 370');
    await until(
      () => told.length,
      (count) => count === 1,
    );
    expect(told).toEqual([['90 of 370', 'http://localhost']]);
  });

  it('hears what was said before its page listened', async () => {
    const dialog = await display(address);
    dialog.messageChild('early');
    const inside = await load();
    const told: string[] = [];
    inside.Office.context.ui.addHandlerAsync(
      inside.Office.EventType.DialogParentMessageReceived,
      ({ message }: { message: string }) => told.push(message),
    );
    await until(
      () => told.length,
      (count) => count === 1,
    );
    expect(told).toEqual(['early']);
  });

  it('is closed by its opener, and another one may open', async () => {
    const dialog = await display(address);
    dialog.close();
    expect(hidden).toBe(1);
    expect(page.host.dialogs.isOpen).toBe(false);
    await display(address);
    expect(shown).toHaveLength(2);
  });

  it('is closed by the user, which its opener hears as 12006', async () => {
    const dialog = await display(address);
    const heard: unknown[] = [];
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => heard.push(event));
    shown[0].closedByUser();
    await until(
      () => heard.length,
      (count) => count === 1,
    );
    expect(heard).toEqual([expect.objectContaining({ error: 12006 })]);
    expect(hidden).toBe(1);
    await display(address);
  });

  it.each([
    ['at another address', 'https://example.com/dialog.html', 12004],
    ['that is not served over https', 'http://example.com/dialog.html', 12005],
    ['at what is no address of a page', 'dialog.html', 12003],
  ])('one %s is refused', async (_, where, code) => {
    expect(await refusalOf(display(where))).toBe(code);
    expect(shown).toEqual([]);
  });

  it('a second one is refused with 12007 while the first is open', async () => {
    await display(address);
    expect(await refusalOf(display(address))).toBe(12007);
    expect(shown).toHaveLength(1);
  });

  it('is refused where nobody shows dialogs', () => {
    const parent = { message: () => undefined, ended: () => undefined };
    expect(new Dialogs(null).display(address, { address, width: 10, height: 10 }, parent)).toBe(5001);
  });
});
