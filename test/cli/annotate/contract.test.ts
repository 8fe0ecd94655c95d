/** What annotating promises, held on every workbook: nothing lost, everything removable. */
import { changedParts, differingParts, opened, workbookOf } from '../../oracles/editBytes';
import { isCellError, parseArea, type Book } from '../../../src/engine/index';
import { findState } from '../../../src/report/annotate/state';
import { isSealed } from '../../../src/workbook/seal';
import { Disk } from './disk';
import { cases, type Case } from './workbooks';

const report = 'Looplens report';

/** Cells, formulas and formats of the sheets that were there before. */
function cellsOf(book: Book): unknown {
  return book.sheets
    .filter(({ name }) => name !== report)
    .map(({ name, visibility, grid, format, formula, merges, hiddenRows, hiddenColumns }) => ({
      name,
      visibility,
      merges,
      hiddenRows,
      hiddenColumns,
      cells: Array.from({ length: grid.rows * grid.columns }, (_, at) => {
        const [row, column] = [grid.top + Math.floor(at / grid.columns), grid.left + (at % grid.columns)];
        const cell = grid.at(row, column);
        return [isCellError(cell) ? cell.error : cell, format?.(row, column), formula?.(row, column) ?? null];
      }),
    }));
}

async function theirComments(bytes: Uint8Array): Promise<unknown> {
  const { marks } = await workbookOf(bytes).read(undefined, { marks: true });
  return marks?.sheets
    .filter(({ sheet }) => sheet !== report)
    .map(({ sheet, comments }) => ({ sheet, comments: comments.filter(({ text }) => !isSealed(text)) }));
}

/** Parts that annotating may change or add; every other one is the same to the byte, packed bytes and record included. */
const announced =
  /^\+xl\/drawings\/drawing\d+\.xml$|^\+?(\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|worksheets\/(_rels\/)?[a-z]*\d*\.xml(\.rels)?|comments[\w/]*\.xml|drawings\/[\w]*\.vml))$/i;

async function annotated(one: Case): Promise<Disk> {
  const ending = one.ending ?? 'xlsx';
  const disk = new Disk().put(`deals.${ending}`, one.bytes);
  const answer = await disk.looplens(
    'annotate',
    `deals.${ending}`,
    '-o',
    `out.${ending}`,
    ...(one.options ?? []),
  );
  expect(answer).toMatchObject({ code: 0, err: '' });
  return disk;
}

describe.each(cases)('$name', (one) => {
  const ending = one.ending ?? 'xlsx';
  let disk: Disk;
  beforeAll(async () => {
    disk = await annotated(one);
  });

  it('keeps every other part to the byte, and every cell, formula, format and comment', async () => {
    const out = disk.at(`out.${ending}`);
    expect(changedParts(one.bytes, out).filter((part) => !announced.test(part))).toEqual([]);
    const [before, after] = [await opened(one.bytes), await opened(out)];
    expect(cellsOf(after)).toEqual(cellsOf(before));
    expect(after.tables).toEqual(before.tables);
    expect(after.names).toEqual(before.names);
    expect(await theirComments(out)).toEqual(await theirComments(one.bytes));
    expect(after.sheets.filter(({ name }) => name === report)).toHaveLength(1);
    expect(findState(after)?.sheet).toBe(report);
    const sheet = after.sheets[after.sheets.length - 1];
    const { grid } = sheet;
    for (let row = 0; row < grid.rows; row++)
      for (let column = 0; column < grid.columns; column++)
        expect(sheet.isFormula?.(row, column)).toBe(false);
  });

  it('is verified, and a changed amount is named', async () => {
    expect(await disk.looplens('verify', `out.${ending}`)).toMatchObject({ code: 0 });
    const book = await opened(disk.at(`out.${ending}`));
    const state = findState(book)?.state;
    if (typeof state !== 'object') throw new Error('There is no state.');
    const area = parseArea(state.range.slice(state.range.lastIndexOf('!') + 1));
    const { grid } = book.sheets.find(({ name }) => name === state.sheet) ?? book.sheets[0];
    const place = amountIn(grid, area ?? { top: 0, left: 0, bottom: 0, right: 0 });
    const workbook = workbookOf(disk.at(`out.${ending}`));
    const written = { kind: 'write', sheet: state.sheet, area: place, cells: [[7.25]] } as const;
    const isLocked = await workbook.apply([written]).then(
      () => false,
      () => true,
    );
    if (isLocked) return;
    disk.put(`changed.${ending}`, await workbook.save({ isCalculated: true }));
    const answer = await disk.looplens('verify', `changed.${ending}`);
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('1 deal changed: ');
  });

  it('is annotated again without being doubled', async () => {
    const again = await disk.looplens(
      'annotate',
      `out.${ending}`,
      '-o',
      `again.${ending}`,
      ...(one.options ?? []),
    );
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toContain('The deals are the same.');
    const [first, second] = [disk.at(`out.${ending}`), disk.at(`again.${ending}`)];
    const [before, after] = [await opened(first), await opened(second)];
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    const comments = async (bytes: Uint8Array) =>
      (await workbookOf(bytes).read(undefined, { marks: true })).marks?.sheets.map(
        (sheet) => sheet.comments.length,
      );
    expect(await comments(second)).toEqual(await comments(first));
    const removed = await disk.looplens('remove', `again.${ending}`, '-o', `removed-again.${ending}`);
    expect(removed.code).toBe(0);
    expect(differingParts(one.bytes, disk.at(`removed-again.${ending}`))).toEqual(one.notBack ?? []);
  });

  it('holds after removing what it held before', async () => {
    const removed = await disk.looplens('remove', `out.${ending}`, '-o', `removed.${ending}`);
    expect(removed).toMatchObject({ code: 0, err: '' });
    const back = disk.at(`removed.${ending}`);
    expect(differingParts(one.bytes, back)).toEqual(one.notBack ?? []);
    expect(cellsOf(await opened(back))).toEqual(cellsOf(await opened(one.bytes)));
    expect(await theirComments(back)).toEqual(await theirComments(one.bytes));
  });
});

/** The first number among the deals that is an amount and no date. */
function amountIn(
  grid: Book['sheets'][number]['grid'],
  area: { top: number; left: number; bottom: number; right: number },
) {
  for (let row = area.top + 1; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = grid.at(row, column);
      if (typeof cell === 'number' && cell < 1_000 && cell > 1)
        return { top: row, bottom: row, left: column, right: column };
    }
  throw new Error('There is no amount.');
}
