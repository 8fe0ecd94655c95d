/**
 * The contract of the port, through the real office.js; and how large its requests and answers were. An answer is as
 * large as its cells turn out to be: what the workbook changes to from one row to the next can make it larger than
 * aimed at, and the host refuses it above its own limit.
 */
import { payloadLimit } from '../../../src/workbench/officehost/core/payload';
import { mostBytes, mostCells } from '../../../src/workbook/excel/limits';
import { excelWorkbook } from '../../../src/workbook/excel/workbook';
import { describePort } from '../../contract/workbookPort';
import { openPage, type OpenPage } from '../page';
import { emptyBook } from './emptyBook';
import { othersInExcel } from './others';
import { tap, type Passed } from './tap';

describe('the workbook in Excel', () => {
  let page: OpenPage;
  let passed: Passed[] = [];

  beforeAll(async () => {
    page = await openPage();
    passed = tap(page.host).passed;
  });

  afterEach(() => {
    const all = passed.splice(0);
    expect(Math.max(0, ...all.map(({ request }) => request))).toBeLessThanOrEqual(mostBytes);
    expect(Math.max(0, ...all.map(({ cells }) => cells))).toBeLessThanOrEqual(mostCells);
    const isUneven = /longest texts|1 MB of texts|then large ones/.test(
      expect.getState().currentTestName ?? '',
    );
    const mostOfAnswer = isUneven ? payloadLimit : mostBytes;
    expect(Math.max(0, ...all.map(({ answer }) => answer))).toBeLessThanOrEqual(mostOfAnswer);
    expect(page.host.notImplemented).toEqual([]);
  });

  describePort('Excel', () => {
    emptyBook(page);
    return Promise.resolve({
      port: excelWorkbook(),
      reopen: () => Promise.resolve(excelWorkbook()),
      others: othersInExcel(),
    });
  });
});
