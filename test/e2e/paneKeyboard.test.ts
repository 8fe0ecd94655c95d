/** The main job without a pointer, and in the other language. */
import { PanePage } from './panePage';

describe('the pane by keyboard', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open();
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  /** Presses Tab, or the key that is given, until the focus is on what is so called; a trap or a gap ends the test. */
  const tabTo = async (name: RegExp, key = 'Tab'): Promise<void> => {
    for (let press = 0; press < 80; press++) {
      await pane.page.keyboard.press(key);
      const focused = await pane.frame().evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`The focus never came to ${String(name)}.`);
  };

  it('is opened by its shortcut', async () => {
    const open = pane.page.getByRole('button', { name: 'Open Looplens' });
    await pane.scored('59.5');
    await open.click();
    await pane.view.getByRole('tab').first().waitFor({ state: 'hidden' });
    await pane.page.keyboard.press('Control+Shift+Alt+e');
    await pane.view.getByRole('tab').first().waitFor();
  });

  it('goes from the ribbon to a loop, its cell and a deal that is switched off', async () => {
    const { keyboard } = pane.page;
    const open = pane.page.getByRole('button', { name: 'Open Looplens' });
    await open.focus();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await pane.scored('59.5');
    await pane.frame().evaluate(() => window.focus());
    await tabTo(/^Skip$/);
    await keyboard.press('Enter');
    await tabTo(/^Overview/);
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await pane.view.getByRole('tab', { name: 'Loops', selected: true }).waitFor();
    await tabTo(/^1Amazon → OpenAI/);
    await keyboard.press('Enter');
    await pane.says('Loop 1: 60.0 USD bn');
    await tabTo(/^60\.0: Show 'Deal ledger'!E18/);
    await keyboard.press('Enter');
    await pane.selects('Deal ledger', 18, 4);
    // The keyboard stays in the pane: back to the tabs.
    await tabTo(/^Loops/, 'Shift+Tab');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await pane.view.getByRole('tab', { name: 'What if', selected: true }).waitFor();
    await tabTo(/takes place$/);
    await keyboard.press('Space');
    await pane.says('What if: 1 change');
  });

  it('is reached from the sheet with F6, and left with it', async () => {
    const { keyboard } = pane.page;
    const focused = () => pane.page.evaluate(() => document.activeElement?.tagName);
    await pane.workbench.goTo('C3');
    await keyboard.press('F6');
    expect(await focused()).toBe('IFRAME');
    await tabTo(/./);
    await keyboard.press('F6');
    expect(await focused()).toBe('BUTTON');
    await keyboard.press('F6');
    await pane.workbench.type('S1', 'typed');
    await pane.workbench.shown('S1', 'typed');
    await keyboard.press('Control+z');
  });
});

describe('the pane in Korean', () => {
  it('answers in Korean and sends nothing out', async () => {
    const pane = await PanePage.open({ query: '?lang=ko' });
    await pane.says(/^이 시트의 돈 가운데 28\.3.%/);
    for (const name of ['순환 고리', '설비투자', '가정', '요약']) {
      await pane.tab(name);
      expect(await pane.violations()).toEqual([]);
    }
    expect(await pane.view.locator('html').getAttribute('lang')).toBe('ko');
    expect([...pane.workbench.outside, ...pane.workbench.errors]).toEqual([]);
    await pane.close();
  });
});
