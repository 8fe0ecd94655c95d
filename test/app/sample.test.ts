/** The sample that the pane fills in, through the port of files. */
import { analysisOf, openFile } from '../../scripts/docs/caseFiles';
import { fillSample, type FilledSheets } from '../../src/app/sample/fill';
import { sampleDeals, sampleFigures } from '../../src/app/sample/operations';
import type { Analysis, Book, Sheet } from '../../src/engine/index';
import { blankWorkbook } from '../../src/workbook/file/newWorkbook';
import type { Operation, WorkbookPort } from '../../src/workbook/port';
import { changedParts, opened, workbookOf } from '../oracles/editBytes';
import { valuesOf } from '../oracles/openBytes';

interface Filled {
  readonly answers: readonly FilledSheets[];
  readonly shown: readonly string[];
  readonly plans: readonly (readonly Operation[])[];
  readonly bytes: Uint8Array;
  readonly book: Book;
}

/** Fills it in as often as is said. */
async function filledInto(before: Uint8Array, times = 1): Promise<Filled> {
  const file = workbookOf(before);
  const plans: (readonly Operation[])[] = [];
  const workbook: WorkbookPort = {
    read: file.read,
    apply: async (plan) => {
      await file.apply(plan);
      plans.push(plan);
    },
  };
  const shown: string[] = [];
  const answers: FilledSheets[] = [];
  for (let time = 0; time < times; time++) answers.push(await fillSample(workbook, sheetsOf(file, shown)));
  const bytes = await file.save();
  return { answers, shown, plans, bytes, book: await opened(bytes) };
}

function sheetsOf(workbook: WorkbookPort, shown: string[]) {
  return {
    names: async () => (await workbook.read()).sheets.map(({ name }) => name),
    tableNames: async () => {
      const { tables, names = [] } = await workbook.read();
      return [...tables, ...names].map(({ name }) => name);
    },
    show: async (sheet: string) => void shown.push(sheet),
  };
}

function sheetOf(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((known) => known.name === name);
  if (sheet === undefined) throw new Error(`There is no sheet "${name}".`);
  return sheet;
}

describe('the sample in a blank workbook', () => {
  let filled: Filled;
  let workbook: Analysis;
  let sample: Book;

  beforeAll(async () => {
    filled = await filledInto(await blankWorkbook(['Sheet1']));
    sample = await openFile('assets', 'samples', 'ai-deals.xlsx');
    workbook = analysisOf(sample);
  });

  it('is two sheets with a table each, of which the deals are shown', () => {
    expect(filled.answers).toEqual([{ deals: 'Deal ledger', figures: 'Company figures' }]);
    expect(filled.shown).toEqual(['Deal ledger']);
    expect(filled.book.sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Deal ledger', 'Company figures']);
    expect(filled.book.tables.map(({ name, sheet }) => [name, sheet])).toEqual([
      ['Deals', 1],
      ['Financials', 2],
    ]);
  });

  it('is one plan, which one undo takes back', () => {
    expect(filled.plans).toHaveLength(1);
  });

  it('has the score, the circularity and the digest of the sample workbook', () => {
    const analysis = analysisOf(filled.book);
    expect(analysis.input.table).toBe('Deals');
    expect(analysis.input.digest).toBe(workbook.input.digest);
    expect(analysis.circularity).toEqual(workbook.circularity);
    expect(analysis.score).toEqual(workbook.score);
    expect(analysis.loops).toEqual(workbook.loops);
    expect(analysis.notes).toEqual(workbook.notes);
  });

  it('holds the cells of the sample workbook but for the number of the source', () => {
    const ledger = sheetOf(sample, 'Deal ledger');
    const expected = valuesOf(ledger.grid).map((row) => row.filter((_, column) => column !== 15));
    expect(valuesOf(ledger.grid)[0][15]).toBe('Source no.');
    expect(valuesOf(sheetOf(filled.book, 'Deal ledger').grid)).toEqual(expected);
  });

  it('keeps what looks like a number or a date as the text that it is', () => {
    const { grid, format } = sheetOf(filled.book, 'Deal ledger');
    const dates = valuesOf(grid)
      .slice(1)
      .map((row) => row[1]);
    expect(dates).toContain('2025-05');
    expect(dates.filter((date) => typeof date === 'number')).toHaveLength(
      sampleDeals.rows.filter((row) => typeof row[1] === 'number').length,
    );
    expect(format?.(1, 1)).toBe('yyyy-mm-dd');
    expect(format?.(1, 8)).toBe('0%');
    expect(format?.(0, 4)).toBe('General');
    const periods = valuesOf(sheetOf(filled.book, 'Company figures').grid).map((row) => row[2]);
    expect(periods).toContain('2025');
  });

  it('names a company in the figures as the deals do, and says who reports them', () => {
    const google = sampleFigures.rows.filter(([party]) => party === 'Google');
    expect(google.length).toBeGreaterThan(0);
    expect(google.every((row) => row.includes('As reported by Alphabet, its owner.'))).toBe(true);
    expect(sampleFigures.rows.some(([party]) => party === 'Alphabet')).toBe(false);
  });
});

describe('the sample in a workbook that has it already', () => {
  it('goes to sheets and tables with the next free names', async () => {
    const { answers, shown, book } = await filledInto(await blankWorkbook(['Sheet1']), 3);
    expect(answers[1]).toEqual({ deals: 'Deal ledger 2', figures: 'Company figures 2' });
    expect(answers[2]).toEqual({ deals: 'Deal ledger 3', figures: 'Company figures 3' });
    expect(shown).toEqual(['Deal ledger', 'Deal ledger 2', 'Deal ledger 3']);
    expect(book.tables.map(({ name }) => name)).toEqual([
      'Deals',
      'Financials',
      'Deals_2',
      'Financials_2',
      'Deals_3',
      'Financials_3',
    ]);
    const each = ['Deals', 'Deals_2', 'Deals_3'].map((table) => analysisOf(book, { table }));
    expect(new Set(each.map(({ input }) => input.digest)).size).toBe(1);
    expect(new Set(each.map(({ score }) => score.overall)).size).toBe(1);
  });

  it('gives way to a name that formulas know', async () => {
    const file = workbookOf(await blankWorkbook(['deal LEDGER']));
    await file.apply([{ kind: 'define-name', name: 'deals', formula: '=42' }]);
    const { answers, book } = await filledInto(await file.save());
    expect(answers).toEqual([{ deals: 'Deal ledger 2', figures: 'Company figures' }]);
    expect(book.tables.map(({ name }) => name)).toEqual(['Deals_2', 'Financials']);
  });

  it('leaves every other sheet byte for byte as it was', async () => {
    const before = await blankWorkbook(['Mine', 'Yours']);
    const { bytes } = await filledInto(before);
    expect(
      changedParts(before, bytes).filter((part) => /^xl\/worksheets\/sheet[12]\.xml$/.test(part)),
    ).toEqual([]);
  });
});

describe('the sample in a workbook that counts its days from 1904', () => {
  it('has the same days and the same score', async () => {
    const { book } = await filledInto(await blankWorkbook(['Sheet1'], true));
    expect(book.date1904).toBe(true);
    const first = sheetOf(book, 'Deal ledger').grid.at(1, 1);
    expect(first).toBe(Number(sampleDeals.rows[1][1]) - 1_462);
    const sample = analysisOf(await openFile('assets', 'samples', 'ai-deals.xlsx'));
    expect(analysisOf(book).input.digest).toBe(sample.input.digest);
    expect(analysisOf(book).score).toEqual(sample.score);
  });
});
