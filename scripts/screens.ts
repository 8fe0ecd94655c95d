/** Pictures of the pane for docs/screens: every view and state, as the browser draws them. Needs Chromium. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PanePage, type Media } from '../test/e2e/panePage';
import { seededRows } from './bench/sheet';

const folder = join(__dirname, '..', 'docs', 'screens');
/** What runs this script wraps functions in a call of this name, and some are sent to the page as text. */
const named = 'globalThis.__name = (named) => named;';
const light: Media = { colorScheme: 'light', forcedColors: 'none' };
const dark: Media = { colorScheme: 'dark', forcedColors: 'none' };

interface Screen {
  readonly name: string;
  readonly says: string;
  readonly media?: Media;
  /** Pixels; Excel's own pane is 350. */
  readonly width?: number;
  readonly show: (pane: PanePage) => Promise<void>;
}

const loop = async (pane: PanePage): Promise<void> => {
  await pane.tab('Loops');
  await pane.view.getByRole('list').getByRole('button').first().click();
};
const cut = async (pane: PanePage): Promise<void> => {
  await pane.tab('What if');
  await pane.button(/78/).click();
  await pane.view.getByRole('table').waitFor();
};
const share = async (pane: PanePage): Promise<void> => {
  await pane.tab('Share');
  await pane.button('Show what will be written').click();
  await pane.button('Write it').waitFor();
};
const overview = (pane: PanePage): Promise<void> => pane.tab('Overview');
const deals = (many: number) => (pane: PanePage) =>
  pane.load({ Deals: seededRows('mesh', Math.max(3, many / 10), many, 7) });

const ofSample: readonly Screen[] = [
  { name: 'overview', says: 'The answer, the score and how it adds up', show: overview },
  { name: 'loops', says: 'The first loop lit, with its legs', show: loop },
  { name: 'capex', says: 'Whether revenue carries the capex', show: (pane) => pane.tab('Capex') },
  { name: 'share', says: 'What would be written into the workbook', show: share },
  { name: 'what-if', says: 'Funding cut as the Nasdaq fell', show: cut },
  { name: 'narrow', says: 'The pane at 320 px', width: 320, show: loop },
  { name: 'dark', says: 'Dark', media: dark, show: overview },
  { name: 'dark-loops', says: 'A loop in the dark', media: dark, show: loop },
  { name: 'contrast', says: 'A contrast theme', media: { forcedColors: 'active' }, show: loop },
];

const ofBooks: readonly Screen[] = [
  { name: 'empty', says: 'A workbook without a cell', show: (pane) => pane.load({ Sheet1: [[]] }) },
  {
    name: 'error',
    says: 'Amounts in two currencies',
    show: (pane) =>
      pane.load({
        Deals: [
          ['From', 'To', 'Amount'],
          ['A', 'B', '€5m'],
          ['B', 'A', '$7m'],
        ],
      }),
  },
  {
    name: 'protected',
    says: 'A workbook whose structure is protected, and the sample asked for',
    show: async (pane) => {
      await pane.load({ Notes: [['Nothing of this is a deal.']] });
      await pane.protect();
      await pane.button('Fill a sheet with sample deals').click();
      await pane.says(/the workbook is protected/);
    },
  },
  { name: 'five-rows', says: 'Five deals', show: deals(5) },
  { name: 'five-hundred-rows', says: 'Five hundred deals', show: deals(500) },
];

async function take(pane: PanePage, screen: Screen): Promise<void> {
  const { name, media = light, width = 350 } = screen;
  await pane.page.emulateMedia(media);
  await pane.page.locator('#pane').evaluate((room, pixels) => (room.style.width = `${pixels}px`), width);
  await pane.reload();
  await screen.show(pane);
  await picture(pane, name);
}

/** What a pane that waits shows; on a page of its own, which it leaves as it is. */
async function takeWaiting(viewport: { width: number; height: number }): Promise<void> {
  const pane = await PanePage.open({ viewport });
  await pane.button('Skip').click();
  await pane.page.addInitScript({ content: named });
  await pane.holdAnalyses();
  await pane.restart();
  await pane.view.getByRole('progressbar', { name: 'Describing what was found' }).waitFor();
  await picture(pane, 'loading');
  await pane.button('Stop').click();
  await pane.editCell();
  await pane.button('Read again').click();
  await pane.says(/^A cell is being edited/);
  await picture(pane, 'editing');
  await pane.close();
}

async function picture(pane: PanePage, name: string): Promise<void> {
  const { page } = pane;
  await page.mouse.move(0, 0);
  // Drawn to its end: indicators glide to their tab.
  await pane.frame().evaluate(async () => {
    window.scrollTo(0, 0);
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  });
  const path = join(folder, `${name}.png`);
  const bytes = await page.locator('#pane').screenshot({ path, animations: 'disabled' });
  process.stdout.write(`${name}.png ${Math.round(bytes.length / 1024)} kB\n`);
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const viewport = { width: 1200, height: 720 };
  const pane = await PanePage.open({ viewport });
  await pane.page.evaluate(named);
  await pane.view.getByRole('tablist').waitFor();
  await picture(pane, 'first-run');
  await pane.button('Skip').click();
  for (const screen of [...ofSample, ...ofBooks]) await take(pane, screen);
  await pane.close();
  await takeWaiting(viewport);
  const korean = await PanePage.open({ viewport, query: '?lang=ko' });
  await korean.button('건너뛰기').click();
  await korean.view.getByRole('tablist').waitFor();
  await picture(korean, 'korean');
  await korean.close();
  const lines = [
    { name: 'first-run', says: 'The card of the first run' },
    ...ofSample,
    ...ofBooks,
    { name: 'loading', says: 'An analysis under way, that can be stopped' },
    { name: 'editing', says: 'Asked to read while a cell is being edited' },
    { name: 'korean', says: 'Korean' },
  ].map(({ name, says }) => `- [${name}.png](${name}.png): ${says}.`);
  writeFileSync(
    join(folder, 'README.md'),
    `# The pane in pictures\n\nMade by \`npm run screens\` from the built add-in in the workbench.\n\n${lines.join('\n')}\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
