/**
 * npm run icons: draws assets/icons/*.svg as the PNG files that Office wants, into assets/icons/v1.
 *
 * Office keeps an icon that it has once fetched, so a redrawn set gets a new folder: change `folder` here and the
 * addresses in manifest.xml. The PNGs are committed; sources.json beside them holds the digest of the drawing that each
 * was made from, so that a test can tell when one was forgotten. Needs Chromium: CHROMIUM=/path, or the usual places.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { drawings, iconFolder, iconSources } from './icons/drawings';

const usualPlaces = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

async function draw(browser: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="${address}"></body>`,
  );
  const png = await page.screenshot({ omitBackground: true, type: 'png' });
  await page.close();
  return png;
}

async function main(): Promise<void> {
  const executablePath = usualPlaces.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error('Chromium was not found: set CHROMIUM to its path.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  mkdirSync(join(iconSources, iconFolder), { recursive: true });
  const digests: Record<string, { source: string; sha256: string }> = {};
  for (const { name, source, size } of drawings()) {
    const svg = readFileSync(join(iconSources, source), 'utf8');
    writeFileSync(join(iconSources, iconFolder, name), await draw(browser, svg, size));
    digests[name] = { source, sha256: createHash('sha256').update(svg).digest('hex') };
  }
  await browser.close();
  writeFileSync(join(iconSources, iconFolder, 'sources.json'), `${JSON.stringify(digests, null, 2)}\n`);
}

void main();
