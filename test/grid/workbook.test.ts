/** What the grid's workbook does beyond the contract: books, large sheets, messages, the engine's gaps. */
import type { Workbook } from '@univerjs/core';
import { IUniverInstanceService, UniverInstanceType } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import type { Book, Cell } from '../../src/engine/index';
import { gridOf, plainSheet } from '../../src/engine/index';
import type { Engine } from '../../src/workbench/grid/engine';
import { startEngine } from '../../src/workbench/grid/engine';
import { UniverWorkbook } from '../../src/workbench/grid/univerWorkbook';
import { area } from '../workbench/modelContract';
import { eventsOf, until } from '../workbench/until';

const deals: Book = {
  name: 'deals.xlsx',
  date1904: false,
  notes: [],
  sheets: [
    {
      ...plainSheet(
        'Deals',
        gridOf([
          ['Payer', 'Date', 'Amount'],
          ['Nvidia', 45936, 30],
          ['OpenAI', null, { error: '#N/A' }],
          ['Total', null, 30],
        ]),
      ),
      format: (row, column) => (column === 1 && row > 0 ? 'yyyy-mm-dd' : 'General'),
      merges: [area('E1:F2')],
      hiddenRows: [2],
    },
    { ...plainSheet('Far', gridOf([[true]], 99, 3)), visibility: 'hidden' },
    { ...plainSheet('Secret', gridOf([['x']])), visibility: 'veryHidden' },
  ],
  tables: [{ name: 'Deals', sheet: 0, area: area('A1:C4'), headingRows: 1, totalsRows: 1 }],
};

describe('the grid’s workbook', () => {
  let engine: Engine;
  let workbook: UniverWorkbook;
  beforeEach(() => {
    engine = startEngine();
    workbook = new UniverWorkbook(engine);
  });
  afterEach(() => workbook.dispose());

  const shown = (address: string, value: Cell): Promise<void> =>
    until(
      workbook,
      () =>
        JSON.stringify(workbook.values(workbook.activeSheet(), area(address))[0][0]) ===
        JSON.stringify(value),
    );

  describe('loads a book', () => {
    beforeEach(() => workbook.loadBook(deals));

    it('with values, formats, errors and what is hidden', () => {
      const [sheet, far] = workbook.sheets();
      expect(workbook.name).toBe('deals.xlsx');
      expect(workbook.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
        ['Deals', 'visible'],
        ['Far', 'hidden'],
        ['Secret', 'veryHidden'],
      ]);
      expect(workbook.values(sheet.id, area('A2:C3'))).toEqual([
        ['Nvidia', 45936, 30],
        ['OpenAI', null, { error: '#N/A' }],
      ]);
      expect(workbook.numberFormats(sheet.id, area('B1:B3'))).toEqual([
        ['General'],
        ['yyyy-mm-dd'],
        ['yyyy-mm-dd'],
      ]);
      expect(workbook.usedArea(far.id, true)).toEqual(area('D100'));
      expect(workbook.activeSheet()).toBe(sheet.id);
    });

    it('with tables that formulas can name though a sheet has the same name', async () => {
      expect(workbook.tables()).toMatchObject([
        { name: 'Deals', area: area('A1:C4'), hasHeading: true, hasTotals: true },
      ]);
      workbook.write(workbook.activeSheet(), area('H1'), [['=ROWS(Deals[#All])']]);
      await shown('H1', 4);
    });

    it('in place of the one before, under new ids, with nothing to undo', async () => {
      const before = workbook.sheets().map(({ id }) => id);
      workbook.write(before[0], area('A1'), [['changed']]);
      const events = await eventsOf(workbook, () => workbook.loadBook(deals));
      const now = workbook.sheets().map(({ id }) => id);
      expect(now.filter((id) => before.includes(id))).toEqual([]);
      expect(events.map((event) => (event.kind === 'sheets' ? event.change : event.kind))).toEqual(
        expect.arrayContaining(['deleted', 'added', 'activated']),
      );
      expect(workbook.undo()).toBe(false);
      expect(workbook.tables()).toHaveLength(1);
    });

    it('and keeps the functions that were registered before', async () => {
      workbook.registerFunction('DEAL.KNOWN', () => Promise.resolve({ value: 7 }));
      workbook.loadBook(deals);
      workbook.write(workbook.activeSheet(), area('H1'), [['=DEAL.KNOWN()']]);
      await shown('H1', 7);
    });
  });

  it('opens a book on the sheet that it tells, if that can be seen', () => {
    const sheets = ['A', 'B', 'C'].map((name) => plainSheet(name, gridOf([[name]])));
    const front = (activeSheet: number | null): string | undefined => {
      workbook.loadBook({
        ...deals,
        tables: [],
        sheets: [...sheets, { ...plainSheet('D', gridOf([])), visibility: 'hidden' }],
        activeSheet,
      });
      return workbook.sheets().find(({ id }) => id === workbook.activeSheet())?.name;
    };
    expect([1, 2, 0, null, 3, 9].map(front)).toEqual(['B', 'C', 'A', 'A', 'A', 'A']);
    expect(workbook.undo()).toBe(false);
  });

  it('hides a sheet, shows it again and moves it, but never hides the last one', async () => {
    const first = workbook.activeSheet();
    let id = '';
    await eventsOf(workbook, () => ({ id } = workbook.addSheet('Other')));
    expect(() => workbook.setSheetVisibility('{none}', 'hidden')).toThrow(/"\{none\}"/);
    const events = await eventsOf(workbook, () => {
      workbook.setSheetVisibility(first, 'veryHidden');
      workbook.moveSheet(id, 0);
    });
    expect(events.map((event) => (event.kind === 'sheets' ? event.change : event.kind))).toEqual([
      'activated',
      'shown',
      'moved',
    ]);
    expect(workbook.sheets().map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Other', 'visible'],
      ['Sheet1', 'veryHidden'],
    ]);
    expect(workbook.activeSheet()).toBe(id);
    expect(() => workbook.setSheetVisibility(id, 'hidden')).toThrow(/only visible sheet/);
    workbook.setSheetVisibility(first, 'visible');
    workbook.setSheetVisibility(id, 'hidden');
    expect(workbook.activeSheet()).toBe(first);
  });

  it('merges cells and freezes rows and columns, and takes both back', () => {
    const sheet = workbook.activeSheet();
    const drawn = engine.injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)
      ?.getActiveSheet();
    workbook.merge(sheet, area('B2:D3'), true);
    workbook.freeze(sheet, 1, 2);
    expect(drawn?.getMergedCell(2, 3)).toMatchObject({
      startRow: 1,
      startColumn: 1,
      endRow: 2,
      endColumn: 3,
    });
    expect(drawn?.getFreeze()).toEqual({ ySplit: 1, xSplit: 2, startRow: 1, startColumn: 2 });
    workbook.merge(sheet, area('B2:D3'), false);
    workbook.freeze(sheet, 0, 0);
    expect(drawn?.getMergedCell(2, 3)).toBeNull();
    expect(drawn?.getFreeze()).toMatchObject({ ySplit: 0, xSplit: 0 });
  });

  it('shows a text of digits as it is under a format of dates, and a number as a date', () => {
    const years = plainSheet('Years', gridOf([['2026'], [2026]]));
    workbook.loadBook({ ...deals, tables: [], sheets: [{ ...years, format: () => 'yyyy-mm-dd' }] });
    const sheet = workbook.activeSheet();
    workbook.write(sheet, area('B1:B2'), [['2026'], [2026]]);
    workbook.setNumberFormats(sheet, area('B1:B2'), [['yyyy-mm-dd'], ['yyyy-mm-dd']]);
    const drawn = engine.injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)
      ?.getActiveSheet();
    const seen = (row: number, column: number) => drawn?.getCell(row, column)?.v;
    expect([seen(0, 0), seen(0, 1)]).toEqual(['2026', '2026']);
    expect([seen(1, 0), seen(1, 1)]).toEqual(['1905-07-18', '1905-07-18']);
    expect(workbook.values(sheet, area('A1:B1'))).toEqual([['2026', '2026']]);
  });

  it('holds 50,000 rows, adds them up, and hands them to a function as they are', async () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => [
      `Party ${row % 97}`,
      row,
      row % 2 === 0,
      row / 4,
    ]);
    workbook.loadBook({ ...deals, tables: [], sheets: [plainSheet('Large', gridOf(rows))] });
    const seen: number[] = [];
    workbook.registerFunction('DEAL.LAST', ({ arguments: [cells] }) => {
      const all = Array.isArray(cells) ? cells : [];
      seen.push(all.length);
      return Promise.resolve({ value: all[all.length - 1][3] });
    });
    const sheet = workbook.activeSheet();
    expect(workbook.usedArea(sheet, true)).toEqual(area('A1:D50000'));
    workbook.write(sheet, area('F1:F2'), [['=SUM(B1:B50000)'], ['=DEAL.LAST(A1:D50000)']]);
    await shown('F1', 1_249_975_000);
    await shown('F2', 12_499.75);
    expect(seen).toEqual([50_000]);
  });

  it('keeps what a function said about its error, until the cell is written over', async () => {
    const sheet = workbook.activeSheet();
    workbook.registerFunction('DEAL.NONE', () =>
      Promise.reject(new Error('Amount "x" is not a number (Deals!C2).')),
    );
    workbook.write(sheet, area('A1'), [['=DEAL.NONE()']]);
    await shown('A1', { error: '#VALUE!' });
    expect(workbook.messageAt(sheet, 0, 0)).toBe('Amount "x" is not a number (Deals!C2).');
    workbook.write(sheet, area('A1'), [[1]]);
    expect(workbook.messageAt(sheet, 0, 0)).toBeNull();
  });

  it('aborts a call whose cell is written over', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    workbook.registerFunction('DEAL.LONG', ({ signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const sheet = workbook.activeSheet();
    workbook.write(sheet, area('A1:B1'), [['=DEAL.LONG()', '=1+1']]);
    await shown('B1', 2);
    await until(workbook, () => signals.length === 1);
    expect(workbook.isWaiting).toBe(true);
    workbook.write(sheet, area('A1'), [[1]]);
    expect(signals[0]?.aborted).toBe(true);
    expect(workbook.isWaiting).toBe(false);
  });

  it('asks functions again when everything is calculated anew', async () => {
    let asked = 0;
    workbook.registerFunction('DEAL.NOW', () => Promise.resolve({ value: (asked += 1) }));
    workbook.write(workbook.activeSheet(), area('A1'), [['=DEAL.NOW()']]);
    await shown('A1', 1);
    workbook.recalculate();
    await shown('A1', 2);
  });

  it('asks two calls of one formula once each', async () => {
    const asked: unknown[] = [];
    workbook.registerFunction('DEAL.TWICE', ({ arguments: [value] }) => {
      asked.push(value);
      return Promise.resolve({ value: Number(value) * 2 });
    });
    workbook.write(workbook.activeSheet(), area('A1'), [['=DEAL.TWICE(1)+DEAL.TWICE(2)']]);
    await shown('A1', 6);
    expect(asked).toEqual([1, 2]);
  });

  it.each(['=ROWS(Deals[#A', '=SUM(A1]]'])(
    'reads formulas rightly after "%s" was typed and left',
    async (unfinished) => {
      engine.injector.get(LexerTreeBuilder).sequenceNodesBuilder(unfinished);
      workbook.write(workbook.activeSheet(), area('A1'), [['=SUM(20,1)*2']]);
      await shown('A1', 42);
    },
  );
});
