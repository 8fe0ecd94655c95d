import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SheetLayout } from '../../../../src/workbook/looks';
import type { Operation } from '../../../../src/workbook/port';
import { sealed } from '../../../../src/workbook/seal';
import {
  changedParts,
  differingParts,
  edited,
  entriesOf,
  opened,
  partOf,
  refusedBy,
  workbookOf,
} from '../../../oracles/editBytes';
import { buildWorkbook } from '../../../oracles/workbookBuilder';
import { writing } from '../../../oracles/writing';

const sample = readFileSync(path.join(__dirname, '../../../../assets/samples/ai-deals.xlsx'));
const noted = (text: string, row: number, column: number, sheet = 'Sheet1'): Operation => ({
  kind: 'add-comment',
  sheet,
  row,
  column,
  text: sealed(text, '1.0'),
});
const marked = [{ top: 1, left: 0, bottom: 2, right: 3 }];
const highlight = (sheet: string): Operation => ({ kind: 'highlight', sheet, areas: marked, fill: 'D6ECEA' });
const layout: SheetLayout = {
  columns: [6, 30],
  rows: [{ row: 0, height: 40 }],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  gridlines: false,
  page: {
    landscape: false,
    area: { top: 0, left: 0, bottom: 5, right: 1 },
    footer: '&P of &N',
    breaks: [],
  },
};

/** A workbook without styles has some from then on. */
const ADDED = ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml'];

async function marksOf(bytes: Uint8Array) {
  return (await workbookOf(bytes).read(undefined, { marks: true })).marks;
}

describe('comments', () => {
  it('are read again as they were written, with blanks and signs that XML knows', async () => {
    const text = 'Looplens: 5 < 6 & "quoted"\n  한국어  _x000A_ \u0001';
    const out = await edited(buildWorkbook(), [noted(text, 4, 2)]);
    const marks = await marksOf(out);
    expect(marks?.sheets[0].comments).toEqual([
      { row: 4, column: 2, author: 'Looplens', text: sealed(text, '1.0') },
    ]);
  });

  it.each([
    ['a sheet without any', buildWorkbook()],
    [
      'a sheet with notes of others',
      readFileSync(path.join(__dirname, '../../../fixtures/workbooks/features.xlsx')),
    ],
    ['the sample', sample],
  ])('added to %s and deleted leave every part as it was', async (_, bytes) => {
    const [{ name }] = (await opened(bytes)).sheets;
    const before = (await marksOf(bytes))?.sheets[0].comments ?? [];
    const out = await edited(bytes, [noted('one', 50, 1, name), noted('two', 51, 1, name)]);
    expect((await marksOf(out))?.sheets[0].comments).toHaveLength(before.length + 2);
    const back = await edited(out, [
      { kind: 'delete-comment', sheet: name, row: 50, column: 1 },
      { kind: 'delete-comment', sheet: name, row: 51, column: 1 },
    ]);
    expect(differingParts(bytes, back)).toEqual([]);
  });

  it('are not put on a cell that has one, and none of others is deleted', async () => {
    const out = await edited(buildWorkbook(), [noted('one', 0, 0)]);
    expect((await refusedBy(edited(out, [noted('two', 0, 0)]))).message).toBe(
      'Sheet1!A1 has a comment already (adding a comment to Sheet1!A1). Nothing was changed.',
    );
    const theirs = partOf(out, 'xl/comments1.xml').replace('>one', '>one, I think');
    const changed = workbookOf(
      buildWorkbook({
        parts: entriesOf(out).map(({ name, content }) => ({
          name,
          content: name === 'xl/comments1.xml' ? theirs : content,
        })),
      }),
    );
    const refusal = await refusedBy(
      changed.apply([{ kind: 'delete-comment', sheet: 'Sheet1', row: 0, column: 0 }]),
    );
    expect(refusal.message).toContain('The comment on Sheet1!A1 is not as Looplens wrote it, so it stays');
  });

  it('must be sealed', async () => {
    const text = 'Looplens: not sealed';
    const refusal = await refusedBy(
      edited(buildWorkbook(), [{ kind: 'add-comment', sheet: 'Sheet1', row: 0, column: 0, text }]),
    );
    expect(refusal.message).toContain('does not say that it is of Looplens');
  });
});

describe('highlights', () => {
  it.each([
    ['plain', buildWorkbook()],
    ['with a prefix', buildWorkbook({ prefix: 'x:', strict: true, styles: '<dxfs count="0"/>' })],
    ['the sample', sample],
  ])('go as they came: %s', async (which, bytes) => {
    const [{ name }] = (await opened(bytes)).sheets;
    const out = await edited(bytes, [highlight(name)]);
    expect((await marksOf(out))?.sheets[0].highlights).toEqual(marked);
    const back = await edited(out, [{ kind: 'delete-highlights', sheet: name }]);
    expect(differingParts(bytes, back)).toEqual(which === 'plain' ? ADDED : []);
  });

  it('leave rules of others in front and untouched', async () => {
    const theirs =
      '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="3"><formula>A1&gt;5</formula></cfRule></conditionalFormatting>';
    const bytes = buildWorkbook({
      sheets: [
        { after: `${theirs}<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>` },
      ],
      styles: '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>',
    });
    const out = await edited(bytes, [highlight('Sheet1')]);
    const sheet = partOf(out, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      `${theirs}<conditionalFormatting sqref="A2:D3"><cfRule type="expression" dxfId="1" priority="4">`,
    );
    expect(sheet.indexOf('<pageMargins')).toBeGreaterThan(sheet.indexOf('dxfId="1"'));
    const back = await edited(out, [{ kind: 'delete-highlights', sheet: 'Sheet1' }]);
    expect(differingParts(bytes, back)).toEqual([]);
  });
});

describe('a sheet of a report', () => {
  const plan: Operation[] = [
    { kind: 'add-sheet', sheet: 'Report' },
    writing(
      'A1',
      [
        ['Title', null],
        [1.5, '=no formula'],
      ],
      'Report',
    ),
    {
      kind: 'look',
      sheet: 'Report',
      area: marked[0],
      look: { bold: true, size: 14, color: '0b6e69', fill: 'EEF4F3', below: '999999', wrap: true },
    },
    { kind: 'layout', sheet: 'Report', layout },
  ];

  it('has its looks, its layout and its print area', async () => {
    const out = await edited(buildWorkbook(), plan);
    const sheet = partOf(out, 'xl/worksheets/sheet2.xml');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toContain('<col min="2" max="2" width="30" customWidth="1"/>');
    expect(sheet).toContain('<row r="1" ht="40" customHeight="1">');
    expect(sheet).toContain('<mergeCell ref="A1:B1"/>');
    expect(partOf(out, 'xl/workbook.xml')).toContain('localSheetId="1">Report!$A$1:$B$6</definedName>');
    expect(partOf(out, 'xl/styles.xml')).toContain('<b/><sz val="14"/><color rgb="FF0B6E69"/>');
    expect((await opened(out)).sheets[1].grid.at(1, 1)).toBe('=no formula');
  });

  it('keeps the sides of a border that a look does not speak of', async () => {
    const below = (color: string): Operation => ({
      kind: 'look',
      sheet: 'Report',
      area: marked[0],
      look: { below: color },
    });
    const above: Operation = { kind: 'look', sheet: 'Report', area: marked[0], look: { above: '111111' } };
    const once = await edited(buildWorkbook(), [plan[0], plan[1], above, below('222222')]);
    const again = await edited(once, [below('333333')]);
    const top = '<top style="thin"><color rgb="FF111111"/></top>';
    expect(partOf(again, 'xl/styles.xml')).toContain(
      `<left/><right/>${top}<bottom style="thin"><color rgb="FF333333"/></bottom><diagonal/>`,
    );
  });

  it('goes without leaving anything in a workbook that had styles', async () => {
    const workbook = workbookOf(sample);
    await workbook.apply(plan);
    const out = await workbook.save({ isCalculated: true });
    expect(changedParts(sample, out)).toContain('xl/styles.xml');
    const again = workbookOf(out);
    await again.apply([{ kind: 'delete-sheet', sheet: 'Report' }]);
    expect(differingParts(sample, await again.save({ isCalculated: true }))).toEqual([]);
  });
});
