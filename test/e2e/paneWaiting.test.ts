/** The pane while it is at work, and where Excel does not let it: it says so, and goes on when it can. */
import type { Cell } from '../../src/engine/index';
import { looks, PanePage } from './panePage';

const deals: Cell[][] = [
  ['From', 'To', 'Amount (USD m)', 'Kind'],
  ['A', 'B', 5, 'purchase'],
  ['B', 'A', 7, 'purchase'],
];

describe('the pane', () => {
  let pane: PanePage;

  beforeAll(async () => {
    pane = await PanePage.open({ viewport: { width: 1280, height: 1000 } });
    await pane.button('Skip').click();
  });

  afterAll(() => pane.close());

  afterEach(() => {
    expect(pane.workbench.outside).toEqual([]);
    expect(pane.workbench.errors).toEqual([]);
  });

  /** What axe-core finds in every look; `into` brings the pane into the state after it was opened anew. */
  const inEveryLook = async (into: () => Promise<void>): Promise<string[]> => {
    const found: string[] = [];
    for (const [look, media] of looks) {
      await pane.page.emulateMedia(media);
      await into();
      found.push(...(await pane.violations()).map((violation) => `${look}: ${violation}`));
    }
    return found;
  };

  it('keeps its answer while a cell is being edited, and scores what was typed when that is over', async () => {
    await pane.load({ Deals: deals });
    const finish = await pane.editCell();
    await pane.workbench.type('C2', '7');
    await pane.workbench.shown('C2', 7);
    await pane.says(/^83\.3.% of the money/);
    await finish();
    await pane.says(/^100\.0.% of the money/);
    expect(await pane.view.getByRole('alert').count()).toBe(0);
  });

  it('that is opened while a cell is being edited answers when that is over', async () => {
    const finish = await pane.editCell();
    await pane.begin();
    await pane.view.locator('[data-state="loading"]').waitFor();
    await finish();
    await pane.says(/^100\.0.% of the money/);
    expect(await pane.view.getByRole('alert').count()).toBe(0);
  });

  it('that is asked to read while a cell is being edited says what it waits for, and reads then', async () => {
    await pane.load({ Notes: [['Nothing of this is a deal.']] });
    let finish = (): Promise<void> => Promise.resolve();
    const found = await inEveryLook(async () => {
      await finish();
      await pane.reload();
      const again = pane.button('Try again');
      await again.waitFor();
      finish = await pane.editCell();
      await again.click();
      await pane.says(/^A cell is being edited: Enter or Esc ends that/);
    });
    expect(found).toEqual([]);
    await finish();
    await pane.view.getByText(/^A cell is being edited/).waitFor({ state: 'hidden' });
    await pane.button('Try again').waitFor();
  });

  it('reads a protected sheet, and says what a protected workbook does not let it do', async () => {
    await pane.load({ Deals: deals });
    await pane.protect('Deals');
    await pane.reload();
    await pane.says(/^83\.3.% of the money/);
    await pane.view.getByRole('listitem').getByRole('button').first().click();
    await pane.selects('Deals', 1, 0);

    await pane.load({ Notes: [['Nothing of this is a deal.']] });
    await pane.protect();
    const found = await inEveryLook(async () => {
      await pane.reload();
      await pane.button('Fill a sheet with sample deals').click();
      await pane.says(/the workbook is protected/);
    });
    expect(found).toEqual([]);
    const sheets = await pane.page.evaluate(() =>
      window.looplensWorkbench?.workbook.sheets().map(({ name }) => name),
    );
    expect(sheets).toEqual(['Notes']);
  });

  it('shows how far an analysis is, and that it was stopped', async () => {
    await pane.load({ Deals: deals });
    await pane.holdAnalyses();
    const atWork = async (): Promise<void> => {
      await pane.restart();
      await pane.view.getByRole('progressbar', { name: 'Describing what was found' }).waitFor();
    };
    expect(await inEveryLook(atWork)).toEqual([]);
    const stopped = async (): Promise<void> => {
      await atWork();
      await pane.button('Stop').click();
      await pane.says('The reading was stopped.');
    };
    expect(await inEveryLook(stopped)).toEqual([]);
    await pane.button('Read again').click();
    await pane.view.getByRole('progressbar', { name: 'Describing what was found' }).waitFor();
  });
});
