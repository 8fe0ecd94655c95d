/** What breaks add-ins in Excel: each ends in a sentence, and the workbook is what the sentence says. */
import { transportStatus } from '../../../src/workbench/officehost/core/errors';
import type { Operation } from '../../../src/workbook/port';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { area, refusalOf, write } from '../../contract/workbookPort/working';
import { openPage, type OpenPage } from '../page';
import { until } from '../until';
import { emptyBook } from './emptyBook';
import { tap } from './tap';

describe('what goes wrong in Excel', () => {
  let page: OpenPage;
  let deals = '';
  const workbook = excelWorkbook();

  beforeAll(async () => {
    page = await openPage();
  });

  beforeEach(() => {
    emptyBook(page);
    deals = page.model.addSheet('Deals').id;
    page.model.write(deals, area('A1:B1'), [['kept', 1]]);
  });

  const cells = (address: string, sheet = deals) => page.model.values(sheet, area(address));
  const names = () => page.model.sheets().map(({ name }) => name);
  const big = (rows: number): Operation =>
    write(
      'Deals',
      `A1:B${rows}`,
      Array.from({ length: rows }, (_, row) => [row, `text ${row}`]),
    );

  /** Does something in the workbook when the request comes whose body matches, before it is answered. */
  function before(matches: RegExp, act: () => void): void {
    const through = page.host.richApi.bind(page.host);
    page.host.richApi = (body, flags, answered) => {
      if (matches.test(body)) {
        page.host.richApi = through;
        act();
      }
      through(body, flags, answered);
    };
  }

  it('pictures are not drawn yet, and that is said before anything is written', async () => {
    const drawn: Operation = { kind: 'delete-pictures', sheet: 'Deals' };
    const refusal = await refusalOf(workbook.apply([write('Deals', 'A1', [['gone']]), drawn]));
    expect(refusal.message).toBe(
      'Pictures are drawn in files so far, not in an open workbook (change 2 of 2, taking the pictures of Looplens from the sheet "Deals"). Nothing was changed.',
    );
    expect(cells('A1')).toEqual([['kept']]);
  });

  it('a sheet that was deleted after it was read is missed before anything is written', async () => {
    await workbook.read();
    page.model.deleteSheet(deals);
    const refusal = await refusalOf(
      workbook.apply([write('Sheet1', 'A1', [[1]]), write('Deals', 'A1', [[2]])]),
    );
    expect(refusal.why).toBe('missing');
    expect(refusal.message).toBe(
      'There is no sheet "Deals" (change 2 of 2, writing to Deals!A1). Nothing was changed.',
    );
    expect(cells('A1', page.model.activeSheet())).toEqual([[null]]);
  });

  it('a sheet that is deleted while a plan is carried out is said, with how far it came', async () => {
    before(/later/, () => page.model.deleteSheet(deals));
    const refusal = await refusalOf(
      workbook.apply([
        { kind: 'add-sheet', sheet: 'Notes' },
        write('Deals', 'A1', [['later']]),
        write('Notes', 'A1', [[1]]),
      ]),
    );
    expect(refusal.why).toBe('missing');
    expect(refusal.message).toBe(
      'Excel stopped (change 2 of 3, writing to Deals!A1): the sheet "Deals" or a table on it is no longer there. ' +
        '1 of 3 changes was made.',
    );
    expect(names()).toEqual(['Sheet1', 'Notes']);
  });

  it('a sheet that is deleted while it is read is said', async () => {
    before(/GetRangeByIndexes/, () => page.model.deleteSheet(deals));
    const refusal = await refusalOf(workbook.read());
    expect([refusal.why, refusal.message.endsWith('Nothing was changed.')]).toEqual(['missing', true]);
  });

  it('a sheet that is renamed meanwhile is written to all the same; one renamed before is not found', async () => {
    before(/later/, () => page.model.renameSheet(deals, 'Ledger'));
    await workbook.apply([write('Deals', 'A1', [['later']])]);
    expect(cells('A1')).toEqual([['later']]);
    const refusal = await refusalOf(workbook.apply([write('Deals', 'A1', [[2]])]));
    expect(refusal.message).toContain('There is no sheet "Deals"');
  });

  it('a protected sheet is refused by name before anything is written', async () => {
    page.model.protectSheet(deals, true);
    const refusal = await refusalOf(
      workbook.apply([
        { kind: 'add-sheet', sheet: 'Notes' },
        { kind: 'number-formats', sheet: 'deals', area: area('A1'), formats: [['0']] },
      ]),
    );
    expect(refusal.why).toBe('locked');
    expect(refusal.message).toBe(
      'The sheet "Deals" is protected (change 2 of 2, formatting deals!A1). Unprotect it (Review), and try again. ' +
        'Nothing was changed.',
    );
    expect(names()).toEqual(['Sheet1', 'Deals']);
  });

  it('a sheet that is protected meanwhile is refused by name too', async () => {
    before(/later/, () => page.model.protectSheet(deals, true));
    const refusal = await refusalOf(
      workbook.apply([write('Sheet1', 'A1', [[1]]), write('Deals', 'A1', [['later']])]),
    );
    expect(refusal.why).toBe('locked');
    expect(refusal.message).toBe(
      'Excel stopped (change 2 of 2, writing to Deals!A1): the sheet "Deals" is protected. 1 of 2 changes was made.',
    );
    expect(cells('A1:B1')).toEqual([['kept', 1]]);
  });

  it('cells that their owner has unlocked are tried on a protected sheet, and Excel has the last word', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Deals');
      sheet.getRange('A1:B2').format.protection.locked = false;
      await context.sync();
    });
    page.model.protectSheet(deals, true);
    const open = await refusalOf(workbook.apply([write('Deals', 'A2', [[2]])]));
    expect(open.message).toMatch(/^Excel stopped/);
    const closed = await refusalOf(workbook.apply([write('Deals', 'A2:A3', [[2], [3]])]));
    expect(closed.message).toMatch(/^The sheet "Deals" is protected/);
  });

  it('a cell that is being edited refuses work that nobody waits for, and delays what the user has started', async () => {
    const finish = page.host.startCellEdit();
    for (const work of [workbook.read(), workbook.apply([write('Deals', 'A1', [[2]])])]) {
      const refusal = await refusalOf(work);
      expect(refusal.why).toBe('editing');
      expect(refusal.message).toContain('a cell is being edited. Press Enter or Esc, and try again.');
      expect(refusal.message).toMatch(/Nothing was changed\.$/);
    }
    const waiting = excelWorkbook({ userStarted: true }).apply([write('Deals', 'A1', [[2]])]);
    finish();
    await waiting;
    expect(cells('A1')).toEqual([[2]]);
  });

  it('a cell that is being edited is waited for by a reading that can wait, which finds what was typed', async () => {
    const finish = page.host.startCellEdit();
    let told = 0;
    const reading = workbook.read(['Deals'], {
      whenEditing: () => {
        told++;
        page.model.write(deals, area('B1'), [[2]]);
        finish();
      },
    });
    const book = await reading;
    expect([book.sheets[0].grid.at(0, 1), told]).toEqual([2, 1]);
  });

  it('editing that begins in the middle says what had been written', async () => {
    let finish = (): void => undefined;
    before(/text 60000"/, () => {
      finish = page.host.startCellEdit();
    });
    const refusal = await refusalOf(workbook.apply([write('Sheet1', 'A1', [[1]]), big(70_000)]));
    finish();
    expect(refusal.why).toBe('editing');
    expect(refusal.message).toMatch(/1 of 2 changes was made, and change 2 in part\.$/);
    expect(cells('B1')).toEqual([['text 0']]);
    expect(cells('B70000')).toEqual([[null]]);
  });

  it('requests that Excel finds too large are sent in halves, and answers asked for in parts', async () => {
    page.host.payloadLimit = 60_000;
    await workbook.apply([big(5_000)]);
    const book = await workbook.read(['Deals']);
    page.host.payloadLimit = 5 * 1024 * 1024;
    expect(cells('B5000')).toEqual([['text 4999']]);
    expect(book.sheets[0].grid.at(4_999, 1)).toBe('text 4999');
  });

  it('halving ends where there is nothing to halve', async () => {
    page.host.payloadLimit = 20_000;
    const { passed, close } = tap(page.host);
    const written = await refusalOf(
      workbook.apply([write('Deals', 'A1:A3', [['a'], ['x'.repeat(30_000)], ['b']])]),
    );
    expect(written.why).toBe('too-large');
    expect(written.message).toContain(
      '(writing to Deals!A1:A3): it is more than Excel takes or gives at once.',
    );
    page.model.write(deals, area('A1'), [['x'.repeat(30_000)]]);
    const read = await refusalOf(workbook.read());
    close();
    page.host.payloadLimit = 5 * 1024 * 1024;
    expect(read.why).toBe('too-large');
    expect(read.message).toBe('Excel does not give the cell Deals!A1: it is too large. Nothing was changed.');
    expect(passed.length).toBeLessThan(40);
  });

  it('an Excel that answers late is waited for, and the caller may stop in between', async () => {
    let release = page.host.holdAnswers();
    const read = workbook.read(['Deals']);
    release();
    expect((await read).sheets[0].grid.at(0, 0)).toBe('kept');

    const stop = new AbortController();
    const writing = refusalOf(
      workbook.apply([write('Sheet1', 'A1', [[1]]), big(70_000)], { signal: stop.signal }),
    );
    before(/text 100"/, () => {
      release = page.host.holdAnswers();
    });
    await until(
      () => cells('B1')[0][0],
      (value) => value === 'text 0',
    );
    stop.abort();
    release();
    const refusal = await writing;
    expect(refusal.why).toBe('stopped');
    expect(refusal.message).toBe('Stopped. 1 of 2 changes was made, and change 2 in part.');
    expect((await refusalOf(workbook.read([], { signal: stop.signal }))).why).toBe('stopped');
  });

  it.each([
    [transportStatus.internal, 'other'],
    [transportStatus.timedOutSession, 'other'],
    [transportStatus.activityLimit, 'other'],
    ['AccessDenied', 'locked'],
    ['GeneralException', 'other'],
  ] as const)('failure %s of Excel is a refusal, and nothing was changed', async (code, why) => {
    for (const work of [() => workbook.read(), () => workbook.apply([write('Deals', 'A1', [[2]])])]) {
      page.host.fail(code);
      const refusal = await refusalOf(work());
      expect(refusal.why).toBe(why);
      expect(refusal.message).toMatch(/^Excel did not let the workbook be .*: .*\. Nothing was changed\.$/);
    }
    expect(cells('A1')).toEqual([['kept']]);
  });

  it('a fault of ours is no refusal', async () => {
    const broken = [{ kind: 'write', sheet: 'Deals', area: area('A1') }] as unknown as Operation[];
    await expect(workbook.apply(broken)).rejects.toThrow(TypeError);
  });

  it('nothing was asked that the host does not know', () => {
    expect(page.host.notImplemented).toEqual([]);
  });
});
