/** What an add-in gives a sheet besides cells, on the grid and in the bytes of its file. */
import { inflateNode } from '../../src/cli/files';
import type { Book } from '../../src/engine/index';
import { hasOtherFinish } from '../../src/workbench/page/changes';
import { readMarks } from '../../src/workbench/page/fileMarks';
import { fileAsLoaded, saveWorkbook, type SavedFile } from '../../src/workbench/page/saving';
import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';
import { blankWorkbook } from '../../src/workbook/file/newWorkbook';
import { bytesSource } from '../../src/workbook/file/source';
import { highlightFormula } from '../../src/workbook/marks';
import { sealed } from '../../src/workbook/seal';
import { deflateAll, edited, workbookOf } from '../oracles/editBytes';
import { othersInFile } from '../oracles/fileOthers';
import { openBytes } from '../oracles/openBytes';
import { area } from '../workbench/modelContract';

const wholeSheet = { top: 0, left: 0, bottom: 1_048_575, right: 16_383 };
const packing = {
  inflate: inflateNode,
  deflate: deflateAll,
  read: async (name: string, source: ReturnType<typeof bytesSource>): Promise<Book> =>
    openBytes(await source.read(0, source.size), name, { formulas: true, emptyFormats: true }),
};
const text = sealed('Nvidia invests and is paid back', '1.0');
const said = { author: 'You', text, replies: [], isResolved: false };
const highlight = {
  areas: [area('A1:B2'), area('D4')],
  type: 'Custom',
  stopIfTrue: false,
  properties: new Map([
    ['Custom/Rule/Formula', highlightFormula],
    ['Custom/Format/Fill/Color', '#D6ECEA'],
  ]),
};
const page = {
  gridlines: false,
  landscape: true,
  isOnePageWide: true,
  printed: area('A1:C9'),
  footer: '&C&P of &N',
  breaks: [4],
};

describe('a sheet that an add-in finishes', () => {
  let workbook: UniverWorkbook;
  let file: SavedFile;
  let bytes: Uint8Array;

  const open = async (content: Uint8Array): Promise<void> => {
    bytes = content;
    const source = bytesSource(content);
    const book = await packing.read('deals.xlsx', source);
    workbook.loadBook(book);
    workbook.loadMarks((await readMarks('deals.xlsx', source, inflateNode)).marks);
    file = fileAsLoaded(book, source, workbook);
  };
  const save = async (): Promise<readonly string[]> => {
    const result = await saveWorkbook(file, workbook, packing);
    [file, bytes] = [result.file, result.bytes];
    return result.notes;
  };
  const one = (): string => workbook.sheets()[0].id;
  const seen = () => othersInFile({ get: () => workbookOf(bytes), replace: () => undefined });
  const marksNow = async () => (await workbookOf(bytes).read(undefined, { marks: true })).marks?.sheets[0];

  beforeEach(async () => {
    workbook = new UniverWorkbook(startEngine());
    await open(
      await edited(await blankWorkbook(['One']), [
        { kind: 'write', sheet: 'One', area: area('A1:B1'), cells: [['Payer', 2]] },
      ]),
    );
  });
  afterEach(() => workbook.dispose());

  it('has its looks in the file, on the cells that got them', async () => {
    workbook.format(one(), area('A1:B2'), 'Format/Fill/Color', '#EEF4F3');
    workbook.format(one(), area('A1:B2'), 'Format/Font/Bold', true);
    workbook.format(one(), area('A1'), 'Format/Font/Size', 14);
    workbook.format(one(), area('A1'), 'Format/HorizontalAlignment', 'Right');
    workbook.format(one(), area('A1'), 'Format/WrapText', true);
    workbook.format(one(), area('A1'), 'Format/IndentLevel', 2);
    workbook.format(one(), area('A1'), 'Format/Borders/EdgeBottom/Style', 'Continuous');
    workbook.format(one(), area('A1'), 'Format/Borders/EdgeBottom/Color', '#999999');
    expect(hasOtherFinish(file.saved, workbook)).toBe(true);
    expect(await save()).toEqual([]);
    expect(await seen().look('One', 0, 0)).toMatchObject({
      bold: true,
      size: 14,
      fill: 'EEF4F3',
      align: 'right',
      wrap: true,
      indent: 2,
      below: '999999',
    });
    expect(await seen().look('One', 1, 1)).toMatchObject({ bold: true, size: 11, fill: 'EEF4F3' });
    expect(hasOtherFinish(file.saved, workbook)).toBe(false);
    expect(workbook.values(one(), area('A1:B1'))).toEqual([['Payer', 2]]);
  });

  it('saves a look that changed, and what number format its cell has', async () => {
    workbook.setNumberFormats(one(), area('B1'), [['0.00%']]);
    workbook.format(one(), area('B1'), 'Format/Font/Bold', true);
    await save();
    workbook.format(one(), area('B1'), 'Format/Font/Bold', false);
    workbook.format(one(), area('B1'), 'Format/Font/Italic', true);
    await save();
    expect(await seen().look('One', 0, 1)).toMatchObject({ bold: false, italic: true });
    expect((await packing.read('x.xlsx', bytesSource(bytes))).sheets[0].format?.(0, 1)).toBe('0.00%');
  });

  it('has its layout in the file', async () => {
    workbook.format(one(), { ...area('B1'), bottom: 1_048_575 }, 'Format/ColumnWidth', 157.5);
    workbook.format(one(), { ...area('A1'), right: 16_383 }, 'Format/RowHeight', 40);
    workbook.merge(one(), area('A1:B1'), true);
    workbook.page(one(), page);
    await save();
    expect(await seen().layout('One')).toEqual({
      widths: [64, 210, null],
      heights: [40, null, null],
      gridlines: false,
      merges: [area('A1:B1')],
      landscape: true,
      isOnePageWide: true,
      printed: area('A1:C9'),
      footer: '&C&P of &N',
      breaks: [4],
    });
  });

  it('has its comments and highlights in the file, and when it is opened again', async () => {
    workbook.comment(one(), 2, 1, said);
    workbook.conditionalFormats(one(), [highlight]);
    expect(await save()).toEqual([]);
    expect(await marksNow()).toMatchObject({
      comments: [{ row: 2, column: 1, author: 'Looplens', text }],
      highlights: [area('A1:B2'), area('D4')],
    });
    await open(bytes);
    expect(workbook.comments(one())).toMatchObject([{ row: 2, column: 1, author: 'Looplens', text }]);
    expect(workbook.rules(one()).map(({ areas }) => areas)).toEqual([highlight.areas]);
    expect(hasOtherFinish(file.saved, workbook)).toBe(false);
    workbook.comment(one(), 2, 1, null);
    workbook.conditionalFormats(one(), []);
    await save();
    expect(await marksNow()).toMatchObject({ comments: [], highlights: [] });
  });

  it('says which comments are not saved', async () => {
    workbook.comment(one(), 2, 1, { ...said, text: 'Is this paid?' });
    expect(await save()).toEqual(['A comment on "One" that Looplens has not written is not saved.']);
    expect((await marksNow())?.comments).toEqual([]);
  });

  it('is written anew when it was cleared, with nothing of what the file had', async () => {
    await open(
      await edited(bytes, [
        { kind: 'look', sheet: 'One', area: area('A1:B9'), look: { fill: 'FFC7CE' } },
        { kind: 'write', sheet: 'One', area: area('A5'), cells: [['old']] },
      ]),
    );
    workbook.format(one(), wholeSheet, 'Format', null);
    workbook.write(
      one(),
      area('A1:B5'),
      Array.from({ length: 5 }, () => [null, null]),
    );
    workbook.write(one(), area('A1'), [['again']]);
    workbook.format(one(), area('A1'), 'Format/Font/Bold', true);
    await save();
    expect(await seen().look('One', 0, 0)).toMatchObject({ bold: true, fill: null });
    expect(await seen().look('One', 4, 0)).toMatchObject({ fill: null });
    const { grid } = (await packing.read('x.xlsx', bytesSource(bytes))).sheets[0];
    expect([grid.at(0, 0), grid.at(4, 0)]).toEqual(['again', null]);
    const before = bytes;
    await save();
    expect(Buffer.compare(before, bytes)).toBe(0);
  });

  it('says that it is protected when its file says so', async () => {
    let content = bytes;
    await othersInFile({ get: () => workbookOf(content), replace: (now) => (content = now) }).protect('One');
    await open(content);
    expect(workbook.sheets()[0].isProtected).toBe(true);
  });
});
