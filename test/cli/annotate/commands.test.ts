import { buildWorkbook } from '../../oracles/workbookBuilder';
import {
  changedParts,
  differingParts,
  edited,
  entriesOf,
  opened,
  partOf,
  workbookOf,
} from '../../oracles/editBytes';
import { buildZip } from '../../oracles/zipBuilder';
import { writing } from '../../oracles/writing';
import { Disk } from './disk';
import { fixture } from './workbooks';

const plain = fixture('openpyxl-tables.xlsx');
const disk = () => new Disk().put('deals.xlsx', plain);

async function annotated(...options: string[]): Promise<Disk> {
  const there = disk();
  expect(await there.looplens('annotate', 'deals.xlsx', '-o', 'out.xlsx', ...options)).toMatchObject({
    code: 0,
  });
  return there;
}

/** Text of the cells of the report, row by row. */
async function reportOf(bytes: Uint8Array): Promise<string> {
  const sheet = (await opened(bytes)).sheets.find(({ name }) => name === 'Looplens report');
  const { grid } = sheet ?? { grid: { rows: 0, columns: 0, at: () => null } };
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (__, column) => grid.at(row, column) ?? '').join('|'),
  ).join('\n');
}

async function commentsOf(bytes: Uint8Array) {
  const { marks } = await workbookOf(bytes).read(undefined, { marks: true });
  return marks?.sheets[0].comments ?? [];
}

describe('looplens annotate', () => {
  it('lists every cell with --plan and writes nothing', async () => {
    const there = disk();
    const { code, out } = await there.looplens('annotate', 'deals.xlsx', '--plan', '--row-values');
    expect(code).toBe(0);
    expect([...there.files.keys()]).toEqual(['deals.xlsx']);
    expect(out).toContain(
      'Deals!E2  comment: Looplens: 30.0 of these 30.0 USD bn goes round when as much money as possible does.',
    );
    expect(out).toContain('Deals!A2:H6  highlight (a rule; the cells keep their formats)');
    expect(out).toContain('Deals!J1  "Looplens: carries (USD bn)"');
    expect(out).toContain('\'Looplens report\'!A1  "Looplens report"');
    const { out: doneOut } = await there.looplens('annotate', 'deals.xlsx', '-o', 'out.xlsx', '--row-values');
    expect(doneOut).toContain('a column with what each row carries');
    const listed = out.split('\n').filter((line) => line.startsWith("'Looplens report'!")).length;
    const sheet = (await opened(there.at('out.xlsx'))).sheets[2];
    let cells = 0;
    for (let row = 0; row < sheet.grid.rows; row++)
      for (let column = 0; column < sheet.grid.columns; column++)
        if (sheet.grid.at(row, column) !== null) cells++;
    expect(cells).toBe(listed);
  });

  it('tells what returns, how much, through whom and by which signs', async () => {
    const comments = await commentsOf((await annotated()).at('out.xlsx'));
    const { text, author } = comments.find(({ row, column }) => row === 3 && column === 4) ?? {
      text: '',
      author: '',
    };
    expect(author).toBe('Looplens');
    expect(text.replace(/[0-9a-f]{16}$/, 'SEAL')).toBe(
      [
        'Looplens: 30.0 of these 40.0 USD bn goes round when as much money as possible does.',
        'Without this row 90.0 less would go round, counted over all legs.',
        'Through loop 1: Nvidia → OpenAI → Oracle → Nvidia (30.0, funded).',
        'Signs: linked (H2), no outside income (C4).',
        '— Looplens 0.1.0 SEAL',
      ].join('\n'),
    );
    const odd = comments.find(({ row }) => row === 10);
    expect(odd?.text).toContain('Not in the figures: Amount "12,5O" is not a number (Deals!E11).');
  });

  it('writes the file itself only where it is named, and says what is missing otherwise', async () => {
    const there = disk();
    expect(await there.looplens('annotate', 'deals.xlsx')).toEqual({
      code: 2,
      out: '',
      err: 'Say where to write: looplens annotate deals.xlsx -o FILE. --plan lists what would be written.\n',
    });
    expect((await there.looplens('annotate', 'deals.xlsx', '-o', 'deals.csv')).err).toContain(
      'ends in ".xlsx"',
    );
    expect(there.at('deals.xlsx')).toBe(plain);
    expect(await there.looplens('annotate', 'deals.xlsx', '-o', 'deals.xlsx')).toMatchObject({ code: 0 });
    expect(await there.looplens('verify', 'deals.xlsx')).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'openpyxl-protected-structure.xlsx',
      6,
      'The structure of the workbook is protected, so no report sheet can be added.',
    ],
    [
      'openpyxl-hidden-sheet.xlsx',
      6,
      'The report would show content of the sheet "Companies", which is hidden.',
    ],
    [
      'openpyxl-hidden-column.xlsx',
      6,
      'The report would show content of column H of "Deals", which is hidden.',
    ],
  ])('refuses %s', async (name, code, sentence) => {
    const there = new Disk().put(name, fixture(name));
    const answer = await there.looplens('annotate', name, '-o', 'out.xlsx');
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.err).toContain(sentence);
    expect(there.files.has('out.xlsx')).toBe(false);
  });

  it('writes no comment on a protected sheet, and none over one of somebody else', async () => {
    const locked = new Disk().put('a.xlsx', fixture('openpyxl-protected-sheet.xlsx'));
    const answer = await locked.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx');
    expect(answer.out).toContain('The sheet "Deals" is protected: comments and highlight are left out');
    const crowded = new Disk().put('a.xlsx', fixture('openpyxl-notes-everywhere.xlsx'));
    expect((await crowded.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx')).out).toContain(
      'The comments of others stay: what Looplens says of row 2, 3, 4',
    );
    const some = new Disk().put('a.xlsx', fixture('openpyxl-notes.xlsx'));
    await some.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx');
    const comments = await commentsOf(some.at('out.xlsx'));
    expect(comments.filter(({ row }) => row === 1).map(({ column, author }) => [column, author])).toEqual([
      [4, 'Kim'],
      [3, 'Looplens'],
    ]);
  });

  it('keeps a sheet of somebody else that has the name of the report', async () => {
    const theirs = await edited(plain, [{ kind: 'add-sheet', sheet: 'Looplens report' }]);
    const there = new Disk().put('a.xlsx', theirs);
    expect((await there.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx')).out).toContain(
      'the sheet "Looplens report 2"',
    );
  });

  it('says in the report what has changed since the last one', async () => {
    const there = await annotated();
    const changed = await edited(there.at('out.xlsx'), [
      writing('E2', [[20]], 'Deals'),
      writing('A12', [['D11', 46_000, 'Nvidia', 'CoreWeave', 2, 'equity', 'closed', null]], 'Deals'),
      writing('C7:E7', [[null, null, null]], 'Deals'),
    ]);
    there.put('changed.xlsx', changed);
    expect((await there.looplens('verify', 'changed.xlsx')).out).toContain('1 deal changed: Deals!E2.');
    const again = await there.looplens('annotate', 'changed.xlsx', '-o', 'again.xlsx');
    expect(again.out).toContain('1 deal changed: Deals!E2. 1 deal taken out: row 7 then.');
    const report = await reportOf(there.at('again.xlsx'));
    expect(report).toContain('Since 2026-03-01 12:00:00 UTC');
    expect(report).toContain('1 deal changed: Deals!E2.');
    expect(report).toMatch(/then\|/);
  });

  it('leaves text of strangers text', async () => {
    const bytes = await edited(plain, [writing('C2', [['=HYPERLINK("http://example.com")']], 'Deals')]);
    const there = new Disk().put('a.xlsx', bytes);
    expect(await there.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx')).toMatchObject({ code: 0 });
    const part = partOf(there.at('out.xlsx'), 'xl/worksheets/sheet3.xml');
    expect(part).not.toMatch(/<f[\s>]/);
    expect(part).toContain('=HYPERLINK(');
  });

  it('is not taken for deals when it is scored', async () => {
    const there = await annotated();
    const figures = async (name: string) => {
      const { out } = await there.looplens('score', name, '--format', 'json');
      const { input, score, circularity } = JSON.parse(out) as Record<string, unknown>;
      return { input: { ...(input as object), file: '' }, score, circularity };
    };
    expect(await figures('out.xlsx')).toEqual(await figures('deals.xlsx'));
  });
});

describe('looplens remove', () => {
  it('lists what goes with --plan, and takes the column of values away too', async () => {
    const there = await annotated('--row-values');
    const { out } = await there.looplens('remove', 'out.xlsx', '--plan');
    expect(out).toContain('Deals!J1:J9  made empty');
    expect(out).toContain('deleting the sheet "Looplens report"');
    await there.looplens('annotate', 'out.xlsx', '-o', 'again.xlsx', '--row-values');
    const { grid } = (await opened(there.at('again.xlsx'))).sheets[0];
    expect([grid.at(0, 9), grid.at(0, 10), grid.at(0, 11)]).toEqual([
      'Looplens: carries (USD bn)',
      null,
      null,
    ]);
    expect(await there.looplens('remove', 'again.xlsx', '-o', 'clean.xlsx')).toMatchObject({ code: 0 });
    // Only that the sheet once reached further is still told, by the hint of its dimension.
    expect(differingParts(plain, there.at('clean.xlsx'))).toEqual(['xl/worksheets/sheet1.xml']);
    const sizes = [plain, there.at('clean.xlsx')].map((bytes) =>
      partOf(bytes, 'xl/worksheets/sheet1.xml')
        .replace(/<dimension[^>]*>/, '')
        .replace(/ spans="[^"]*"/g, ''),
    );
    expect(sizes[1]).toBe(sizes[0]);
  });

  it('leaves a comment that somebody has changed, and names it', async () => {
    const there = await annotated();
    const parts = entriesOf(there.at('out.xlsx')).map(({ name, content }) => ({
      name,
      content:
        name === 'xl/comments1.xml'
          ? content.toString().replace('of these 30.0', 'of, I say, these 30.0')
          : content,
    }));
    there.put('edited.xlsx', buildZip(parts));
    const { out } = await there.looplens('remove', 'edited.xlsx', '-o', 'clean.xlsx');
    expect(out).toContain('The comment on Deals!E2 was changed since Looplens wrote it: it stays.');
    expect((await commentsOf(there.at('clean.xlsx'))).map(({ row, column }) => [row, column])).toEqual([
      [1, 4],
    ]);
  });

  it('says so where there is nothing to take away', async () => {
    expect(await disk().looplens('remove', 'deals.xlsx', '-o', 'out.xlsx')).toEqual({
      code: 6,
      out: '',
      err: 'There is nothing of Looplens in "deals.xlsx" to take away. Nothing was written.\n',
    });
  });
});

describe('looplens verify', () => {
  it('says so where there is no report', async () => {
    expect(await disk().looplens('verify', 'deals.xlsx')).toEqual({
      code: 6,
      out: '',
      err: '"deals.xlsx" has no report of Looplens: there is nothing to verify.\n',
    });
  });

  it('finds deals that were sorted, moved and renamed', async () => {
    const there = await annotated('--no-highlight');
    const { grid } = (await opened(there.at('out.xlsx'))).sheets[0];
    const row = (at: number) =>
      Array.from({ length: 8 }, (_, column) => grid.at(at, column) as string | number | null);
    const swapped = await edited(there.at('out.xlsx'), [writing('A2', [row(2), row(1)], 'Deals')]);
    there.put('sorted.xlsx', swapped);
    const { code, out } = await there.looplens('verify', 'sorted.xlsx');
    expect(code).toBe(1);
    expect(out).toContain('Deals stand in another order.');
    there.put(
      'renamed.xlsx',
      await edited(there.at('out.xlsx'), [{ kind: 'rename-sheet', sheet: 'Deals', to: 'Ledger' }]),
    );
    expect(await there.looplens('verify', 'renamed.xlsx')).toMatchObject({ code: 0 });
  });

  it('tells company figures that have changed from deals that have', async () => {
    const there = await annotated();
    there.put('figures.xlsx', await edited(there.at('out.xlsx'), [writing('C2', [[5]], 'Companies')]));
    const { code, out } = await there.looplens('verify', 'figures.xlsx');
    expect(code).toBe(1);
    expect(out).toContain('What has changed lies outside the deals: the company figures, or Looplens.');
  });

  it('and the others leave the report of a newer Looplens alone', async () => {
    const there = await annotated();
    const parts = entriesOf(there.at('out.xlsx')).map(({ name, content }) => ({
      name,
      content: name.endsWith('sheet3.xml')
        ? content.toString().replace('looplens-state/1', 'looplens-state/2')
        : content,
    }));
    there.put('newer.xlsx', buildZip(parts));
    for (const words of [
      ['verify', 'newer.xlsx'],
      ['remove', 'newer.xlsx', '-o', 'x.xlsx'],
      ['annotate', 'newer.xlsx', '-o', 'x.xlsx'],
    ]) {
      const { code, err } = await there.looplens(...words);
      expect([code, err]).toEqual([
        6,
        'The sheet "Looplens report" was written by a newer Looplens, which this one does not understand. Nothing was changed.\n',
      ]);
    }
    expect(there.files.has('x.xlsx')).toBe(false);
  });

  it('says that what it reads was changed', async () => {
    const there = await annotated();
    const parts = entriesOf(there.at('out.xlsx')).map(({ name, content }) => ({
      name,
      content: name.endsWith('sheet3.xml')
        ? content.toString().replace('&quot;score&quot;:', '&quot;score&quot;:1')
        : content,
    }));
    there.put('odd.xlsx', buildZip(parts));
    expect(await there.looplens('verify', 'odd.xlsx')).toMatchObject({
      code: 6,
      err: expect.stringContaining('Annotate the workbook again.') as string,
    });
  });
});

it('a signature is said to hold no longer', async () => {
  const signed = buildWorkbook({
    sheets: [
      {
        name: 'Deals',
        rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>from</t></is></c><c r="B1" t="inlineStr"><is><t>to</t></is></c><c r="C1" t="inlineStr"><is><t>amount</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c><c r="B2" t="inlineStr"><is><t>B</t></is></c><c r="C2"><v>5</v></c></row>',
      },
    ],
    parts: [{ name: '_xmlsignatures/sig1.xml', content: '<Signature/>' }],
  });
  const there = new Disk().put('a.xlsx', signed);
  const { out } = await there.looplens('annotate', 'a.xlsx', '-o', 'out.xlsx');
  expect(out).toContain('Its signature does not hold for the changed file');
  expect(changedParts(signed, there.at('out.xlsx'))).not.toContain('_xmlsignatures/sig1.xml');
});
