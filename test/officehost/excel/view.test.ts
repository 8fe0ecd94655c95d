/** The open workbook as the pane sees it, through office.js: cells are selected, bursts are told once, texts are kept. */
import { excelMemory } from '../../../src/workbook/excel/memory';
import { excelView } from '../../../src/workbook/excel/view';
import type { ViewEvent } from '../../../src/workbook/view';
import { openPage, type OpenPage } from '../page';
import { until } from '../until';
import { tap } from './tap';

const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });

describe('the view of an open workbook', () => {
  let opened: OpenPage;
  let deals: string;
  beforeAll(async () => {
    opened = await openPage({ requirementSets: { ExcelApi: '1.20', DelayForCellEdit: '1.1' } });
    deals = opened.model.addSheet("Dan's deals").id;
    opened.model.addSheet('Figures');
  });

  it('brings a sheet to the front and selects cells of it', async () => {
    await excelView.select("Dan's deals", { top: 2, left: 1, bottom: 4, right: 3 });
    expect(opened.model.selection()).toEqual({
      sheet: deals,
      area: { top: 2, left: 1, bottom: 4, right: 3 },
    });
  });

  it('says which cells it could not select', async () => {
    await expect(excelView.select('Gone', cell(0, 0))).rejects.toThrow(/^Excel did not select Gone!A1/);
  });

  it('tells a burst of edits once, by the name of the sheet, and nothing of what the add-in writes', async () => {
    const events: ViewEvent[] = [];
    const failures: unknown[] = [];
    const unwatch = await excelView.watch(
      (event) => events.push(event),
      (error) => failures.push(error),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Figures').getRange('A1').values = [[1]];
      await context.sync();
    });
    for (let row = 0; row < 5; row++) opened.model.type(deals, cell(row, 0), [[row]]);
    await until(
      () => events,
      (seen) => seen.some(({ kind }) => kind === 'changed'),
    );
    expect(events.filter(({ kind }) => kind === 'changed')).toEqual([
      { kind: 'changed', sheets: ["Dan's deals"] },
    ]);

    opened.model.select(deals, { top: 6, left: 1, bottom: 7, right: 2 });
    await until(
      () => events,
      (seen) => seen.some(({ kind }) => kind === 'selected'),
    );
    expect(events.filter(({ kind }) => kind === 'selected').at(-1)).toEqual({
      kind: 'selected',
      sheet: "Dan's deals",
      area: { top: 6, left: 1, bottom: 7, right: 2 },
    });

    opened.model.addSheet('New');
    await until(
      () => events,
      (seen) => seen.some((event) => event.kind === 'changed' && event.sheets === null),
    );

    await unwatch();
    const told = events.length;
    const later: ViewEvent[] = [];
    const unwatchLater = await excelView.watch(
      (event) => later.push(event),
      (error) => failures.push(error),
    );
    opened.model.type(deals, cell(0, 0), [[99]]);
    await until(
      () => later,
      (seen) => seen.length > 0,
    );
    await unwatchLater();
    expect(events).toHaveLength(told);
    expect(failures).toEqual([]);
  });

  it('tells what happened when the editing of a cell that began since is over, and troubles nobody', async () => {
    const events: ViewEvent[] = [];
    const failures: unknown[] = [];
    const unwatch = await excelView.watch(
      (event) => events.push(event),
      (error) => failures.push(error),
    );
    const { passed, close } = tap(opened.host);
    opened.model.type(deals, cell(1, 0), [[7]]);
    const finish = opened.host.startCellEdit();
    // Refused, and asked again.
    await until(
      () => passed.length,
      (requests) => requests >= 2,
    );
    expect(events).toEqual([]);
    finish();
    await until(
      () => events,
      (seen) => seen.some(({ kind }) => kind === 'changed'),
    );
    close();
    await unwatch();
    expect(failures).toEqual([]);
  });
});

describe('the memory of an open workbook', () => {
  it('keeps a text under its key, and knows none before', async () => {
    const memory = excelMemory('looplens');
    expect(await memory.load()).toBeNull();
    await memory.save('{"looplens":1}');
    await memory.save('{"looplens":2}');
    expect(await memory.load()).toBe('{"looplens":2}');
    expect(await excelMemory('other').load()).toBeNull();
  });
});
