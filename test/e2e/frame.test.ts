/// <reference types="office-js" />
/** What npm run build makes of the add-in, in a frame with the unmodified office.js, as Excel on the web has it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commandWords } from '../../src/commands/words';
import { addInFolder, FramePage } from './frame/framePage';

// A circle of three: 30 of 370 go round, three times.
const deals = [
  ['Payer', 'Payee', 'Amount (bn)'],
  ['Nvidia', 'OpenAI', 30],
  ['OpenAI', 'Oracle', 300],
  ['Oracle', 'Nvidia', 40],
];

const circularity = 90 / 370;

describe('the built add-in in a frame', () => {
  let frame: FramePage;

  /** Each test has a sheet of its own. */
  const dealSheet = async (name: string): Promise<void> => {
    await frame.addSheet(name);
    await frame.type('A1:C4', deals);
  };

  beforeAll(async () => {
    frame = await FramePage.open('en-US');
  });

  afterAll(() => frame.close());

  afterEach(async () => {
    expect(frame.refused).toEqual([]);
    expect(frame.errors).toEqual([]);
    expect(frame.stopped).toEqual([]);
    expect(await frame.notImplemented()).toEqual([]);
  });

  it('knows that it is in Excel on the web, and says that it is ready', async () => {
    expect(await frame.readySentence()).toBe('18 functions for cells');
    const platform = await frame.pane.evaluate(() => String(Office.context.platform));
    expect(platform).toBe('OfficeOnline');
  });

  it('answers a formula, and answers it anew when a deal changes', async () => {
    await dealSheet('Edited');
    expect((await frame.ask('E1', '=DEAL.CIRCULARITY(A1:C4)')).value).toBeCloseTo(circularity, 12);
    await frame.type('C2', [[40]]);
    expect((await frame.answered('E1')).value).toBeCloseTo(120 / 380, 12);
  });

  it('says in a sentence what is wrong with a deal, and answers when it is put right', async () => {
    await dealSheet('Wrong');
    await frame.type('C3', [['3OO']]);
    const { value, message } = await frame.ask('E1', '=DEAL.CIRCULARITY(A1:C4)');
    expect(value).toEqual({ error: '#VALUE!' });
    expect(message).toContain('"3OO"');
    await frame.type('C3', [[300]]);
    expect((await frame.answered('E1')).value).toBeCloseTo(circularity, 12);
  });

  it('adds the sheet of answers when its button is pressed, and says so', async () => {
    await dealSheet('Scored');
    await frame.press('ScoreSheet');
    expect(await frame.notice()).toBe(commandWords('en-US').added('Looplens', 'Scored!A1:C4'));
    expect(await frame.sheets()).toEqual(expect.arrayContaining(['Scored', 'Looplens']));
    // The new sheet is in front.
    expect((await frame.answered('A4')).value).toBeCloseTo(circularity, 12);
  });

  it('goes on after its page was loaded anew', async () => {
    await dealSheet('Again');
    await frame.reload();
    expect(await frame.readySentence()).toBe('18 functions for cells');
    expect((await frame.ask('E1', '=DEAL.CIRCULARITY(A1:C4)')).value).toBeCloseTo(circularity, 12);
    await frame.press('ScoreSelection');
    expect(await frame.notice()).not.toBe('');
  });

  it('is held by its own policy: no script that is written into the page, no connection', async () => {
    await frame.pane.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "written"';
      document.body.append(script);
      await fetch('functions.json').catch(() => null);
    });
    expect(await frame.pane.title()).toBe('Looplens');
    expect(frame.stopped.splice(0).map((what) => what.split(' ')[0])).toEqual([
      'script-src-elem',
      'connect-src',
    ]);
  });

  it('answers a formula that was typed while its page was loaded anew', async () => {
    await dealSheet('Meanwhile');
    await Promise.all([frame.reload(), frame.type('E1', [['=DEAL.CIRCULARITY(A1:C4)']])]);
    expect((await frame.answered('E1')).value).toBeCloseTo(circularity, 12);
  });
});

describe('the built add-in in a frame of a Korean Excel', () => {
  it('is ready, refuses and adds in Korean', async () => {
    const frame = await FramePage.open('ko-KR');
    try {
      const words = commandWords('ko-KR');
      expect(await frame.readySentence()).toBe('셀에 쓰는 함수 18개');
      await frame.press('ScoreSheet');
      expect(await frame.notice()).toBe(words.empty);
      await frame.type('A1:C4', deals);
      await frame.press('ScoreSheet');
      await frame.pane.getByText(words.added('Looplens', 'Sheet1!A1:C4')).waitFor();
      expect((await frame.answered('B4')).value).toBe(words.circularity);
      expect((await frame.answered('A4')).value).toBeCloseTo(circularity, 12);
      expect([frame.refused, frame.errors, frame.stopped]).toEqual([[], [], []]);
      expect(await frame.notImplemented()).toEqual([]);
    } finally {
      await frame.close();
    }
  });
});

describe('office.js beside the add-in', () => {
  it('is the pinned package, byte by byte', () => {
    const folder = join(addInFolder, 'office');
    const dist = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
    expect(files).toEqual(
      expect.arrayContaining(['office.js', 'excel-web-16.00.js', 'excel-win32-16.01.js']),
    );
    for (const name of files) {
      expect({ name, same: readFileSync(join(folder, name)).equals(readFileSync(join(dist, name))) }).toEqual(
        {
          name,
          same: true,
        },
      );
    }
  });
});
