import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayWidth } from '../../src/report/text/columns';
import { bookOf, looplens } from './world';

const golden = readFileSync(join(__dirname, '../fixtures/golden/ai-deals.txt'), 'utf8');

describe('looplens score', () => {
  it('prints the report and ends with 0', async () => {
    const said = await looplens(['score', 'ai-deals.xlsx']);
    expect(said).toMatchObject({ code: 0, err: '', out: golden });
  });

  it('prints one JSON object for one file', async () => {
    const { out, code } = await looplens(['score', 'a.xlsx', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out).input.file).toBe('a.xlsx');
  });

  it('prints a JSON array with an entry for each of several files, in order', async () => {
    const { out, err, code } = await looplens(['score', 'a.xlsx', 'poem.csv', 'b.xlsx', '--format', 'json']);
    const entries = JSON.parse(out);
    expect(entries).toHaveLength(3);
    expect([entries[0].input.file, entries[2].input.file]).toEqual(['a.xlsx', 'b.xlsx']);
    expect(entries[1]).toEqual({
      file: 'poem.csv',
      refused: {
        exit: 3,
        code: 'no-deals',
        message: '"poem.csv": No table with a payer, a receiver and an amount was found. (Sheet1!A1)',
      },
    });
    expect(err).toContain('"poem.csv": No table');
    expect(code).toBe(3);
  });

  it('prints one CSV table for several files, marked for Excel where it holds more than ASCII', async () => {
    const { out } = await looplens(['score', 'a.xlsx', '엔비디아.xlsx', '--format', 'csv']);
    const lines = out.split('\r\n');
    expect(lines[0].startsWith('\ufefffile,section,')).toBe(true);
    expect(lines.filter((line) => line.startsWith('file,'))).toHaveLength(0);
    expect(new Set(lines.slice(1, -1).map((line) => line.split(',')[0]))).toEqual(
      new Set(['a.xlsx', '엔비디아.xlsx']),
    );
    expect((await looplens(['score', 'a.xlsx', '--format', 'csv'])).out.startsWith('file,')).toBe(true);
  });

  it('separates the texts of several files by a heading', async () => {
    const { out } = await looplens(['score', 'a.xlsx', 'b\u001b.xlsx']);
    expect(out).toContain('== 1 of 2: a.xlsx ==\n\nLooplens');
    expect(out).toContain('\n\n== 2 of 2: b<U+001B>.xlsx ==\n\nLooplens');
  });

  it('passes aliases and a file of company figures on to every file', async () => {
    const books = {
      'names.csv': bookOf('names.csv', [
        ['spelling', 'name'],
        ['AWS', 'Amazon'],
        ['Alphabet ', 'Google'],
      ]),
    };
    const words = ['score', 'a.xlsx', 'b.xlsx', '--aliases', 'names.csv', '--financials', 'f.xlsx'];
    const { asked, opened } = await looplens(words, { books });
    expect(opened.map(({ path }) => path)).toEqual(['names.csv', 'f.xlsx', 'a.xlsx', 'b.xlsx']);
    for (const options of asked) {
      expect(options.aliases).toEqual(
        new Map([
          ['AWS', 'Amazon'],
          ['Alphabet', 'Google'],
        ]),
      );
      expect(options.financialsBook?.name).toBe('f.xlsx');
    }
  });

  it('passes raised limits on to the reader', async () => {
    const { opened } = await looplens(['score', 'a.xlsx', '--limit', 'cells=5', '--limit', 'PARTS=6']);
    expect(opened[0].options.limits).toEqual(
      new Map([
        ['cells', 5],
        ['parts', 6],
      ]),
    );
  });

  it('lists ten of each in text, more where asked, and asks the engine for ten more than a text lists', async () => {
    expect((await looplens(['score', 'a'])).asked[0].top).toBe(20);
    expect((await looplens(['score', 'a', '--top', '3'])).asked[0].top).toBe(13);
    expect((await looplens(['score', 'a', '--top', '3', '--format', 'json'])).asked[0].top).toBe(3);
    expect((await looplens(['score', 'a', '--top', '3'])).out).toContain('2 more loops: --top 5 lists them.');
  });
});

describe('colours', () => {
  const escape = String.fromCharCode(27);
  it.each<[string, boolean, string[], Record<string, string>, boolean]>([
    ['a terminal', true, [], { TERM: 'xterm' }, true],
    ['a pipe', false, [], {}, false],
    ['NO_COLOR', true, [], { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', true, [], { NO_COLOR: '' }, true],
    ['a dumb terminal', true, [], { TERM: 'dumb' }, false],
    ['--no-color', true, ['--no-color'], {}, false],
  ])('follow %s', async (_name, isTTY, more, env, isColoured) => {
    const { out } = await looplens(['score', 'a.xlsx', ...more], { isTTY, env });
    expect(out.includes(escape)).toBe(isColoured);
  });

  it('never reach JSON or CSV', async () => {
    for (const format of ['json', 'csv'])
      expect((await looplens(['score', 'a', '--format', format], { isTTY: true })).out).not.toContain(escape);
  });

  it('leave the width to the terminal', async () => {
    const { out } = await looplens(['score', 'a.xlsx', '--no-color'], { isTTY: true, columns: 66 });
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(66);
  });
});

describe('progress', () => {
  it('names the file and the step', async () => {
    const shown: string[] = [];
    await looplens(['score', 'a.xlsx'], { shown: (what, done) => shown.push(`${what} ${done}`) });
    expect(shown).toEqual(['Reading a.xlsx 0.5', 'a.xlsx: Solving the circulation 0.2']);
  });

  it('is silent when asked', async () => {
    const shown: string[] = [];
    await looplens(['score', 'a.xlsx', '--quiet'], { shown: (what) => shown.push(what) });
    expect(shown).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it.each<[string[], number, string]>([
    [['score'], 2, 'No file was named. Give a workbook or a CSV file, or - for standard input.\n'],
    [['scor', 'a'], 2, 'There is no command "scor". Did you mean: looplens score\n'],
    [['deals.xlsx'], 2, 'There is no command "deals.xlsx". Did you mean: looplens score deals.xlsx\n'],
    [['--top', '5'], 2, 'Options follow the command: looplens score FILE --top. See looplens --help.\n'],
    [
      ['help', 'me'],
      2,
      'There is no help on "me"; there is help on score, annotate, verify, remove and exit-codes.\n',
    ],
    [
      ['score', 'poem.csv'],
      3,
      '"poem.csv": No table with a payer, a receiver and an amount was found. (Sheet1!A1)\n',
    ],
    [['score', 'ERR:ENOENT'], 4, 'There is no file "ERR:ENOENT".\n'],
    [['score', 'ERR:EISDIR'], 4, '"ERR:EISDIR" is a folder; name a file in it.\n'],
    [['score', 'ERR:EACCES'], 4, '"ERR:EACCES" may not be read: permission is missing.\n'],
    [['score', 'ERR:EIO'], 4, '"ERR:EIO" could not be read (EIO).\n'],
    [['score', 'a', '--aliases', 'ERR:ENOENT'], 4, 'There is no file "ERR:ENOENT".\n'],
    [['score', 'broken.xlsx'], 4, '"broken.xlsx" is damaged.\n'],
    [['score', 'bomb.xlsx'], 5, '"bomb.xlsx" packs too<U+001B>[2J well.\n'],
  ])('%j ends with %i and a sentence', async (words, code, err) => {
    expect(await looplens(words)).toMatchObject({ code, err, out: '' });
  });

  it('ends with the worst of several files and still reports the good ones', async () => {
    const { code, out, err } = await looplens(['score', 'bomb.xlsx', 'ERR:ENOENT', 'a.xlsx', 'poem.csv']);
    expect(code).toBe(5);
    expect(out).toContain('== 3 of 4: a.xlsx ==');
    expect(err.trim().split('\n')).toHaveLength(3);
  });

  it('wraps its sentences on a terminal', async () => {
    const { err } = await looplens(['score', 'poem.csv'], { isTTY: true, columns: 40 });
    expect(Math.max(...err.split('\n').map(displayWidth))).toBeLessThanOrEqual(40);
  });

  it('shows the first issues of a sheet that cannot be scored', async () => {
    const issues = Array.from({ length: 12 }, (_, i) => ({
      code: 'x',
      severity: 'error' as const,
      message: `Row ${i} is odd.`,
      row: i,
      column: 0,
      cell: `A${i + 1}`,
    }));
    const refusal = { code: 'amounts-too-large' as const, message: 'Too much.', cell: '', issues };
    const { err } = await looplens(['score', 'a'], { analyze: () => ({ ok: false, refusal }) });
    expect(err).toContain('"a": Too much. Row 0 is odd. Row 1 is odd.');
    expect(err).toContain('Row 9 is odd. And 2 more.');
  });

  it('takes a sheet that is not in the workbook for a slip of the command line', async () => {
    const refusal = {
      code: 'no-such-sheet' as const,
      message: 'There is no sheet "X" in a.',
      cell: '',
      issues: [],
    };
    const said = await looplens(['score', 'a', '--sheet', 'X'], { analyze: () => ({ ok: false, refusal }) });
    expect(said).toMatchObject({ code: 2, err: 'There is no sheet "X" in a.\n' });
  });

  it('calls a defect a defect, in one sentence, with the stack only for who asks', async () => {
    const analyze = () => {
      throw new RangeError('index 5\u001b[2J of 3.');
    };
    const { code, err, out } = await looplens(['score', 'a'], { analyze });
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toBe(
      'This is a defect in Looplens: index 5<U+001B>[2J of 3. LOOPLENS_DEBUG=1 shows where.\n',
    );
    const dots = () => {
      throw new RangeError('rows 1..5 of ../a end');
    };
    expect((await looplens(['score', 'a'], { analyze: dots })).err).toBe(
      'This is a defect in Looplens: rows 1..5 of ../a end. LOOPLENS_DEBUG=1 shows where.\n',
    );
    const debug = await looplens(['score', 'a'], { analyze, env: { LOOPLENS_DEBUG: '1' } });
    expect(debug.err).toContain('\n    at ');
    expect(debug.err.replace(/\n/g, '')).not.toMatch(/\p{C}/u);
  });
});

describe('aliases', () => {
  const withRows = (rows: (string | null)[][]) =>
    looplens(['score', 'a', '--aliases', 'n.csv'], { books: { 'n.csv': bookOf('n.csv', rows) } });

  it('need no heading', async () => {
    const { asked } = await withRows([
      ['AWS', 'Amazon'],
      [null, null],
      ['__proto__', 'Proto'],
    ]);
    expect(asked[0].aliases).toEqual(
      new Map([
        ['AWS', 'Amazon'],
        ['__proto__', 'Proto'],
      ]),
    );
  });

  it('are refused with the cell where a name is missing', async () => {
    const { code, err } = await withRows([
      ['AWS', 'Amazon'],
      ['Azure', null],
    ]);
    expect([code, err]).toEqual([
      2,
      '--aliases takes two columns, a spelling and its name; one is blank (Sheet1!A2).\n',
    ]);
  });

  it('are refused with the cell where one spelling has two names', async () => {
    const { code, err } = await withRows([
      ['AWS', 'Amazon'],
      ['AWS', 'Aws Inc'],
    ]);
    expect([code, err]).toEqual([
      2,
      '--aliases gives "AWS" two names, "Amazon" and "Aws Inc" (Sheet1!A2).\n',
    ]);
  });
});

describe('help', () => {
  it.each<[string[], string]>([
    [[], 'looplens score FILE...'],
    [['--help'], 'looplens help exit-codes'],
    [['help'], 'First try'],
    [['score', '--help'], 'Examples'],
    [['help', 'score'], '--max-legs N'],
    [['help', 'exit-codes'], 'Refused for safety'],
    [['--version'], 'looplens 9.9.9\n'],
  ])('%j is printed in 80 columns and ends with 0', async (words, part) => {
    const { code, out, err } = await looplens(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(part);
    expect(Math.max(...out.split('\n').map(displayWidth))).toBeLessThanOrEqual(80);
    expect(out).not.toMatch(/[ ]\n/);
  });

  it('names every limit', async () => {
    expect((await looplens(['score', '--help'])).out).toContain('Limits: parts, partBytes, cells, ratio.');
  });
});
